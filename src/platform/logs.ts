// Logs without personal data (design §6.12): no address of the visitor, no query, no header, no body.
import type { FastifyBaseLogger } from 'fastify';
import { pino } from 'pino';

/** The program's logger; each line is one JSON object on standard output. */
export function logger(level: string): FastifyBaseLogger {
  return pino({
    level,
    base: null,
    serializers: {
      req: ({ method, url }: { method: string; url: string }) => ({ method, path: pathOf(url) }),
      err: ({ name, message, code, stack, cause }: LoggedError) => ({
        name,
        message,
        code,
        stack,
        cause: cause instanceof Error ? cause.message : undefined,
      }),
    },
  });
}

type LoggedError = Error & { code?: unknown };

// What is as long as the tokens of links, in their letters, an upper-case one among them: no name of a page of ours is.
const TOKENS = /(?=[\w-]*[A-Z])[\w-]{32,}/g;

/** The path of an address, without its query nor what may be a token: who reads the log must not hold its right. */
export function pathOf(url: string): string {
  const [path = url] = url.split('?', 1);
  return path.replaceAll(TOKENS, '…');
}
