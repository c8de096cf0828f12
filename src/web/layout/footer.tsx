// The foot of every page (screens §3): accessibility state, legal notices, personal data, help.
import type { Frame } from './frame.ts';

const LINKS = [
  ['/accessibilite', 'composants.pied.accessibilite'],
  ['/mentions-legales', 'composants.pied.mentionsLegales'],
  ['/donnees-personnelles', 'composants.pied.donneesPersonnelles'],
  ['/aide', 'composants.pied.aide'],
] as const;

export function Footer({ t, serviceName }: Frame) {
  return (
    <footer class="fr-footer" id="pied-de-page" tabindex={-1}>
      <div class="fr-footer__body fr-container">
        <p class="fr-footer__brand">{serviceName}</p>
        <nav aria-label={t('composants.pied.titre')}>
          <ul class="fr-footer__bottom-list">
            {LINKS.map(([href, cle]) => (
              <li key={href}>
                <a class="fr-footer__bottom-link" href={href}>
                  {t(cle)}
                </a>
              </li>
            ))}
          </ul>
        </nav>
      </div>
    </footer>
  );
}
