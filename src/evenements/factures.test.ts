// `POST /evenements/v1/factures`: what each line becomes, what the whole call is answered.
import { beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { type BaseDeTest, baseDeTest } from '../../tests/soutien/base-de-test.ts';
import {
  corpsDe,
  evenementsDe,
  jetonDe,
  ligne,
  nouveauDestinataire,
  poster,
} from '../../tests/soutien/factures.ts';
import { ouvrirPortail, type PortailDeTest } from '../../tests/soutien/portail.ts';
import { creerService, INSTANT } from '../../tests/soutien/scene.ts';
import { connect } from '../platform/postgres/connect.ts';
import { OCTETS_PAR_APPEL } from './lignes.ts';

let base: BaseDeTest;
let portail: PortailDeTest;
let jeton: string;
let siret: string;
let structureId: number;

beforeAll(async () => {
  base = await baseDeTest();
  await base.proprietaire`select creer_partitions_evenement(${INSTANT}, 1)`;
  portail = await ouvrirPortail(base);
});
beforeEach(async () => {
  ({ siret, structureId } = await nouveauDestinataire(base));
  jeton ??= await jetonDe(base.sql);
});

const envoyer = (lignes: Parameters<typeof corpsDe>[0], headers = {}) =>
  poster(portail, jeton, corpsDe(lignes), headers);
const ecrits = () => evenementsDe(base.sql, structureId);
const refusDe = async (l: Record<string, unknown> | string) => {
  const { refus } = (await envoyer([l, ligne(siret)])).json();
  return refus.map(({ code, motif }: { code: string; motif: string }) => [code, motif]);
};

describe('a line', () => {
  test('is told to the recipient’s service, when it happened and as it was received', async () => {
    const serviceId = await creerService(base.sql, structureId, 'URBS', { libelle: 'Urbanisme' });
    const destinataire = { typeIdentifiant: 'SIRET', identifiant: siret, codeService: 'URBS' };
    const l = ligne(siret, {
      destinataire,
      montantTtc: 1200.5,
      motif: ' Bon de\n commande absent ',
    });
    const reponse = await envoyer([l]);
    expect([reponse.statusCode, reponse.json()]).toEqual([
      200,
      { recues: 1, acceptees: 1, dejaRecues: 0, refusees: 0, refus: [] },
    ]);
    expect([...(await ecrits())]).toEqual([
      {
        survenuLe: new Date('2026-11-23T08:12:00Z'),
        recuLe: INSTANT,
        famille: 'FACTURE',
        quoi: 'FACTURE',
        serviceId,
        espaceId: 3,
        details: {
          numero: l['numeroFacture'],
          statut: 'REJETEE',
          role: 'DESTINATAIRE',
          emetteur: '00000000000000',
          destinataire: 'Terneuil',
          service: 'Urbanisme',
          montantTtc: 1200.5,
          motif: 'Bon de commande absent',
        },
      },
    ]);
  });

  test('is told to both sides, the emitter’s first', async () => {
    const emetteur = {
      typeIdentifiant: 'SIRET',
      identifiant: ` ${siret.slice(0, 9)} ${siret.slice(9)}`,
    };
    await envoyer([ligne(siret, { emetteur })]);
    expect((await ecrits()).map(({ espaceId }) => espaceId)).toEqual([2, 3]);
  });

  test.each([
    ['no JSON', 'bonjour', ['LIGNE_ILLISIBLE', 'Cette ligne n’est pas un objet JSON en UTF-8.']],
    ['cut JSON', '{"idEvenement":', 'LIGNE_ILLISIBLE'],
    ['a list', '[]', 'LIGNE_ILLISIBLE'],
    ['a number', '3', 'LIGNE_ILLISIBLE'],
    ['null', 'null', 'LIGNE_ILLISIBLE'],
    ['too long', `{"motif":"${'x'.repeat(9000)}"}`, 'LIGNE_TROP_LONGUE'],
  ] as [string, string, string | string[]][])(
    'that is %s is refused alone',
    async (_quoi, texte, attendu) => {
      const [refus] = await refusDe(texte);
      expect(typeof attendu === 'string' ? refus?.[0] : refus).toEqual(attendu);
    },
  );

  const CHAMPS: [champ: string, valeurs: unknown[]][] = [
    [
      'idEvenement',
      [undefined, '', ' ', 3, null, 'x'.repeat(201), 'a\u0000b', 'a\ud800', 'a\u200bb'],
    ],
    [
      'dateEvenement',
      [undefined, '', '2026-11-23', '23/11/2026', '2026-11-23T09:12:00', '2026-02-30T09:12:00Z', 3],
    ],
    ['numeroFacture', [undefined, '', 'x'.repeat(51), 118, 'F\u202e811', 'F\u2066', '\u00adF']],
    ['statut', [undefined, 'rejetee', 'PAYEE', '']],
    ['emetteur', [undefined, null, 'SIRET', []]],
    [
      'emetteur.typeIdentifiant',
      [{ identifiant: '1' }, { typeIdentifiant: 'SIREN', identifiant: '1' }],
    ],
    [
      'emetteur.identifiant',
      [{ typeIdentifiant: 'SIRET' }, { typeIdentifiant: 'SIRET', identifiant: ' ' }],
    ],
    ['montantTtc', ['12', Number.NaN.toString(), 1e15, 12.345, {}]],
    ['motif', ['x'.repeat(256), 3, 'a\u0007b', 'a\u202eb', 'a\u200fb']],
  ];
  test.each(CHAMPS)('whose %s is wrong is refused, naming it', async (champ, valeurs) => {
    const [objet = ''] = champ.split('.');
    for (const valeur of valeurs) {
      const [refus] = await refusDe(ligne(siret, { [objet]: valeur }));
      expect([valeur, refus]).toEqual([
        valeur,
        ['CHAMP_INVALIDE', `${champ}\u00a0: valeur absente ou invalide.`],
      ]);
    }
  });

  test.each([
    ['montantTtc', -12.34],
    ['montantTtc', null],
    ['motif', 'é'.repeat(255)],
    ['motif', '😀'.repeat(255)],
    ['idEvenement', 'é'.repeat(200)],
    ['dateEvenement', '2026-11-23T08:12:00.123Z'],
    ['inconnu', 'laissé de côté'],
  ])('whose %s is %s is taken', async (champ, valeur) => {
    expect(await refusDe(ligne(siret, { [champ]: valeur }))).toEqual([]);
  });

  test('whose optional texts are empty is as if it had none', async () => {
    const destinataire = { typeIdentifiant: 'SIRET', identifiant: siret, codeService: ' ' };
    expect(await refusDe(ligne(siret, { destinataire, motif: '' }))).toEqual([]);
    const [ecrit] = await ecrits();
    expect(ecrit).toMatchObject({ serviceId: null });
    expect(ecrit?.['details']).not.toHaveProperty('motif');
  });

  test.each([
    ['2025-10-22T21:59:00Z', 'DATE_TROP_ANCIENNE', 'dateEvenement\u00a0: plus de treize mois.'],
    ['2026-11-25T09:00:00Z', 'DATE_A_VENIR', 'dateEvenement\u00a0: plus d’un jour dans l’avenir.'],
  ])('of %s is refused: %s', async (dateEvenement, code, motif) => {
    expect(await refusDe(ligne(siret, { dateEvenement }))).toEqual([[code, motif]]);
  });

  test('on structures, or on a service, that the directory lacks is refused', async () => {
    const destinataire = { typeIdentifiant: 'SIRET', identifiant: siret, codeService: 'AUCUN' };
    expect((await refusDe(ligne('99999999999999')))[0]?.[0]).toBe('STRUCTURE_INCONNUE');
    expect((await refusDe(ligne(siret, { destinataire })))[0]?.[0]).toBe('SERVICE_INCONNU');
    const autreType = { typeIdentifiant: 'RIDET', identifiant: siret };
    expect((await refusDe(ligne(siret, { destinataire: autreType })))[0]?.[0]).toBe(
      'STRUCTURE_INCONNUE',
    );
  });

  test('refused is named by its number and its id, in the caller’s language', async () => {
    const reponse = await envoyer(['', ligne(siret, { idEvenement: 'e-7', statut: 'X' }), 'non'], {
      'accept-language': 'en-GB,en;q=0.9',
    });
    expect(reponse.json()).toEqual({
      recues: 2,
      acceptees: 0,
      dejaRecues: 0,
      refusees: 2,
      refus: [
        {
          ligne: 2,
          idEvenement: 'e-7',
          code: 'CHAMP_INVALIDE',
          motif: 'statut: missing or invalid value.',
        },
        {
          ligne: 3,
          idEvenement: null,
          code: 'LIGNE_ILLISIBLE',
          motif: 'This line is not a JSON object in UTF-8.',
        },
      ],
    });
  });

  test('that is not UTF-8 is refused', async () => {
    const payload = Buffer.concat([
      Buffer.from('{"motif":"\xe9"}\n', 'latin1'),
      Buffer.from(corpsDe([ligne(siret)])),
    ]);
    const { refus, acceptees } = (await poster(portail, jeton, payload)).json();
    expect([refus[0].code, acceptees]).toEqual(['LIGNE_ILLISIBLE', 1]);
  });
});

describe('a call', () => {
  test('of Windows, with a BOM and blank lines, is read', async () => {
    const corps = `\ufeff${corpsDe([ligne(siret), '', ligne(siret)]).replaceAll('\n', '\r\n')}\r\n`;
    expect((await poster(portail, jeton, corps)).json()).toMatchObject({ recues: 2, acceptees: 2 });
  });

  test.each([
    ['nothing', ''],
    ['blank lines', '\n \n'],
    ['no object at all', 'a\n[]\n12'],
  ])('of %s is refused as a whole', async (_quoi, corps) => {
    const reponse = await poster(portail, jeton, corps);
    expect([reponse.statusCode, reponse.json().erreur.code]).toEqual([400, 'RIEN_DE_LISIBLE']);
  });

  test.each(['application/json', 'text/plain', 'application/x-www-form-urlencoded'])(
    'in %s is refused',
    async (type) => {
      const reponse = await poster(portail, jeton, '{}', { 'content-type': type });
      expect([reponse.statusCode, reponse.json().erreur.code]).toEqual([415, 'TYPE_REFUSE']);
    },
  );

  test('of ten thousand lines is taken; one more is not read, those before stand', async () => {
    const lignes = Array.from({ length: 10_001 }, () => ligne(siret));
    const reponse = await envoyer(lignes);
    expect(reponse.statusCode).toBe(413);
    const { erreur, ...compte } = reponse.json();
    expect(erreur.code).toBe('TROP_DE_LIGNES');
    expect(erreur.message).toContain('10\u202f000 lignes. Celles d’avant sont traitées');
    expect(compte).toMatchObject({ recues: 10_000, acceptees: 10_000 });
    expect(await ecrits()).toHaveLength(10_000);
    const suite = await envoyer(lignes.slice(1));
    expect([suite.statusCode, suite.json()]).toMatchObject([
      200,
      { recues: 10_000, acceptees: 1, dejaRecues: 9_999 },
    ]);
  });

  test('too long is told so over a real connection, while it is still being sent', async () => {
    const { app } = await ouvrirPortail(base);
    const url = await app.listen({ host: '127.0.0.1', port: 0 });
    const lignes = Array.from({ length: 20_000 }, () => ligne(siret, { motif: 'x'.repeat(200) }));
    const reponse = await fetch(`${url}/evenements/v1/factures`, {
      method: 'POST',
      headers: { authorization: `Bearer ${jeton}`, 'content-type': 'application/x-ndjson' },
      body: corpsDe(lignes),
    });
    expect([reponse.status, await reponse.json()]).toMatchObject([413, { acceptees: 10_000 }]);
  });

  test('announced as too large is refused before anything is read', async () => {
    const corps = `${corpsDe([ligne(siret)])}\n${' '.repeat(OCTETS_PAR_APPEL)}`;
    const reponse = await poster(portail, jeton, corps);
    expect([reponse.statusCode, reponse.json().erreur.code]).toEqual([413, 'CORPS_TROP_GRAND']);
    expect(await ecrits()).toHaveLength(0);
  });

  test('is told that the database is away, and when to come back', async () => {
    const morte = connect('postgres://portail:x@127.0.0.1:9/x', { max: 1, name: 'x' });
    const sansBase = await ouvrirPortail(base, {}, morte);
    const reponse = await poster(sansBase, jeton, corpsDe([ligne(siret)]));
    expect([reponse.statusCode, reponse.json().erreur.code]).toEqual([503, 'INDISPONIBLE']);
    expect(reponse.headers['retry-after']).toBe('60');
  });

  test('is kept by nobody on its way', async () => {
    const { headers } = await envoyer([ligne(siret)]);
    expect(headers).toMatchObject({
      'cache-control': 'no-store',
      'x-content-type-options': 'nosniff',
    });
  });
});
