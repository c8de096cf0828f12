// « Utilisateurs rattachés » (screens §9): search, list, acts on the ticked rows, exports, delegations.

import { adresseGestion } from '../../../domain/adresses.ts';
import { PERSONNES_MAX } from '../../../domain/rattachement/actions-gestion-nombre.ts';
import type { StructureGeree } from '../../../domain/rattachement/queries-gestion.ts';
import { ETATS_AFFICHES, ROLES } from '../../../domain/rattachement/rattachement.ts';
import type {
  DelegationListee,
  UtilisateurListe,
} from '../../../domain/rattachement/utilisateurs.ts';
import { formatNombre } from '../../../platform/textes/formats.ts';
import { adresseAvec, etendueDe, TAILLES } from '../../commun/listes.ts';
import type { MessageAffiche } from '../../commun/messages.ts';
import { Alert } from '../../components/alert.tsx';
import { Button, ButtonGroup, ButtonLink } from '../../components/button.tsx';
import { Checkbox } from '../../components/checkbox.tsx';
import { EmptyState } from '../../components/empty-state.tsx';
import { Field } from '../../components/field.tsx';
import { ListFoot } from '../../components/list-foot.tsx';
import { Select } from '../../components/select.tsx';
import { type Frame, Page } from '../../layout/page.tsx';
import { VacanceGeree } from '../../structures/vacance.tsx';
import { filStructure, MenuGestion } from '../cadre-gestion.tsx';
import { ACTES } from './actes/form.ts';
import { Delegations } from './delegations/delegations.tsx';
import { adresseListe, estFiltree, type ListeVoulue, parametresDe } from './filtre.ts';
import { TableauUtilisateurs } from './tableau.tsx';

type Props = {
  frame: Frame;
  structure: StructureGeree;
  liste: { lignes: UtilisateurListe[]; total: number; plus: boolean };
  voulue: ListeVoulue;
  delegations: DelegationListee[];
  jour: string;
  message: MessageAffiche | null;
};

const base = ({ structure }: Pick<Props, 'structure'>) =>
  adresseGestion(structure.id, 'utilisateurs');

function Filtre(props: Pick<Props, 'frame' | 'structure' | 'voulue'>) {
  const { t } = props.frame;
  const { texte, role, etat } = props.voulue;
  const roles = ROLES.map((value) => ({ value, label: t(`compte.roles.${value}`) }));
  const etats = ETATS_AFFICHES.map((value) => ({ value, label: t(`compte.statuts.${value}`) }));
  return (
    <search>
      <form class="pc-inline" method="get" action={base(props)}>
        <Field
          id="texte"
          label={t('utilisateurs.liste.chercher')}
          value={texte}
          autocomplete="off"
        />
        <Select
          id="role"
          label={t('utilisateurs.liste.role')}
          value={role ?? ''}
          options={[{ value: '', label: t('utilisateurs.liste.tousLesRoles') }, ...roles]}
        />
        <Select
          id="etat"
          label={t('utilisateurs.liste.statut')}
          value={etat ?? ''}
          options={[{ value: '', label: t('utilisateurs.liste.tousLesEtats') }, ...etats]}
        />
        <Button kind="secondary">{t('utilisateurs.liste.filtrer')}</Button>
      </form>
    </search>
  );
}

function Vide(props: Pick<Props, 'frame' | 'structure' | 'voulue'>) {
  const { t } = props.frame;
  const filtree = estFiltree(props.voulue);
  return (
    <EmptyState title={t(`utilisateurs.liste.${filtree ? 'aucunFiltre' : 'aucun'}`)}>
      <p>{t(`utilisateurs.liste.${filtree ? 'aucunFiltreTexte' : 'aucunTexte'}`)}</p>
      {filtree && (
        <p>
          <a href={base(props)}>{t('utilisateurs.liste.toutAfficher')}</a>
        </p>
      )}
    </EmptyState>
  );
}

