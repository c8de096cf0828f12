// The portal as a client of an OpenID provider (PIGP): code flow, PKCE, state, nonce; any provider by configuration.
import { createRemoteJWKSet } from 'jose';
import * as oidc from 'openid-client';
import { adresses } from '../../domain/adresses.ts';
import type { Connexion } from '../../domain/session/actions.ts';
import { ServiceIndisponible } from '../../platform/erreurs.ts';
import type { Langue } from '../../platform/textes/index.ts';
import type { OidcSettings } from '../commun/contexte.ts';

const TIMEOUT_SECONDS = 5;

/** What the browser keeps, sealed, between the departure to the provider and the return. */
export type ConnexionEnCours = { state: string; nonce: string; verifier: string; retour: string };

type Reponse = { kind: 'prouvee'; connexion: Connexion } | { kind: 'refusee'; code: string };

export type Fournisseur = {
  /** Starts a sign-in: where to send the browser, and what to remember. */
  partir(retour: string, langue: Langue): Promise<{ url: URL; enCours: ConnexionEnCours }>;
  /** Checks the provider's answer, exchanges the code, and reads the identity. */
  revenir(adresse: URL, enCours: ConnexionEnCours): Promise<Reponse>;
  /** The provider's keys and name, to check a logout token. */
  cles(): Promise<{
    issuer: string;
    clientId: string;
    jwks: ReturnType<typeof createRemoteJWKSet>;
  }>;
  /** Where to send the browser to end the provider's session too, if it offers that. */
  finDeSession(langue: Langue): Promise<string | null>;
};

/** The provider of the configuration; it is discovered at the first need, and again after a failure. */
export function creerFournisseur(settings: OidcSettings, publicUrl: string): Fournisseur {
  const redirectUri = `${publicUrl}${adresses.retourDeConnexion}`;
  const configuration = decouvrirUneFois(settings);
  let jwks: ReturnType<typeof createRemoteJWKSet> | undefined;
  return {
    async partir(retour, langue) {
      const enCours = {
        state: oidc.randomState(),
        nonce: oidc.randomNonce(),
        verifier: oidc.randomPKCECodeVerifier(),
        retour,
      };
      const url = oidc.buildAuthorizationUrl(await configuration(), {
        redirect_uri: redirectUri,
        scope: 'openid profile',
        state: enCours.state,
        nonce: enCours.nonce,
        code_challenge: await oidc.calculatePKCECodeChallenge(enCours.verifier),
        code_challenge_method: 'S256',
        ui_locales: langue,
      });
      return { url, enCours };
    },
    async revenir(adresse, { state, nonce, verifier }) {
      const config = await configuration();
      try {
        const tokens = await oidc.authorizationCodeGrant(config, adresse, {
          expectedState: state,
          expectedNonce: nonce,
          pkceCodeVerifier: verifier,
          idTokenExpected: true,
        });
        return await lireIdentite(config, tokens, settings.claimIdentifiant);
      } catch (error) {
        return refus(error);
      }
    },
    async cles() {
      const { issuer, jwks_uri } = (await configuration()).serverMetadata();
      if (!jwks_uri) throw new ServiceIndisponible('the provider publishes no keys');
      jwks ??= createRemoteJWKSet(new URL(jwks_uri), { timeoutDuration: TIMEOUT_SECONDS * 1000 });
      return { issuer, clientId: settings.clientId, jwks };
    },
    async finDeSession(langue) {
      const config = await configuration();
      if (!config.serverMetadata().end_session_endpoint) return null;
      // Named by client_id, not by an id token: an address carries no personal data (design §6.12).
      const retour = `${publicUrl}${adresses.deconnexionComplete}`;
      return oidc.buildEndSessionUrl(config, {
        post_logout_redirect_uri: retour,
        ui_locales: langue,
      }).href;
    },
  };
}

function decouvrirUneFois(settings: OidcSettings): () => Promise<oidc.Configuration> {
  let known: Promise<oidc.Configuration> | undefined;
  return () => {
    known ??= decouvrir(settings).catch((error: unknown) => {
      known = undefined;
      throw new ServiceIndisponible('the OpenID provider does not answer', { cause: error });
    });
    return known;
  };
}

async function decouvrir({
  issuer,
  clientId,
  clientSecret,
}: OidcSettings): Promise<oidc.Configuration> {
  const url = new URL(issuer);
  // The configuration allows http for this machine only.
  const execute = url.protocol === 'http:' ? [oidc.allowInsecureRequests] : [];
  const options = { execute, timeout: TIMEOUT_SECONDS };
  return oidc.discovery(url, clientId, {}, oidc.ClientSecretBasic(clientSecret), options);
}

async function lireIdentite(
  config: oidc.Configuration,
  tokens: Awaited<ReturnType<typeof oidc.authorizationCodeGrant>>,
  claim: string,
): Promise<Reponse> {
  const claims = tokens.claims();
  if (!claims) return { kind: 'refusee', code: 'NO_ID_TOKEN' };
  const own = claims[claim];
  const valeur = own ?? (await oidc.fetchUserInfo(config, tokens.access_token, claims.sub))[claim];
  if (typeof valeur !== 'string' || valeur === '')
    return { kind: 'refusee', code: 'NO_IDENTIFIANT' };
  const sid = typeof claims['sid'] === 'string' ? claims['sid'] : null;
  const { iss: issuer, sub } = claims;
  const identifiant = valeur.toLowerCase();
  return {
    kind: 'prouvee',
    connexion: { issuer, sub, identifiant, sid },
  };
}

// A wrong or replayed answer is an outcome; a provider that does not answer is an outage.
function refus(error: unknown): Reponse {
  if (error instanceof oidc.AuthorizationResponseError || error instanceof oidc.ResponseBodyError) {
    // A word of the protocol, or nothing: whatever came in the answer stays out of the log.
    return { kind: 'refusee', code: /^[a-z_]{1,40}$/.test(error.error) ? error.error : 'INVALID' };
  }
  if (error instanceof oidc.ClientError && error.code !== 'OAUTH_TIMEOUT') {
    return { kind: 'refusee', code: error.code ?? 'INVALID' };
  }
  throw new ServiceIndisponible('the OpenID provider does not answer', { cause: error });
}
