// « Exporter » (guide p.10): what the files hold is said before they are asked.
import { adresses } from '../../domain/adresses.ts';
import { ButtonGroup, ButtonLink } from '../components/button.tsx';
import type { PropsDesResultats as Props } from './colonnes.tsx';
import { adresseRecherche } from './form.ts';

function publics({ etat, trouvees }: Props): boolean {
  const { structures, total } = trouvees;
  const publique = structures.some(({ typeStructure }) => typeStructure === 'PUBLIQUE');
  return !etat.particulier && (publique || total > structures.length);
}

/** The links to the files; they hold what is public, so that where nothing is there are none. */
export function Exports(props: Props) {
  const { frame, etat, voulue } = props;
  const { t } = frame;
  if (!publics(props)) return null;
  const vers = (fin: string) =>
    adresseRecherche(`${adresses.structures}/export.${fin}`, etat.criteres, { tri: voulue.tri });
  return (
    <section class="pc-flow" aria-labelledby="exporter">
      <div>
        <h3 id="exporter">{t('annuaire.resultats.exporter')}</h3>
        <p class="fr-hint-text">{t('annuaire.resultats.exporterAide')}</p>
      </div>
      <ButtonGroup>
        <ButtonLink kind="tertiary" href={vers('csv')}>
          {t('annuaire.resultats.exporterCsv')}
        </ButtonLink>
        <ButtonLink kind="tertiary" href={vers('xlsx')}>
          {t('annuaire.resultats.exporterXlsx')}
        </ButtonLink>
      </ButtonGroup>
    </section>
  );
}
