// Where somebody is in an act of several pages (screens §6.1, §6.2): steps are read, not clicked.
import type { Translate } from '../../platform/textes/index.ts';

type Props = {
  t: Translate;
  /** The titles of all the steps, in order. */
  steps: readonly string[];
  /** From 1 on. */
  current: number;
};

export function Stepper({ t, steps, current }: Props) {
  const next = steps[current];
  return (
    <div class="fr-stepper">
      <h2 class="fr-stepper__title">
        <span class="fr-stepper__state">
          {t('composants.etapes.etat', { numero: current, total: steps.length })}
        </span>{' '}
        {steps[current - 1]}
      </h2>
      <div class="fr-stepper__steps" aria-hidden="true">
        {steps.map((step, i) => (
          <span key={step} class={i < current ? 'fr-stepper__done' : undefined} />
        ))}
      </div>
      {next && (
        <p class="fr-stepper__details">
          <strong>{t('composants.etapes.suivante')}</strong>
          {next}
        </p>
      )}
    </div>
  );
}
