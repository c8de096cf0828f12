// The two floors of the benchmark: the least that a page can cost here, and the least that any page can.
import Fastify from 'fastify';
import { abonnementsDuCompte } from '../../src/domain/abonnement/queries-liste.ts';
import { trouverCompte } from '../../src/domain/compte/queries.ts';
import { rattachementsDuCompte } from '../../src/domain/rattachement/queries.ts';
import { lireSession } from '../../src/domain/session/queries.ts';
import { jourCivil } from '../../src/platform/clock.ts';
import { empreinte } from '../../src/platform/jetons.ts';
import { connect } from '../../src/platform/postgres/connect.ts';

const STATIC_BYTES = 40_000;
/** What « Mon compte » shows of the rattachements. */
const RATTACHEMENTS_MONTRES = { texte: '', etat: null, page: 1, parPage: 5 };
const [, , databaseUrl = '', jeton = '', bytes = '0', port = '0'] = process.argv;

const sql = connect(databaseUrl, { max: 10, name: 'plancher' });
const cle = empreinte(jeton);
const constant = 'x'.repeat(Number(bytes));
const page = `<!doctype html>${'x'.repeat(STATIC_BYTES - 15)}`;
const html = 'text/html; charset=utf-8';

const app = Fastify();
// The same statements and round trips as GET /mon-compte, the same byte count, a constant body.
app.get('/memes-requetes', async (_request, reply) => {
  const instant = new Date();
  const jour = jourCivil(instant);
  const session = await lireSession(sql, cle, jour);
  if (!session) throw new Error('the benchmark’s session is gone');
  const { compteId } = session;
  await Promise.all([
    trouverCompte(sql, compteId, instant),
    rattachementsDuCompte(sql, compteId, RATTACHEMENTS_MONTRES, jour),
    abonnementsDuCompte(sql, compteId, RATTACHEMENTS_MONTRES, jour),
  ]);
  return reply.type(html).send(constant);
});
app.get('/statique', (_request, reply) => reply.type(html).send(page));
await app.listen({ host: '127.0.0.1', port: Number(port) });
process.stdout.write('ready\n');
