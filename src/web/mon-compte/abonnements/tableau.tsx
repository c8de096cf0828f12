// The table of « Mes abonnements aux espaces » (guide p.13): one row a triplet, what each is, what can be done.

import type { Abonnement } from '../../../domain/abonnement/liste.ts';
import { adresseDemande, adresses } from '../../../domain/adresses.ts';
import { libelleEspace } from '../../../domain/espace/espace.ts';
import { adresseAvec } from '../../commun/listes.ts';
import { type Column, DataTable } from '../../components/data-table.tsx';
import type { Action } from '../../components/row-actions.tsx';
import type { Frame } from '../../layout/page.tsx';
import { adresseDAjout } from './ajout/form.ts';
import { EtatDeLAbonnement, porteeDAbonnement, sujetDe } from './mots.tsx';

/** The columns that every table of abonnements has; `autrui`: the reader is not whose they are. */
export function colonnesDAbonnement(frame: Frame, autrui = false): Column<Abonnement>[] {
  const { t, langue } = frame;
  return [
    {
      key: 'espace',
      header: t('abonnements.colonnes.espace'),
      rowHeader: true,
      // The mode beside the name: a row of a phone, or of a narrow screen, then holds the rest at a glance.
      cell: (abonnement) => (
        <>
          {libelleEspace(abonnement, langue)}
          <span class="pc-detail">{t(`abonnements.modes.${abonnement.mode}`)}</span>
        </>
      ),
    },
    {
      key: 'identifiant',
      header: t('abonnements.colonnes.identifiant'),
      cell: ({ identifiant }) => identifiant ?? '–',
    },
    {
      key: 'designation',
      header: t('abonnements.colonnes.designation'),
      cell: ({ designation }) => designation ?? t('abonnements.toutCompte'),
    },
    {
      key: 'service',
      header: t('abonnements.colonnes.service'),
      cell: (abonnement) => porteeDAbonnement(frame, abonnement),
    },
    {
      key: 'statut',
      header: t('abonnements.colonnes.statut'),
      cell: (abonnement) => (
        <EtatDeLAbonnement frame={frame} abonnement={abonnement} autrui={autrui} />
      ),
    },
  ];
}

function selection(frame: Frame, abonnement: Abonnement): string {
  return frame.t('abonnements.liste.selectionner', { sujet: sujetDe(frame, abonnement) });
}

/** A row has no id of its own: what it is about tells it apart. */
export const cleDAbonnement = ({ code, structureId, serviceId, id, demandeId }: Abonnement) =>
  `${code} ${structureId} ${serviceId} ${id} ${demandeId}`;

function actions(frame: Frame, abonnement: Abonnement): Action[] {
  const { t } = frame;
  const { id, demandeId, etat, structureId, serviceId, code, mode } = abonnement;
  const about = sujetDe(frame, abonnement);
  if (id !== null) {
    const href = adresseAvec(adresses.supprimerAbonnements, { a: id });
    return [{ label: t('abonnements.liste.supprimerUn'), about, href }];
  }
  if (demandeId === null || structureId === null) return [];
  const demande = adresseDemande(demandeId);
  const suivre = { label: t('abonnements.liste.suivre'), about, href: demande };
  if (etat === 'EN_COURS_DE_VALIDATION')
    return [suivre, { label: t('abonnements.liste.retirer'), about, href: `${demande}/retrait` }];
  // Where the form would have no box for it, it is not offered.
  if (!abonnement.demandable) return [suivre];
  const href = adresseDAjout(structureId, [{ code, mode, serviceId }]);
  return [suivre, { label: t('abonnements.liste.demanderANouveau'), about, href }];
}

type Props = {
  frame: Frame;
  abonnements: Abonnement[];
  /** With boxes to tick and actions: on the page of the list. */
  complet?: boolean;
  legende?: string;
  empty: preact.ComponentChildren;
};

export function TableauAbonnements(props: Props) {
  const { frame, abonnements, complet, empty } = props;
  const { t } = frame;
  return (
    <DataTable
      t={t}
      caption={props.legende ?? t('abonnements.liste.legende')}
      captionHidden
      columns={colonnesDAbonnement(frame)}
      rows={abonnements}
      rowKey={cleDAbonnement}
      select={
        complet && abonnements.some(({ id }) => id !== null)
          ? {
              name: 'a',
              type: 'checkbox',
              value: ({ id }) => id ?? '',
              label: (abonnement) => selection(frame, abonnement),
              // Default rights, and requests, are not deleted.
              when: ({ id }) => id !== null,
            }
          : undefined
      }
      actions={complet ? (abonnement) => actions(frame, abonnement) : undefined}
      empty={empty}
    />
  );
}
