// Checks a logout token (OpenID Connect Back-Channel Logout 1.0 §2.6); openid-client leaves it to us.
import { errors, jwtVerify } from 'jose';
import type { JetonDeconnexion } from '../../domain/session/actions.ts';
import { ServiceIndisponible } from '../../platform/erreurs.ts';
import type { Fournisseur } from './fournisseur.ts';

const EVENEMENT = 'http://schemas.openid.net/event/backchannel-logout';
const AGE_MAX_SECONDS = 300;
const SURETE_SECONDS = 60;

/**
 * Verifies signature, iss, aud, iat, exp, events, sid or sub, absence of nonce, presence of jti; nothing when
 * any of them is wrong. That the jti serves once is held by the database.
 */
export async function verifierJetonDeconnexion(
  jeton: string,
  fournisseur: Fournisseur,
  instant: Date,
): Promise<JetonDeconnexion | undefined> {
  const { issuer, clientId, jwks } = await fournisseur.cles();
  const payload = await jwtVerify(jeton, jwks, {
    issuer,
    audience: clientId,
    currentDate: instant,
    maxTokenAge: AGE_MAX_SECONDS,
    clockTolerance: SURETE_SECONDS,
    requiredClaims: ['iat', 'jti', 'events'],
  }).then((verified) => verified.payload, refuseOuPanne);
  if (!payload?.jti || 'nonce' in payload) return undefined;
  const events = payload['events'];
  if (typeof events !== 'object' || events === null || !(EVENEMENT in events)) return undefined;
  const sid = typeof payload['sid'] === 'string' ? payload['sid'] : null;
  const sub = payload.sub ?? null;
  if (sid === null && sub === null) return undefined;
  const expireLe = new Date(instant.getTime() + (AGE_MAX_SECONDS + 2 * SURETE_SECONDS) * 1000);
  return { issuer, jti: payload.jti, sid, sub, expireLe };
}

function refuseOuPanne(error: unknown): undefined {
  const panne = error instanceof errors.JWKSTimeout || !(error instanceof errors.JOSEError);
  if (panne)
    throw new ServiceIndisponible('the provider’s keys are out of reach', { cause: error });
  return undefined;
}
