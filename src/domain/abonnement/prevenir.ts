// The service mail of espaces lost with what carried them, where no other mail tells it (model §6).
import type { Transaction } from '../../platform/postgres/sql.ts';
import type { EspaceTenu } from '../espace/espace.ts';
import { mettreEnFilePourTous } from '../notification/queries.ts';
import type { Perdus } from './fins.ts';

/** Tells each person, once a structure, which espaces and requests ended with their rattachement. */
export async function prevenirDesPerdus(
  tx: Transaction,
  { finis, demandes }: Perdus,
  instant: Date,
): Promise<void> {
  if (finis.length + demandes.length === 0) return;
  const catalogue = await tx<EspaceTenu[]>`
    select code, libelle_fr, libelle_en from espace order by ordre`;
  const cle = (t: { compteId: number; structureId: number }) => `${t.compteId} ${t.structureId}`;
  const [perdus, closes] = [Map.groupBy(finis, cle), Map.groupBy(demandes, cle)];
  const noms = await designations(
    tx,
    [...finis, ...demandes].map(({ structureId }) => structureId),
  );
  for (const touche of new Map([...finis, ...demandes].map((t) => [cle(t), t])).values()) {
    const { compteId, structureId } = touche;
    const codes = new Set(perdus.get(cle(touche))?.map(({ espace }) => espace));
    const espaces = catalogue.filter(({ code }) => codes.has(code));
    const demandesCloses = closes.get(cle(touche))?.length ?? 0;
    const perte =
      espaces.length > 0
        ? ({ perte: 'ESPACE_FINI', espaces, demandesCloses } as const)
        : ({ perte: 'DEMANDE_CLOSE' } as const);
    const structure = noms.get(structureId) ?? '';
    const courriel = { nature: 'DROITS_RETIRES', ...perte, structure, motif: null } as const;
    const periode = `espaces-finis-${structureId}-${instant.getTime()}`;
    await mettreEnFilePourTous(tx, courriel, [compteId], periode, instant);
  }
}

async function designations(tx: Transaction, ids: number[]): Promise<Map<number, string>> {
  const rows = await tx<{ id: number; designation: string }[]>`
    select id, designation from structure where id = any (${ids}::bigint[])`;
  return new Map(rows.map(({ id, designation }) => [id, designation]));
}
