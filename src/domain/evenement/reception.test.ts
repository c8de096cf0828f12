// An invoice's event from outside: what is refused, who is told.
import { describe, expect, test } from 'vitest';
import { STATUTS_DE_FACTURE, type StatutDeFacture } from './facture.ts';
import { decideReception, type FactureRecue, type PartiesConnues } from './reception.ts';

const INSTANT = new Date('2026-11-23T09:00:00Z');
const FACTURE: FactureRecue = {
  idEvenement: 'e1',
  dateEvenement: INSTANT,
  numeroFacture: 'F2026-118',
  statut: 'REJETEE',
  emetteur: { typeIdentifiant: 'SIRET', identifiant: '1' },
  destinataire: { typeIdentifiant: 'SIRET', identifiant: '2' },
  codeService: null,
  montantTtc: null,
  motif: null,
};
const EMETTEUR = { id: 10, designation: 'Menuiserie Blin' };
const DESTINATAIRE = { id: 20, designation: 'Mairie de Terneuil' };
const DEUX: PartiesConnues = { emetteur: EMETTEUR, destinataire: DESTINATAIRE, service: null };

const dit = (facture: Partial<FactureRecue> = {}, connues: Partial<PartiesConnues> = {}) => {
  const reception = decideReception({ ...FACTURE, ...facture }, { ...DEUX, ...connues }, INSTANT);
  if (reception.kind === 'refusee') return reception.refus;
  return reception.evenements.map(({ espace, structureId, serviceId }) =>
    [espace, structureId, serviceId].join(' '),
  );
};
const CHEZ_L_EMETTEUR = 'FACTURES_EMISES 10 ';
const CHEZ_LE_DESTINATAIRE = 'FACTURES_RECUES 20 ';

describe('the event of an invoice', () => {
  test.each([
    ['both known', {}, {}, [CHEZ_L_EMETTEUR, CHEZ_LE_DESTINATAIRE]],
    ['the recipient unknown', {}, { destinataire: null }, [CHEZ_L_EMETTEUR]],
    ['the emitter unknown', {}, { emetteur: null }, [CHEZ_LE_DESTINATAIRE]],
    ['both unknown', {}, { emetteur: null, destinataire: null }, 'STRUCTURE_INCONNUE'],
    ['not deposited yet', { statut: 'A_VALIDER_1' }, {}, [CHEZ_L_EMETTEUR]],
    [
      'not deposited yet, the emitter unknown',
      { statut: 'A_VALIDER_1' },
      { emetteur: null },
      'STRUCTURE_INCONNUE',
    ],
    [
      'a service of the recipient',
      { codeService: 'URBS' },
      { service: { id: 7, libelle: 'Urbanisme' } },
      [CHEZ_L_EMETTEUR, 'FACTURES_RECUES 20 7'],
    ],
    ['a service that the recipient lacks', { codeService: 'URBS' }, {}, 'SERVICE_INCONNU'],
    [
      'a service of an unknown recipient',
      { codeService: 'URBS' },
      { destinataire: null },
      [CHEZ_L_EMETTEUR],
    ],
  ] as [string, Partial<FactureRecue>, Partial<PartiesConnues>, string | string[]][])(
    'with %s',
    (_quoi, facture, connues, attendu) => {
      expect(dit(facture, connues)).toEqual(attendu);
    },
  );

  const EMETTEUR_SEUL: StatutDeFacture[] = [
    'BROUILLON',
    'A_VALIDER_1',
    'ERREUR_FOURNISSEUR_SUR_VALIDEUR',
    'REFUSEE_1',
    'VALIDEE_1',
    'ABSENCE_VALIDATION_1_HORS_DELAI',
    'A_VALIDER_2',
    'ERREUR_COTRAITANT_SUR_VALIDEUR',
    'REFUSEE_2',
    'VALIDEE_2',
    'ABSENCE_VALIDATION_2_HORS_DELAI',
    'ERREUR_FOURNISSEUR_SUR_MOE',
  ];
  test.each(STATUTS_DE_FACTURE)('%s is told to whom it is the business of', (statut) => {
    expect(dit({ statut })).toHaveLength(EMETTEUR_SEUL.includes(statut) ? 1 : 2);
  });

  test.each([
    ['2025-10-22T22:00:00Z', 'taken'],
    ['2025-10-22T21:59:59.999Z', 'DATE_TROP_ANCIENNE'],
    ['2026-11-24T09:00:00Z', 'taken'],
    ['2026-11-24T09:00:00.001Z', 'DATE_A_VENIR'],
  ])('of %s is %s', (date, attendu) => {
    const sort = dit({ dateEvenement: new Date(date) });
    expect(typeof sort === 'string' ? sort : 'taken').toBe(attendu);
  });

  // Thirteen months before are in February, which has fewer days.
  test.each([
    ['2027-03-28T12:00:00Z', '2026-02-28T00:00+01:00'],
    ['2027-03-29T12:00:00Z', '2026-02-28T00:00+01:00'],
    ['2027-03-30T12:00:00Z', '2026-02-28T00:00+01:00'],
    ['2027-03-31T12:00:00Z', '2026-02-28T00:00+01:00'],
    ['2027-03-31T22:30:00Z', '2026-03-01T00:00+01:00'],
    ['2025-03-31T12:00:00Z', '2024-02-29T00:00+01:00'],
    ['2026-07-31T12:00:00Z', '2025-06-30T00:00+02:00'],
    ['2026-01-31T12:00:00Z', '2024-12-31T00:00+01:00'],
  ])('received on %s may date from %s on, not from before', (recu, debut) => {
    const sort = (dateEvenement: Date) =>
      decideReception({ ...FACTURE, dateEvenement }, DEUX, new Date(recu)).kind;
    const premier = new Date(debut);
    expect([sort(premier), sort(new Date(premier.getTime() - 1))]).toEqual(['acceptee', 'refusee']);
  });

  test('keeps what its sentence needs: the directory’s names, or else identifiers', () => {
    const facture = { ...FACTURE, montantTtc: 12.5, motif: 'Motif', codeService: 'URBS' };
    const service = { id: 7, libelle: 'Urbanisme' };
    const reception = decideReception(facture, { ...DEUX, emetteur: null, service }, INSTANT);
    expect(reception).toMatchObject({
      evenements: [
        {
          details: {
            numero: 'F2026-118',
            statut: 'REJETEE',
            role: 'DESTINATAIRE',
            emetteur: '1',
            destinataire: 'Mairie de Terneuil',
            service: 'Urbanisme',
            montantTtc: 12.5,
            motif: 'Motif',
          },
        },
      ],
    });
  });
});
