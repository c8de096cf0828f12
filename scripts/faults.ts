// `npm run faults`: the fault tests in full, of which `npm test` plays a short sample; GRAINE plays one run again.
process.env['COUPURES'] ??= '50';
process.env['PERSONNES'] ??= '10000';
process.env['MORTS'] ??= '10';
process.argv.splice(2, 0, 'tests/faults');
await import('./test.ts');
