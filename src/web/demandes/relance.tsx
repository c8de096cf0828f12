// « Relancer »: the author of a request that waits reminds those who decide, or is told from when on they may.
import { adresseDemande } from '../../domain/adresses.ts';
import type { DecisionRelance } from '../../domain/demande/echeances.ts';
import { formatJour } from '../../platform/textes/formats.ts';
import { Button } from '../components/button.tsx';
import type { Frame } from '../layout/page.tsx';

type Props = { frame: Frame; demandeId: number; relance: DecisionRelance };

export function Relance({ frame: { t, langue }, demandeId, relance }: Props) {
  if (relance.kind === 'tropTot')
    return <p>{t('continuite.refus.tropTot', { jour: formatJour(langue, relance.des) })}</p>;
  return (
    <form class="pc-flow" method="post" action={`${adresseDemande(demandeId)}/relance`}>
      <p>{t('continuite.relance.texte')}</p>
      <Button>{t('continuite.relance.bouton')}</Button>
    </form>
  );
}
