// The side menu of « Mon compte »: each block has its own address (screens §5).
import { adresses } from '../../domain/adresses.ts';
import type { Translate } from '../../platform/textes/index.ts';
import type { Crumb } from '../components/breadcrumb.tsx';
import { SideMenu } from '../components/side-menu.tsx';
import type { Frame } from '../layout/page.tsx';

const BLOCS = [
  'informationsPersonnelles',
  'parametres',
  'rattachements',
  'abonnements',
  'piecesJointes',
] as const;
export type Bloc = (typeof BLOCS)[number];

/** `courant`: the block whose page this is; none on the page that shows them all. */
export function MenuCompte({ frame, courant }: { frame: Frame; courant?: Bloc }) {
  const { t } = frame;
  const items = BLOCS.map((bloc) => ({
    label: t(`compte.blocs.${bloc}`),
    href: adresses[bloc],
    current: bloc === courant,
  }));
  return <SideMenu title={t('pages.monCompte.menu')} items={items} />;
}

/** The way back from a page under a block: home, account, the block. */
export function filSous(t: Translate, bloc: Bloc): Crumb[] {
  return [
    { label: t('pages.accueil.titre'), href: adresses.accueil },
    { label: t('pages.monCompte.titre'), href: adresses.monCompte },
    { label: t(`compte.blocs.${bloc}`), href: adresses[bloc] },
  ];
}

/** The way back from a block: home, account, block. */
export function filCompte(t: Translate, bloc?: Bloc): Crumb[] {
  const compte = { label: t('pages.monCompte.titre'), href: adresses.monCompte };
  const debut = [{ label: t('pages.accueil.titre'), href: adresses.accueil }];
  return bloc
    ? [...debut, compte, { label: t(`compte.blocs.${bloc}`) }]
    : [...debut, { label: compte.label }];
}
