// The tokens by which other programs write to the portal: what one opens, and whether it opens it
// now.

/** What a token lets its holder do; one a face. */
export const PORTEES = ['evenements'] as const;
export type Portee = (typeof PORTEES)[number];

export type Jeton = {
  id: number;
  /** The program that holds it. */
  source: string;
  portee: string;
  creeLe: Date;
  expireLe: Date;
  revoqueLe: Date | null;
  utiliseLe: Date | null;
};

export type EtatDeJeton = 'VALABLE' | 'REVOQUE' | 'EXPIRE';

/** Whether a token still opens anything. */
export function etatDuJeton({ revoqueLe, expireLe }: Jeton, instant: Date): EtatDeJeton {
  if (revoqueLe !== null) return 'REVOQUE';
  return expireLe <= instant ? 'EXPIRE' : 'VALABLE';
}

export type Presentation =
  | { kind: 'accepte'; jeton: Jeton; noterUsage: boolean }
  | { kind: 'refuse' }
  | { kind: 'autrePortee' };

const NOTER_MS = 60_000;

/** Decides on a token that was presented for a use; its last use is noted once a minute at most. */
export function decidePresentation(
  jeton: Jeton | undefined,
  portee: Portee,
  instant: Date,
): Presentation {
  if (!jeton || etatDuJeton(jeton, instant) !== 'VALABLE') return { kind: 'refuse' };
  if (jeton.portee !== portee) return { kind: 'autrePortee' };
  const { utiliseLe } = jeton;
  const noterUsage = !utiliseLe || instant.getTime() - utiliseLe.getTime() >= NOTER_MS;
  return { kind: 'accepte', jeton, noterUsage };
}
