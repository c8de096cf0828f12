// Somebody attached to the structure (screens §9): who they are, what they hold there, what can be done.
import type { Abonnement } from '../../../../domain/abonnement/liste.ts';
import { adresseGestion, adresseUtilisateur } from '../../../../domain/adresses.ts';
import { etatAffiche } from '../../../../domain/rattachement/rattachement.ts';
import type { LigneUtilisateur } from '../../../../domain/rattachement/utilisateurs.ts';
import type { PageLue, PageVoulue } from '../../../../platform/postgres/pages.ts';
import { formatJour } from '../../../../platform/textes/formats.ts';
import { adresseAvec } from '../../../commun/listes.ts';
import type { MessageAffiche } from '../../../commun/messages.ts';
import { Alert } from '../../../components/alert.tsx';
import { Block } from '../../../components/block.tsx';
import { ButtonGroup, ButtonLink } from '../../../components/button.tsx';
import { type Column, DataTable } from '../../../components/data-table.tsx';
import { ReadOnlyList } from '../../../components/read-only-list.tsx';
import { type Frame, Page } from '../../../layout/page.tsx';
import { periodeEnMots, porteeEnMots } from '../../../mon-compte/rattachements/periode.ts';
import { filStructure, MenuGestion } from '../../cadre-gestion.tsx';
import type { ActeDeGroupe } from '../actes/form.ts';
import { adresseDelegation } from '../delegations/delegations.tsx';
import type { SurPersonne } from '../gardes.ts';
import { BadgeEtat, Marques, nomDe } from '../mots.tsx';
import { SesAbonnements } from './abonnements.tsx';
import type { Possibles } from './possibles.ts';

type Props = SurPersonne & {
  frame: Frame;
  possibles: Possibles;
  /** A page of the granted ones. */
  abonnements: PageLue<Abonnement>;
  voulue: PageVoulue;
  message: MessageAffiche | null;
};

function Identite({ frame, personne, jour }: Props) {
  const { t } = frame;
  const enCours = personne.delegations.find(({ dateDebut }) => dateDebut <= jour);
  return (
    <Block id="identite" title={t('utilisateurs.personne.identite')}>
      <ReadOnlyList
        items={[
          {
            label: t('utilisateurs.personne.identifiant'),
            value: personne.identifiantConnexion,
          },
          {
            label: t('utilisateurs.personne.role'),
            value: (
              <>
                {t(`compte.roles.${personne.role}`)}{' '}
                <Marques
                  frame={frame}
                  inactif={personne.etatCompte === 'INACTIF'}
                  delegueJusquAu={enCours?.dateFin ?? null}
                />
              </>
            ),
          },
          {
            label: t('utilisateurs.personne.statut'),
            value: <BadgeEtat frame={frame} etat={personne.etat} />,
          },
        ]}
      />
    </Block>
  );
}

function colonnes(frame: Frame, jour: string): Column<LigneUtilisateur>[] {
  const { t, langue } = frame;
  return [
    {
      key: 'service',
      header: t('utilisateurs.personne.service'),
      rowHeader: true,
      cell: ({ service }) => porteeEnMots(frame, service),
    },
    { key: 'code', header: t('utilisateurs.personne.code'), cell: ({ code }) => code ?? '–' },
    {
      key: 'debut',
      header: t('utilisateurs.personne.dateDebut'),
      cell: ({ dateDebut }) => formatJour(langue, dateDebut),
    },
    {
      key: 'fin',
      header: t('utilisateurs.personne.dateFin'),
      cell: ({ dateFin }) => (dateFin === null ? '–' : formatJour(langue, dateFin)),
    },
    {
      key: 'statut',
      header: t('utilisateurs.personne.statut'),
      cell: (ligne) => <BadgeEtat frame={frame} etat={etatAffiche(ligne, jour)} />,
    },
  ];
}

/** What somebody holds, line by line. */
export function Droits({ frame, personne, jour }: Pick<Props, 'frame' | 'personne' | 'jour'>) {
  const { t } = frame;
  return (
    <section class="pc-flow" aria-labelledby="droits">
      <h2 id="droits">{t('utilisateurs.personne.droits')}</h2>
      <DataTable
        t={t}
        caption={t('utilisateurs.personne.droits')}
        captionHidden
        columns={colonnes(frame, jour)}
        rows={personne.lignes}
        rowKey={({ id }) => id}
        empty={null}
      />
    </section>
  );
}

