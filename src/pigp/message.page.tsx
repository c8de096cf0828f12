// A page that only says something: session closed, request refused or expired, page not found.
import type { VNode } from 'preact';
import { Cadre } from './cadre.page.tsx';
import type { Vue } from './vue.ts';

export type Message = 'fermee' | 'refus' | 'expiree' | 'autreSite' | 'introuvable' | 'panne';

type MessageProps = { vue: Vue; message: Message; code?: string };

export function MessagePage({ vue, message, code }: MessageProps): VNode {
  const { t } = vue;
  const titre = t(`pigp.messages.${message}.titre`);
  return (
    <Cadre vue={vue} titre={titre} erreur={message !== 'fermee'}>
      <div class="colonne colonne--etroite">
        <h1>{titre}</h1>
        <p class="chapeau">{t(`pigp.messages.${message}.texte`)}</p>
        {code ? <p class="code">{t('pigp.messages.code', { code })}</p> : null}
        <p>
          <a class="bouton bouton--second" href="/">
            {t('pigp.messages.accueil')}
          </a>
        </p>
      </div>
    </Cadre>
  );
}
