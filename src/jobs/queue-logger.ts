// Carries the queue's own messages into our logs, warnings and errors only: payloads stay out of them.
import { Logger } from 'graphile-worker';

export type WorkerLog = {
  info(details: object, message: string): void;
  warn(details: object, message: string): void;
  error(details: object, message: string): void;
};

type Meta = { error?: { name?: unknown; code?: unknown; responseCode?: unknown }; job?: Job };
type Job = { id?: unknown; task_identifier?: unknown; attempts?: unknown };

/**
 * A logger for the queue that writes to ours. Its own sentences may quote an error, hence an address: only
 * codes and numbers go through.
 */
export function queueLogger(log: WorkerLog): Logger {
  return new Logger(() => (level, _message, meta) => {
    if (level !== 'error' && level !== 'warning') return;
    const { error, job } = (meta ?? {}) as Meta;
    const details = {
      reason: error?.code ?? error?.name,
      responseCode: error?.responseCode,
      job: job?.id,
      task: job?.task_identifier,
      attempts: job?.attempts,
    };
    const sentence = job ? 'a job failed' : 'the queue has trouble';
    if (level === 'error') log.error(details, sentence);
    else log.warn(details, sentence);
  });
}
