// What is about to be done to many people, or to one (screens §9): to whom, what it does, why.

import type { EspaceDemandable } from '../../../../domain/abonnement/abonnement.ts';
import { adresseGestion, adresseUtilisateur } from '../../../../domain/adresses.ts';
import type { StructureGeree } from '../../../../domain/rattachement/queries-gestion.ts';
import type { PersonneChoisie } from '../../../../domain/rattachement/utilisateurs.ts';
import { Button, ButtonGroup, ButtonLink } from '../../../components/button.tsx';
import { type Column, DataTable } from '../../../components/data-table.tsx';
import { type Frame, Page } from '../../../layout/page.tsx';
import { filStructure, MenuGestion } from '../../cadre-gestion.tsx';
import { Avertissements, Motif, Periode } from '../champs.tsx';
import type { Formulaire } from '../form.ts';
import { nomDe } from '../mots.tsx';
import { EspacesADonner } from './espaces.tsx';
import { type ActeDeGroupe, ecrireIds } from './form.ts';

type Props = {
  frame: Frame;
  structure: StructureGeree;
  acte: ActeDeGroupe;
  personnes: PersonneChoisie[];
  etat: Formulaire;
  /** Those that may be given: open on the structure. */
  espaces: EspaceDemandable[];
};

const CHAMPS = ['dateDebut', 'dateFin', 'motif', 'espaces', 'mode'];

/** Who, and in which role: the columns of the confirmation and of the report. */
export function colonnesDePersonne({ t }: Frame): Column<PersonneChoisie>[] {
  return [
    {
      key: 'personne',
      header: t('utilisateurs.liste.personne'),
      rowHeader: true,
      cell: (personne) => (
        <>
          {nomDe(personne)}
          <span class="pc-detail">{personne.identifiantConnexion}</span>
        </>
      ),
    },
    {
      key: 'role',
      header: t('utilisateurs.liste.role'),
      cell: ({ role }) => t(`compte.roles.${role}`),
    },
  ];
}

export function confirmationPage(props: Props) {
  const { frame, structure, acte, personnes, etat } = props;
  const { t } = frame;
  const liste = adresseGestion(structure.id, 'utilisateurs');
  const count = personnes.length;
  const titre = t(`utilisateurs.actes.${acte}.titre`, { count });
  const [seule, ...autres] = personnes;
  const retour = seule && autres.length === 0 ? adresseUtilisateur(structure.id, seule.id) : liste;
  return (
    <Page
      frame={frame}
      title={titre}
      documentTitle={`${titre} – ${structure.designation}`}
      intro={t(`utilisateurs.actes.${acte}.texte`, { count })}
      hasError={etat.erreurs.length > 0}
      breadcrumb={filStructure(t, structure, 'utilisateurs', [{ label: titre }])}
      sideMenu={<MenuGestion frame={frame} structure={structure} courante="utilisateurs" />}
    >
      <Avertissements frame={frame} etat={etat} champs={CHAMPS} />
      <DataTable
        t={t}
        caption={t('utilisateurs.actes.legende', { count })}
        columns={colonnesDePersonne(frame)}
        rows={personnes}
        rowKey={({ id }) => id}
        empty={null}
      />
      <form class="pc-flow" id="formulaire" method="post" action={`${liste}/actes`} novalidate>
        <input type="hidden" name="acte" value={acte} />
        <input type="hidden" name="r" value={ecrireIds(personnes.map(({ id }) => id))} />
        {acte === 'espaces' && <EspacesADonner {...props} />}
        {acte === 'periode' && (
          <Periode frame={frame} etat={etat} debutFacultatif sansFin count={count} />
        )}
        {acte !== 'reprise' && acte !== 'espaces' && (
          <Motif frame={frame} etat={etat} requis={acte === 'detachement'} />
        )}
        <ButtonGroup>
          {(acte !== 'espaces' || props.espaces.length > 0) && (
            <Button>{t(`utilisateurs.actes.${acte}.valider`)}</Button>
          )}
          <ButtonLink kind="secondary" href={retour}>
            {t('utilisateurs.annuler')}
          </ButtonLink>
        </ButtonGroup>
      </form>
    </Page>
  );
}
