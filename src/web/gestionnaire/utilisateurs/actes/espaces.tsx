// The fields of « Donner un espace » (issue of the espaces): which ones of those open on the structure, in which mode.
import { type EspaceDemandable, MODES } from '../../../../domain/abonnement/abonnement.ts';
import { libelleEspace } from '../../../../domain/espace/espace.ts';
import { Alert } from '../../../components/alert.tsx';
import { Checkbox } from '../../../components/checkbox.tsx';
import { RadioGroup } from '../../../components/radio.tsx';
import { boiteDEspace, espacesCoches } from '../../../mon-compte/abonnements/ajout/form.ts';
import type { PropsDeChamps } from '../champs.tsx';
import { messageDuChamp } from '../form.ts';

type Props = PropsDeChamps & { espaces: EspaceDemandable[] };

export function EspacesADonner({ frame, etat, espaces }: Props) {
  const { t, langue } = frame;
  const erreur = messageDuChamp(etat, t, 'espaces');
  const coches = espacesCoches(etat.saisies);
  if (espaces.length === 0)
    return <Alert t={t} kind="warning" title={t('abonnements.gestion.aucunOuvert')} />;
  return (
    <>
      <fieldset
        class="fr-fieldset"
        id="espaces"
        tabindex={-1}
        aria-describedby={erreur && 'espaces-erreur'}
      >
        <legend class="fr-fieldset__legend">{t('abonnements.gestion.espaces')}</legend>
        <p class="fr-hint-text">{t('abonnements.gestion.espacesAide')}</p>
        {erreur && (
          <p class="fr-message fr-message--error" id="espaces-erreur">
            {erreur}
          </p>
        )}
        {espaces.map((espace) => (
          <Checkbox
            key={espace.code}
            id={boiteDEspace(espace.code)}
            name={boiteDEspace(espace.code)}
            value="oui"
            label={libelleEspace(espace, langue)}
            checked={coches.includes(espace.code)}
          />
        ))}
      </fieldset>
      <RadioGroup
        id="mode"
        label={t('abonnements.ajout.mode')}
        required
        value={etat.saisies['mode'] ?? 'CONSULTATION'}
        options={MODES.map((mode) => ({
          value: mode,
          label: t(`abonnements.modes.${mode}`),
          hint: t(`abonnements.ajout.modes.${mode}`),
        }))}
        error={messageDuChamp(etat, t, 'mode')}
      />
    </>
  );
}
