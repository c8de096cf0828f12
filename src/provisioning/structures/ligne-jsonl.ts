// One line of a structures file (demo/structures.jsonl), checked and brought to one form.
import { z } from 'zod';
import { texte, texteObligatoire } from '../../domain/compte/valeurs.ts';
import type { StructureFlux } from '../../domain/structure/flux.ts';
import {
  normaliserIdentifiant,
  PARAMETRES,
  type Parametres,
  siretValide,
  TYPES_IDENTIFIANT,
  TYPES_STRUCTURE,
} from '../../domain/structure/structure.ts';
import { Adresse, champsAdresse, courriel, numero } from '../valeurs-flux.ts';

const SERVICES_MAX = 10_000;

const Service = z
  .object({
    code: texteObligatoire(100),
    libelle: texteObligatoire(200),
    dateDebut: z.iso.date().nullable(),
    dateFin: z.iso.date().nullable(),
    engagementObligatoire: z.boolean(),
  })
  .refine(({ dateDebut, dateFin }) => !dateDebut || !dateFin || dateDebut <= dateFin, {
    path: ['dateFin'],
    message: 'avant la date de début',
  });

const SANS_PARAMETRE = Object.fromEntries(PARAMETRES.map((nom) => [nom, false])) as Parametres;
const facultatif = <S extends z.ZodType>(schema: S) =>
  schema.nullish().transform((valeur) => valeur ?? null);

/** The schema of a line; `controleSiret`: a SIRET must have its key (the guide's two have not). */
export function ligneJsonl({
  controleSiret,
}: {
  controleSiret: boolean;
}): z.ZodType<StructureFlux> {
  return z
    .object({
      typeIdentifiant: z.enum(TYPES_IDENTIFIANT),
      identifiant: texteObligatoire(50).transform(normaliserIdentifiant),
      typeStructure: z.enum(TYPES_STRUCTURE),
      statut: z.enum(['ACTIF', 'INACTIF']).default('ACTIF'),
      raisonSociale: texteObligatoire(300),
      libelle: facultatif(texte(300)),
      adresse: Adresse,
      departement: facultatif(z.string().regex(/^(\d{2}|2[AB]|9[78]\d)$/)),
      telephone: facultatif(texte(40)),
      adresseElectronique: facultatif(courriel),
      population: facultatif(z.int().min(0)),
      source: z.enum(['ANNUAIRE', 'COMMUNES']).default('ANNUAIRE'),
      parametres: z.partialRecord(z.enum(PARAMETRES), z.boolean()).default({}),
      services: z
        .array(Service)
        .max(SERVICES_MAX)
        .refine((services) => new Set(services.map(({ code }) => code)).size === services.length, {
          message: 'deux fois le même code',
        })
        .default([]),
    })
    .refine(
      ({ typeIdentifiant, identifiant }) =>
        !controleSiret || typeIdentifiant !== 'SIRET' || siretValide(identifiant),
      { path: ['identifiant'], message: 'SIRET sans sa clé' },
    )
    .transform(
      ({ typeIdentifiant, identifiant, source, services, adresse, parametres, ...ligne }, ctx) => {
        const champs = champsAdresse(adresse);
        const telephone = numero(ligne.telephone, 'telephone', champs.adressePays, ctx);
        const fiche = { ...SANS_PARAMETRE, ...parametres, ...ligne, ...champs, telephone };
        return { typeIdentifiant, identifiant, source, services, fiche };
      },
    );
}
