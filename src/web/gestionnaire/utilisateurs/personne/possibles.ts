// What the reader may do to somebody (model §3): decides what the page offers; the acts check it again.
import { qualiteDe, situationOrdinaire } from '../../../../domain/demande/qualite.ts';
import { type Acte, decideDroit } from '../../../../domain/droits/droits.ts';
import { acteSur, donneDesDroits } from '../../../../domain/rattachement/gestion.ts';
import type { StructureGeree } from '../../../../domain/rattachement/queries-gestion.ts';
import type { Utilisateur } from '../../../../domain/rattachement/utilisateurs.ts';

export type Possibles = {
  /** Services, period, suspension, detachment. */
  gerer: boolean;
  /** The role of secondaire, delegations. */
  nommer: boolean;
  /** Has the whole structure today, as a secondaire must. */
  entiere: boolean;
  /** Why nothing is offered. */
  raison: 'principal' | 'soi' | 'reserve' | null;
};

/** What this reader, who manages the structure, may do to this person that day. */
export function possibles(
  structure: Pick<StructureGeree, 'role'>,
  personne: Pick<Utilisateur, 'role' | 'delegations' | 'compteId' | 'lignes'>,
  lecteurId: number,
  jour: string,
): Possibles {
  const qualite = qualiteDe({ role: structure.role, gere: true });
  const surSoi = personne.compteId === lecteurId;
  const situation = situationOrdinaire(surSoi, structure.role !== null);
  const permis = (acte: Acte) => decideDroit(acte, [qualite], situation).kind === 'permis';
  const principal = personne.role === 'GESTIONNAIRE_PRINCIPAL';
  const gerer = permis(acteSur(personne, jour));
  const nommer = !principal && permis('GERER_SECONDAIRE');
  const raison = principal ? 'principal' : surSoi ? 'soi' : gerer ? null : 'reserve';
  const entieres = personne.lignes.filter(({ serviceId }) => serviceId === null);
  return { gerer, nommer, entiere: donneDesDroits(entieres, jour), raison };
}
