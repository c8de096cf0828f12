// The events themselves, in the home page and in the feed (screens §4): what, when, read or not, and the page that it is about.
import type { EvenementDuFil } from '../../domain/evenement/fil.ts';
import {
  adresseDeLEvenement,
  precisionsDeLEvenement,
  titreDeLEvenement,
} from '../../domain/evenement/phrase.ts';
import { formatHeure, formatJour } from '../../platform/textes/formats.ts';
import { Badge } from '../components/badge.tsx';
import type { Frame } from '../layout/page.tsx';

type Props = { frame: Frame; evenements: EvenementDuFil[] };

export function FilEvenements({ frame: { t, langue }, evenements }: Props) {
  return (
    <ul class="pc-feed">
      {evenements.map((evenement) => (
        <li key={evenement.id}>
          <p>
            <a href={adresseDeLEvenement(evenement)}>{titreDeLEvenement(t, langue, evenement)}</a>
          </p>
          <span class="pc-detail">{precisionsDeLEvenement(t, langue, evenement)}</span>
          <p>
            {!evenement.lu && <Badge kind="info">{t('evenements.fil.nonLu')}</Badge>}{' '}
            <time datetime={evenement.survenuLe.toISOString()}>
              {t('evenements.fil.quand', {
                jour: formatJour(langue, evenement.survenuLe),
                heure: formatHeure(langue, evenement.survenuLe),
              })}
            </time>
          </p>
        </li>
      ))}
    </ul>
  );
}
