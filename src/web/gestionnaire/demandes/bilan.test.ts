// The address of a mass decision's report keeps why each request was left.
import { expect, test } from 'vitest';
import type { RefusAcceptation } from '../../../domain/abonnement/acceptation.ts';
import { LANGUES, textesDe } from '../../../platform/textes/index.ts';
import { adresseDuBilan, lireBilan } from './bilan.ts';
import { lireFiltre } from './form.ts';

// Each one that the domain may give of a whole request for espaces.
const REFUS: Record<Exclude<RefusAcceptation, 'horsDemande'>, true> = {
  nonRattache: true,
  horsDePortee: true,
  serviceInconnu: true,
  serviceFerme: true,
  espaceFerme: true,
  espaceParDefaut: true,
  espaceReserve: true,
  structureInactive: true,
  compteInactif: true,
  rienAccorde: true,
};

test.each(Object.keys(REFUS) as (keyof typeof REFUS)[])('%s is kept, and has words', (kind) => {
  const adresse = adresseDuBilan([{ demandeId: 12, resultat: { kind } }], lireFiltre({}));
  const query = Object.fromEntries(new URL(adresse, 'http://localhost').searchParams);
  expect(lireBilan(query)).toMatchObject({ ids: [12], raisons: new Map([[12, kind]]) });
  for (const langue of LANGUES) expect(textesDe(langue)(`gestion.refus.${kind}`)).toMatch(/[.:]$/);
});
