// The process that a benchmark of digests measures: a passage as a worker sends it, or nodemailer alone with the same mails.
import { createTransport, type TransportOptions } from 'nodemailer';
import { composerReleve } from '../../src/domain/notification/composer-releve.ts';
import { contenusDe } from '../../src/domain/notification/queries-contenu.ts';
import type { Passage } from '../../src/domain/notification/queries-passage.ts';
import { envoyerReleves } from '../../src/jobs/releves.ts';
import { mailHtml, mailText } from '../../src/platform/mail/layout.tsx';
import { createMailer } from '../../src/platform/mail/transport.ts';
import { connect } from '../../src/platform/postgres/connect.ts';
import { planForValues } from '../../src/platform/postgres/custom-plans.ts';

const [mode = '', url = '', smtpUrl = '', instantIso = ''] = process.argv.slice(2);
const FROM = 'Portail <portail@example.org>';
const EXPEDITEUR = { publicUrl: 'https://p.example.org', serviceName: 'Portail', embedded: false };
const LOT = 500;

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

async function passage(): Promise<number> {
  const mailer = createMailer({ smtpUrl, from: FROM, dkim: null });
  const debut = performance.now();
  await envoyerReleves('QUOTIDIEN', {
    sql,
    clock: async () => instant,
    mailer,
    expediteur: EXPEDITEUR,
    arrete: () => false,
    log: {
      warn: (details, message) => process.stderr.write(`${message} ${JSON.stringify(details)}\n`),
    },
  });
  const duree = performance.now() - debut;
  mailer.close();
  return duree;
}

// The mails are written beforehand, some hundreds at a time: only their sending counts.
async function nu(): Promise<number> {
  const transport = createTransport(
    { url: smtpUrl, pool: true, maxConnections: 5 } as TransportOptions,
    { from: FROM },
  );
  const [cut] = await sql<(Passage & { id: number })[]>`
    select id, rythme, jour, hebdomadaire, depuis::text as depuis,
      depuis_hebdo::text as depuis_hebdo, coupe::text as coupe, evenements_depuis,
      evenements_depuis_hebdo, recus_depuis, recus_depuis_hebdo, journal_depuis
    from releve where rythme = 'QUOTIDIEN' order by id desc limit 1`;
  if (!cut) throw new Error('no passage yet');
  await planForValues(sql, 'session');
  const comptes = await sql<{ id: number }[]>`select id from compte order by id`;
  let duree = 0;
  for (let n = 0; n < comptes.length; n += LOT) {
    const ids = comptes.slice(n, n + LOT).map(({ id }) => id);
    const contenus = await contenusDe(sql, ids, cut, cut.jour);
    const mails = contenus.map((contenu) => {
      const edition = { ...cut, jeton: 'x'.repeat(43) };
      const courriel = composerReleve(contenu, edition, EXPEDITEUR);
      return {
        to: contenu.adresse,
        subject: courriel.title,
        text: mailText(courriel),
        html: mailHtml(courriel),
        messageId: `<${contenu.compteId}@example.org>`,
        headers: {
          'Content-Language': contenu.langue,
          'Auto-Submitted': 'auto-generated',
          'List-Unsubscribe': `<https://p.example.org/desabonnement/${'x'.repeat(43)}>`,
          'List-Unsubscribe-Post': 'List-Unsubscribe=One-Click',
        },
      };
    });
    const debut = performance.now();
    await Promise.all(mails.map((mail) => transport.sendMail(mail)));
    duree += performance.now() - debut;
  }
  transport.close();
  return duree;
}

const cpu = process.cpuUsage();
const dureeMs = mode === 'nu' ? await nu() : await passage();
const { user, system } = process.cpuUsage(cpu);
clearInterval(releve);
await sql.end();
process.stdout.write(JSON.stringify({ dureeMs, memoire, cpuMs: (user + system) / 1000 }));
