// The one session of the PIGP is oidc-provider's: opened by our sign-in page, closed by ours too.
import type { IncomingMessage, ServerResponse } from 'node:http';
import type Provider from 'oidc-provider';
import { SESSION_SECONDS } from './configuration.ts';
import { COOKIE_OPTIONS } from './cookies.ts';
import type { JournalPigp } from './options.ts';

/** A request as the library sees it: its cookies are the same, signed by the same keys. */
type Context = Parameters<Provider['Session']['get']>[0];
type Session = Awaited<ReturnType<Provider['Session']['get']>>;
type Client = NonNullable<Awaited<ReturnType<Provider['Client']['find']>>>;
// Public in the library (models/client.js), absent from its types.
type ClientJoignable = Client & { backchannelLogout(sub: string, sid: string): Promise<void> };

export type Sessions = {
  contexte(req: IncomingMessage, res: ServerResponse): Context;
  lire(ctx: Context): Promise<Session>;
  ouvrir(ctx: Context, sub: string): Promise<void>;
  fermer(ctx: Context, session: Session): Promise<void>;
};

/** The sessions of one provider. */
export function creerSessions(provider: Provider, log: JournalPigp): Sessions {
  const cookie = provider.cookieName('session');

  async function prevenir(session: Session, clientId: string): Promise<void> {
    const client = (await provider.Client.find(clientId)) as ClientJoignable | undefined;
    const sid = session.sidFor(clientId);
    if (!client?.backchannelLogoutUri || !session.accountId || !sid) return;
    try {
      await client.backchannelLogout(session.accountId, sid);
    } catch (err) {
      log.warn({ err, client: clientId }, 'PIGP: back-channel logout not delivered');
    }
  }

  async function revoquer(session: Session, clientId: string): Promise<void> {
    const grantId = session.grantIdFor(clientId);
    if (!grantId) return;
    await provider.AccessToken.revokeByGrantId(grantId);
    await provider.AuthorizationCode.revokeByGrantId(grantId);
    await (await provider.Grant.find(grantId))?.destroy();
  }

  async function fermer(ctx: Context, session: Session): Promise<void> {
    const clients = Object.keys(session.authorizations ?? {});
    await Promise.all(clients.map((id) => prevenir(session, id)));
    await Promise.all(clients.map((id) => revoquer(session, id)));
    await session.destroy();
    ctx.cookies.set(cookie, null, COOKIE_OPTIONS);
  }

  async function ouvrir(ctx: Context, sub: string): Promise<void> {
    let session = await provider.Session.get(ctx);
    if (session.accountId && session.accountId !== sub) {
      await fermer(ctx, session);
      session = new provider.Session();
    }
    session.resetIdentifier();
    session.loginAccount({ accountId: sub, transient: true });
    await session.save(SESSION_SECONDS);
    ctx.cookies.set(cookie, session.jti, { ...COOKIE_OPTIONS, overwrite: true });
  }

  return {
    contexte: (req, res) => provider.createContext(req, res) as Context,
    lire: (ctx) => provider.Session.get(ctx),
    ouvrir,
    fermer,
  };
}
