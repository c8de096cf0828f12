// Carries the queue's own messages into our logs, warnings and errors only: payloads stay out of them.
import { Logger } from 'graphile-worker';

export type WorkerLog = {
  warn(details: object, message: string): void;
  error(details: object, message: string): void;
};

/** A logger for the queue that writes to ours. */
export function queueLogger(log: WorkerLog): Logger {
  return new Logger(() => (level, message, meta) => {
    if (level !== 'error' && level !== 'warning') return;
    const failure = (meta as { failure?: Error } | undefined)?.failure;
    const details = failure ? { reason: failure.name } : {};
    if (level === 'error') log.error(details, message);
    else log.warn(details, message);
  });
}
