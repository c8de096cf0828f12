// An OpenID provider reduced to its name and its keys: it signs whatever a test asks for.
import { createServer } from 'node:http';
import { exportJWK, generateKeyPair, type JWTPayload, SignJWT } from 'jose';
import { afterAll } from 'vitest';
import { portLibre } from '../../src/pigp/navigateur.test-helper.ts';

/** Publishes a discovery document and keys; stops with the test file. */
export async function ouvrirFournisseur() {
  const { privateKey, publicKey } = await generateKeyPair('RS256');
  const port = await portLibre();
  const issuer = `http://127.0.0.1:${port}`;
  const documents: Record<string, unknown> = {
    '/.well-known/openid-configuration': {
      issuer,
      authorization_endpoint: `${issuer}/authorize`,
      token_endpoint: `${issuer}/token`,
      jwks_uri: `${issuer}/jwks`,
      response_types_supported: ['code'],
      subject_types_supported: ['public'],
      id_token_signing_alg_values_supported: ['RS256'],
    },
    '/jwks': { keys: [{ ...(await exportJWK(publicKey)), alg: 'RS256', use: 'sig' }] },
  };
  const serveur = createServer((request, response) => {
    const document = documents[request.url ?? ''];
    response.writeHead(document ? 200 : 404, { 'content-type': 'application/json' });
    response.end(JSON.stringify(document ?? {}));
  });
  await new Promise<void>((resolve) => serveur.listen(port, '127.0.0.1', resolve));
  afterAll(() => serveur.close());
  return {
    issuer,
    /** A token of this provider, or signed by another key in its name. */
    signer(payload: JWTPayload, cle = privateKey) {
      return new SignJWT(payload).setProtectedHeader({ alg: 'RS256', typ: 'logout+jwt' }).sign(cle);
    },
  };
}
