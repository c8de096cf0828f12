// One line of the services file that goes with the directory: identifiant;code;libelle;debut;fin;engagement.
import type { ServiceFlux } from '../../../domain/structure/flux.ts';
import { bienForme } from '../../../domain/structure/identifiant.ts';
import { normaliserIdentifiant } from '../../../domain/structure/structure.ts';
import { Champs } from '../../champs.ts';
import { lireCsv } from '../../csv.ts';
import type { LigneLue } from '../../lignes.ts';
import type { Lecture } from '../format.ts';
import { SERVICES } from './entete.ts';

/** Reads a line. Fourteen digits are a SIRET; another identifier is that of the one structure which bears it. */
export function lireService(ligne: LigneLue): Lecture<ServiceFlux> {
  const lecture = lireCsv(ligne, SERVICES.noms);
  const champs = new Champs(SERVICES.rangs, lecture.valeurs);
  const identifiant = normaliserIdentifiant(champs.obligatoire('identifiant', 50));
  const code = champs.obligatoire('code', 100);
  const debut = champs.motif === null && {
    rang: ligne.numero,
    typeIdentifiant: bienForme('SIRET', identifiant) ? ('SIRET' as const) : null,
    identifiant,
    code,
    source: 'ANNUAIRE' as const,
  };
  const refuser = (motif: string): Lecture<ServiceFlux> => ({
    kind: 'refusee',
    motif,
    reste: debut ? { ...debut, fiche: null } : null,
  });
  if (lecture.kind === 'refusee') return refuser(lecture.motif);
  const fiche = {
    libelle: champs.obligatoire('libelle', 200),
    dateDebut: champs.jour('debut'),
    dateFin: champs.jour('fin'),
    engagementObligatoire: champs.booleen('engagement'),
  };
  const { dateDebut, dateFin } = fiche;
  if (dateDebut && dateFin && dateFin < dateDebut) champs.refuser('fin', 'avant le début');
  if (!debut || champs.motif !== null) return refuser(champs.motif ?? '');
  return { kind: 'lue', valeurs: [{ ...debut, fiche }] };
}
