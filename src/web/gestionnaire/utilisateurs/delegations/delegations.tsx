// The delegations of a structure (screens §9): who stands in, until when, how to end it.
import { adresseGestion, adresseUtilisateur } from '../../../../domain/adresses.ts';
import type { StructureGeree } from '../../../../domain/rattachement/queries-gestion.ts';
import type { DelegationListee } from '../../../../domain/rattachement/utilisateurs.ts';
import { DataTable } from '../../../components/data-table.tsx';
import type { Frame } from '../../../layout/page.tsx';
import { periodeEnMots } from '../../../mon-compte/rattachements/periode.ts';
import { nomDe } from '../mots.tsx';

type Props = { frame: Frame; structure: StructureGeree; delegations: DelegationListee[] };

/** Where a delegation is ended. */
export const adresseDelegation = (structureId: number, id: number) =>
  `${adresseGestion(structureId, 'utilisateurs')}/delegations/${id}`;

/** Those present and to come; the principal alone ends them. */
export function Delegations({ frame, structure, delegations }: Props) {
  const { t } = frame;
  const peutFinir = structure.role === 'GESTIONNAIRE_PRINCIPAL';
  return (
    <section class="pc-flow" aria-labelledby="delegations">
      <h2 id="delegations">{t('utilisateurs.delegations.titre')}</h2>
      <p class="fr-hint-text">{t('utilisateurs.delegations.texte')}</p>
      <DataTable
        t={t}
        caption={t('utilisateurs.delegations.legende')}
        captionHidden
        columns={[
          {
            key: 'personne',
            header: t('utilisateurs.liste.personne'),
            rowHeader: true,
            cell: (une) =>
              une.rattachementId === null ? (
                nomDe(une)
              ) : (
                <a href={adresseUtilisateur(structure.id, une.rattachementId)}>{nomDe(une)}</a>
              ),
          },
          {
            key: 'periode',
            header: t('utilisateurs.delegations.periode'),
            cell: (une) => periodeEnMots(frame, une, true),
          },
        ]}
        rows={delegations}
        rowKey={({ id }) => id}
        actions={
          peutFinir
            ? (une) => [
                {
                  label: t('utilisateurs.delegations.terminer'),
                  about: nomDe(une),
                  href: adresseDelegation(structure.id, une.id),
                },
              ]
            : undefined
        }
        empty={<p>{t('utilisateurs.delegations.aucune')}</p>}
      />
    </section>
  );
}
