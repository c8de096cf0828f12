// What the pages of « Activités du gestionnaire » share (screens §9): the guard, the side menu, the way back.
import type { FastifyRequest } from 'fastify';
import { adresseGestion, adresses } from '../../domain/adresses.ts';
import type { CompteDesDemandes } from '../../domain/demande/file.ts';
import { type StructureGeree, structureGeree } from '../../domain/rattachement/queries-gestion.ts';
import { jourCivil } from '../../platform/clock.ts';
import type { Translate } from '../../platform/textes/index.ts';
import { agentDe } from '../commun/compte-courant.ts';
import type { WebContext } from '../commun/contexte.ts';
import { idDuChemin } from '../commun/identifiant.ts';
import type { Crumb } from '../components/breadcrumb.tsx';
import { SideMenu } from '../components/side-menu.tsx';
import type { Frame } from '../layout/page.tsx';
import { nombreEnMots } from './attente.tsx';

/** The pages of one structure, in the order of the menu. */
const PAGES_DE_STRUCTURE = ['utilisateurs', 'fiche', 'services', 'espaces', 'historique'] as const;
export type PageDeStructure = (typeof PAGES_DE_STRUCTURE)[number];

/**
 * The structure that the address names, when the signed-in person manages it today. Nothing otherwise:
 * the page answers 404, and the log says who asked.
 */
export async function structureDuChemin(
  request: FastifyRequest,
  { sql }: WebContext,
): Promise<StructureGeree | undefined> {
  const structureId = idDuChemin(request.params);
  if (structureId === null) return undefined;
  const { compteId } = agentDe(request);
  const structure = await structureGeree(sql, compteId, structureId, jourCivil(request.instant));
  if (!structure) request.log.warn({ compteId, structureId }, 'structure managed by others asked');
  return structure;
}

/** The side menu of the pages that are of no one structure; the number is of what waits. */
export function MenuActivites({
  frame,
  attente,
  courante,
}: {
  frame: Frame;
  attente: Pick<CompteDesDemandes, 'nombre' | 'plus'>;
  courante: 'structures' | 'demandes' | null;
}) {
  const { t } = frame;
  const demandes = t('gestion.menu.demandes');
  const items = [
    {
      label: attente.nombre > 0 ? `${demandes} (${nombreEnMots(frame, attente)})` : demandes,
      href: adresses.demandesADecider,
      current: courante === 'demandes',
    },
    {
      label: t('gestion.menu.structures'),
      href: adresses.gestionnaire,
      current: courante === 'structures',
    },
  ];
  return <SideMenu title={t('gestion.titre')} items={items} />;
}

/** The side menu of one structure. */
export function MenuGestion({
  frame: { t },
  structure,
  courante,
}: {
  frame: Frame;
  structure: Pick<StructureGeree, 'id' | 'designation'>;
  courante: PageDeStructure;
}) {
  const items = PAGES_DE_STRUCTURE.map((page) => ({
    label: t(`gestion.pages.${page}`),
    href: adresseGestion(structure.id, page),
    current: page === courante,
  }));
  return <SideMenu title={structure.designation} items={items} />;
}

/** The way back: home, « Activités du gestionnaire », then what the page adds. */
export function filGestion(t: Translate, suite: Crumb[] = []): Crumb[] {
  const accueil = { label: t('pages.accueil.titre'), href: adresses.accueil };
  if (suite.length === 0) return [accueil, { label: t('gestion.titre') }];
  return [accueil, { label: t('gestion.titre'), href: adresses.gestionnaire }, ...suite];
}

/** The way back from a page of one structure: its name leads to the people attached to it. */
export function filStructure(
  t: Translate,
  { id, designation }: Pick<StructureGeree, 'id' | 'designation'>,
  page: PageDeStructure,
  suite: Crumb[] = [],
): Crumb[] {
  const deStructure = { label: designation, href: adresseGestion(id, 'utilisateurs') };
  const laPage = { label: t(`gestion.pages.${page}`) };
  if (suite.length === 0) return filGestion(t, [deStructure, laPage]);
  return filGestion(t, [deStructure, { ...laPage, href: adresseGestion(id, page) }, ...suite]);
}
