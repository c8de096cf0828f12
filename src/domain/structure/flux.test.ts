// What a register's line changes to a structure (model §1, §5): a table of cases.
import { describe, expect, test } from 'vitest';
import { decideStructure, type StructureCourante, type StructureFlux } from './flux.ts';

const service = {
  code: 'A',
  libelle: 'Achats',
  dateDebut: null,
  dateFin: null,
  engagementObligatoire: false,
};
const fiche = { raisonSociale: 'Ville', telephone: null } as StructureFlux['fiche'];
const flux: StructureFlux = {
  typeIdentifiant: 'SIRET',
  identifiant: '1',
  source: 'ANNUAIRE',
  fiche,
  services: [service],
};
const courante: StructureCourante = {
  id: 1,
  typeIdentifiant: 'SIRET',
  identifiant: '1',
  source: 'ANNUAIRE',
  fiche,
  flux: fiche,
  services: [{ ...service, id: 5, source: 'ANNUAIRE', flux: service }],
};
const rien = { kind: 'inchangee' };
const telephone = '+33199000001';

describe('decideStructure', () => {
  test.each<[string, StructureCourante | undefined, StructureFlux, object]>([
    ['creates', undefined, flux, { kind: 'creer' }],
    ['leaves alone what repeats itself', courante, flux, rien],
    ['never closes a service that the line leaves out', courante, { ...flux, services: [] }, rien],
    [
      'takes what the register changed',
      courante,
      { ...flux, fiche: { ...fiche, telephone } },
      { fiche: { raisonSociale: 'Ville', telephone }, nouveaux: [], modifies: [] },
    ],
    [
      'keeps what a manager changed, field by field',
      { ...courante, fiche: { ...fiche, raisonSociale: 'Ma ville' } },
      { ...flux, fiche: { ...fiche, telephone } },
      { fiche: { raisonSociale: 'Ma ville', telephone } },
    ],
    [
      'leaves the sheet of another register, and adds a service that it lacks',
      { ...courante, source: 'COMMUNES', services: [] },
      { ...flux, fiche: { ...fiche, telephone } },
      { fiche: null, nouveaux: [service] },
    ],
    [
      'leaves a manager’s service',
      { ...courante, services: [{ ...service, id: 5, source: 'GESTIONNAIRE', flux: null }] },
      { ...flux, services: [{ ...service, libelle: 'Autre' }] },
      rien,
    ],
    [
      'changes its own service, and keeps the manager’s name for it',
      {
        ...courante,
        services: [{ ...service, libelle: 'À nous', id: 5, source: 'ANNUAIRE', flux: service }],
      },
      { ...flux, services: [{ ...service, dateFin: '2027-01-01' }] },
      { fiche: null, modifies: [{ id: 5, valeurs: { libelle: 'À nous', dateFin: '2027-01-01' } }] },
    ],
  ])('%s', (_, presente, ligne, attendu) => {
    expect(decideStructure(presente, ligne)).toMatchObject(attendu);
  });
});
