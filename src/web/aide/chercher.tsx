// « Besoin d'aide ? Posez-moi vos questions.. » (screens §4): the search of the help, on every page
// that has it.
import { adresses } from '../../domain/adresses.ts';
import { SearchBar } from '../components/search-bar.tsx';
import type { Frame } from '../layout/page.tsx';

export function ChercherDansLAide({ frame: { t }, question }: { frame: Frame; question: string }) {
  return (
    <SearchBar
      id="question"
      name="q"
      action={adresses.rechercheDAide}
      label={t('aide.question')}
      hint={t('aide.exemple')}
      button={t('aide.chercher')}
      value={question}
    />
  );
}
