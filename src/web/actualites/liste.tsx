// Actualités, newest first: title, sentence, first day.

import type { ActualiteEnListe } from '../../domain/actualite/actualite.ts';
import { adresseActualite } from '../../domain/adresses.ts';
import { formatJour } from '../../platform/textes/formats.ts';
import type { Frame } from '../layout/page.tsx';

type Props = { frame: Frame; actualites: ActualiteEnListe[] };

export function ListeDActualites({ frame: { langue }, actualites }: Props) {
  return (
    <ul class="pc-feed">
      {actualites.map(({ identifiant, titre, resume, du }) => (
        <li key={identifiant}>
          <p>
            <a href={adresseActualite(identifiant)}>{titre}</a>
          </p>
          {resume && <span class="pc-detail">{resume}</span>}
          <time datetime={du}>{formatJour(langue, du)}</time>
        </li>
      ))}
    </ul>
  );
}
