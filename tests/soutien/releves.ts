// Runs the passages of the digests as a worker would, against a relay of the test.
import { afterAll, vi } from 'vitest';
import { enregistrerParametres } from '../../src/domain/compte/actions-parametres.ts';
import type { Preferences } from '../../src/domain/notification/preferences.ts';
import type { RythmeDeReleve } from '../../src/domain/notification/releve.ts';
import { envoyerReleves } from '../../src/jobs/releves.ts';
import { jourCivil } from '../../src/platform/clock.ts';
import { createMailer, type MailSettings } from '../../src/platform/mail/transport.ts';
import type { BaseDeTest } from './base-de-test.ts';
import { type CourrielLu, lireCourriel } from './courriel-lu.ts';
import { ouvrirRelais } from './relais.ts';
import { creerCompte, INSTANT } from './scene.ts';

export const PORTAIL = 'https://portail.example.org';

type Recu = CourrielLu & { destinataire: string };

/** A relay, and passages that send to it. */
export async function ouvrirBoiteDeReleves(base: BaseDeTest, mail: Partial<MailSettings> = {}) {
  const recus: Recu[] = [];
  /** What the relay refuses, and what happens as it takes a mail: tests change them. */
  const conduite = {
    refuser: (_adresse: string): boolean | string => false,
    recevoir: () => undefined as unknown,
    /** What happens once a mail was read, before it leaves. */
    avant: async (_adresse: string): Promise<void> => undefined,
  };
  const relais = await ouvrirRelais({
    refuser: ({ destinataire }) => conduite.refuser(destinataire),
    recevoir({ destinataire, source }) {
      recus.push({ destinataire, ...lireCourriel(source) });
      conduite.recevoir();
    },
  });
  const from = 'Portail <portail@example.org>';
  const ouvrir = (smtpUrl: string) => createMailer({ smtpUrl, from, dkim: null, ...mail });
  const mailers = { ouvert: ouvrir(relais.smtpUrl), muet: ouvrir('smtp://127.0.0.1:9') };
  afterAll(async () => {
    mailers.ouvert.close();
    mailers.muet.close();
    await relais.stop();
  });

  async function passer(rythme: RythmeDeReleve, instant: Date, relaisMuet = false): Promise<void> {
    await toutEstVu(base);
    await envoyer(rythme, instant, relaisMuet);
  }

  // At once, other transactions running or not.
  async function envoyer(rythme: RythmeDeReleve, instant: Date, relaisMuet = false): Promise<void> {
    await envoyerReleves(rythme, {
      sql: base.sql,
      clock: async () => instant,
      mailer: {
        async send(mail) {
          await conduite.avant(mail.to);
          await (relaisMuet ? mailers.muet : mailers.ouvert).send(mail);
        },
        close: () => undefined,
      },
      expediteur: { publicUrl: PORTAIL, serviceName: 'Portail Chorus', embedded: false },
      arrete: () => false,
      log: { warn: () => undefined },
    });
  }

  return {
    conduite,
    passer,
    toutEstVu: () => toutEstVu(base),
    envoyer,
    recus,
    pour: (adresse: string) => recus.filter(({ destinataire }) => destinataire === adresse),
    /** Leaves behind all that happened, as the weekly digest of this instant would: the next ones tell what comes after. */
    async repartir(instant: Date): Promise<void> {
      await toutEstVu(base);
      await base.sql`delete from envoi where id in (select envoi_id from releve_envoi)`;
      await base.sql`delete from releve_lot`;
      await base.sql`delete from releve`;
      await base.sql`
        insert into releve (rythme, jour, hebdomadaire, depuis, depuis_hebdo, coupe, coupe_le,
          evenements_depuis, evenements_depuis_hebdo, recus_depuis, recus_depuis_hebdo,
          journal_depuis)
        select rythme, ${jourCivil(instant)}, rythme = 'QUOTIDIEN', x, x, x, ${instant}, 0, 0,
          ${instant}, ${instant}, 0
        from pg_current_xact_id() x, unnest(array['IMMEDIAT', 'QUOTIDIEN']) rythme`;
      recus.length = 0;
      conduite.refuser = () => false;
      conduite.recevoir = () => undefined;
      conduite.avant = async () => undefined;
    },
  };
}

/**
 * Waits for the transactions that run now to be over: ids of transactions are one sequence for all databases of a cluster,
 * so that another file's test holds the cut back.
 */
export async function toutEstVu({ sql }: BaseDeTest): Promise<void> {
  const [ici] = await sql<{ suivante: string }[]>`
    select pg_snapshot_xmax(pg_current_snapshot())::text as suivante`;
  const vu = async () => {
    const [row] = await sql`
      select pg_snapshot_xmin(pg_current_snapshot()) >= ${ici?.suivante ?? '0'}::xid8 as vu`;
    return row?.['vu'];
  };
  await vi.waitUntil(vu, { timeout: 20_000, interval: 20 });
}

let rang = 0;
/** An account with an address of its own. */
export async function lecteur(base: BaseDeTest, champs: Record<string, unknown> = {}) {
  rang += 1;
  const adresse = `lecteur-${rang}@terneuil.fr`;
  const id = await creerCompte(base.sql, { adresseElectronique: adresse, ...champs });
  return { id, adresse };
}

/** Stores choices as « Mes paramètres » does. */
export async function choisir(
  { sql }: BaseDeTest,
  compteId: number,
  rythmes: Partial<Preferences>,
  recevoirNotifications = true,
): Promise<void> {
  const [row] = await sql<{ version: number }[]>`
    select version_parametres as version from compte where id = ${compteId}`;
  const parametres = { langue: 'fr', recevoirNotifications, rythmes } as const;
  const saisie = { parametres, version: row?.version ?? 1 };
  const fait = await enregistrerParametres(sql, compteId, saisie, INSTANT);
  if (fait.kind !== 'enregistres') throw new Error(fait.kind);
}

/** How many pièces jointes a digest says were rejected: the same sentence is said once, with how often. */
export function piecesDites(texte: string): number {
  const dites = texte.matchAll(/L’antivirus a trouvé[^(\n]*effacé\.(?: \((\d+)\sfois\))?/g);
  return [...dites].reduce((somme, [, fois]) => somme + Number(fois ?? 1), 0);
}