// What can be done with the ticked rows, or with all that the list finds.
function ActesEnNombre({ frame: { t, langue }, liste, voulue }: Props) {
  const { total, plus, lignes } = liste;
  const toutes = total > lignes.length && !plus && total <= PERSONNES_MAX;
  return (
    <div class="pc-flow">
      <p class="fr-hint-text">{t('utilisateurs.liste.cochees')}</p>
      {toutes && (
        <>
          {Object.entries(parametresDe(voulue)).map(
            ([nom, valeur]) =>
              valeur && <input key={nom} type="hidden" name={nom} value={valeur} />,
          )}
          <Checkbox
            id="toutes"
            name="toutes"
            value="oui"
            label={t('utilisateurs.liste.toutes', { nombre: formatNombre(langue, total) })}
            checked={false}
          />
        </>
      )}
      <ButtonGroup>
        {ACTES.map((acte) => (
          <Button key={acte} kind="tertiary" name="acte" value={acte}>
            {t(`utilisateurs.actes.${acte}.bouton`)}
          </Button>
        ))}
      </ButtonGroup>
    </div>
  );
}

function Liste(props: Props) {
  const { frame, structure, liste, voulue, jour } = props;
  const { t, langue } = frame;
  const { lignes, total, plus } = liste;
  return (
    <>
      <form class="pc-flow" method="get" action={`${base(props)}/actes`}>
        <TableauUtilisateurs
          frame={frame}
          structureId={structure.id}
          lignes={lignes}
          jour={jour}
          empty={<Vide {...props} />}
        />
        {total > 0 && <ActesEnNombre {...props} />}
      </form>
      <ListFoot
        t={t}
        langue={langue}
        shown={etendueDe(voulue, total, lignes.length)}
        more={plus}
        sizes={{ all: TAILLES, current: voulue.parPage }}
        href={(autres) => adresseListe(structure.id, { ...voulue, ...autres })}
      />
    </>
  );
}

function Exports(props: Props) {
  const { t } = props.frame;
  const vers = (format: string) =>
    adresseAvec(`${base(props)}/export.${format}`, parametresDe(props.voulue));
  return (
    <section class="pc-flow" aria-labelledby="exporter">
      <div>
        <h2 id="exporter">{t('utilisateurs.liste.exporter')}</h2>
        <p class="fr-hint-text">{t('utilisateurs.liste.exporterAide')}</p>
      </div>
      <ButtonGroup>
        <ButtonLink kind="tertiary" href={vers('csv')}>
          {t('utilisateurs.liste.exporterCsv')}
        </ButtonLink>
        <ButtonLink kind="tertiary" href={vers('xlsx')}>
          {t('utilisateurs.liste.exporterXlsx')}
        </ButtonLink>
      </ButtonGroup>
    </section>
  );
}

export function listePage(props: Props) {
  const { frame, structure, liste, message } = props;
  const { t, langue } = frame;
  const nombre = formatNombre(langue, liste.total);
  return (
    <Page
      frame={frame}
      title={t('utilisateurs.titre')}
      documentTitle={t('utilisateurs.titreStructure', { designation: structure.designation })}
      breadcrumb={filStructure(t, structure, 'utilisateurs')}
      sideMenu={<MenuGestion frame={frame} structure={structure} courante="utilisateurs" />}
    >
      {message && <Alert t={t} {...message} />}
      <VacanceGeree frame={frame} structure={structure} />
      <ButtonGroup>
        <ButtonLink href={`${base(props)}/nouveau`}>{t('utilisateurs.rattacher')}</ButtonLink>
      </ButtonGroup>
      <Filtre {...props} />
      {liste.plus && (
        <Alert t={t} kind="info" title={t('utilisateurs.liste.trop', { nombre })}>
          <p>{t('utilisateurs.liste.tropTexte', { nombre })}</p>
        </Alert>
      )}
      <Liste {...props} />
      {liste.total > 0 && <Exports {...props} />}
      <Delegations {...props} />
    </Page>
  );
}
