// What espaces somebody was granted, as the managers of the structure see and withdraw them (issue of the espaces).
import type { Abonnement } from '../../../../domain/abonnement/liste.ts';
import { adresseUtilisateur } from '../../../../domain/adresses.ts';
import { libelleEspace } from '../../../../domain/espace/espace.ts';
import type { PageLue, PageVoulue } from '../../../../platform/postgres/pages.ts';
import { adresseAvec, etendueDe } from '../../../commun/listes.ts';
import { DataTable } from '../../../components/data-table.tsx';
import { ListFoot } from '../../../components/list-foot.tsx';
import { ReadOnlyList } from '../../../components/read-only-list.tsx';
import type { Frame } from '../../../layout/page.tsx';
import { porteeDAbonnement } from '../../../mon-compte/abonnements/mots.tsx';
import { colonnesDAbonnement } from '../../../mon-compte/abonnements/tableau.tsx';
import { PageDActe, type PropsDActe } from '../cadre-personne.tsx';
import { Motif } from '../champs.tsx';
import type { SurPersonne } from '../gardes.ts';
import { nomDe } from '../mots.tsx';

type Props = Pick<SurPersonne, 'structure' | 'personne'> & {
  frame: Frame;
  abonnements: PageLue<Abonnement>;
  voulue: PageVoulue;
  /** The reader may act on this person. */
  gerer: boolean;
};

/** A page of them, with what withdraws each. */
export function SesAbonnements(props: Props) {
  const { frame, structure, personne, voulue, gerer } = props;
  const { lignes, total } = props.abonnements;
  const { t, langue } = frame;
  // They are all of this structure.
  const colonnes = colonnesDAbonnement(frame, true).filter(
    ({ key }) => key !== 'designation' && key !== 'identifiant',
  );
  const retrait = (id: number | null) =>
    adresseAvec(adresseUtilisateur(structure.id, personne.id, 'abonnements'), { a: id });
  return (
    <section class="pc-flow" aria-labelledby="abonnements">
      <h2 id="abonnements">{t('abonnements.gestion.titre')}</h2>
      <DataTable
        t={t}
        caption={t('abonnements.gestion.titre')}
        captionHidden
        columns={colonnes}
        rows={lignes}
        rowKey={({ id }) => id ?? ''}
        actions={
          gerer
            ? (abonnement) => [
                {
                  label: t('abonnements.gestion.retirer'),
                  about: `${libelleEspace(abonnement, langue)}, ${porteeDAbonnement(frame, abonnement)}`,
                  href: retrait(abonnement.id),
                },
              ]
            : undefined
        }
        empty={<p>{t('abonnements.gestion.aucun')}</p>}
      />
      {total > voulue.parPage && (
        <ListFoot
          t={t}
          langue={langue}
          shown={etendueDe(voulue, total, lignes.length)}
          href={({ page }) =>
            `${adresseAvec(adresseUtilisateur(structure.id, personne.id), { page })}#abonnements`
          }
        />
      )}
    </section>
  );
}

/** Withdrawing one: what it is, and why. */
export function retraitPage(props: PropsDActe & { abonnement: Abonnement }) {
  const { frame, personne, etat, abonnement } = props;
  const { t, langue } = frame;
  const nom = nomDe(personne);
  return (
    <PageDActe
      {...props}
      page="abonnements"
      titre={t('abonnements.gestion.retirerTitre')}
      titreDocument={t('abonnements.gestion.retirerDocument', { nom })}
      intro={t('abonnements.gestion.retirerIntro', { nom })}
      champs={['motif']}
      avant={
        <ReadOnlyList
          items={[
            {
              label: t('abonnements.colonnes.espace'),
              value: libelleEspace(abonnement, langue),
            },
            {
              label: t('abonnements.colonnes.service'),
              value: porteeDAbonnement(frame, abonnement),
            },
            {
              label: t('abonnements.colonnes.mode'),
              value: t(`abonnements.modes.${abonnement.mode}`),
            },
          ]}
        />
      }
      valider={t('abonnements.gestion.retirerValider')}
    >
      <input type="hidden" name="a" value={abonnement.id ?? ''} />
      <Motif frame={frame} etat={etat} requis />
    </PageDActe>
  );
}
