// What somebody has of an espace (issue of the espaces): on which scopes, since when, in which mode, by whom.
import type { Abonnement } from '../../domain/abonnement/liste.ts';
import { adresseEspace, adresses } from '../../domain/adresses.ts';
import { type EspaceTenu, libelleEspace } from '../../domain/espace/espace.ts';
import type { PageLue, PageVoulue } from '../../platform/postgres/pages.ts';
import { formatJour } from '../../platform/textes/formats.ts';
import { adresseAvec, etendueDe } from '../commun/listes.ts';
import { Badge } from '../components/badge.tsx';
import { ButtonGroup, ButtonLink } from '../components/button.tsx';
import { type Column, DataTable } from '../components/data-table.tsx';
import { ListFoot } from '../components/list-foot.tsx';
import { type Frame, Page } from '../layout/page.tsx';
import { porteeDAbonnement } from '../mon-compte/abonnements/mots.tsx';
import { cleDAbonnement } from '../mon-compte/abonnements/tableau.tsx';

type Props = {
  frame: Frame;
  espace: EspaceTenu;
  /** Where its application is; null: not connected to this portal. */
  application: string | null;
  portees: PageLue<Abonnement>;
  voulue: PageVoulue;
};

function colonnes(frame: Frame): Column<Abonnement>[] {
  const { t, langue } = frame;
  return [
    {
      key: 'designation',
      header: t('abonnements.colonnes.designation'),
      rowHeader: true,
      cell: ({ designation, identifiant }) => (
        <>
          {designation}
          <span class="pc-detail">{identifiant}</span>
        </>
      ),
    },
    {
      key: 'service',
      header: t('abonnements.espace.portee'),
      cell: (abonnement) => porteeDAbonnement(frame, abonnement),
    },
    {
      key: 'mode',
      header: t('abonnements.colonnes.mode'),
      cell: ({ mode }) => t(`abonnements.modes.${mode}`),
    },
    {
      key: 'depuis',
      header: t('abonnements.espace.depuis'),
      cell: ({ depuis, depuisJour }) => {
        const quand = depuis ?? depuisJour;
        return quand === null ? '–' : formatJour(langue, quand);
      },
    },
    {
      key: 'par',
      header: t('abonnements.espace.par'),
      cell: ({ etat, par, sansDecision }) =>
        etat === 'PAR_DEFAUT' ? (
          <Badge kind="neutral">{t('abonnements.espace.parDefaut')}</Badge>
        ) : (
          ((sansDecision ? t('abonnements.espace.sansDecision') : par) ??
          t('abonnements.espace.quelquUn'))
        ),
    },
  ];
}

export function espacePage({ frame, espace, application, portees, voulue }: Props) {
  const { t, langue } = frame;
  const { lignes, total } = portees;
  const titre = libelleEspace(espace, langue);
  const plus = adresseAvec(adresses.ajouterAbonnement, { espace: espace.code });
  return (
    <Page
      frame={frame}
      title={titre}
      intro={t(application ? 'abonnements.espace.intro' : 'abonnements.espace.ailleurs')}
    >
      {application && (
        <ButtonGroup>
          <ButtonLink href={application}>{t('abonnements.espace.ouvrir')}</ButtonLink>
        </ButtonGroup>
      )}
      <DataTable
        t={t}
        caption={t('abonnements.espace.legende')}
        columns={colonnes(frame)}
        rows={lignes}
        rowKey={cleDAbonnement}
        empty={null}
      />
      {total > voulue.parPage && (
        <ListFoot
          t={t}
          langue={langue}
          shown={etendueDe(voulue, total, lignes.length)}
          href={({ page }) => adresseAvec(adresseEspace(espace.code), { page })}
        />
      )}
      <ButtonGroup>
        {/* What is everybody's by default is not asked for. */}
        {lignes.some(({ etat }) => etat !== 'PAR_DEFAUT') && (
          <ButtonLink kind="secondary" href={plus}>
            {t('abonnements.espace.plus')}
          </ButtonLink>
        )}
        <ButtonLink kind="tertiary" href={adresses.accueil}>
          {t('abonnements.espace.retour')}
        </ButtonLink>
      </ButtonGroup>
    </Page>
  );
}
