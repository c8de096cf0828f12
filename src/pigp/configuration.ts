// How oidc-provider is set up: code flow with PKCE, no consent page, both kinds of logout.
import { exportJWK, generateKeyPair } from 'jose';
import {
  type Configuration,
  interactionPolicy,
  type JWKS,
  type KoaContextWithOIDC,
} from 'oidc-provider';
import { memoryAdapter } from './adapter.ts';
import type { Annuaire } from './annuaire.ts';
import { COOKIE_OPTIONS, nomsCookies } from './cookies.ts';
import type { ClientPigp, PigpOptions } from './options.ts';
import type { PagesFournisseur } from './pages-fournisseur.ts';

export const SESSION_SECONDS = 8 * 3600;

const ROUTES = {
  authorization: '/oidc/authorize',
  token: '/oidc/token',
  userinfo: '/oidc/userinfo',
  jwks: '/oidc/jwks',
  end_session: '/oidc/end-session',
};

/** Called by programs with their own secret: the rule on other sites' POST is not for them. */
export const ROUTES_DE_PROGRAMMES: readonly string[] = [ROUTES.token, ROUTES.userinfo];

/** The whole configuration; anything that would make the library print a notice is given. */
export async function configurationDe(
  options: PigpOptions,
  annuaire: Annuaire,
  pages: PagesFournisseur,
): Promise<Configuration> {
  const { langue: _, ...names } = nomsCookies(options.port);
  const policy = interactionPolicy.base();
  policy.remove('consent');
  return {
    adapter: memoryAdapter(),
    clients: [metadataDe(options.client)],
    clientAuthMethods: ['client_secret_basic', 'client_secret_post'],
    clientBasedCORS: () => false,
    claims: { openid: ['sub'], profile: ['preferred_username', 'given_name', 'family_name'] },
    conformIdTokenClaims: false,
    cookies: { names, keys: [options.cookieKey], long: COOKIE_OPTIONS, short: COOKIE_OPTIONS },
    features: {
      devInteractions: { enabled: false },
      backchannelLogout: { enabled: true },
      rpInitiatedLogout: {
        enabled: true,
        logoutSource: pages.demanderFermeture,
        postLogoutSuccessSource: pages.direFermeture,
      },
    },
    fetch: fetchSansFiltre,
    findAccount: (_ctx, sub) => compteDe(annuaire, sub),
    interactions: { policy, url: (_ctx, interaction) => `/connexion/${interaction.uid}` },
    jwks: await nouvellesCles(),
    loadExistingGrant: accorder,
    pkce: { required: () => true },
    renderError: pages.direErreur,
    responseTypes: ['code'],
    routes: ROUTES,
    scopes: ['openid'],
    ttl: {
      AccessToken: 3600,
      AuthorizationCode: 60,
      Grant: SESSION_SECONDS,
      IdToken: 3600,
      Interaction: 3600,
      Session: SESSION_SECONDS,
    },
  };
}

function metadataDe(client: ClientPigp) {
  return {
    client_id: client.id,
    client_secret: client.secret,
    redirect_uris: [client.redirectUri],
    post_logout_redirect_uris: [client.postLogoutRedirectUri],
    backchannel_logout_uri: client.backchannelLogoutUri,
    backchannel_logout_session_required: true,
    response_types: ['code' as const],
    grant_types: ['authorization_code'],
  };
}

function compteDe(annuaire: Annuaire, sub: string) {
  const personne = annuaire.parSub(sub);
  if (!personne) return undefined;
  const claims = () => ({
    sub,
    preferred_username: personne.identifiant,
    given_name: personne.prenom,
    family_name: personne.nom,
  });
  return { accountId: sub, claims };
}

/** The grant is given by the portal itself: people never see a consent page. */
async function accorder({ oidc }: KoaContextWithOIDC) {
  const { client, session, account, provider } = oidc;
  if (!client || !session || !account) return undefined;
  const connu = session.grantIdFor(client.clientId);
  const grant =
    (connu && (await provider.Grant.find(connu))) ||
    new provider.Grant({ clientId: client.clientId, accountId: account.accountId });
  grant.addOIDCScope([...oidc.requestParamOIDCScopes].join(' '));
  await grant.save();
  return grant;
}

async function nouvellesCles(): Promise<JWKS> {
  const { privateKey } = await generateKeyPair('RS256', { extractable: true });
  return { keys: [{ ...(await exportJWK(privateKey)), kty: 'RSA', use: 'sig', alg: 'RS256' }] };
}

/**
 * The library calls back-channel addresses through a dispatcher that cuts every connection to a
 * private or loopback address; here the only client is ours, on loopback: it is dropped.
 */
function fetchSansFiltre(input: string | URL | Request, init?: RequestInit): Promise<Response> {
  const { dispatcher: _, ...reste } = { ...init } as RequestInit & { dispatcher?: unknown };
  return fetch(input, reste);
}
