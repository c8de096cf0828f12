// Every act of a manager × whoever may come × every target, through HTTP: the matrix of model §3, as what is written or not.
import { beforeAll, describe, expect, test } from 'vitest';
import { type BaseDeTest, baseDeTest } from '../../../tests/soutien/base-de-test.ts';
import { toutCeQuiEstEcrit } from '../../../tests/soutien/demandes.ts';
import { ouvrirPortail, type PortailDeTest } from '../../../tests/soutien/portail.ts';
import { INSTANT, JOUR, ouvrirMois } from '../../../tests/soutien/scene.ts';
import {
  ACTEURS,
  type Acteur,
  creerMondeDesDroits,
  type Lien,
  type MondeDesDroits,
} from '../../../tests/soutien/table-des-droits.ts';
import {
  adresseAjoutSur,
  adresseCompteDuReferent,
  adresseDemande,
  adresseGestion,
  adresseReferent,
  adresseService,
  adresses,
  adresseUtilisateur,
} from '../../domain/adresses.ts';

let base: BaseDeTest;
let portail: PortailDeTest;
let monde: MondeDesDroits;

beforeAll(async () => {
  base = await baseDeTest();
  await base.regler(INSTANT);
  await ouvrirMois(base.proprietaire);
  portail = await ouvrirPortail(base);
  monde = await creerMondeDesDroits(base.sql);
});

type Envoi = [chemin: string, champs: Record<string, string>];
type Vers = (soi: Lien) => Envoi;

const gestion = (page: Parameters<typeof adresseGestion>[1]) =>
  adresseGestion(monde.structureId, page);
const MOTIF = { motif: 'Parce que' };
const PERIODE = { dateDebut: JOUR, dateFin: '2026-12-24' };

/** The acts on somebody attached, as the managers' pages send them. */
const actes = {
  services: ({ rattachementId, version }: Lien): Envoi => [
    adresseUtilisateur(monde.structureId, rattachementId, 'services'),
    { ...PERIODE, entiere: 'oui', version: String(version) },
  ],
  nommer: ({ rattachementId }: Lien): Envoi => [
    adresseUtilisateur(monde.structureId, rattachementId, 'role'),
    { role: 'GESTIONNAIRE_SECONDAIRE' },
  ],
  retirer: ({ rattachementId }: Lien): Envoi => [
    adresseUtilisateur(monde.structureId, rattachementId, 'role'),
    { role: 'UTILISATEUR' },
  ],
  deleguer: ({ rattachementId }: Lien): Envoi => [
    adresseUtilisateur(monde.structureId, rattachementId, 'delegation'),
    PERIODE,
  ],
  copier: ({ rattachementId }: Lien): Envoi => [
    adresseUtilisateur(monde.structureId, rattachementId, 'copie'),
    { identifiant: monde.nouveau },
  ],
  suspendre: enNombre('suspension'),
  reprendre: enNombre('reprise'),
  detacher: enNombre('detachement'),
  periode: enNombre('periode', PERIODE),
  donner: enNombre('espaces', { 'espace-ENGAGEMENTS': 'oui', mode: 'CONSULTATION' }),
  retirerEspace: ({ rattachementId }: Lien): Envoi => [
    adresseUtilisateur(monde.structureId, rattachementId, 'abonnements'),
    { a: String(monde.abonnements.get(rattachementId) ?? 0), ...MOTIF },
  ],
};
type ActeSurQuelquUn = keyof typeof actes;

function enNombre(acte: string, champs: Record<string, string> = {}) {
  return ({ rattachementId }: Lien): Envoi => [
    `${gestion('utilisateurs')}/actes`,
    { acte, r: String(rattachementId), ...MOTIF, ...champs },
  ];
}
const parReferent = (acte: string, { rattachementId }: Lien): Envoi => [
  adresseReferent(monde.structureId),
  { acte, personne: String(rattachementId), ...PERIODE, ...MOTIF },
];

const compteVers =
  (etat: 'ACTIF' | 'INACTIF', qui: (soi: Lien) => Lien): Vers =>
  (soi) => [adresseCompteDuReferent(qui(soi).compteId), { etat, ...MOTIF }];

type Ligne = [quoi: string, vers: Vers, permis: readonly Acteur[]];
const GESTIONNAIRES: Acteur[] = ['principal', 'secondaire', 'delegue'];
const PRINCIPAL: Acteur[] = ['principal'];
const REFERENT: Acteur[] = ['referent'];
const PERSONNE: Acteur[] = [];

const sur = (acte: ActeSurQuelquUn, cible: (m: MondeDesDroits) => Lien): Vers => {
  return () => actes[acte](cible(monde));
};
const surSoi = (acte: ActeSurQuelquUn): Vers => actes[acte];
const referentSur = (acte: string, cible: keyof MondeDesDroits['cibles']): Vers => {
  return () => parReferent(acte, monde.cibles[cible]);
};

