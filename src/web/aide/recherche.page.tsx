// What a question to the help finds; nothing found, or nothing asked, leads to the contents.
import { adresses } from '../../domain/adresses.ts';
import { formatNombre } from '../../platform/textes/formats.ts';
import { EmptyState } from '../components/empty-state.tsx';
import { type Frame, Page } from '../layout/page.tsx';
import { ChercherDansLAide } from './chercher.tsx';
import type { Morceau } from './extrait.ts';
import { LiensDAide } from './liens.tsx';
import type { Trouvee } from './recherche.ts';

type Props = { frame: Frame; question: string; trouvees: Trouvee[] };

export function recherchePage({ frame, question, trouvees }: Props) {
  const { t } = frame;
  const titre = t('aide.recherche.titre');
  return (
    <Page
      frame={frame}
      title={titre}
      documentTitle={question ? t('aide.recherche.titreDocument', { question }) : titre}
      breadcrumb={[{ label: t('aide.titre'), href: adresses.aide }, { label: titre }]}
    >
      <ChercherDansLAide frame={frame} question={question} />
      {trouvees.length > 0 ? (
        <Trouvees frame={frame} question={question} trouvees={trouvees} />
      ) : (
        <Rien frame={frame} question={question} />
      )}
    </Page>
  );
}

function Trouvees({ frame, question, trouvees }: Props) {
  const { t, langue } = frame;
  const count = trouvees.length;
  const nombre = formatNombre(langue, count);
  return (
    <section aria-labelledby="resultats">
      <h2 id="resultats">{t('aide.recherche.trouvees', { count, nombre, question })}</h2>
      <LiensDAide
        frame={frame}
        liens={trouvees.map(({ page, extrait }) => ({ page, texte: extrait.map(marquer) }))}
      />
      <p>
        <a href={adresses.aide}>{t('aide.sommaire')}</a>
      </p>
    </section>
  );
}

function marquer({ texte, marque }: Morceau) {
  return marque ? <mark>{texte}</mark> : texte;
}

function Rien({ frame: { t }, question }: Pick<Props, 'frame' | 'question'>) {
  const texte = question ? t('aide.recherche.aucuneTexte') : t('aide.recherche.videTexte');
  return (
    <EmptyState
      title={question ? t('aide.recherche.aucune', { question }) : t('aide.recherche.vide')}
    >
      <p>{texte}</p>
      <p>
        <a href={adresses.aide}>{t('aide.sommaire')}</a>
      </p>
    </EmptyState>
  );
}
