// What goes with an account's change of state, whoever decides it (model §6): sessions, mail, fil d'événements.

import type { Transaction } from '../../platform/postgres/sql.ts';
import type { Langue } from '../../platform/textes/index.ts';
import { annoncerAuCompte } from '../evenement/queries.ts';
import type { Courriel } from '../notification/notification.ts';
import { mettreEnFile } from '../notification/queries.ts';
import { terminerSessionsDuCompte } from '../session/queries.ts';

export type Passage = 'desactivation' | 'reactivation';

/** The account, as mail needs it. */
export type ComptePassant = {
  id: number;
  langue: Langue;
  nom: string;
  prenom: string;
  adresseElectronique: string | null;
};

/**
 * Ends the sessions of a deactivated account, tells a reactivated one on its feed, and writes to the person; `motif`: of
 * the référent who did it, none from MADRHAS, which reactivates without a mail. False when no mail leaves.
 */
export async function accompagnerPassage(
  tx: Transaction,
  compte: ComptePassant,
  { passage, motif }: { passage: Passage; motif?: string },
  instant: Date,
): Promise<boolean> {
  const { id: compteId, langue, nom, prenom, adresseElectronique: adresse } = compte;
  if (passage === 'desactivation')
    await terminerSessionsDuCompte(tx, compteId, 'COMPTE_DESACTIVE', instant);
  else await annoncerAuCompte(tx, compteId, 'COMPTE_REACTIVE', instant);
  const courriel = courrielDe(passage, motif);
  if (!courriel || adresse === null) return false;
  const destinataire = { compteId, adresse, langue, nomComplet: `${prenom} ${nom}` };
  await mettreEnFile(tx, courriel, destinataire, `${passage}-${instant.toISOString()}`, instant);
  return true;
}

function courrielDe(passage: Passage, motif: string | undefined): Courriel | undefined {
  const dit = motif === undefined ? {} : { motif };
  if (passage === 'desactivation') return { nature: 'COMPTE_DESACTIVE', ...dit };
  return motif === undefined ? undefined : { nature: 'COMPTE_REACTIVE', motif };
}
