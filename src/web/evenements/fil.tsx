// The events themselves, in the home page and in the feed (screens §4): what, when, read or not,
// and the page that it is about.
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

function Precisions({ frame, evenement }: { frame: Frame; evenement: EvenementDuFil }) {
  const precisions = precisionsDeLEvenement(frame.t, frame.langue, evenement);
  return precisions ? <span class="pc-detail">{precisions}</span> : null;
}

export function FilEvenements({ frame, evenements }: Props) {
  const { t, langue } = frame;
  return (
    <ul class="pc-feed">
      {evenements.map((evenement) => (
        <li key={evenement.id}>
          <p>
            <a href={adresseDeLEvenement(evenement)}>{titreDeLEvenement(t, langue, evenement)}</a>
          </p>
          <Precisions frame={frame} evenement={evenement} />
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
