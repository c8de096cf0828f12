// The communes of France and their EPCI: names, derived SIRETs, addresses (screens §10).
import { describe, expect, test } from 'vitest';
import { siretValide } from '../../../domain/structure/structure.ts';
import { formatCommunes, trouverPaquet } from './format.ts';
import { lireLigne } from './lignes.ts';
import { nomDEpci, nomDeCommune } from './noms.ts';

test.each([
  [0, 'Cliponville', 'Commune de Cliponville'],
  [1, 'Alvimare', "Commune d'Alvimare"],
  [2, 'Le Mans', 'Commune du Mans'],
  [3, 'La Rochelle', 'Commune de La Rochelle'],
  [4, 'Les Abymes', 'Commune des Abymes'],
  [5, "L'Escale", "Commune de L'Escale"],
  [6, 'Aux Marais', 'Commune des Marais'],
  [7, 'Las Illas', 'Commune de Las Illas'],
  [8, 'Los Masos', 'Commune de Los Masos'],
])('after the link %i, « %s » is named « %s »', (typeLiaison, nom, attendu) => {
  expect(nomDeCommune(nom, typeLiaison)).toBe(attendu);
});

test.each([
  ['CC de la Veyle', 'Communauté de communes de la Veyle'],
  ['CA Territoires Vendômois', "Communauté d'agglomération Territoires Vendômois"],
  ['CU Caen la Mer', 'Communauté urbaine Caen la Mer'],
  ['Métropole de Lyon', 'Métropole de Lyon'],
])('the EPCI « %s » is named « %s »', (nom, attendu) => {
  expect(nomDEpci(nom)).toBe(attendu);
});

describe('a line of the package', () => {
  const lire = (texte: string) => lireLigne({ numero: 4, texte });
  const alvimare = {
    code: '76002',
    nom: 'Alvimare',
    typeLiaison: 1,
    departement: '76',
    type: 'commune-actuelle',
    siren: '217600022',
    codesPostaux: ['76640', '76641'],
    population: 584,
  };
  const rien = { kind: 'lue', valeurs: [] };

  test('makes a structure of a commune', () => {
    expect(lire(`${JSON.stringify(alvimare)},`)).toEqual({
      kind: 'lue',
      valeurs: [
        {
          rang: 4,
          typeIdentifiant: 'SIRET',
          identifiant: '21760002200016',
          source: 'COMMUNES',
          fiche: {
            typeStructure: 'PUBLIQUE',
            statut: 'ACTIF',
            raisonSociale: "Commune d'Alvimare",
            adresseCodePostal: '76640',
            adresseVille: 'Alvimare',
            adressePays: 'FR',
            departement: '76',
            population: 584,
          },
        },
      ],
    });
  });

  test('makes a structure of an EPCI, in the département of its first member', () => {
    const epci = (code: string) => ({
      code: '200000172',
      nom: 'CC Faucigny - Glières',
      populationMunicipale: 28_363,
      membres: [{ code }],
    });
    expect(lire(JSON.stringify(epci('74042')))).toMatchObject({
      valeurs: [
        {
          fiche: {
            raisonSociale: 'Communauté de communes Faucigny - Glières',
            adresseCodePostal: null,
            adresseVille: null,
            departement: '74',
            population: 28_363,
          },
        },
      ],
    });
    for (const [code, departement] of [
      ['2A004', '2A'],
      ['97101', '971'],
    ] as const) {
      expect(lire(JSON.stringify(epci(code)))).toMatchObject({
        valeurs: [{ fiche: { departement } }],
      });
    }
  });

  test('says nothing when it is a bracket, another kind of commune, or one without a SIREN', () => {
    const { siren: _, ...sans } = alvimare;
    expect(lire('[')).toEqual(rien);
    expect(lire(']')).toEqual(rien);
    expect(lire(JSON.stringify({ ...alvimare, type: 'commune-deleguee' }))).toEqual(rien);
    expect(lire(JSON.stringify(sans))).toEqual(rien);
  });

  test('is refused when a value is not what it should be', () => {
    expect(lire(JSON.stringify({ ...alvimare, siren: '1' }))).toMatchObject({
      kind: 'refusee',
      motif: 'siren : valeur absente ou mal formée',
    });
    expect(lire('{"type":"commune-actuelle"')).toMatchObject({ motif: 'JSON illisible' });
  });
});

test('the package gives 34,875 communes and 1,255 EPCI, each under a SIRET of its own', async () => {
  const { structures, nom } = formatCommunes();
  expect(nom).toBe(trouverPaquet().nom);
  const sirets = new Set<string>();
  const genres = { communes: 0, epci: 0 };
  let dernier = 0;
  for await (const ligne of structures.lignes()) {
    expect(ligne.numero).toBeGreaterThan(dernier);
    dernier = ligne.numero;
    const lecture = structures.lire(ligne);
    expect(lecture.kind).toBe('lue');
    for (const { identifiant, fiche } of lecture.kind === 'lue' ? lecture.valeurs : []) {
      sirets.add(identifiant);
      if (fiche?.adresseVille) genres.communes += 1;
      else genres.epci += 1;
    }
  }
  expect(genres).toEqual({ communes: 34_875, epci: 1_255 });
  expect(sirets.size).toBe(36_130);
  expect([...sirets].every(siretValide)).toBe(true);
});
