// What a refused form says first (design §6.5, §6.8): every error, each leading to its field.
import type { Translate } from '../../platform/textes/index.ts';

export type FieldError = { champ: string; message: string };

export function ErrorSummary({ t, errors }: { t: Translate; errors: FieldError[] }) {
  if (errors.length === 0) return null;
  return (
    // Named region that takes the focus when the page opens: read at once, with no role="alert"
    // that would read it twice.
    <section
      class="fr-alert fr-alert--error pc-errors"
      aria-labelledby="erreurs-titre"
      tabindex={-1}
      autofocus
    >
      <h2 class="fr-alert__title" id="erreurs-titre">
        {t('composants.erreurs.titre', { count: errors.length })}
      </h2>
      <ul>
        {errors.map(({ champ, message }) => (
          <li key={champ}>
            <a href={`#${champ}`}>{message}</a>
          </li>
        ))}
      </ul>
    </section>
  );
}
