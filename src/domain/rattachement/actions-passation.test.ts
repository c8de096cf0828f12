// Handing over the role of gestionnaire principal (screens §6.3), on the database: all of it,
// or nothing.
import { beforeEach, describe, expect, test } from 'vitest';
import { baseDeTest } from '../../../tests/soutien/base-de-test.ts';
import {
  demandeStockee,
  deposer,
  journalEntier,
  rattachementStocke,
  sansTrace,
} from '../../../tests/soutien/demandes.ts';
import {
  abonner,
  apres,
  courrielsEnFile,
  creerCompte,
  creerService,
  creerStructure,
  filDe,
  INSTANT,
  JOUR,
  type LigneDeScene,
  rattacher,
} from '../../../tests/soutien/scene.ts';
import { validerRattachement } from '../demande/actions-decision.ts';
import { remplacerGestionnairePrincipal, supprimerRattachements } from './actions-suppression.ts';
import type { Role } from './rattachement.ts';

const { sql, proprietaire } = await baseDeTest();
const PLUS_TARD = apres(INSTANT, 60_000);
const GP = 'GESTIONNAIRE_PRINCIPAL';
const GS = 'GESTIONNAIRE_SECONDAIRE';
let structureId: number;
let principal: number;
let mien: number;
let successeur: number;
beforeEach(async () => {
  structureId = await creerStructure(sql, { raisonSociale: 'Mairie de Terneuil' });
  principal = await creerCompte(sql);
  successeur = await creerCompte(sql, { adresseElectronique: 'lea@terneuil.fr', prenom: 'Léa' });
  mien = await rattacher(sql, principal, structureId, GP);
});

const installer = (lignes?: LigneDeScene[], role: Role = 'UTILISATEUR') =>
  rattacher(sql, successeur, structureId, role, lignes);
const transmettre = (rattachementId = mien, successeurId = successeur, qui = principal) =>
  remplacerGestionnairePrincipal(sql, qui, { rattachementId, successeurId }, PLUS_TARD);
const chez = (compteId: number) => rattachementStocke(sql, compteId, structureId);

describe('a hand-over', () => {
  test.each(['UTILISATEUR', GS] as const)(
    'makes principal a successor who was %s; the former one stays, as utilisateur',
    async (role) => {
      const nouveau = await installer(undefined, role);
      expect(await transmettre()).toEqual({ kind: 'transmis' });
      const lignes = [{ portee: null, dateDebut: '2026-01-01', dateFin: null, statut: 'VALIDEE' }];
      expect(await chez(successeur)).toMatchObject({ id: nouveau, role: GP, lignes });
      expect(await chez(principal)).toMatchObject({ id: mien, role: 'UTILISATEUR', lignes });
      const gerants = await sql`select * from gestionnaires_actifs(${structureId}, ${JOUR})`;
      expect([...gerants]).toEqual([{ compteId: successeur, role: GP }]);
    },
  );

  test('leaves the abonnements and the requests of both as they are', async () => {
    await installer();
    const abonnement = await abonner(sql, principal, mien, structureId, 'FACTURES_A_VALIDER');
    const ailleurs = await deposer(sql, principal, await creerStructure(sql));
    await transmettre();
    const [row] = await sql`select termine_le from abonnement where id = ${abonnement}`;
    expect(row).toEqual({ termineLe: null });
    const { demande } = await demandeStockee(sql, ailleurs);
    expect(demande).toMatchObject({ etat: 'EN_COURS_DE_VALIDATION' });
  });

  test('takes the end from the lines of the successor that run, suspended ones too; revives none', async () => {
    const [a, b] = [
      await creerService(sql, structureId, 'A'),
      await creerService(sql, structureId, 'B'),
    ];
    await installer([
      { dateFin: '2026-12-31' },
      { serviceId: a, dateFin: '2026-10-31' },
      { serviceId: b, dateFin: '2027-10-31', statut: 'DESACTIVEE' },
    ]);
    expect(await transmettre()).toEqual({ kind: 'transmis' });
    expect((await chez(successeur))?.lignes).toMatchObject([
      { portee: null, dateFin: null, statut: 'VALIDEE' },
      { portee: b, dateFin: null, statut: 'DESACTIVEE' },
    ]);
    const [finie] = await sql`
      select statut, date_fin from rattachement_ligne where service_id = ${a}`;
    expect(finie).toEqual({ statut: 'SUPPRIMEE', dateFin: '2026-10-31' });
  });

  test('gives no day on a service past its own end; the whole structure stays', async () => {
    const [ferme, bientot] = [
      await creerService(sql, structureId, 'F', { dateFin: '2026-10-31' }),
      await creerService(sql, structureId, 'B', { dateFin: '2026-12-31' }),
    ];
    const nouveau = await installer([
      {},
      { serviceId: ferme, dateFin: '2026-10-31' },
      { serviceId: bientot, dateFin: '2026-12-31' },
    ]);
    const dOu = [successeur, nouveau, structureId] as const;
    const id = await abonner(sql, ...dOu, 'ENGAGEMENTS', { serviceId: bientot });
    expect(await transmettre()).toEqual({ kind: 'transmis' });
    const lignes = (await chez(successeur))?.lignes;
    expect(lignes?.map(({ portee, dateFin }) => [portee, dateFin])).toEqual([[null, null]]);
    const [row] = await sql`select termine_le from abonnement where id = ${id}`;
    expect(row).toEqual({ termineLe: null });
  });

  test('may be to somebody whose last day is today', async () => {
    await installer([{ dateFin: JOUR }]);
    expect(await transmettre()).toEqual({ kind: 'transmis' });
  });

  test('is journaled and told on both sides, mailed to the successor alone', async () => {
    const nouveau = await installer();
    const avant = (await courrielsEnFile(proprietaire)).length;
    await transmettre();
    const ligne = {
      instant: PLUS_TARD,
      acteurCompteId: principal,
      enQualite: GP,
      objet: 'rattachement',
      structureId,
      details: {},
    };
    expect(await journalEntier(sql, principal)).toEqual([
      { ...ligne, acte: 'PRINCIPAL_TRANSMIS', objetId: mien },
    ]);
    expect(await journalEntier(sql, successeur)).toEqual([
      { ...ligne, acte: 'PRINCIPAL_RECU', objetId: nouveau },
    ]);
    expect(await filDe(sql, principal)).toEqual(['PRINCIPAL_TRANSMIS']);
    expect(await filDe(sql, successeur)).toEqual(['PRINCIPAL_RECU']);
    expect((await courrielsEnFile(proprietaire)).slice(avant)).toMatchObject([
      {
        nature: 'PRINCIPAL_RECU',
        structure: 'Mairie de Terneuil',
        destinataire: 'lea@terneuil.fr',
        nomComplet: 'Léa Dufour',
      },
    ]);
  });

  test('gives the waiting requests to the successor alone', async () => {
    await installer();
    const id = await deposer(sql, await creerCompte(sql), structureId);
    await transmettre();
    const ancien = await validerRattachement(sql, principal, id, PLUS_TARD);
    expect(ancien).toEqual({ kind: 'introuvable' });
    const nouveau = await validerRattachement(sql, successeur, id, PLUS_TARD);
    expect(nouveau).toEqual({ kind: 'acceptee' });
  });

  test('there and back sends a mail each time', async () => {
    const rattachementId = await installer();
    const avant = (await courrielsEnFile(proprietaire)).length;
    await transmettre();
    const retour = { rattachementId, successeurId: principal };
    const tard = apres(PLUS_TARD, 1000);
    await remplacerGestionnairePrincipal(sql, successeur, retour, tard);
    const aller = { rattachementId: mien, successeurId: successeur };
    await remplacerGestionnairePrincipal(sql, principal, aller, apres(tard, 1000));
    expect((await courrielsEnFile(proprietaire)).length).toBe(avant + 3);
    expect((await chez(successeur))?.role).toBe(GP);
  });

  test('lets the former one leave at last', async () => {
    await installer();
    await transmettre();
    const fait = await supprimerRattachements(sql, principal, [mien], PLUS_TARD);
    expect(fait).toMatchObject({ supprimes: [{ id: mien }] });
  });
});

