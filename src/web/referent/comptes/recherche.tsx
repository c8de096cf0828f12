// The field where a référent names an account, by its identifiant de connexion.
import { adresses } from '../../../domain/adresses.ts';
import { SearchBar } from '../../components/search-bar.tsx';
import type { Frame } from '../../layout/page.tsx';

type Props = { frame: Frame; identifiant?: string; erreur?: string | undefined };

export function RechercheDeCompte({ frame: { t }, identifiant = '', erreur }: Props) {
  return (
    <SearchBar
      id="identifiant"
      action={adresses.comptesDuReferent}
      label={t('continuite.compte.identifiant')}
      hint={t('continuite.compte.identifiantAide')}
      button={t('continuite.compte.ouvrir')}
      value={identifiant}
      error={erreur}
    />
  );
}
