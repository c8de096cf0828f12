// The OpenID provider of the PIGP: the library, its configuration, and what is logged of it.
import Provider, { type KoaContextWithOIDC } from 'oidc-provider';
import type { Annuaire } from './annuaire.ts';
import { configurationDe } from './configuration.ts';
import { nomsCookies } from './cookies.ts';
import { issuerDe, type PigpOptions } from './options.ts';
import { pagesFournisseur } from './pages-fournisseur.ts';

/** Builds the provider of one instance. */
export async function creerProvider(options: PigpOptions, annuaire: Annuaire): Promise<Provider> {
  const pages = pagesFournisseur(nomsCookies(options.port), options.log);
  const configuration = await configurationDe(options, annuaire, pages);
  const provider = new Provider(issuerDe(options), configuration);
  provider.use(fermerSansSession);
  provider.on('server_error', (_ctx, err) => options.log.error({ err }, 'PIGP: server error'));
  provider.on('grant.error', (_ctx, { error, error_description }) => {
    options.log.warn({ error, error_description }, 'PIGP: token refused');
  });
  provider.on('backchannel.error', (_ctx, err, client) => {
    options.log.warn({ err, client: client.clientId }, 'PIGP: back-channel logout not delivered');
  });
  return provider;
}

/**
 * A logout asked without a session has nothing to confirm. The library answers a form that a script
 * sends at once; without JavaScript it would stay there: we go straight where it leads.
 */
async function fermerSansSession(ctx: KoaContextWithOIDC, next: () => Promise<void>) {
  await next();
  if (ctx.oidc?.route !== 'end_session' || ctx.status !== 200) return;
  const { session } = ctx.oidc;
  if (!session || session.accountId) return;
  const { postLogoutRedirectUri, state } = session.state ?? {};
  const cible = new URL(String(postLogoutRedirectUri ?? ctx.oidc.urlFor('end_session_success')));
  if (postLogoutRedirectUri && state) cible.searchParams.set('state', String(state));
  ctx.status = 303;
  ctx.redirect(cible.href);
}
