// The question of a logout that another site asked for: close the PIGP's session too, or keep it.
import type { VNode } from 'preact';
import { Cadre } from './cadre.page.tsx';
import type { Vue } from './vue.ts';

type FermetureProps = { vue: Vue; action: string; secret: string };

/** The names `xsrf` and `logout` are oidc-provider's. */
export function FermeturePage({ vue, action, secret }: FermetureProps): VNode {
  const { t } = vue;
  return (
    <Cadre vue={vue} titre={t('pigp.fermeture.onglet')}>
      <div class="colonne colonne--etroite">
        <h1>{t('pigp.fermeture.titre')}</h1>
        <p class="chapeau">{t('pigp.fermeture.texte')}</p>
        <form method="post" action={action} class="choix">
          <input type="hidden" name="xsrf" value={secret} />
          <button class="bouton" type="submit" name="logout" value="yes">
            {t('pigp.fermeture.oui')}
          </button>
          <button class="bouton bouton--second" type="submit">
            {t('pigp.fermeture.non')}
          </button>
        </form>
      </div>
    </Cadre>
  );
}
