// One person of a structure over HTTP: what may be done with them, forms that come back.
import { beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { type BaseDeTest, baseDeTest } from '../../../../../tests/soutien/base-de-test.ts';
import { rattachementStocke } from '../../../../../tests/soutien/demandes.ts';
import { attacher, personnesDe, structureTenue } from '../../../../../tests/soutien/gestion.ts';
import {
  ancres,
  lienVers,
  texteVisible,
  valeursDuFormulaire,
} from '../../../../../tests/soutien/html.ts';
import {
  ouvrirPortail,
  type PortailDeTest,
  type Visiteur,
} from '../../../../../tests/soutien/portail.ts';
import {
  INSTANT,
  JOUR,
  type LigneDeScene,
  ouvrirMois,
} from '../../../../../tests/soutien/scene.ts';
import { adresseGestion, adresseUtilisateur } from '../../../../domain/adresses.ts';

let base: BaseDeTest;
let portail: PortailDeTest;
beforeAll(async () => {
  base = await baseDeTest();
  await base.regler(INSTANT);
  await ouvrirMois(base.proprietaire);
  portail = await ouvrirPortail(base, { logLevel: 'warn' });
});

let structureId: number;
let urbs: number;
let voirie: number;
let chef: Visiteur;
let liste: string;
let personne: ReturnType<typeof personnesDe>;
beforeEach(async () => {
  const tenue = await structureTenue(base.sql);
  ({ structureId, urbs, voirie } = tenue);
  liste = adresseGestion(structureId, 'utilisateurs');
  chef = await portail.connecter(tenue.principal);
  personne = personnesDe(base.sql, structureId);
});
const fiche = (id: number, page?: Parameters<typeof adresseUtilisateur>[2]) =>
  adresseUtilisateur(structureId, id, page);

describe('one person', () => {
  test('is shown with what this manager may do, no more', async () => {
    const simple = await personne('Simple');
    const autre = await personne('Autre', 'GESTIONNAIRE_SECONDAIRE');
    const moi = await personne('Moi', 'GESTIONNAIRE_SECONDAIRE');
    const gs = await portail.connecter(moi.compteId);
    const offre = async (visiteur: Visiteur, id: number) =>
      texteVisible((await visiteur.get(fiche(id))).body).split('Ce que vous pouvez faire')[1] ?? '';
    expect(await offre(chef, simple.rattachementId)).toMatch(
      /Changer les services.*Nommer.*Déléguer.*Copier.*Suspendre.*Détacher/,
    );
    expect(await offre(chef, autre.rattachementId)).toMatch(/Retirer le rôle.*Suspendre/);
    const parGS = await offre(gs, simple.rattachementId);
    expect(parGS).toMatch(/Changer les services.*Suspendre/);
    expect(parGS).not.toMatch(/Nommer|Déléguer/);
    expect(await offre(gs, autre.rattachementId)).toContain('seul le gestionnaire principal');
    expect(await offre(gs, moi.rattachementId)).toContain('C’est vous');
    for (const id of [autre.rattachementId, moi.rattachementId])
      expect(await offre(gs, id)).not.toMatch(/Suspendre|Détacher|Changer les services/);
  });

  test('who does not have the whole structure today is not offered the role, and why is said', async () => {
    const offre = async (nom: string, ligne: LigneDeScene) => {
      const { rattachementId: id } = await personne(nom, 'UTILISATEUR', [ligne]);
      const { body } = await chef.get(fiche(id));
      return {
        nommer: body.includes(`href="${fiche(id, 'role')}"`),
        entiere: body.includes('Lui donner toute la structure')
          ? lienVers(body, 'Lui donner toute la structure') === fiche(id, 'services')
          : null,
      };
    };
    const [offert, explique] = [
      { nommer: true, entiere: null },
      { nommer: false, entiere: true },
    ];
    expect(await offre('Entière', {})).toEqual(offert);
    expect(await offre('Service', { serviceId: urbs })).toEqual(explique);
    expect(await offre('Demain', { dateDebut: '2027-01-01' })).toEqual(explique);
    expect(await offre('Suspendue', { statut: 'DESACTIVEE' })).toEqual({
      nommer: false,
      entiere: null,
    });
    // A secondaire may always lose the role.
    const autre = await personne('Autre', 'GESTIONNAIRE_SECONDAIRE');
    const { body } = await chef.get(fiche(autre.rattachementId));
    expect(body).not.toContain('Lui donner toute la structure');
  });

  test('of another structure is not found, whatever is asked, and the log says so', async () => {
    const ailleurs = await structureTenue(base.sql);
    const { rattachementId } = await attacher(base.sql, ailleurs.structureId);
    const valides = { entiere: 'oui', dateDebut: JOUR, dateFin: '2026-12-31', version: '1' };
    const champs = { ...valides, identifiant: 'x', role: 'GESTIONNAIRE_SECONDAIRE' };
    const avant = await base.sql`select * from rattachement where id = ${rattachementId}`;
    for (const page of ['services', 'role', 'delegation', 'copie'] as const) {
      expect((await chef.get(fiche(rattachementId, page))).statusCode).toBe(404);
      expect((await chef.post(fiche(rattachementId, page), champs)).statusCode).toBe(404);
    }
    for (const id of ['999999999', '0', 'x', '-1', '9'.repeat(30)])
      expect((await chef.get(`${liste}/${id}`)).statusCode).toBe(404);
    expect(await base.sql`select * from rattachement where id = ${rattachementId}`).toEqual(avant);
    expect(portail.journal.join('')).toContain('person of another structure asked');
  });

  test('has other services and another period, shown as they are first', async () => {
    const { rattachementId, compteId } = await personne('Simple', 'UTILISATEUR', [
      { serviceId: urbs },
    ]);
    const page = fiche(rattachementId, 'services');
    const { body } = await chef.get(page);
    const valeurs = valeursDuFormulaire(body, page);
    expect(valeurs).toMatchObject({ dateDebut: '2026-01-01', [`service-${urbs}`]: 'oui' });
    const { [`service-${urbs}`]: _, ...reste } = valeurs;
    const voulu = { ...reste, [`service-${voirie}`]: 'oui', dateFin: '31/12/2026' };
    const { headers } = await chef.post(page, voulu);
    expect(headers.location).toBe(`${fiche(rattachementId)}?message=utilisateurModifie`);
    const stocke = await rattachementStocke(base.sql, compteId, structureId);
    expect(stocke?.lignes).toMatchObject([{ portee: voirie, dateFin: '2026-12-31' }]);
    const encore = await chef.post(page, { ...voulu, version: '2' });
    expect(encore.headers.location).toContain('utilisateurInchange');
  });

  test('changed in two tabs: the second is told, its choice kept, and may be sent again', async () => {
    const { rattachementId } = await personne('Simple');
    const page = fiche(rattachementId, 'services');
    const premier = { dateDebut: JOUR, [`service-${urbs}`]: 'oui', version: '1' };
    await chef.post(page, premier);
    const second = await chef.post(page, {
      dateDebut: JOUR,
      [`service-${voirie}`]: 'oui',
      version: '1',
    });
    expect(second.statusCode).toBe(409);
    expect(texteVisible(second.body)).toMatch(/a changé entre-temps.*Ses droits.*Urbanisme/);
    const gardees = valeursDuFormulaire(second.body, page);
    expect(gardees).toMatchObject({ version: '2', [`service-${voirie}`]: 'oui' });
    expect((await chef.post(page, gardees)).headers.location).toContain('utilisateurModifie');
  });

  test('comes back from a bad form, told where, unchanged', async () => {
    const { rattachementId, compteId } = await personne('Simple');
    const page = fiche(rattachementId, 'services');
    const avant = await rattachementStocke(base.sql, compteId, structureId);
    for (const [champs, attendus] of [
      [{ version: '1' }, ['dateDebut', 'entiere']],
      [
        { version: '1', dateDebut: '2027-01-02', dateFin: '2027-01-01', entiere: 'oui' },
        ['dateFin'],
      ],
      [{ version: '1', dateDebut: JOUR, entiere: 'oui', motif: 'é'.repeat(256) }, ['motif']],
      [{ version: '1', dateDebut: JOUR, entiere: 'oui', motif: '<b>' }, ['motif']],
      [{ version: '1', dateDebut: JOUR, 'service-424242': 'oui' }, ['entiere']],
    ] as [Record<string, string>, string[]][]) {
      const { statusCode, body } = await chef.post(page, champs);
      expect([statusCode, ancres(body)]).toEqual([422, attendus]);
    }
    expect(await rattachementStocke(base.sql, compteId, structureId)).toEqual(avant);
  });

  test('is named, then no longer; what cannot be is said', async () => {
    const partiel = await personne('Partiel', 'UTILISATEUR', [{ serviceId: urbs }]);
    const refus = await chef.post(fiche(partiel.rattachementId, 'role'), {
      role: 'GESTIONNAIRE_SECONDAIRE',
    });
    expect([refus.statusCode, ancres(refus.body)]).toEqual([422, ['formulaire']]);
    const { rattachementId, compteId } = await personne('Simple');
    const page = fiche(rattachementId, 'role');
    const valeurs = valeursDuFormulaire((await chef.get(page)).body, page);
    await chef.post(page, valeurs);
    expect((await rattachementStocke(base.sql, compteId, structureId))?.role).toContain('SECOND');
    expect((await chef.post(page, valeurs)).headers.location).toContain('utilisateurInchange');
    await chef.post(page, valeursDuFormulaire((await chef.get(page)).body, page));
    expect((await rattachementStocke(base.sql, compteId, structureId))?.role).toBe('UTILISATEUR');
  });

  test('stands in for a while', async () => {
    const { rattachementId } = await personne('Simple');
    const page = fiche(rattachementId, 'delegation');
    for (const [champs, attendus] of [
      [{}, ['dateDebut', 'dateFin']],
      [{ dateDebut: JOUR, dateFin: '2026-11-01' }, ['dateFin']],
      [{ dateDebut: JOUR, dateFin: '2028-01-01' }, ['dateFin']],
    ] as [Record<string, string>, string[]][]) {
      const { statusCode, body } = await chef.post(page, champs);
      expect([statusCode, ancres(body)]).toEqual([422, attendus]);
    }
    const champs = { dateDebut: JOUR, dateFin: '2026-12-04', motif: 'Congés' };
    expect((await chef.post(page, champs)).headers.location).toContain('utilisateurDelegation');
    expect(texteVisible((await chef.get(fiche(rattachementId))).body)).toContain(
      'Délégué jusqu’au',
    );
    const encore = await chef.post(page, champs);
    expect([encore.statusCode, ancres(encore.body)]).toEqual([422, ['dateDebut']]);
  });

  test('gives their rights to another, whose page is shown', async () => {
    const source = await personne('Source', 'UTILISATEUR', [{ serviceId: urbs }]);
    const cible = await personne('Cible', 'UTILISATEUR', [{ serviceId: voirie }]);
    const page = fiche(source.rattachementId, 'copie');
    const { headers } = await chef.post(page, { identifiant: cible.identifiant });
    expect(headers.location).toBe(`${fiche(cible.rattachementId)}?message=utilisateurCopie`);
    for (const identifiant of [cible.identifiant, source.identifiant, 'inconnu', '']) {
      const { statusCode, body } = await chef.post(page, { identifiant });
      expect([statusCode, ancres(body)]).toEqual([422, ['identifiant']]);
    }
  });

  test('typed before the session ended is found again', async () => {
    const { rattachementId } = await personne('Simple');
    const page = fiche(rattachementId, 'delegation');
    const { compteId } = await personne('Chef2', 'GESTIONNAIRE_SECONDAIRE');
    const visiteur = await portail.connecter(compteId);
    await base.sql`update session set terminee_le = ${INSTANT}, fin = 'DECONNEXION'
      where compte_id = ${compteId}`;
    const { statusCode, body } = await visiteur.post(page, { motif: 'Congés d’hiver' });
    expect(statusCode).toBe(401);
    const retour = new URL(lienVers(body, 'retrouver ma saisie'), 'http://x').searchParams.get(
      'retour',
    );
    const nouvelle = await portail.connecter(compteId);
    const retrouvee = await nouvelle.get(retour ?? '');
    expect(texteVisible(retrouvee.body)).toMatch(/saisie a été retrouvée.*Congés d’hiver/);
  });
});
