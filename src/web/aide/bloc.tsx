// The block of the home page that searches the help (screens §4).
import type { Frame } from '../layout/page.tsx';
import { ChercherDansLAide } from './chercher.tsx';

export function BlocAide({ frame }: { frame: Frame }) {
  return (
    <section aria-labelledby="besoin-d-aide">
      <h2 id="besoin-d-aide">{frame.t('aide.titre')}</h2>
      <ChercherDansLAide frame={frame} question="" />
    </section>
  );
}