const ORDINAIRES = [
  'services',
  'copier',
  'suspendre',
  'detacher',
  'periode',
  'donner',
  'retirerEspace',
] as const;

const TABLE: Ligne[] = [
  // An utilisateur: the managers, a delegate while it lasts.
  ...ORDINAIRES.map(
    (acte): Ligne => [
      `${acte}, an utilisateur`,
      sur(acte, (m) => m.cibles.utilisateur),
      GESTIONNAIRES,
    ],
  ),
  ['reprendre, an utilisateur', sur('reprendre', (m) => m.cibles.suspendu), GESTIONNAIRES],
  // A gestionnaire secondaire, and what makes one: the principal.
  ...ORDINAIRES.filter((acte) => acte !== 'copier').map(
    (acte): Ligne => [`${acte}, a secondaire`, sur(acte, (m) => m.cibles.secondaire), PRINCIPAL],
  ),
  ['reprendre, a secondaire', sur('reprendre', (m) => m.cibles.secondaireSuspendu), PRINCIPAL],
  ['nommer, an utilisateur', sur('nommer', (m) => m.cibles.utilisateur), PRINCIPAL],
  ['retirer, a secondaire', sur('retirer', (m) => m.cibles.secondaire), PRINCIPAL],
  ['deleguer, an utilisateur', sur('deleguer', (m) => m.cibles.utilisateur), PRINCIPAL],
  [
    'ending a delegation',
    () => [`${gestion('utilisateurs')}/delegations/${monde.delegationId}`, MOTIF],
    PRINCIPAL,
  ],
  // The principal: by hand-over only.
  ...(
    ['services', 'retirer', 'deleguer', 'suspendre', 'detacher', 'periode', 'donner'] as const
  ).map(
    (acte): Ligne => [`${acte}, the principal`, sur(acte, (m) => m.acteurs.principal), PERSONNE],
  ),
  // Oneself: nobody.
  ...(
    ['services', 'nommer', 'retirer', 'deleguer', 'suspendre', 'detacher', 'donner'] as const
  ).map((acte): Ligne => [`${acte}, oneself`, surSoi(acte), PERSONNE]),
  [
    'attaching somebody',
    () => [
      `${gestion('utilisateurs')}/nouveau`,
      { ...PERIODE, identifiant: monde.nouveau, entiere: 'oui' },
    ],
    GESTIONNAIRES,
  ],
  // A référent, on managers only.
  ['a référent naming a secondaire', referentSur('NOMMER', 'utilisateur'), REFERENT],
  ['a référent removing a secondaire', referentSur('RETIRER', 'secondaire'), REFERENT],
  ['a référent suspending a secondaire', referentSur('SUSPENDRE', 'secondaire'), REFERENT],
  ['a référent resuming a secondaire', referentSur('REPRENDRE', 'secondaireSuspendu'), REFERENT],
  ['a référent detaching a secondaire', referentSur('DETACHER', 'secondaire'), REFERENT],
  ['a référent changing a secondaire’s period', referentSur('PERIODE', 'secondaire'), REFERENT],
  ['a référent changing somebody’s period', referentSur('PERIODE', 'utilisateur'), PERSONNE],
  [
    'a référent ending a delegation',
    () => [`${adresseReferent(monde.structureId)}/delegations/${monde.delegationId}`, MOTIF],
    REFERENT,
  ],
  ['a référent delegating', referentSur('DELEGUER', 'utilisateur'), REFERENT],
  ['a référent suspending an utilisateur', referentSur('SUSPENDRE', 'utilisateur'), PERSONNE],
  ['a référent detaching an utilisateur', referentSur('DETACHER', 'utilisateur'), PERSONNE],
  [
    'a référent detaching the principal',
    () => parReferent('DETACHER', monde.acteurs.principal),
    PERSONNE,
  ],
  // Accounts: the référents of one of their structures, never one's own.
  [
    'deactivating the account of an utilisateur',
    compteVers('INACTIF', () => monde.cibles.utilisateur),
    REFERENT,
  ],
  [
    'deactivating the account of a secondaire',
    compteVers('INACTIF', () => monde.cibles.secondaire),
    REFERENT,
  ],
  [
    'deactivating the account of the principal',
    compteVers('INACTIF', () => monde.acteurs.principal),
    REFERENT,
  ],
  ['reactivating an account', compteVers('ACTIF', () => monde.cibles.desactive), REFERENT],
  ['deactivating one’s own account', compteVers('INACTIF', (soi) => soi), PERSONNE],
  // Requests.
  ['accepting a request', decider('acceptation', 'autre'), GESTIONNAIRES],
  ['refusing a request', decider('refus', 'autre'), GESTIONNAIRES],
  [
    'accepting a request that went up',
    decider('acceptation', 'montee'),
    [...GESTIONNAIRES, 'referent'],
  ],
  ['refusing a request that went up', decider('refus', 'montee'), [...GESTIONNAIRES, 'referent']],
  ['accepting one’s own request', decider('acceptation', 'soi'), PERSONNE],
  [
    'withdrawing one’s own request',
    (soi) => [`${adresseDemande(monde.demandes.parCompte.get(soi.compteId) ?? 0)}/retrait`, {}],
    ['duService', 'enAttente', 'expire', 'referent', 'etranger'],
  ],
  [
    'accepting many',
    () => [
      adresses.decisionDeDemandes,
      { acte: 'accepter', d: String(monde.demandes.autre), file: '' },
    ],
    GESTIONNAIRES,
  ],
  ['accepting a request for espaces', decider('acceptation', 'espaces'), GESTIONNAIRES],
  ['refusing a request for espaces', decider('refus', 'espaces'), GESTIONNAIRES],
  // What one manages is one's own at once; what one is attached to is asked for.
  [
    'adding an espace to one’s own',
    () => [
      adresseAjoutSur(monde.structureId),
      { entiere: 'oui', 'espace-SOLLICITATIONS_EMISES': 'oui', mode: 'CONSULTATION' },
    ],
    ['principal', 'secondaire', 'delegueAvant', 'delegue', 'delegueApres', 'entier'],
  ],
  // The sheet.
  [
    'changing the sheet',
    () => [gestion('fiche'), { version: '1', telephone: '+33 1 48 96 00 12' }],
    GESTIONNAIRES,
  ],
  [
    'creating a service',
    () => [`${gestion('services')}/nouveau`, { code: 'NEUF', libelle: 'Neuf', dateDebut: JOUR }],
    GESTIONNAIRES,
  ],
  [
    'closing a service',
    () => [
      `${adresseService(monde.structureId, monde.autreServiceId)}/fermeture`,
      { dernierJour: JOUR, version: '1' },
    ],
    GESTIONNAIRES,
  ],
  [
    'opening an espace',
    () => [`${gestion('espaces')}/ouverture`, { espace: 'FACTURES_A_VALIDER' }],
    GESTIONNAIRES,
  ],
];

