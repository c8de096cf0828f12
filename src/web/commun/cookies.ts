// Names and options of our cookies: they differ by application and port, and are bound to this host over https.
import type { CookieSerializeOptions } from '@fastify/cookie';
import type { FastifyReply, FastifyRequest } from 'fastify';
import type { Langue } from '../../platform/textes/index.ts';

export type CookieJar = {
  session: string;
  langue: string;
  /** One for each sign-in in progress, told apart by the beginning of its state. */
  connexion(state: string): string;
};

/** The names of the cookies of a portal reached under this address. */
export function cookieNames(publicUrl: string): CookieJar {
  const { protocol, port } = new URL(publicUrl);
  const prefix =
    protocol === 'https:' ? `__Host-portail${port && `-${port}`}` : `portail-${port || '80'}`;
  return {
    session: `${prefix}-session`,
    langue: `${prefix}-langue`,
    connexion: (state) => `${prefix}-connexion-${state.replace(/[^\w-]/g, '').slice(0, 12)}`,
  };
}

/** Sets a cookie: httpOnly, SameSite=Lax, whole site; without `maxAgeSeconds` it ends with the browser. */
export function setCookie(
  reply: FastifyReply,
  name: string,
  value: string,
  maxAgeSeconds?: number,
): void {
  reply.setCookie(name, value, {
    ...options(name),
    ...(maxAgeSeconds === undefined ? {} : { maxAge: maxAgeSeconds }),
  });
}

/** Removes a cookie. */
export function clearCookie(reply: FastifyReply, name: string): void {
  reply.clearCookie(name, options(name));
}

function options(name: string): CookieSerializeOptions {
  return { path: '/', httpOnly: true, sameSite: 'lax', secure: name.startsWith('__Host-') };
}

/** The value of a cookie, if the browser sent it. */
export function getCookie(request: FastifyRequest, name: string): string | null {
  return request.cookies[name] ?? null;
}

/** Remembers the language for the pages shown without a session: until the browser closes. */
export function retenirLangue(reply: FastifyReply, publicUrl: string, langue: Langue): void {
  setCookie(reply, cookieNames(publicUrl).langue, langue);
}
