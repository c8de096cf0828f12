import { test } from 'vitest';
import { baseDeTest } from '../../tests/soutien/base-de-test.ts';
import { essai, personne, attache } from './madrhas/essai.test-helper.ts';
const base = await baseDeTest();
const { importer, structures } = await essai(base);
test('perf', { timeout: 600_000 }, async () => {
  await base.regler('2026-11-23T09:00:00Z');
  await structures(10_000);
  const N = 100_000;
  const l = Array.from({ length: N }, (_, n) => personne(n, { rattachements: [attache(1 + (n % 10_000), n < 10_000 ? 'GESTIONNAIRE_PRINCIPAL' : 'UTILISATEUR', { services: n % 3 ? [] : ['A', 'B'] })] }));
  for (const [nom, lignes, o] of [['create', l, {}], ['again', l, {}], ['complete', l, { complet: true }], ['tel', l.map((x) => ({ ...x, telephone: '+33199000009' })), {}]] as const) {
    const t = Date.now(); const { bilan } = await importer([...lignes], o);
    console.log(nom, Date.now() - t, 'ms', JSON.stringify(bilan), Math.round(process.memoryUsage().rss / 1e6));
  }
});
