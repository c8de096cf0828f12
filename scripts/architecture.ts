// Holds the floors of the house (design §3): arrows down only, no face imports another, no circle.
import { globSync } from 'node:fs';
import path from 'node:path';
import { cruise, type ICruiseResult, type IForbiddenRuleType } from 'dependency-cruiser';

const FACES = ['web', 'api', 'provisioning', 'evenements', 'jobs', 'pigp'];
const faces = `^src/(${FACES.join('|')})/`;
const BROWSER = '^src/web/scripts/';

function forbid(name: string, from: string, to: string, toNot?: string): IForbiddenRuleType {
  return {
    name,
    severity: 'error',
    from: { path: from },
    to: { path: to, ...(toNot ? { pathNot: toNot } : {}) },
  };
}

const RULES: IForbiddenRuleType[] = [
  forbid('platform-imports-only-platform', '^src/platform/', '^src/', '^src/platform/'),
  forbid('domain-imports-only-down', '^src/domain/', '^src/', '^src/(domain|platform)/'),
  ...FACES.map((face) =>
    forbid(`${face}-imports-no-other-face`, `^src/${face}/`, faces, `^src/${face}/`),
  ),
  forbid('faces-do-not-import-their-composers', faces, '^src/[^/]+\\.tsx?$'),
  forbid('browser-scripts-import-only-each-other', BROWSER, '^src/', BROWSER),
  forbid('pages-do-not-import-browser-scripts', '^src/(?!web/scripts/)', BROWSER),
  { name: 'no-circle', severity: 'error', from: {}, to: { circular: true } },
];

/**
 * Reads every module under `<root>/src` (tests apart, which may cross floors to set a scene) and gives the
 * forbidden imports. A count below that of the files would mean that the parser saw nothing: an error too.
 */
export async function checkArchitecture(root: string): Promise<string[]> {
  const files = globSync('src/**/*.{ts,tsx}', { cwd: root }).filter((file) => !isTest(file));
  const { output } = await cruise(files, {
    baseDir: root,
    parser: 'swc',
    validate: true,
    ruleSet: { forbidden: RULES },
    tsPreCompilationDeps: true,
    doNotFollow: { path: 'node_modules' },
    enhancedResolveOptions: { extensions: ['.ts', '.tsx', '.js'] },
  });
  const { modules, summary } = output as ICruiseResult;
  const seen = modules.filter(({ source }) => source.startsWith(`src${path.sep}`));
  const found = summary.violations.map(({ rule, from, to }) => `${rule.name}: ${from} → ${to}`);
  const arrows = seen.reduce((count, module) => count + module.dependencies.length, 0);
  if (seen.length < files.length || (files.length > 1 && arrows === 0)) {
    found.push(`only ${seen.length} of ${files.length} modules and ${arrows} imports were read`);
  }
  return found;
}

function isTest(file: string): boolean {
  return /\.test(-helper)?\.tsx?$/.test(file);
}

if (import.meta.main) {
  const found = await checkArchitecture(path.join(import.meta.dirname, '..'));
  for (const violation of found) process.stderr.write(`${violation}\n`);
  process.exitCode = found.length > 0 ? 1 : 0;
}
