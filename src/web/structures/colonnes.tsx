// The columns of the results of a search (guide p.10), each sorting by a click.
import { adresseStructure } from '../../domain/adresses.ts';
import {
  type ColonneDeTri,
  SANS_CRITERE,
  type StructureTrouvee,
  type Tri,
} from '../../domain/structure/recherche.ts';
import type { PageVoulue } from '../../platform/postgres/pages.ts';
import { adresseAvec } from '../commun/listes.ts';
import { Badge } from '../components/badge.tsx';
import type { Column } from '../components/data-table.tsx';
import type { Frame } from '../layout/page.tsx';
import { adresseRecherche, type EtatRecherche } from './form.ts';
import { parametresDe, type Usage } from './usage.ts';

/** What was found, each with the pass that opens it when it is not public. */
export type Trouvees = {
  structures: (StructureTrouvee & { jeton: string | null })[];
  total: number;
  plus: boolean;
  approches: boolean;
};

export type PropsDesResultats = {
  frame: Frame;
  usage: Usage;
  etat: EtatRecherche;
  trouvees: Trouvees;
  voulue: PageVoulue & { tri: Tri | null };
};

/** Where a structure of the results is read; who is looked for never enters an address. */
function lien(
  { id, jeton }: Trouvees['structures'][number],
  { usage, etat }: PropsDesResultats,
): string {
  const criteres = etat.particulier ? SANS_CRITERE : etat.criteres;
  return adresseAvec(adresseStructure(id), { ...parametresDe({ usage, criteres }), jeton });
}

/** The columns of the results; the titles sort, except what a form alone may ask for. */
export function colonnes(props: PropsDesResultats): Column<Trouvees['structures'][number]>[] {
  const { frame, usage, etat, voulue } = props;
  const { t } = frame;
  const triable = (colonne: ColonneDeTri) => {
    if (etat.particulier) return undefined;
    const present = voulue.tri?.colonne === colonne ? voulue.tri.sens : null;
    const sens = present === 'croissant' ? 'decroissant' : 'croissant';
    const href = adresseRecherche(usage.adresse, etat.criteres, {
      parPage: voulue.parPage,
      tri: { colonne, sens },
    });
    const state = present && (present === 'croissant' ? 'ascending' : 'descending');
    return { href: `${href}#resultats`, state } as const;
  };
  return [
    {
      key: 'designation',
      header: t('annuaire.resultats.designation'),
      rowHeader: true,
      sort: triable('designation'),
      cell: (structure) => (
        <>
          <a href={lien(structure, props)}>{structure.designation}</a>
          {structure.typeStructure === 'PRIVEE' && (
            <>
              {' '}
              <Badge kind="neutral">{t('annuaire.resultats.privee')}</Badge>
            </>
          )}
        </>
      ),
    },
    {
      key: 'typeIdentifiant',
      header: t('annuaire.criteres.typeIdentifiant'),
      sort: triable('typeIdentifiant'),
      cell: ({ typeIdentifiant }) => t(`annuaire.typesIdentifiant.${typeIdentifiant}`),
    },
    {
      key: 'identifiant',
      header: t('annuaire.criteres.identifiant'),
      sort: triable('identifiant'),
      cell: ({ identifiant }) => identifiant,
    },
    {
      key: 'statut',
      header: t('annuaire.criteres.statut'),
      sort: triable('statut'),
      cell: ({ statut }) => (
        <Badge kind={statut === 'ACTIF' ? 'success' : 'neutral'}>
          {t(`annuaire.statuts.${statut}`)}
        </Badge>
      ),
    },
    {
      key: 'codePostal',
      header: t('annuaire.criteres.codePostal'),
      sort: triable('codePostal'),
      cell: ({ codePostal }) => codePostal ?? '–',
    },
    {
      key: 'ville',
      header: t('annuaire.criteres.ville'),
      sort: triable('ville'),
      cell: ({ ville }) => ville ?? '–',
    },
  ];
}
