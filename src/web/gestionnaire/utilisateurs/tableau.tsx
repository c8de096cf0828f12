// The table of the people attached to a structure (screens §9): who, role, scope, state; boxes to tick.
import { adresseUtilisateur } from '../../../domain/adresses.ts';
import type { UtilisateurListe } from '../../../domain/rattachement/utilisateurs.ts';
import { formatNombre } from '../../../platform/textes/formats.ts';
import { type Column, DataTable } from '../../components/data-table.tsx';
import type { Frame } from '../../layout/page.tsx';
import { BadgeEtat, Marques, nomDe, Portee } from './mots.tsx';

type Props = {
  frame: Frame;
  structureId: number;
  lignes: UtilisateurListe[];
  jour: string;
  empty: preact.ComponentChildren;
};

function Couverture({
  frame,
  personne: { lignes, nombreLignes, etat },
  jour,
}: {
  frame: Frame;
  personne: UtilisateurListe;
  jour: string;
}) {
  const { t, langue } = frame;
  const autres = nombreLignes - lignes.length;
  const [premiere] = lignes;
  if (nombreLignes === 1 && premiere)
    return <Portee frame={frame} ligne={premiere} jour={jour} etat={etat} />;
  return (
    <ul class="fr-raw-list">
      {lignes.map((ligne) => (
        <li key={`${ligne.service} ${ligne.dateDebut}`}>
          <Portee frame={frame} ligne={ligne} jour={jour} etat={etat} />
        </li>
      ))}
      {autres > 0 && (
        <li>
          {t('utilisateurs.liste.autres', {
            count: autres,
            nombre: formatNombre(langue, autres),
          })}
        </li>
      )}
    </ul>
  );
}

function colonnes(frame: Frame, structureId: number, jour: string): Column<UtilisateurListe>[] {
  const { t } = frame;
  return [
    {
      key: 'personne',
      header: t('utilisateurs.liste.personne'),
      rowHeader: true,
      cell: (personne) => (
        <>
          <a href={adresseUtilisateur(structureId, personne.id)}>{nomDe(personne)}</a>
          <span class="pc-detail">{personne.identifiantConnexion}</span>
          <Marques
            frame={frame}
            inactif={personne.etatCompte === 'INACTIF'}
            delegueJusquAu={personne.delegueJusquAu}
          />
        </>
      ),
    },
    {
      key: 'role',
      header: t('utilisateurs.liste.role'),
      cell: ({ role }) => t(`compte.roles.${role}`),
    },
    {
      key: 'services',
      header: t('utilisateurs.liste.services'),
      cell: (personne) => <Couverture frame={frame} personne={personne} jour={jour} />,
    },
    {
      key: 'statut',
      header: t('utilisateurs.liste.statut'),
      cell: ({ etat }) => <BadgeEtat frame={frame} etat={etat} />,
    },
  ];
}

export function TableauUtilisateurs({ frame, structureId, lignes, jour, empty }: Props) {
  const { t } = frame;
  return (
    <DataTable
      t={t}
      caption={t('utilisateurs.liste.legende')}
      captionHidden
      columns={colonnes(frame, structureId, jour)}
      rows={lignes}
      rowKey={({ id }) => id}
      select={{
        name: 'r',
        type: 'checkbox',
        value: ({ id }) => id,
        label: (personne) =>
          t('utilisateurs.liste.selectionner', {
            nom: nomDe(personne),
            identifiant: personne.identifiantConnexion,
          }),
        disabled: ({ role }) => role === 'GESTIONNAIRE_PRINCIPAL',
      }}
      empty={empty}
    />
  );
}
