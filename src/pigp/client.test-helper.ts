// For tests: a relying party built on openid-client, as the portal is.
import * as client from 'openid-client';
import type { Navigateur, Reponse } from './navigateur.test-helper.ts';

export type ClientDeTest = Awaited<ReturnType<typeof decouvrir>>;

/** Discovers the issuer as the portal would. */
export async function decouvrir(issuer: string, redirectUri: string) {
  const config = await client.discovery(
    new URL(issuer),
    'portail',
    undefined,
    client.ClientSecretBasic('secret-du-portail'),
    { execute: [client.allowInsecureRequests] },
  );
  return { config, redirectUri };
}

/** Sends the browser to sign in; gives where it stopped and how to finish. */
export async function demanderEntree(
  { config, redirectUri }: ClientDeTest,
  navigateur: Navigateur,
  parametres: Record<string, string> = {},
) {
  const verifier = client.randomPKCECodeVerifier();
  const state = client.randomState();
  const adresse = client.buildAuthorizationUrl(config, {
    redirect_uri: redirectUri,
    scope: 'openid profile',
    code_challenge: await client.calculatePKCECodeChallenge(verifier),
    code_challenge_method: 'S256',
    state,
    ...parametres,
  });
  const { origin } = adresse;
  const arret = await navigateur.suivre(await navigateur.get(adresse.href), origin);
  const finir = async (reponse: Reponse) => {
    const retour = new URL(reponse.location ?? '');
    return client.authorizationCodeGrant(config, retour, {
      pkceCodeVerifier: verifier,
      expectedState: state,
    });
  };
  return { arret, adresse, finir };
}
