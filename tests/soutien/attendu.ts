// What an act must answer, worked out beside it: the pure decisions on what is stored, rights
// by a query of their own.
import { changeUnSecondaire, type LigneDeDroit } from '../../src/domain/demande/acceptation.ts';
import { decideDemande } from '../../src/domain/demande/demande.ts';
import { lireDroits } from '../../src/domain/demande/queries-situation.ts';
import { rattachementsASupprimer } from '../../src/domain/rattachement/queries-suppression.ts';
import {
  type DecisionSuppression,
  decideSuppression,
} from '../../src/domain/rattachement/suppression.ts';
import type { Sql } from '../../src/platform/postgres/sql.ts';
import type { Geste } from './actes.ts';
import { jourDe, type Monde } from './monde.ts';

/** The answer that the act must give, as `faire` words it. */
export function attendre(monde: Monde, geste: Geste): Promise<string> {
  const jour = jourDe(monde);
  switch (geste.acte) {
    case 'demander':
      return attendreDemande(monde, geste, jour);
    case 'retirer':
      return attendreRetrait(monde, geste);
    case 'decider':
      return attendreDecision(monde, geste, jour);
    case 'supprimer':
      return attendreSuppression(monde, geste, jour);
    case 'transmettre':
      return attendrePassation(monde, geste, jour);
    case 'autre':
      return Promise.resolve('fait');
  }
}

type Cas<A extends Geste['acte']> = Extract<Geste, { acte: A }>;

async function actif(sql: Sql, compteId: number): Promise<boolean> {
  const [compte] = await sql`select from compte where id = ${compteId} and etat = 'ACTIF'`;
  return compte !== undefined;
}

/** Has an active line on the whole structure that day, or on any of it; in these roles. */
async function tient(
  sql: Sql,
  qui: { compteId: number; structureId: number },
  jour: string,
  { roles, entiere }: { roles: string[]; entiere: boolean },
): Promise<boolean> {
  const [ligne] = await sql`
    select from rattachement r join rattachement_ligne l on l.rattachement_id = r.id
    where r.compte_id = ${qui.compteId} and r.structure_id = ${qui.structureId}
      and r.supprime_le is null and l.statut = 'VALIDEE' and r.role = any (${roles}::text[])
      and (not ${entiere} or l.service_id is null)
      and ${jour}::date between l.date_debut and coalesce(l.date_fin, 'infinity')`;
  return ligne !== undefined;
}

const GERANTS = ['GESTIONNAIRE_PRINCIPAL', 'GESTIONNAIRE_SECONDAIRE'];

async function gere(sql: Sql, qui: { compteId: number; structureId: number }, jour: string) {
  if (await tient(sql, qui, jour, { roles: GERANTS, entiere: false })) return true;
  const [delegation] = await sql`
    select from delegation
    where compte_id = ${qui.compteId} and structure_id = ${qui.structureId}
      and terminee_le is null and ${jour}::date between date_debut and date_fin`;
  return delegation !== undefined;
}

async function attendreDemande(
  { sql }: Monde,
  { compteId, saisie }: Cas<'demander'>,
  jour: string,
): Promise<string> {
  if (!(await actif(sql, compteId))) return 'indisponible';
  const { structureId } = saisie;
  const [structure] = await sql<{ statut: 'ACTIF' | 'INACTIF'; publique: boolean }[]>`
    select statut, type_structure = 'PUBLIQUE' as publique from structure
    where id = ${structureId}`;
  const droits = await lireDroits(sql, compteId, structureId, jour);
  const geree = await gere(sql, { compteId, structureId }, jour);
  const connue = structure?.publique || droits.role !== null || geree || saisie.prouve;
  if (!structure || !connue) return 'introuvable';
  const services = await sql<{ id: number; dateFin: string | null }[]>`
    select id, date_fin from service where structure_id = ${structureId}`;
  const { kind } = decideDemande(saisie, {
    jour,
    statutStructure: structure.statut,
    services,
    lignes: droits.lignes,
    enCours: droits.enCours,
    gere: geree && droits.role !== null,
    principal: droits.role === 'GESTIONNAIRE_PRINCIPAL',
  });
  if (kind === 'demander') return 'demandee';
  return kind === 'accorder' ? 'accordee' : kind;
}

