// The form « Ajouter une pièce jointe » (screens §8): its three fields, and the sentence of each refusal.
import { randomUUID } from 'node:crypto';
import { z } from 'zod';
import { texteObligatoire } from '../../../../domain/compte/valeurs.ts';
import type { Depot, RefusDeDepot } from '../../../../domain/piece-jointe/depot.ts';
import type { LimitesDesPieces } from '../../../../domain/piece-jointe/limites.ts';
import {
  DESIGNATION_MAX,
  NOM_MAX,
  type NomDeFichier,
  type RefusDeContenu,
  type RefusDeNom,
  type RefusDePlace,
  type TypeDePiece,
} from '../../../../domain/piece-jointe/piece-jointe.ts';
import { formatNombre, formatTaille } from '../../../../platform/textes/formats.ts';
import { type Langue, textesDe } from '../../../../platform/textes/index.ts';
import { lireFormulaire, phrase, type Saisies } from '../../../commun/formulaire.ts';
import type { FieldError } from '../../../components/error-summary.tsx';

export type RefusDeFichier = RefusDeNom | RefusDeDepot | RefusDeContenu | RefusDePlace;

/** What became of the file of the form. */
export type FichierRecu =
  | { kind: 'depose'; depot: Depot; nom: NomDeFichier }
  | { kind: 'refus'; refus: RefusDeFichier };

/** The form as it stands: what was typed, what is wrong, the one-time key of its next sending. */
export type EtatAjout = {
  designation: string;
  type: string;
  cle: string;
  erreurs: FieldError[];
};

const champs = z.object({ designation: texteObligatoire(DESIGNATION_MAX) });
const UUID = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/;

/** The form as first shown, on the first type of the list. */
export function ajoutVierge(types: readonly TypeDePiece[]): EtatAjout {
  return { designation: '', type: types[0]?.code ?? '', cle: randomUUID(), erreurs: [] };
}

/** Reads what was typed beside the file. */
export function lireAjout(
  saisies: Saisies,
  types: readonly TypeDePiece[],
  langue: Langue,
): {
  etat: EtatAjout;
  cle: string | null;
  valeurs: { designation: string; typeId: number } | null;
} {
  const t = textesDe(langue);
  const lecture = lireFormulaire(champs, ['designation'], saisies);
  const type = types.find(({ code }) => code === saisies['type']);
  const erreurs: FieldError[] = [];
  if (lecture.kind === 'invalide') {
    for (const erreur of lecture.erreurs) {
      const message = phrase(erreur, t('piecesJointes.ajout.designation'), t);
      erreurs.push({ champ: erreur.champ, message });
    }
  }
  if (!type) erreurs.push({ champ: 'type', message: t('piecesJointes.refus.type') });
  const { designation = '', type: code = '', cle = '' } = saisies;
  return {
    // A form that comes back is another one: what it will send is not what was refused.
    etat: { designation, type: code, cle: randomUUID(), erreurs },
    cle: UUID.test(cle) ? cle : null,
    valeurs:
      lecture.kind === 'valide' && type
        ? { designation: lecture.valeurs.designation, typeId: type.id }
        : null,
  };
}

/** The refusal of a file, in words. */
export function erreurDeFichier(
  refus: RefusDeFichier | 'aReprendre',
  limites: LimitesDesPieces,
  langue: Langue,
): FieldError {
  const nombre = refus === 'nombre' ? limites.fichiersMax : NOM_MAX;
  const message = textesDe(langue)(`piecesJointes.refus.${refus}`, {
    nombre: formatNombre(langue, nombre),
    taille: formatTaille(langue, limites.octetsMax),
    quota: formatTaille(langue, limites.quotaOctets),
  });
  return { champ: 'fichier', message };
}
