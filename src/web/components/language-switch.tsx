// The other language, one click away on every page (screens §3), then back to the same address.
import type { Langue } from '../../platform/textes/index.ts';
import { Button } from './button.tsx';

// Each language is named in itself: its reader must recognise it.
const OTHER: Record<Langue, { value: Langue; name: string }> = {
  fr: { value: 'en', name: 'English' },
  en: { value: 'fr', name: 'Français' },
};

export function LanguageSwitch({ langue, path }: { langue: Langue; path: string }) {
  const { value, name } = OTHER[langue];
  return (
    <form class="fr-translate" method="post" action="/langue">
      <input type="hidden" name="retour" value={path} />
      <Button kind="tertiary" name="langue" value={value} lang={value}>
        {name}
      </Button>
    </form>
  );
}
