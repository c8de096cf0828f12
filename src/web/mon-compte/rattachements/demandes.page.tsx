// « Toutes mes demandes »: page by page, pending ones first.

import { adresses } from '../../../domain/adresses.ts';
import type { DemandeResumee } from '../../../domain/demande/queries-lecture.ts';
import type { PageLue, PageVoulue } from '../../../platform/postgres/pages.ts';
import { adresseAvec, etendueDe } from '../../commun/listes.ts';
import { ListFoot } from '../../components/list-foot.tsx';
import { type Frame, Page } from '../../layout/page.tsx';
import { filCompte, MenuCompte } from '../menu.tsx';
import { TableauDemandes } from './mes-demandes.tsx';

type Props = { frame: Frame; demandes: PageLue<DemandeResumee>; voulue: PageVoulue };

export function demandesPage({ frame, demandes, voulue }: Props) {
  const { t, langue } = frame;
  const rattachements = {
    label: t('compte.blocs.rattachements'),
    href: adresses.rattachements,
  };
  const titre = t('demandes.mesDemandes.titrePage');
  return (
    <Page
      frame={frame}
      title={titre}
      breadcrumb={[...filCompte(t).slice(0, 1), rattachements, { label: titre }]}
      sideMenu={<MenuCompte frame={frame} courant="rattachements" />}
    >
      <TableauDemandes frame={frame} demandes={demandes.lignes} />
      <ListFoot
        t={t}
        langue={langue}
        shown={etendueDe(voulue, demandes.total, demandes.lignes.length)}
        href={({ page }) => adresseAvec(adresses.demandesDeRattachement, { page })}
      />
    </Page>
  );
}
