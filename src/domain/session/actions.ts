// Opening and ending sessions: sign-in, sign-out, PIGP's logout.

import { jourCivil } from '../../platform/clock.ts';
import { empreinte, nouveauJeton } from '../../platform/jetons.ts';
import type { Sql, Transaction } from '../../platform/postgres/sql.ts';
import { decideConnexion, type IdentiteOidc, type RaisonDeRefus } from '../compte/compte.ts';
import { comptesAConnecter, lierIdentite, trouverCompte } from '../compte/queries.ts';
import type { LigneDeJournal } from '../journal/journal.ts';
import { journaliser, journaliserTout } from '../journal/queries.ts';
import { mettreEnFile } from '../notification/queries.ts';
import {
  consommerJetonDeconnexion,
  insererSession,
  terminerSession,
  terminerSessionsPigp,
} from './queries.ts';

/** What a verified OpenID answer gives. */
export type Connexion = IdentiteOidc & { sid: string | null };

export type ResultatConnexion =
  | { kind: 'ouverte'; jeton: string; compteId: number }
  | { kind: 'refusee'; raison: RaisonDeRefus };

/**
 * Opens a session for a proved identity, under a new id (the former one ends), and binds the account at its
 * first sign-in. `ancien` is the token of the session that the browser still held.
 */
export function ouvrirSession(
  sql: Sql,
  connexion: Connexion,
  ancien: string | null,
  instant: Date,
): Promise<ResultatConnexion> {
  return sql.begin(async (tx): Promise<ResultatConnexion> => {
    const { lie, nomme } = await comptesAConnecter(tx, connexion);
    const decision = decideConnexion(connexion, lie, nomme);
    if (decision.kind === 'refusee') {
      if (decision.compteId !== null)
        await refuser(tx, decision.compteId, decision.raison, instant);
      return { kind: 'refusee', raison: decision.raison };
    }
    const { compteId } = decision;
    const ligne = {
      instant,
      acteurCompteId: compteId,
      objet: 'compte',
      objetId: compteId,
      compteId,
    } as const;
    if (decision.lier) {
      await lierIdentite(tx, compteId, connexion);
      await journaliser(tx, { ...ligne, acte: 'IDENTITE_LIEE' });
    }
    if (ancien) await terminerSession(tx, empreinte(ancien), 'NOUVELLE_CONNEXION', instant);
    const jeton = nouveauJeton();
    await insererSession(
      tx,
      { empreinte: empreinte(jeton), compteId, identite: connexion, sid: connexion.sid },
      instant,
    );
    await journaliser(tx, { ...ligne, acte: 'CONNEXION' });
    return { kind: 'ouverte', jeton, compteId };
  });
}

// A refused sign-in is journaled; a bound mismatch is told to the account's owner, once a day (model §6).
async function refuser(
  tx: Transaction,
  compteId: number,
  raison: RaisonDeRefus,
  instant: Date,
): Promise<void> {
  await journaliser(tx, {
    instant,
    acteurCompteId: null,
    acte: 'CONNEXION_REFUSEE',
    objet: 'compte',
    objetId: compteId,
    compteId,
    details: { raison },
  });
  if (raison !== 'lieAAutrui') return;
  const compte = await trouverCompte(tx, compteId, instant);
  if (!compte?.adresseElectronique) return;
  const { adresseElectronique: adresse, langue, prenom, nom } = compte;
  const destinataire = { compteId, adresse, langue, nomComplet: `${prenom} ${nom}` };
  await mettreEnFile(
    tx,
    { nature: 'CONNEXION_REFUSEE' },
    destinataire,
    jourCivil(instant),
    instant,
  );
}

/** Ends the session that a cookie names (« Se déconnecter »). */
export function fermerSession(sql: Sql, jeton: string, instant: Date): Promise<void> {
  return sql.begin(async (tx) => {
    const compteId = await terminerSession(tx, empreinte(jeton), 'DECONNEXION', instant);
    if (compteId !== undefined) await journaliser(tx, deconnexion(compteId, instant));
  });
}

/** A verified logout token (OpenID Connect Back-Channel Logout 1.0). */
export type JetonDeconnexion = {
  issuer: string;
  jti: string;
  sid: string | null;
  sub: string | null;
  expireLe: Date;
};

/** Ends the sessions that PIGP closed; a token seen before changes nothing. */
export function fermerSessionsPigp(
  sql: Sql,
  jeton: JetonDeconnexion,
  instant: Date,
): Promise<{ kind: 'fermees'; nombre: number } | { kind: 'dejaVu' }> {
  return sql.begin(async (tx) => {
    const nouveau = await consommerJetonDeconnexion(tx, jeton.issuer, jeton.jti, jeton.expireLe);
    if (!nouveau) return { kind: 'dejaVu' };
    const comptes = await terminerSessionsPigp(tx, jeton, instant);
    const lignes = [...comptes].map((compteId) => deconnexion(compteId, instant));
    await journaliserTout(tx, lignes);
    return { kind: 'fermees', nombre: comptes.length };
  });
}

function deconnexion(compteId: number, instant: Date): LigneDeJournal {
  const ligne = { instant, acteurCompteId: compteId, objet: 'compte', objetId: compteId } as const;
  return { ...ligne, compteId, acte: 'DECONNEXION' };
}
