import { readFileSync } from 'node:fs';
import { connect } from '../../src/platform/postgres/connect.ts';
import { contenusDuLot } from '../../src/domain/notification/queries-releve.ts';
import { mouvementsDuLot } from '../../src/domain/notification/queries-mouvements.ts';
import { fenetreSuivante } from '../../src/domain/notification/queries-passage.ts';
const { portail } = JSON.parse(readFileSync('/tmp/lab/dig-pg.json', 'utf8'));
const st: {text:string, values: unknown[]}[] = [];
const sql = connect(portail, { max: 1, name: 'x', indexesOnly: true, onStatement: (text, values) => st.push({text, values}) });
let t = performance.now();
const f = await fenetreSuivante(sql, 'QUOTIDIEN');
console.log('fenetre', performance.now() - t, f);
const hebdo = process.argv[2] === 'hebdo';
const comptes = Array.from({length: 500}, (_, n) => 40000 + n);
const passage = { ...f, id: null, rythme: 'QUOTIDIEN', jour: '2026-11-24', hebdomadaire: hebdo } as const;
async function expliquer(f: (s: typeof sql) => Promise<unknown>, nom: string) {
  const n = st.length;
  await sql`set statement_timeout = '60s'`; await sql`set plan_cache_mode = force_custom_plan`;
  await f(sql).catch(() => 0);
  const s = st.slice(n).at(-1)!;
  for (let i=0;i<9;i++){ t = performance.now(); await f(sql); console.log(nom, performance.now() - t); }
  const rows = await sql.unsafe('explain (analyze, buffers, costs) ' + s.text, s.values as never);
  console.log(rows.map((r) => Object.values(r)[0]).join('\n'));
}
await expliquer((s) => contenusDuLot(s, comptes, passage, '2026-11-24'), 'contenus');
if (hebdo) await expliquer((s) => mouvementsDuLot(s, comptes, passage, '2026-11-24'), 'mouvements');
await sql.end();
