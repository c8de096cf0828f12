// What a line of « Historique » says besides its sentence: what changed, in both languages.
import { describe, expect, test } from 'vitest';
import type { LigneDHistorique } from '../../../domain/journal/historique.ts';
import { type Langue, textesDe } from '../../../platform/textes/index.ts';
import { precisionsDe } from './precisions.ts';

describe('the history', () => {
  test.each([
    [
      { de: 'UTILISATEUR', vers: 'GESTIONNAIRE_SECONDAIRE' },
      'Rôle : de « Utilisateur » à « Gestionnaire secondaire ».',
      'Role: from “User” to “Secondary manager”.',
    ],
    [
      { dateDebut: '2026-12-21', dateFin: '2027-01-03' },
      'Du 21 décembre 2026 au 3 janvier 2027.',
      'From 21 December 2026 to 3 January 2027.',
    ],
    [
      { ajoutees: 1, retirees: 0, reduit: false, etendu: true },
      '1 accès ajouté (un service, ou toute la structure). Ses droits sont étendus.',
      '1 access added (a service, or the whole structure). Their rights are extended.',
    ],
    [
      { ajoutees: 0, retirees: 2, reduit: true, etendu: false },
      '2 accès retirés (services, ou toute la structure). Ses droits sont réduits.',
      '2 accesses removed (services, or the whole structure). Their rights are reduced.',
    ],
    [
      { ajoutees: 0, retirees: 0, reduit: true, etendu: true },
      'Ses droits sont réduits sur une partie, étendus sur une autre.',
      'Their rights are reduced in part, extended in another.',
    ],
    [
      { reduite: true },
      'Il a été accordé moins que ce qui était demandé.',
      'Less was granted than was asked.',
    ],
    [
      { source: 12, ajoutees: 0, abonnements: 3 },
      '3 abonnements donnés.',
      '3 subscriptions given.',
    ],
    [
      { role: 'GESTIONNAIRE_SECONDAIRE', source: 'MADRHAS' },
      'Rôle : Gestionnaire secondaire. D’après MADRHAS.',
      'Role: Secondary manager. From MADRHAS.',
    ],
    [{ de: 'INCONNU', reduite: false, ajoutees: 'x', dateDebut: 3 }, '', ''],
  ])('says what %o changed', (details, francais, anglais) => {
    const ligne = { acte: 'RATTACHEMENT_MODIFIE', details } as unknown as LigneDHistorique;
    const dit = (langue: Langue) =>
      precisionsDe({ t: textesDe(langue), langue }, ligne).replaceAll('\u00a0', ' ');
    expect([dit('fr'), dit('en')]).toEqual([francais, anglais]);
  });
});
