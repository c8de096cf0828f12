// The floor of the managers' lists: bare routes that send the same statements and the same number of bytes.
import Fastify from 'fastify';
import type { FiltreDeFile } from '../../src/domain/demande/file.ts';
import { compteDesDemandes } from '../../src/domain/demande/queries-attente.ts';
import { demandesADecider } from '../../src/domain/demande/queries-file.ts';
import { structureGeree } from '../../src/domain/rattachement/queries-gestion.ts';
import { nomsDesStructuresGerees } from '../../src/domain/rattachement/queries-mes-structures.ts';
import { utilisateursDe } from '../../src/domain/rattachement/queries-utilisateurs.ts';
import { delegationsDe } from '../../src/domain/rattachement/queries-utilisateurs-fiche.ts';
import { lireSession } from '../../src/domain/session/queries.ts';
import { jourCivil } from '../../src/platform/clock.ts';
import { empreinte } from '../../src/platform/jetons.ts';
import { connect } from '../../src/platform/postgres/connect.ts';

const [, , databaseUrl = '', jeton = '', octetsFile = '0', octetsListe = '0', port = '0'] =
  process.argv;
const STRUCTURE = 1;
const FILE: FiltreDeFile = {
  structureId: null,
  nature: null,
  ageJours: null,
  texte: '',
  tri: 'ancien',
  page: 1,
  parPage: 20,
};
const LISTE = { texte: '', role: null, etat: null, page: 1, parPage: 20 };

const sql = connect(databaseUrl, { max: 10, name: 'plancher-gestion', indexesOnly: true });
const cle = empreinte(jeton);
const html = 'text/html; charset=utf-8';
const corps = (octets: string) => 'x'.repeat(Number(octets));
const [file, liste] = [corps(octetsFile), corps(octetsListe)];

async function session(jour: string): Promise<number> {
  const lue = await lireSession(sql, cle, jour);
  if (!lue) throw new Error('the benchmark’s session is gone');
  return lue.compteId;
}

const app = Fastify();
app.get('/file', async (_request, reply) => {
  const jour = jourCivil(new Date());
  const compteId = await session(jour);
  await Promise.all([
    compteDesDemandes(sql, compteId, jour),
    demandesADecider(sql, compteId, FILE, jour),
    nomsDesStructuresGerees(sql, compteId, jour),
  ]);
  return reply.type(html).send(file);
});
app.get('/liste', async (_request, reply) => {
  const jour = jourCivil(new Date());
  const compteId = await session(jour);
  await structureGeree(sql, compteId, STRUCTURE, jour);
  await Promise.all([
    utilisateursDe(sql, STRUCTURE, LISTE, jour),
    delegationsDe(sql, STRUCTURE, jour),
  ]);
  return reply.type(html).send(liste);
});
await app.listen({ host: '127.0.0.1', port: Number(port) });
process.stdout.write('ready\n');
