// One line of the MADRHAS feed (madrhas-feed.md), checked and brought to one form.
import { z } from 'zod';
import type { LigneFlux } from '../../domain/compte/flux.ts';
import { texte, texteObligatoire } from '../../domain/compte/valeurs.ts';
import { cleStructure } from '../../domain/rattachement/flux.ts';
import { ROLES } from '../../domain/rattachement/rattachement.ts';
import { normaliserIdentifiant, TYPES_IDENTIFIANT } from '../../domain/structure/structure.ts';
import { Adresse, champsAdresse, courriel, numero } from '../valeurs-flux.ts';

const RATTACHEMENTS_MAX = 2_000;
const SERVICES_MAX = 2_000;

const Rattachement = z
  .object({
    typeIdentifiant: z.enum(TYPES_IDENTIFIANT),
    identifiant: texteObligatoire(50).transform(normaliserIdentifiant),
    role: z.enum(ROLES),
    dateDebut: z.iso.date(),
    dateFin: z.iso.date().nullable(),
    services: z.array(texteObligatoire(100)).max(SERVICES_MAX),
  })
  .refine(({ dateDebut, dateFin }) => dateFin === null || dateDebut <= dateFin, {
    path: ['dateFin'],
    message: 'avant la date de début',
  })
  .refine(({ role, dateFin }) => role !== 'GESTIONNAIRE_PRINCIPAL' || dateFin === null, {
    path: ['dateFin'],
    message: 'un gestionnaire principal n’a pas de date de fin',
  })
  .transform((entree) => ({ ...entree, services: [...new Set(entree.services)].sort() }));

const Referent = z.object({
  departements: z.union([
    z.literal('national'),
    z.array(z.string().regex(/^(\d{2}|2[AB]|9[78]\d)$/)).max(120),
  ]),
});

const SANS_BLANC = /^\S+$/;

/**
 * The schema of a line. Every field must be there, null when the feed knows nothing; `referent` is
 * optional.
 */
export const LigneMadrhas = z
  .object({
    idMadrhas: texteObligatoire(100),
    identifiantConnexion: texteObligatoire(100)
      .refine((valeur) => SANS_BLANC.test(valeur), 'caractères interdits')
      .transform((valeur) => valeur.toLowerCase()),
    civilite: z.enum(['M', 'MME']).nullable(),
    nom: texteObligatoire(100),
    prenom: texteObligatoire(100),
    adresseElectronique: courriel,
    adresse: Adresse,
    telephone: texte(40).nullable(),
    fax: texte(40).nullable(),
    langue: z.enum(['FR', 'EN']),
    etat: z.enum(['ACTIF', 'INACTIF']),
    referent: Referent.nullish(),
    rattachements: z
      .array(Rattachement)
      .max(RATTACHEMENTS_MAX)
      .refine((entrees) => new Set(entrees.map(cleStructure)).size === entrees.length, {
        message: 'deux fois la même structure',
      }),
  })
  .transform(({ adresse, langue, referent, rattachements, ...ligne }, contexte): LigneFlux => {
    const champs = champsAdresse(adresse);
    const departements = referent?.departements ?? [];
    return {
      ...ligne,
      ...champs,
      telephone: numero(ligne.telephone, 'telephone', champs.adressePays, contexte),
      fax: numero(ligne.fax, 'fax', champs.adressePays, contexte),
      langue: langue === 'EN' ? 'en' : 'fr',
      referentNational: departements === 'national',
      referentDepartements: departements === 'national' ? [] : [...new Set(departements)].sort(),
      rattachements: rattachements.sort((a, b) => (cleStructure(a) < cleStructure(b) ? -1 : 1)),
    };
  });