function SesDelegations({ frame, structure, personne, possibles }: Props) {
  const { t } = frame;
  if (personne.delegations.length === 0) return null;
  return (
    <section class="pc-flow" aria-labelledby="delegations">
      <h2 id="delegations">{t('utilisateurs.delegations.titre')}</h2>
      <ul>
        {personne.delegations.map((une) => (
          <li key={une.id}>
            {periodeEnMots(frame, une, true)}
            {possibles.nommer && (
              <>
                {' – '}
                <a href={adresseDelegation(structure.id, une.id)}>
                  {t('utilisateurs.delegations.terminer')}
                </a>
              </>
            )}
          </li>
        ))}
      </ul>
    </section>
  );
}

function Actes({ frame, structure, personne, possibles }: Props) {
  const { t } = frame;
  const { gerer, nommer, entiere, raison } = possibles;
  const vers = (page: Parameters<typeof adresseUtilisateur>[2]) =>
    adresseUtilisateur(structure.id, personne.id, page);
  const acte = (nom: ActeDeGroupe) => ({
    label: t(`utilisateurs.actes.${nom}.bouton`),
    href: adresseAvec(`${adresseGestion(structure.id, 'utilisateurs')}/actes`, {
      acte: nom,
      r: personne.id,
    }),
  });
  const simple = personne.role === 'UTILISATEUR';
  const suspendu = personne.lignes.some(({ statut }) => statut === 'DESACTIVEE');
  const valide = personne.lignes.some(({ statut }) => statut === 'VALIDEE');
  const role = t(`utilisateurs.personne.${simple ? 'nommer' : 'retirer'}`);
  const deleguer = { label: t('utilisateurs.personne.deleguer'), href: vers('delegation') };
  // Suspended, or switched off, nobody is named: that ends first.
  const nommable = personne.etatCompte === 'ACTIF' && !suspendu;
  const changerRole = nommer && raison === null && (!simple || (entiere && nommable));
  const liens = [
    ...(gerer ? [{ label: t('utilisateurs.personne.services'), href: vers('services') }] : []),
    ...(gerer && valide ? [acte('espaces')] : []),
    ...(changerRole ? [{ label: role, href: vers('role') }] : []),
    ...(nommer && raison === null && simple ? [deleguer] : []),
    { label: t('utilisateurs.personne.copier'), href: vers('copie') },
    ...(gerer && valide ? [acte('suspension')] : []),
    ...(gerer && suspendu ? [acte('reprise')] : []),
    ...(gerer ? [acte('detachement')] : []),
  ];
  return (
    <section class="pc-flow" aria-labelledby="actes">
      <h2 id="actes">{t('utilisateurs.personne.actes')}</h2>
      {raison && <p>{t(`utilisateurs.personne.${raison}`)}</p>}
      {nommer && raison === null && nommable && !changerRole && (
        <p>
          {`${t('utilisateurs.personne.entiereRequise')} `}
          <a href={vers('services')}>{t('utilisateurs.personne.donnerEntiere')}</a>
        </p>
      )}
      <ButtonGroup>
        {liens.map(({ label, href }) => (
          <ButtonLink key={href} kind="secondary" href={href}>
            {label}
          </ButtonLink>
        ))}
      </ButtonGroup>
    </section>
  );
}

export function personnePage(props: Props) {
  const { frame, structure, personne, message } = props;
  const { t } = frame;
  const nom = nomDe(personne);
  return (
    <Page
      frame={frame}
      title={nom}
      documentTitle={`${nom} – ${structure.designation}`}
      breadcrumb={filStructure(t, structure, 'utilisateurs', [{ label: nom }])}
      sideMenu={<MenuGestion frame={frame} structure={structure} courante="utilisateurs" />}
    >
      {message && <Alert t={t} {...message} />}
      <Identite {...props} />
      <Droits {...props} />
      <SesAbonnements {...props} gerer={props.possibles.gerer} />
      <SesDelegations {...props} />
      <Actes {...props} />
    </Page>
  );
}