describe('a hand-over is refused, and nothing changes', () => {
  const refus = (acte = () => transmettre()) => sansTrace(proprietaire, acte);

  test.each<[string, LigneDeScene[]]>([
    ['is on a service only', [{ statut: 'SUPPRIMEE' }]],
    ['is suspended', [{ statut: 'DESACTIVEE' }]],
    ['was attached until yesterday', [{ dateFin: '2026-11-22' }]],
    ['will be attached from tomorrow on', [{ dateDebut: '2026-11-24' }]],
  ])('to somebody who %s', async (_quoi, lignes) => {
    const serviceId = await creerService(sql, structureId, 'A');
    await installer([...lignes, { serviceId }]);
    expect(await refus()).toEqual({ kind: 'successeurRefuse' });
  });

  test('to a secondaire on a service only, though they manage the whole', async () => {
    const serviceId = await creerService(sql, structureId, 'A');
    await installer([{ serviceId }], GS);
    expect(await refus()).toEqual({ kind: 'successeurRefuse' });
  });

  test('to somebody who is not attached, or no longer', async () => {
    expect(await refus()).toEqual({ kind: 'successeurRefuse' });
    const id = await installer();
    await sql`update rattachement set supprime_le = ${INSTANT} where id = ${id}`;
    expect(await refus()).toEqual({ kind: 'successeurRefuse' });
  });

  test('to somebody attached elsewhere, who only asked to be here', async () => {
    await rattacher(sql, successeur, await creerStructure(sql));
    await deposer(sql, successeur, structureId);
    expect(await refus()).toEqual({ kind: 'successeurRefuse' });
  });

  test('to a deactivated account', async () => {
    await installer();
    await sql`
      update compte set etat = 'INACTIF', desactive_le = ${INSTANT} where id = ${successeur}`;
    expect(await refus()).toEqual({ kind: 'successeurRefuse' });
  });

  test('to oneself, and to nobody', async () => {
    expect(await refus(() => transmettre(mien, principal))).toEqual({ kind: 'successeurRefuse' });
    expect(await refus(() => transmettre(mien, 999_999))).toEqual({ kind: 'successeurRefuse' });
  });

  test('by somebody who is not the principal', async () => {
    const sien = await installer(undefined, GS);
    const tiers = await creerCompte(sql);
    await rattacher(sql, tiers, structureId);
    const fait = await refus(() => transmettre(sien, tiers, successeur));
    expect(fait).toEqual({ kind: 'pasPrincipal' });
  });

  test('on the rattachement of somebody else, or on none', async () => {
    await installer();
    const vol = await refus(() => transmettre(mien, successeur, successeur));
    expect(vol).toEqual({ kind: 'introuvable' });
    const rien = await refus(() => transmettre(999_999));
    expect(rien).toEqual({ kind: 'introuvable' });
  });

  test('by a deactivated account', async () => {
    await installer();
    await sql`
      update compte set etat = 'INACTIF', desactive_le = ${INSTANT} where id = ${principal}`;
    expect(await refus()).toEqual({ kind: 'indisponible' });
  });

  test('a second time: the role is no longer one’s own', async () => {
    await installer();
    await transmettre();
    expect(await refus()).toEqual({ kind: 'pasPrincipal' });
  });
});
