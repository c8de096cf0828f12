// One page of the help.
import { adresses } from '../../domain/adresses.ts';
import { type Frame, Page } from '../layout/page.tsx';
import { ChercherDansLAide } from './chercher.tsx';
import type { PageDAide } from './entete.ts';

export function sujetPage({ frame, page }: { frame: Frame; page: PageDAide }) {
  const { t } = frame;
  const aide = t('aide.titre');
  return (
    <Page
      frame={frame}
      title={page.titre}
      documentTitle={`${page.titre} – ${aide}`}
      intro={page.resume}
      breadcrumb={[{ label: aide, href: adresses.aide }, { label: page.titre }]}
    >
      {/* Sanitised when it was rendered. */}
      <div class="pc-prose" dangerouslySetInnerHTML={{ __html: page.html }} />
      <ChercherDansLAide frame={frame} question="" />
    </Page>
  );
}
