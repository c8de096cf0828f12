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

/** The path of an address, without its query. */
export function pathOf(url: string): string {
  return url.split('?', 1)[0] ?? url;
}