function decider(
  acte: 'acceptation' | 'refus',
  laquelle: 'autre' | 'montee' | 'soi' | 'espaces',
): Vers {
  return (soi) => {
    const { autre, montee, espaces, parCompte } = monde.demandes;
    const id = { autre, montee, espaces, soi: parCompte.get(soi.compteId) ?? 0 }[laquelle];
    const octroi =
      laquelle === 'espaces'
        ? { octroi: 'oui', [`ligne-${monde.demandes.ligneDEspace}`]: 'oui' }
        : { 'portee-entiere': 'oui', dateDebut: JOUR, dateFin: '' };
    return [`${adresseDemande(id)}/${acte}`, { ...octroi, ...MOTIF }];
  };
}

describe.each(TABLE)('%s', (quoi, vers, permis) => {
  const surSoi = quoi.includes('one’s own');
  test.each(ACTEURS)('by « %s »', async (acteur) => {
    const lien = monde.acteurs[acteur];
    const [chemin, champs] = vers(lien);
    const visiteur = await portail.connecter(lien.compteId);
    const avant = await toutCeQuiEstEcrit(base.proprietaire);
    const { statusCode } = await visiteur.post(chemin, champs);
    const ecrit = (await toutCeQuiEstEcrit(base.proprietaire)) !== avant;
    expect({ statusCode, ecrit }).toMatchObject({ ecrit: permis.includes(acteur) });
    // What was refused to somebody who has nothing to do with the structure tells them nothing of it.
    if (['etranger', 'referentAilleurs'].includes(acteur) && !ecrit && !surSoi)
      expect(statusCode).toBe(404);
    if (ecrit) monde = await creerMondeDesDroits(base.sql);
  });
});

describe('the pages of a structure', () => {
  const PAGES = ['utilisateurs', 'fiche', 'services', 'espaces', 'historique'] as const;
  test.each(ACTEURS)('are open to « %s » only as a manager', async (acteur) => {
    const visiteur = await portail.connecter(monde.acteurs[acteur].compteId);
    const attendu = GESTIONNAIRES.includes(acteur) ? 200 : 404;
    for (const page of PAGES) {
      const { statusCode } = await visiteur.get(gestion(page));
      expect([page, statusCode]).toEqual([page, attendu]);
    }
  });
});
