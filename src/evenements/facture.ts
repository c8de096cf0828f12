// One line of a call: an invoice's event as the wire writes it, checked field by field.
import { z } from 'zod';
import { STATUTS_DE_FACTURE } from '../domain/evenement/facture.ts';
import type { FactureRecue } from '../domain/evenement/reception.ts';
import { normaliserIdentifiant, TYPES_IDENTIFIANT } from '../domain/structure/structure.ts';

// What no database stores, what no screen shows, and what turns round the text beside it.
const INTERDITS = /[\p{Cc}\p{Cf}\p{Cs}\p{Zl}\p{Zp}\ufffd]/u;
const MOTIF_MAX = 255;
const EUROS_MAX = 1e12;

const texte = (max: number) =>
  z
    .string()
    .max(max * 2)
    .transform((valeur) => valeur.trim())
    .refine((valeur) => valeur !== '' && [...valeur].length <= max && !INTERDITS.test(valeur));

/** Empty says the same as absent. */
const texteOuRien = (max: number) =>
  z
    .string()
    // Line breaks of a reason typed in a form are spaces here.
    .transform((valeur) => valeur.replace(/\s+/g, ' ').trim() || null)
    .pipe(texte(max).nullable())
    .nullish();

const partie = {
  typeIdentifiant: z.enum(TYPES_IDENTIFIANT),
  identifiant: texte(50).transform(normaliserIdentifiant),
};

const facture = z.object({
  idEvenement: texte(200),
  dateEvenement: z.iso.datetime({ offset: true }).transform((valeur) => new Date(valeur)),
  numeroFacture: texte(50),
  statut: z.enum(STATUTS_DE_FACTURE),
  emetteur: z.object(partie),
  destinataire: z.object({ ...partie, codeService: texteOuRien(100) }),
  montantTtc: z
    .number()
    .min(-EUROS_MAX)
    .max(EUROS_MAX)
    .refine((valeur) => Math.round(valeur * 100) / 100 === valeur)
    .nullish(),
  motif: texteOuRien(MOTIF_MAX),
});

export type LectureDeFacture =
  | { kind: 'lue'; facture: FactureRecue }
  | { kind: 'illisible' }
  | { kind: 'invalide'; idEvenement: string | null; champ: string };

const utf8 = new TextDecoder('utf-8', { fatal: true });

/** Reads a line; a refusal names the first field that is wrong. */
export function lireFacture(octets: Buffer): LectureDeFacture {
  const lu = lireJson(octets);
  if (lu === null || typeof lu !== 'object' || Array.isArray(lu)) return { kind: 'illisible' };
  const resultat = facture.safeParse(lu);
  if (!resultat.success) {
    const champ = resultat.error.issues[0]?.path.join('.') ?? '';
    return { kind: 'invalide', idEvenement: idDe(lu), champ };
  }
  const { destinataire, montantTtc, motif, ...reste } = resultat.data;
  const { codeService, ...recepteur } = destinataire;
  return {
    kind: 'lue',
    facture: {
      ...reste,
      destinataire: recepteur,
      codeService: codeService ?? null,
      montantTtc: montantTtc ?? null,
      motif: motif ?? null,
    },
  };
}

function lireJson(octets: Buffer): unknown {
  try {
    return JSON.parse(utf8.decode(octets));
  } catch {
    return null;
  }
}

// Given back so that the sender finds the line again, as long as it is one.
function idDe(lu: object): string | null {
  const { idEvenement } = lu as { idEvenement?: unknown };
  return typeof idEvenement === 'string' ? idEvenement.slice(0, 200) : null;
}
