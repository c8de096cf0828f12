// The pages that oidc-provider asks for: confirm a logout, say it is done, say what went wrong.
import type { ErrorOut, KoaContextWithOIDC } from 'oidc-provider';
import type { NomsCookies } from './cookies.ts';
import { FermeturePage } from './fermeture.page.tsx';
import { MessagePage } from './message.page.tsx';
import type { JournalPigp } from './options.ts';
import { rendre } from './rendre.ts';
import { vueDe } from './vue.ts';

export type PagesFournisseur = {
  demanderFermeture(ctx: KoaContextWithOIDC, form: string): void;
  direFermeture(ctx: KoaContextWithOIDC): void;
  direErreur(ctx: KoaContextWithOIDC, out: ErrorOut): void;
};

/** The pages of one instance. */
export function pagesFournisseur(cookies: NomsCookies, log: JournalPigp): PagesFournisseur {
  const vue = (ctx: KoaContextWithOIDC) => vueDe(ctx, cookies.langue);
  return {
    // The library hands a form without buttons; ours is built on the same secret and address.
    demanderFermeture(ctx) {
      const action = new URL(ctx.oidc.urlFor('end_session_confirm')).pathname;
      const secret = String(ctx.oidc.session?.state?.['secret'] ?? '');
      envoyer(ctx, rendre(FermeturePage({ vue: vue(ctx), action, secret })));
    },
    direFermeture(ctx) {
      envoyer(ctx, rendre(MessagePage({ vue: vue(ctx), message: 'fermee' })));
    },
    direErreur(ctx, { error, error_description }) {
      log.warn({ error, error_description, route: ctx.oidc.route }, 'PIGP: request refused');
      envoyer(ctx, rendre(MessagePage({ vue: vue(ctx), message: 'refus', code: error })));
    },
  };
}

function envoyer(ctx: KoaContextWithOIDC, html: string): void {
  ctx.type = 'html';
  ctx.body = html;
}