async function demandeDe(sql: Sql, id: number) {
  const [demande] = await sql<
    { compteId: number; structureId: number; etat: string; fermee: boolean }[]
  >`
    select d.compte_id, d.structure_id, d.etat, s.statut = 'INACTIF' as fermee
    from demande d join structure s on s.id = d.structure_id where d.id = ${id}`;
  return demande;
}

async function attendreRetrait(
  { sql }: Monde,
  { compteId, demandeId }: Cas<'retirer'>,
): Promise<string> {
  if (!(await actif(sql, compteId))) return 'indisponible';
  const demande = await demandeDe(sql, demandeId);
  if (demande?.compteId !== compteId) return 'introuvable';
  return demande.etat === 'EN_COURS_DE_VALIDATION' ? 'retiree' : 'terminee';
}

async function attendreDecision(
  { sql }: Monde,
  { compteId, demandeId, accepte }: Cas<'decider'>,
  jour: string,
): Promise<string> {
  const demande = await demandeDe(sql, demandeId);
  if (!demande) return 'introuvable';
  if (!(await actif(sql, compteId))) return 'indisponible';
  if (demande.compteId === compteId) return 'interdite';
  const { structureId } = demande;
  if (!(await gere(sql, { compteId, structureId }, jour))) return 'introuvable';
  if (demande.etat !== 'EN_COURS_DE_VALIDATION') return 'terminee';
  const droits = await lireDroits(sql, demande.compteId, structureId, jour);
  const lignes = await lignesDe(sql, demandeId);
  // A secondaire's own role is the principal's to decide (model §3).
  const duPrincipal = changeUnSecondaire(droits, lignes, jour);
  if (duPrincipal && !(await principal(sql, { compteId, structureId }))) return 'interdite';
  if (!accepte) return 'refusee';
  if (demande.fermee) return 'structureInactive';
  if (!(await actif(sql, demande.compteId))) return 'compteInactif';
  const passee = lignes.every(({ dateFin }) => dateFin !== null && dateFin < jour);
  return passee ? 'periodePassee' : 'acceptee';
}

async function lignesDe(sql: Sql, demandeId: number): Promise<LigneDeDroit[]> {
  return sql<LigneDeDroit[]>`
    select service_id as portee, date_debut, date_fin from demande_ligne
    where demande_id = ${demandeId} order by id`;
}

async function principal(
  sql: Sql,
  { compteId, structureId }: { compteId: number; structureId: number },
): Promise<boolean> {
  const rows = await sql`
    select from rattachement where compte_id = ${compteId} and structure_id = ${structureId}
      and supprime_le is null and role = 'GESTIONNAIRE_PRINCIPAL'`;
  return rows.length > 0;
}

async function attendreSuppression(
  { sql }: Monde,
  { compteId, ids }: Cas<'supprimer'>,
  jour: string,
): Promise<string> {
  if (!(await actif(sql, compteId))) return 'indisponible';
  const miens = await rattachementsASupprimer(sql, compteId, ids, jour);
  const lesquels = (kind: DecisionSuppression['kind']) =>
    miens
      .filter((r) => decideSuppression(r).kind === kind)
      .map(({ id }) => id)
      .toSorted((a, b) => a - b)
      .join(',');
  return (['supprimer', 'successeurRequis', 'dernierGestionnaire'] as const)
    .map(lesquels)
    .join('/');
}

async function attendrePassation(
  { sql }: Monde,
  { compteId, rattachementId, successeurId }: Cas<'transmettre'>,
  jour: string,
): Promise<string> {
  if (!(await actif(sql, compteId))) return 'indisponible';
  const [mien] = await sql<{ structureId: number; role: string }[]>`
    select structure_id, role from rattachement
    where id = ${rattachementId} and compte_id = ${compteId} and supprime_le is null`;
  if (!mien) return 'introuvable';
  if (mien.role !== 'GESTIONNAIRE_PRINCIPAL') return 'pasPrincipal';
  const cible = { compteId: successeurId, structureId: mien.structureId };
  const roles = ['UTILISATEUR', ...GERANTS];
  const convient =
    successeurId !== compteId &&
    (await actif(sql, successeurId)) &&
    (await tient(sql, cible, jour, { roles, entiere: true }));
  return convient ? 'transmis' : 'successeurRefuse';
}
