// Outages apart from bugs: under which code an exception is shown, and that each code has its words.
import { describe, expect, test } from 'vitest';
import {
  classerErreur,
  ERREURS,
  ERREURS_D_API,
  REFUS_DE_LIGNE,
  ServiceIndisponible,
} from './erreurs.ts';
import { fr } from './textes/fr/index.ts';

const avec = (champs: object) => Object.assign(new Error('x'), champs);

describe('an exception', () => {
  test.each([
    ['the portal’s own word for an outage', new ServiceIndisponible('SMTP'), 'INDISPONIBLE'],
    ['connection refused', avec({ code: 'ECONNREFUSED' }), 'INDISPONIBLE'],
    ['connection reset', avec({ code: 'ECONNRESET' }), 'INDISPONIBLE'],
    ['name unknown', avec({ code: 'ENOTFOUND' }), 'INDISPONIBLE'],
    ['name server silent', avec({ code: 'EAI_AGAIN' }), 'INDISPONIBLE'],
    ['system time-out', avec({ code: 'ETIMEDOUT' }), 'INDISPONIBLE'],
    ['driver’s time-out', avec({ code: 'CONNECT_TIMEOUT' }), 'INDISPONIBLE'],
    ['driver’s connection closed', avec({ code: 'CONNECTION_CLOSED' }), 'INDISPONIBLE'],
    ['driver’s pool ended', avec({ code: 'CONNECTION_ENDED' }), 'INDISPONIBLE'],
    ['connection failure (08006)', avec({ code: '08006' }), 'INDISPONIBLE'],
    ['too many connections (53300)', avec({ code: '53300' }), 'INDISPONIBLE'],
    ['disk full (53100)', avec({ code: '53100' }), 'INDISPONIBLE'],
    ['server shutting down (57P01)', avec({ code: '57P01' }), 'INDISPONIBLE'],
    ['server starting (57P03)', avec({ code: '57P03' }), 'INDISPONIBLE'],
    ['read-only replica (25006)', avec({ code: '25006' }), 'INDISPONIBLE'],
    ['unique violation (23505)', avec({ code: '23505' }), 'INTERNE'],
    ['check violation (23514)', avec({ code: '23514' }), 'INTERNE'],
    ['right refused (42501)', avec({ code: '42501' }), 'INTERNE'],
    ['another read-write trouble (25P02)', avec({ code: '25P02' }), 'INTERNE'],
    ['file missing', avec({ code: 'ENOENT' }), 'INTERNE'],
    ['a numeric code', avec({ code: 8006 }), 'INTERNE'],
    ['HTTP 400', avec({ statusCode: 400 }), 'FORMAT_REFUSE'],
    ['HTTP 413', avec({ statusCode: 413, code: 'FST_ERR_CTP_BODY_TOO_LARGE' }), 'CORPS_TROP_GRAND'],
    ['HTTP 415', avec({ statusCode: 415 }), 'FORMAT_REFUSE'],
    ['HTTP 429', avec({ statusCode: 429 }), 'TROP_DE_DEMANDES'],
    ['HTTP 503', avec({ statusCode: 503 }), 'INDISPONIBLE'],
    ['HTTP 500', avec({ statusCode: 500 }), 'INTERNE'],
    ['a bug', new TypeError('undefined is not a function'), 'INTERNE'],
    ['a text', 'boom', 'INTERNE'],
  ] as const)('%s', (_quoi, error, code) => {
    expect(classerErreur(error)).toBe(code);
  });

  test.each([null, undefined])('that is %s is a bug like another', (rien) => {
    expect(classerErreur(rien)).toBe('INTERNE');
  });
});

describe('the table of errors', () => {
  test('has a page for each code, and no page without its code', () => {
    expect(Object.keys(fr.erreurs.pages).toSorted()).toEqual(Object.keys(ERREURS).toSorted());
  });

  test('has a sentence for each code that programs are told, and none beside', () => {
    expect(Object.keys(fr.erreurs.api).toSorted()).toEqual(Object.keys(ERREURS_D_API).toSorted());
    expect(Object.keys(fr.erreurs.lignes).toSorted()).toEqual([...REFUS_DE_LIGNE].toSorted());
  });

  test('gives each code a status of error', () => {
    expect(Object.values(ERREURS).filter((status) => status < 400 || status > 599)).toEqual([]);
  });
});
