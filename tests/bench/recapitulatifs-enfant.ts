// The process that a benchmark of digests measures, slice by slice: a passage as a worker sends it, or nodemailer alone
// with the same mails.
import { once } from 'node:events';
import { createTransport, type SendMailOptions, type TransportOptions } from 'nodemailer';
import { composerReleve } from '../../src/domain/notification/composer-releve.ts';
import { contenusDe } from '../../src/domain/notification/queries-contenu.ts';
import type { Passage } from '../../src/domain/notification/queries-passage.ts';
import { envoyerReleves } from '../../src/jobs/releves.ts';
import { mailHtml, mailText } from '../../src/platform/mail/layout.tsx';
import { createMailer, type Mail } from '../../src/platform/mail/transport.ts';
import { connect } from '../../src/platform/postgres/connect.ts';
import { planForValues } from '../../src/platform/postgres/custom-plans.ts';
import type { Mesure } from './recapitulatifs.ts';

const [mode = '', url = '', smtpUrl = '', instantIso = '', tranche = ''] = process.argv.slice(2);
const JETON = 'x'.repeat(43);
const FROM = 'Portail <portail@example.org>';
const EXPEDITEUR = { publicUrl: 'https://p.example.org', serviceName: 'Portail', embedded: false };
const TRANCHE = Number(tranche);
/** Mails read together, and on their way together, by nodemailer alone: its pool never waits. */
const LUS = 500;
const EN_VOL = 16;

const instant = new Date(instantIso);
const sql = connect(url, {
  max: mode === 'nu' ? 1 : 10,
  name: 'bench',
  statementSeconds: 15,
  indexesOnly: true,
});
let memoire = 0;
const releve = setInterval(() => {
  memoire = Math.max(memoire, process.memoryUsage.rss());
}, 50);

let debut = { ms: 0, cpu: process.cpuUsage() };
// Listened to from the start on: nothing that is asked meanwhile is missed.
let demande = once(process, 'message');
async function attendreTranche(): Promise<void> {
  await demande;
  demande = once(process, 'message');
  debut = { ms: performance.now(), cpu: process.cpuUsage() };
}
function finirTranche(): void {
  const { user, system } = process.cpuUsage(debut.cpu);
  const mesure: Mesure = {
    dureeMs: performance.now() - debut.ms,
    cpuMs: (user + system) / 1000,
    memoire,
  };
  process.send?.(mesure);
}

// Holds the mails back at the end of each slice, until the next one is asked for; the last one ends with the passage.
async function passage(): Promise<void> {
  const mailer = createMailer({ smtpUrl, from: FROM, dkim: null });
  const [{ nombre } = { nombre: 0 }] = await sql<{ nombre: number }[]>`
    select count(*)::int as nombre from compte`;
  let [entres, partis, limite] = [0, 0, TRANCHE];
  let suite = Promise.withResolvers<void>();
  async function send(mail: Mail): Promise<void> {
    while (entres >= limite) await suite.promise;
    entres += 1;
    await mailer.send(mail);
    partis += 1;
    if (partis < limite || partis === nombre) return;
    finirTranche();
    void attendreTranche().then(() => {
      limite += TRANCHE;
      suite.resolve();
      suite = Promise.withResolvers();
    });
  }
  await attendreTranche();
  await envoyerReleves('QUOTIDIEN', {
    sql,
    clock: async () => instant,
    mailer: { send, close: () => undefined },
    expediteur: EXPEDITEUR,
    arrete: () => false,
    log: {
      warn: (details, message) => process.stderr.write(`${message} ${JSON.stringify(details)}\n`),
    },
  });
  finirTranche();
  mailer.close();
}

// The mails of a slice are written beforehand: only their sending counts.
async function nu(): Promise<void> {
  const transport = createTransport(
    { url: smtpUrl, pool: true, maxConnections: 5 } as TransportOptions,
    { from: FROM },
  );
  await planForValues(sql, 'session');
  const comptes = await sql<{ id: number }[]>`select id from compte order by id`;
  for (let n = 0; n < comptes.length; n += TRANCHE) {
    await attendreTranche();
    const file = (await ecrire(comptes.slice(n, n + TRANCHE).map(({ id }) => id))).values();
    debut = { ms: performance.now(), cpu: process.cpuUsage() };
    const vider = async () => {
      for (const mail of file) await transport.sendMail(mail);
    };
    await Promise.all(Array.from({ length: EN_VOL }, vider));
    finirTranche();
  }
  transport.close();
}

async function ecrire(comptes: number[]) {
  const [cut] = await sql<(Passage & { id: number })[]>`
    select id, rythme, jour, hebdomadaire, depuis::text as depuis,
      depuis_hebdo::text as depuis_hebdo, coupe::text as coupe, evenements_depuis,
      evenements_depuis_hebdo, recus_depuis, recus_depuis_hebdo, journal_depuis
    from releve where rythme = 'QUOTIDIEN' order by id desc limit 1`;
  if (!cut) throw new Error('no passage yet');
  const mails: SendMailOptions[] = [];
  for (let n = 0; n < comptes.length; n += LUS) {
    const contenus = await contenusDe(sql, comptes.slice(n, n + LUS), cut, cut.jour);
    for (const contenu of contenus) {
      const courriel = composerReleve(contenu, { ...cut, jeton: JETON }, EXPEDITEUR);
      mails.push({
        to: contenu.adresse,
        subject: courriel.title,
        text: mailText(courriel),
        html: mailHtml(courriel),
        messageId: `<${contenu.compteId}@example.org>`,
        headers: {
          'Content-Language': contenu.langue,
          'Auto-Submitted': 'auto-generated',
          'List-Unsubscribe': `<https://p.example.org/desabonnement/${JETON}>`,
          'List-Unsubscribe-Post': 'List-Unsubscribe=One-Click',
        },
      });
    }
  }
  return mails;
}

await (mode === 'nu' ? nu() : passage());
clearInterval(releve);
await sql.end();
process.disconnect();
