// Which part of a file a reader asks for (RFC 9110 §14): one interval of bytes; anything else is answered whole.
import type { Intervalle } from '../../../../platform/fichiers/magasin.ts';

export type Demande = { kind: 'tout' } | ({ kind: 'partie' } & Intervalle) | { kind: 'dehors' };

const UN_INTERVALLE = /^bytes=(\d{0,15})-(\d{0,15})$/;

/** Reads the header `Range` for a file of this size; several intervals, or none that can be read, count as no header. */
export function lireIntervalle(entete: string | undefined, taille: number): Demande {
  const [, de = '', a = ''] = UN_INTERVALLE.exec(entete ?? '') ?? [];
  if (de === '' && a === '') return { kind: 'tout' };
  // « -500 » is the last 500 bytes.
  if (de === '') {
    const nombre = Number(a);
    if (nombre === 0) return { kind: 'dehors' };
    return { kind: 'partie', debut: Math.max(taille - nombre, 0), fin: taille - 1 };
  }
  const debut = Number(de);
  const fin = a === '' ? taille - 1 : Math.min(Number(a), taille - 1);
  if (a !== '' && Number(a) < debut) return { kind: 'tout' };
  return debut >= taille ? { kind: 'dehors' } : { kind: 'partie', debut, fin };
}
