// One line of a structures file in JSON (demo/structures.jsonl), checked and brought to one form.
import { z } from 'zod';
import { texte, texteObligatoire } from '../../../domain/compte/valeurs.ts';
import {
  type ColonneFiche,
  type FicheFlux,
  type FicheServiceFlux,
  SOURCES_FLUX,
  type SourceFlux,
} from '../../../domain/structure/flux.ts';
import { bienForme } from '../../../domain/structure/identifiant.ts';
import {
  normaliserIdentifiant,
  PARAMETRES,
  type Parametres,
  siretValide,
  TYPES_IDENTIFIANT,
  TYPES_STRUCTURE,
  type TypeIdentifiant,
} from '../../../domain/structure/structure.ts';
import { Adresse, champsAdresse, courriel, numero } from '../../valeurs-flux.ts';
import { formeAttendue } from '../identifiants.ts';

const SERVICES_MAX = 10_000;

/** What a line gives of a structure; a field that it leaves out says that there is none. */
export const COLONNES = [
  'typeStructure',
  'statut',
  'raisonSociale',
  'libelle',
  'adresseLigne',
  'adresseComplement1',
  'adresseCodePostal',
  'adresseVille',
  'adressePays',
  'departement',
  'telephone',
  'adresseElectronique',
  'population',
  ...PARAMETRES,
] as const satisfies readonly ColonneFiche[];

/** What a line says. */
export type StructureJson = {
  typeIdentifiant: TypeIdentifiant;
  identifiant: string;
  source: SourceFlux;
  fiche: Pick<FicheFlux, (typeof COLONNES)[number]>;
  services: ({ code: string } & FicheServiceFlux)[];
};

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
export function ligneJson({ controleSiret }: { controleSiret: boolean }): z.ZodType<StructureJson> {
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
      source: z.enum(SOURCES_FLUX).default('ANNUAIRE'),
      parametres: z.partialRecord(z.enum(PARAMETRES), z.boolean()).default({}),
      services: z
        .array(Service)
        .max(SERVICES_MAX)
        .refine((services) => new Set(services.map(({ code }) => code)).size === services.length, {
          message: 'deux fois le même code',
        })
        .default([]),
    })
    .superRefine(({ typeIdentifiant, identifiant }, contexte) => {
      const refuser = (message: string) =>
        contexte.addIssue({ code: 'custom', path: ['identifiant'], message });
      if (!bienForme(typeIdentifiant, identifiant)) refuser(formeAttendue(typeIdentifiant));
      else if (controleSiret && typeIdentifiant === 'SIRET' && !siretValide(identifiant))
        refuser('SIRET sans sa clé');
    })
    .transform(
      ({ typeIdentifiant, identifiant, source, services, adresse, parametres, ...ligne }, ctx) => {
        const { adresseComplement, ...lieu } = champsAdresse(adresse);
        const telephone = numero(ligne.telephone, 'telephone', lieu.adressePays, ctx);
        const adresseComplement1 = adresseComplement;
        const fiche = { ...ligne, ...lieu, adresseComplement1, telephone };
        const parametree = { ...SANS_PARAMETRE, ...parametres, ...fiche };
        return { typeIdentifiant, identifiant, source, services, fiche: parametree };
      },
    );
}
