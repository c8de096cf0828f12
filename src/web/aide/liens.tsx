// Links to pages of the help, each with its sentence.
import type { ComponentChildren } from 'preact';
import { adresseAide } from '../../domain/adresses.ts';
import type { Frame } from '../layout/page.tsx';
import type { PageDAide } from './entete.ts';

type Props = {
  frame: Frame;
  liens: { page: PageDAide; texte: ComponentChildren }[];
  /** For whom the place already says that its pages are. */
  entendu?: PageDAide['pour'] | undefined;
};

export function LiensDAide({ frame: { t }, liens, entendu }: Props) {
  return (
    <ul class="pc-feed">
      {liens.map(({ page: { slug, titre, pour }, texte }) => (
        <li key={slug}>
          <p>
            <a href={adresseAide(slug)}>{titre}</a>
          </p>
          <span class="pc-detail">
            {texte}
            {pour !== 'tous' && pour !== entendu && ` (${t(`aide.pour.${pour}`)})`}
          </span>
        </li>
      ))}
    </ul>
  );
}
