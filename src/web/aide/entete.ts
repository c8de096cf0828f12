// What each page of the help says of itself, in the header of its file.
import { z } from 'zod';

/** In the order of the contents. */
export const THEMES = [
  'debuter',
  'compte',
  'rattachements',
  'espaces',
  'gestion',
  'difficultes',
] as const;

export const EnteteDAide = z.strictObject({
  titre: z.string().min(1),
  /** One sentence. */
  resume: z.string().min(1),
  theme: z.enum(THEMES),
  /** Its place in its theme. */
  ordre: z.coerce.number(),
  pour: z.enum(['tous', 'gestionnaires', 'referents']),
  /** Other words for it, that people look for. */
  mots: z.string().default(''),
});

export type PageDAide = z.infer<typeof EnteteDAide> & { slug: string; html: string; texte: string };
