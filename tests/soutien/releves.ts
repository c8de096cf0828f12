// Runs the passages of the digests as a worker would, against a relay of the test.
import { afterAll } from 'vitest';
import type { RythmeDeReleve } from '../../src/domain/notification/releve.ts';
import { envoyerReleves } from '../../src/jobs/releves.ts';
import { createMailer, type MailSettings } from '../../src/platform/mail/transport.ts';
import type { BaseDeTest } from './base-de-test.ts';
import { type CourrielLu, lireCourriel } from './courriel-lu.ts';
import { ouvrirRelais } from './relais.ts';
import { creerCompte } from './scene.ts';

export const PORTAIL = 'https://portail.example.org';

type Recu = CourrielLu & { destinataire: string };

/** A relay, and passages that send to it. */
export async function ouvrirBoiteDeReleves(base: BaseDeTest, mail: Partial<MailSettings> = {}) {
  const recus: Recu[] = [];
  /** What the relay refuses, and what happens as it takes a mail: tests change them. */
  const conduite = { refuser: (_adresse: string) => false, recevoir: () => undefined as unknown };
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

  async function passer(rythme: RythmeDeReleve, instant: Date, relaisMuet = false, sql = base.sql) {
    await envoyerReleves(rythme, {
      sql,
      clock: async () => instant,
      mailer: relaisMuet ? mailers.muet : mailers.ouvert,
      expediteur: { publicUrl: PORTAIL, serviceName: 'Portail Chorus', embedded: false },
      arrete: () => false,
      log: { warn: () => undefined },
    });
  }

  return {
    conduite,
    passer,
    recus,
    pour: (adresse: string) => recus.filter(({ destinataire }) => destinataire === adresse),
    /** Leaves behind all that happened: the next passages tell what comes after this instant. */
    async repartir(instant: Date): Promise<void> {
      await base.sql`delete from envoi where id in (select envoi_id from releve_envoi)`;
      await base.sql`delete from releve_lot`;
      await base.sql`delete from releve where jour > '2000-01-03'`;
      await base.sql`
        update releve set coupe = pg_current_xact_id(), coupe_le = ${instant}`;
      recus.length = 0;
      conduite.refuser = () => false;
      conduite.recevoir = () => undefined;
    },
  };
}

let rang = 0;
/** An account with an address of its own. */
export async function lecteur(base: BaseDeTest, champs: Record<string, unknown> = {}) {
  rang += 1;
  const adresse = `lecteur-${rang}@terneuil.fr`;
  const id = await creerCompte(base.sql, { adresseElectronique: adresse, ...champs });
  return { id, adresse };
}
