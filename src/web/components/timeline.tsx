// What happened to a request, in the order of time (screens §6): both sides read the same; the end matters most.
import { formatHeure, formatJour } from '../../platform/textes/formats.ts';
import type { Langue, Translate } from '../../platform/textes/index.ts';

export type TimelineEntry = {
  key: string | number;
  /** What happened, in a few words. */
  title: string;
  when: Date;
  who?: string | undefined;
  comment?: string | undefined;
  kind?: 'info' | 'success' | 'warning' | 'error' | 'neutral' | undefined;
};

type Props = { t: Translate; langue: Langue; entries: readonly TimelineEntry[] };

export function Timeline({ t, langue, entries }: Props) {
  return (
    <ol class="pc-timeline">
      {entries.map(({ key, title, when, who, comment, kind = 'neutral' }) => (
        <li key={key} class={`pc-timeline__item fr-badge--${kind}`}>
          <p class="pc-timeline__title">{title}</p>
          <p class="pc-timeline__when">
            <time datetime={when.toISOString()}>
              {t('composants.chronologie.date', {
                jour: formatJour(langue, when),
                heure: formatHeure(langue, when),
              })}
            </time>
            {who && ` – ${who}`}
          </p>
          {comment && <blockquote class="pc-timeline__comment">{comment}</blockquote>}
        </li>
      ))}
    </ol>
  );
}
