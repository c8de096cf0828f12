// What an act says after its redirect: a key in the address, its sentence in the dictionaries, no storage.
import type { Cle, Translate } from '../../platform/textes/index.ts';
import { avecParametre } from './retour.ts';

type Message =
  Extract<Cle, `pages.messages.${string}`> extends `pages.messages.${infer M}` ? M : never;

const CONNUS: Record<Message, true> = {
  informationsEnregistrees: true,
  adresseAConfirmer: true,
  parametresEnregistres: true,
  adresseConfirmee: true,
  adresseAnnulee: true,
  rienAAnnuler: true,
  bienvenue: true,
  bienvenueAdresse: true,
};

/** The address to redirect to, carrying a message. */
export function avecMessage(chemin: string, message: Message): string {
  return avecParametre(chemin, 'message', message);
}

/** The sentence that the address carries, if it is one of ours. */
export function messageDe(query: unknown, t: Translate): string | null {
  const { message } = query as { message?: unknown };
  if (typeof message !== 'string' || !Object.hasOwn(CONNUS, message)) return null;
  return t(`pages.messages.${message as Message}`);
}
