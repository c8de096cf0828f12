// Each event reads as one whole sentence in both languages, and links to the page that it is about.
import { describe, expect, test } from 'vitest';
import { LANGUES, textesDe } from '../../platform/textes/index.ts';
import { type Details, type Evenement, familleDe, QUOIS, type Quoi } from './evenement.ts';
import { STATUTS_DE_FACTURE } from './facture.ts';
import { adresseDeLEvenement, phraseDeLEvenement } from './phrase.ts';

const FACTURE: Details = {
  numero: 'F2026-118',
  statut: 'REJETEE',
  role: 'DESTINATAIRE',
  emetteur: 'Menuiserie Blin',
  destinataire: 'Mairie de Terneuil',
};
const ENGAGEMENTS = { code: 'ENGAGEMENTS', libelleFr: 'Engagements', libelleEn: 'Commitments' };

const dit = (quoi: Quoi, details: Details = {}): Evenement => ({
  id: 1,
  famille: familleDe(quoi),
  quoi,
  survenuLe: new Date(0),
  structureId: 7,
  designation: 'Mairie de Terneuil',
  espace: quoi === 'ABONNEMENT_REFUSE' ? ENGAGEMENTS : null,
  details: quoi === 'FACTURE' ? { ...FACTURE, ...details } : details,
});
const phrase = (langue: 'fr' | 'en', evenement: Evenement) =>
  phraseDeLEvenement(textesDe(langue), langue, evenement).replaceAll(/[\u00a0\u202f]/g, ' ');

describe('the sentence of an event', () => {
  test.each(QUOIS)('is whole in both languages for %s', (quoi) => {
    const [fr, en] = LANGUES.map((langue) => phrase(langue, dit(quoi)));
    expect(fr).not.toBe(en);
    for (const texte of [fr, en]) expect(texte).toMatch(/^[A-ZÀ-Ý][^{}]+\.$/);
  });

  test.each(STATUTS_DE_FACTURE)('names the status %s in both languages', (statut) => {
    const [fr, en] = LANGUES.map((langue) => phrase(langue, dit('FACTURE', { statut })));
    expect(fr).toMatch(/: [a-zà-ÿ][^:]+\.$/);
    expect(en).toMatch(/: [a-z][^:]+\.$/);
    expect(fr).not.toContain(statut);
  });

  test.each([
    [{}, 'Facture F2026-118 de Menuiserie Blin à « Mairie de Terneuil » : rejetée.'],
    [
      { service: 'Urbanisme', montantTtc: 1200.5, motif: 'Bon de commande absent.' },
      'Facture F2026-118 de Menuiserie Blin à « Mairie de Terneuil, Urbanisme » : rejetée. ' +
        'Montant : 1 200,50 € TTC. Motif : Bon de commande absent.',
    ],
    [
      { role: 'EMETTEUR', destinataire: 'Lycée Blum' },
      'Facture F2026-118 de « Mairie de Terneuil » à Lycée Blum : rejetée.',
    ],
  ] as const)(
    'tells of an invoice its parties, its status and what else is known',
    (details, attendu) => {
      expect(phrase('fr', dit('FACTURE', details))).toBe(attendu);
    },
  );

  test('of a request that arrived stays true once it is decided', () => {
    const recue = dit('DEMANDE_RECUE', { demandeId: 12 });
    expect(phrase('fr', recue)).toBe('Une demande est arrivée sur « Mairie de Terneuil ».');
    expect(phrase('en', recue)).toBe('A request arrived on “Mairie de Terneuil”.');
  });

  test('names the espace in the reader’s language, or none', () => {
    expect(phrase('fr', dit('ABONNEMENT_REFUSE'))).toContain('l’espace « Engagements » sur');
    expect(phrase('en', dit('ABONNEMENT_REFUSE'))).toContain('the espace “Commitments” on');
    expect(phrase('fr', dit('ABONNEMENT_RETIRE'))).toContain('n’avez plus un espace');
  });
});

describe('the page of an event', () => {
  test.each([
    ['DEMANDE_REFUSEE', { demandeId: 12 }, '/demandes/12'],
    ['DEMANDE_RECUE', { demandeId: 12 }, '/demandes/12'],
    ['DEMANDE_RECUE', {}, '/gestionnaire/demandes'],
    ['FACTURE', { role: 'EMETTEUR' }, '/espaces/factures-emises'],
    ['FACTURE', { role: 'DESTINATAIRE' }, '/espaces/factures-recues'],
    ['ABONNEMENT_ACCORDE', { espace: 'ENGAGEMENTS' }, '/espaces/engagements'],
    ['ABONNEMENT_RETIRE', { espace: 'ENGAGEMENTS' }, '/mon-compte/abonnements'],
    ['PIECE_REJETEE', {}, '/mon-compte/pieces-jointes'],
    ['PARAMETRES_MODIFIES', {}, '/mon-compte/parametres'],
    ['ADRESSE_CONFIRMEE', {}, '/mon-compte/informations-personnelles'],
    ['SERVICE_FERME', {}, '/structures/7'],
    ['RATTACHEMENT_ACCORDE', {}, '/mon-compte/rattachements'],
  ] as const)('is, for %s with %j, %s', (quoi, details, adresse) => {
    expect(adresseDeLEvenement(dit(quoi, details))).toBe(adresse);
  });
});
