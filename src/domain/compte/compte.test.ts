// The decisions about an account: who may sign in, what becomes of a contact address, what two tabs disagree on.
import { describe, expect, test } from 'vitest';
import {
  type CompteAConnecter,
  conflits,
  type DecisionConnexion,
  decideAdresse,
  decideConnexion,
  type InformationsEnregistrees,
  memeAdresse,
} from './compte.ts';

const IDENTITE = { issuer: 'https://pigp', sub: 'p1', identifiant: 'pauline.dufour' };
const compte = (id: number, champs: Partial<CompteAConnecter> = {}): CompteAConnecter => ({
  id,
  etat: 'ACTIF',
  oidcIssuer: null,
  oidcSub: null,
  ...champs,
});
const lie = (id: number, champs: Partial<CompteAConnecter> = {}) =>
  compte(id, { oidcIssuer: IDENTITE.issuer, oidcSub: IDENTITE.sub, ...champs });

const ouverte = (compteId: number, lier: boolean): DecisionConnexion => ({
  kind: 'ouverte',
  compteId,
  lier,
});
const refusee = (raison: 'inconnu' | 'inactif' | 'lieAAutrui', compteId: number | null) => ({
  kind: 'refusee',
  raison,
  compteId,
});

type Cas = [
  quand: string,
  lie: CompteAConnecter | undefined,
  nomme: CompteAConnecter | undefined,
  attendu: unknown,
];
const ailleurs = { oidcIssuer: 'https://autre', oidcSub: 'p1' };
const autrui = { oidcIssuer: IDENTITE.issuer, oidcSub: 'p2' };
const CAS: Cas[] = [
  ['the claim names no account', undefined, undefined, refusee('inconnu', null)],
  ['an unbound account is named: it is bound', undefined, compte(1), ouverte(1, true)],
  ['the account is bound to this identity', lie(1), undefined, ouverte(1, false)],
  [
    'the account bound to this identity was renamed and nobody has its former name',
    lie(1),
    undefined,
    ouverte(1, false),
  ],
  [
    'the bound account and the named one differ: the bound one',
    lie(1),
    compte(2),
    ouverte(1, false),
  ],
  [
    'the bound account and one bound to somebody else: the bound one',
    lie(1),
    compte(2, autrui),
    ouverte(1, false),
  ],
  [
    'the named account is bound to another sub',
    undefined,
    compte(1, autrui),
    refusee('lieAAutrui', 1),
  ],
  [
    'the named account is bound to the same sub of another issuer',
    undefined,
    compte(1, ailleurs),
    refusee('lieAAutrui', 1),
  ],
  [
    'the named, unbound account is inactive: not bound either',
    undefined,
    compte(1, { etat: 'INACTIF' }),
    refusee('inactif', 1),
  ],
  ['the bound account is inactive', lie(1, { etat: 'INACTIF' }), undefined, refusee('inactif', 1)],
  [
    'the bound account is inactive, the named one is not: never the other',
    lie(1, { etat: 'INACTIF' }),
    compte(2),
    refusee('inactif', 1),
  ],
  [
    'the named account is inactive and somebody else’s: nothing is told of its state',
    undefined,
    compte(1, { ...autrui, etat: 'INACTIF' }),
    refusee('lieAAutrui', 1),
  ],
];

describe('a sign-in', () => {
  test.each(CAS)('when %s', (_quand, compteLie, nomme, attendu) => {
    expect(decideConnexion(IDENTITE, compteLie, nomme)).toEqual(attendu);
  });
});

describe('a contact address', () => {
  test.each([
    ['the one that serves', 'a@b.fr', 'a@b.fr', 0, 'inchangee'],
    ['the one that serves, in capitals', 'a@b.fr', 'A@B.FR', 0, 'inchangee'],
    ['the one that serves, even after too many requests', 'a@b.fr', 'a@b.fr', 9, 'inchangee'],
    ['another', 'a@b.fr', 'c@b.fr', 0, 'aConfirmer'],
    ['the first one', null, 'a@b.fr', 0, 'aConfirmer'],
    ['another after four within the hour', 'a@b.fr', 'c@b.fr', 4, 'aConfirmer'],
    ['another after five within the hour', 'a@b.fr', 'c@b.fr', 5, 'tropDeDemandes'],
    ['the first one after five within the hour', null, 'c@b.fr', 5, 'tropDeDemandes'],
  ] as const)('%s', (_quand, prouvee, saisie, demandes, attendu) => {
    expect(decideAdresse(prouvee, saisie, demandes)).toBe(attendu);
  });

  test('is the same mailbox whatever its capitals, and only then', () => {
    expect(memeAdresse('Mairie@Terneuil.fr', 'mairie@terneuil.FR')).toBe(true);
    expect(memeAdresse('mairie@terneuil.fr', 'mairie@terneuil.com')).toBe(false);
  });
});

describe('two tabs', () => {
  const enregistree: InformationsEnregistrees = {
    adresseElectronique: 'a@b.fr',
    nom: 'Dufour',
    prenom: 'Pauline',
    adresseLigne: null,
    adresseComplement: null,
    adresseCodePostal: null,
    adresseVille: 'Terneuil',
    adressePays: 'FR',
    telephone: '+33546000001',
    fax: null,
  };
  const saisie = {
    ...enregistree,
    adresseElectronique: 'a@b.fr',
    adresseLigne: '1 place',
    adresseVille: 'Terneuil',
    adressePays: 'FR' as const,
  };

  test('disagree on the fields that differ, in the order of the screen, with what is stored', () => {
    expect(conflits({ ...saisie, nom: 'Martin', telephone: null }, enregistree)).toEqual([
      { champ: 'nom', enregistree: 'Dufour' },
      { champ: 'adresseLigne', enregistree: null },
      { champ: 'telephone', enregistree: '+33546000001' },
    ]);
  });

  test('agree when nothing differs', () => {
    expect(conflits(saisie, { ...enregistree, adresseLigne: '1 place' })).toEqual([]);
  });
});
