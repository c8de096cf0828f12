// What deleting one's own rattachement does (screens §6.3, model §3): a table of cases.
import { describe, expect, test } from 'vitest';
import { ROLES } from './rattachement.ts';
import {
  type DecisionSuppression,
  decideSuppression,
  type SituationSuppression,
  type Successeur,
} from './suppression.ts';

const principal = { role: 'GESTIONNAIRE_PRINCIPAL' } as const;
const secondaire = { role: 'GESTIONNAIRE_SECONDAIRE' } as const;
const situation: SituationSuppression = {
  role: 'UTILISATEUR',
  gereAujourdHui: true,
  autresGestionnairesActifs: 1,
};
const successeur: Successeur = { compteActif: true, structureEntiere: true, soi: false };
const seul = { autresGestionnairesActifs: 0 };
const sansEffet = { gereAujourdHui: false };

type Cas = [string, Partial<SituationSuppression>, DecisionSuppression['kind']];

describe('a deletion', () => {
  test.each<Cas>([
    ['of an utilisateur ends it', sansEffet, 'supprimer'],
    ['of an utilisateur ends it, with no manager around', { ...sansEffet, ...seul }, 'supprimer'],
    ['of a secondaire ends it when another manages', secondaire, 'supprimer'],
    ['of the last active manager is refused', { ...secondaire, ...seul }, 'dernierGestionnaire'],
    [
      'of a secondaire who manages nothing today ends it',
      { ...secondaire, ...seul, ...sansEffet },
      'supprimer',
    ],
    ['of a principal asks for a successor', principal, 'successeurRequis'],
    [
      'of a principal asks for one even so others manage',
      { ...principal, autresGestionnairesActifs: 5 },
      'successeurRequis',
    ],
    [
      'of a principal asks for one even suspended',
      { ...principal, ...sansEffet },
      'successeurRequis',
    ],
    ['with a successor hands the role over', { ...principal, successeur }, 'transferer'],
    ['with a successor, alone, hands it over', { ...principal, ...seul, successeur }, 'transferer'],
    [
      'for somebody not attached is refused',
      { ...principal, successeur: null },
      'successeurRefuse',
    ],
    [
      'for an inactive account is refused',
      { ...principal, successeur: { ...successeur, compteActif: false } },
      'successeurRefuse',
    ],
    [
      'for somebody on a service only is refused',
      { ...principal, successeur: { ...successeur, structureEntiere: false } },
      'successeurRefuse',
    ],
    [
      'for oneself is refused',
      { ...principal, successeur: { ...successeur, soi: true } },
      'successeurRefuse',
    ],
    ['of a secondaire hands nothing over', { ...secondaire, successeur }, 'supprimer'],
    ['of an utilisateur hands nothing over', { successeur }, 'supprimer'],
  ])('%s', (_quoi, champs, kind) => {
    expect(decideSuppression({ ...situation, ...champs })).toEqual({ kind });
  });

  test('never ends the only active manager, nor a principal', () => {
    for (const role of ROLES)
      for (const gereAujourdHui of [true, false])
        for (const autresGestionnairesActifs of [0, 1, 2])
          for (const designe of [undefined, null, successeur]) {
            const s = { role, gereAujourdHui, autresGestionnairesActifs };
            const { kind } = decideSuppression(
              designe === undefined ? s : { ...s, successeur: designe },
            );
            const gestionnaire = role !== 'UTILISATEUR';
            const dernier = gestionnaire && gereAujourdHui && autresGestionnairesActifs === 0;
            if (dernier || role === 'GESTIONNAIRE_PRINCIPAL') expect(kind).not.toBe('supprimer');
          }
  });
});
