// « Utilisateurs rattachés » over HTTP: the list, its export, somebody attached; managers alone.
import { readXlsx } from 'hucre/xlsx';
import { beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { type BaseDeTest, baseDeTest } from '../../../../tests/soutien/base-de-test.ts';
import { rattachementStocke } from '../../../../tests/soutien/demandes.ts';
import { personnesDe, structureTenue } from '../../../../tests/soutien/gestion.ts';
import {
  ancres,
  lienVers,
  resume,
  texteVisible,
  valeursDuFormulaire,
} from '../../../../tests/soutien/html.ts';
import {
  ouvrirPortail,
  type PortailDeTest,
  type Visiteur,
} from '../../../../tests/soutien/portail.ts';
import {
  creerCompte,
  deleguer,
  INSTANT,
  JOUR,
  ouvrirMois,
} from '../../../../tests/soutien/scene.ts';
import { adresseGestion, adresseUtilisateur } from '../../../domain/adresses.ts';

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
let rang = 0;
beforeEach(async () => {
  const tenue = await structureTenue(base.sql);
  ({ structureId, urbs, voirie } = tenue);
  liste = adresseGestion(structureId, 'utilisateurs');
  chef = await portail.connecter(tenue.principal);
  personne = personnesDe(base.sql, structureId);
});
const fiche = (id: number) => adresseUtilisateur(structureId, id);

describe('the list', () => {
  test('is where a structure that one manages leads', async () => {
    const { statusCode, headers } = await chef.get(`/gestionnaire/structures/${structureId}`);
    expect([statusCode, headers.location]).toEqual([303, liste]);
  });

  test('is for managers of the structure alone; the log says who else asked', async () => {
    const { compteId, rattachementId } = await personne('Simple');
    const stand = await personne('Delegue');
    await deleguer(base.sql, stand.compteId, structureId, [JOUR, JOUR]);
    const visiteurs: [Visiteur, number][] = [
      [await portail.connecter(compteId), 404],
      [await portail.connecter(await creerCompte(base.sql, { referentNational: true })), 404],
      [await portail.connecter((await structureTenue(base.sql)).principal), 404],
      [
        await portail.connecter((await personne('Second', 'GESTIONNAIRE_SECONDAIRE')).compteId),
        200,
      ],
      [await portail.connecter(stand.compteId), 200],
    ];
    const pages = [liste, `${liste}/nouveau`, fiche(rattachementId), `${liste}/export.csv`];
    for (const [visiteur, attendu] of visiteurs)
      for (const page of pages) expect((await visiteur.get(page)).statusCode, page).toBe(attendu);
    expect((await portail.anonyme.get(liste)).statusCode).toBe(302);
    expect(portail.journal.join('')).toContain('structure managed by others asked');
  });

  test('finds, filters, and keeps what was asked from page to page', async () => {
    for (let n = 10; n < 31; n++) await personne(`Commis${n}`);
    await personne('Suspendue', 'UTILISATEUR', [{ statut: 'DESACTIVEE' }]);
    const { body } = await chef.get(`${liste}?texte=commis`);
    expect(texteVisible(body)).toContain('1 à 20 sur 21');
    const suite = await chef.get(lienVers(body, 'Suivante'));
    expect(texteVisible(suite.body)).toContain('Commis30 Pauline');
    const suspendus = await chef.get(`${liste}?etat=DESACTIVEE`);
    expect(texteVisible(suspendus.body)).toMatch(/Suspendue Pauline.*1 résultat/);
    const personneIci = texteVisible((await chef.get(`${liste}?texte=zzz&role=x`)).body);
    expect(personneIci).toContain('Personne ne correspond');
  });

  test('shows the delegations, and who may end them', async () => {
    const { compteId } = await personne('Delegue');
    const id = await deleguer(base.sql, compteId, structureId, [JOUR, '2026-12-04']);
    const fin = `${liste}/delegations/${id}`;
    expect(lienVers((await chef.get(liste)).body, 'Mettre fin à la délégation')).toBe(fin);
    const gs = await portail.connecter((await personne('Gs', 'GESTIONNAIRE_SECONDAIRE')).compteId);
    expect((await gs.get(liste)).body).not.toContain(fin);
    expect((await gs.post(fin, {})).headers.location).toContain('utilisateurInterdit');
    expect((await chef.get(fin)).statusCode).toBe(200);
    const trop = await chef.post(fin, { motif: 'x'.repeat(256) });
    expect([trop.statusCode, ancres(trop.body)]).toEqual([422, ['motif']]);
    expect((await chef.post(fin, { motif: 'Retour' })).headers.location).toContain(
      'message=utilisateurDelegationFin',
    );
    expect((await chef.post(fin, {})).headers.location).toContain('utilisateurDelegationFinie');
    const ailleurs = (await structureTenue(base.sql)).structureId;
    const autre = await deleguer(base.sql, compteId, ailleurs, [JOUR, JOUR]);
    expect((await chef.get(`${liste}/delegations/${autre}`)).statusCode).toBe(404);
    expect((await chef.post(`${liste}/delegations/${autre}`, {})).statusCode).toBe(404);
  });
});

describe('an export', () => {
  test('holds what the list finds, a row a service, formulas undone', async () => {
    await personne('=Somme', 'UTILISATEUR', [
      { serviceId: urbs, dateFin: '2026-12-31' },
      { serviceId: voirie, statut: 'DESACTIVEE' },
    ]);
    await personne('Autre');
    const { headers, body } = await chef.get(`${liste}/export.csv?texte=somme`);
    expect(headers['content-type']).toContain('text/csv');
    expect(headers['content-disposition']).toBe('attachment; filename="utilisateurs.csv"');
    const lignes = body.replace('\ufeff', '').trimEnd().split('\r\n');
    expect(lignes[0]).toMatch(/^Nom;Prénom;Identifiant de connexion;Compte;Rôle;Code service/);
    expect(lignes.slice(1).map((ligne) => ligne.split(';').slice(4, 10).join(';'))).toEqual([
      'Utilisateur;URBS;Urbanisme;2026-01-01;2026-12-31;Validé',
      'Utilisateur;VOIRIE;Voirie;2026-01-01;;Désactivé',
    ]);
    expect(lignes[1]).toMatch(/^'=Somme;/);
  });

  test('is a workbook that reads back', async () => {
    await personne('Camille');
    const { headers, rawPayload } = await chef.get(`${liste}/export.xlsx`);
    expect(headers['content-type']).toContain('spreadsheetml');
    const [feuille] = (await readXlsx(rawPayload)).sheets;
    expect(feuille?.rows.map((ligne) => ligne[0])).toEqual(['Nom', 'AUBRY', 'Camille']);
    expect(feuille?.rows[2]?.[6]).toBe('Toute la structure');
  });

  test('is not taken in a loop', async () => {
    const statuts = [];
    for (let n = 0; n < 21; n++) {
      const { statusCode } = await chef.get(`${liste}/export.csv`);
      statuts.push(statusCode);
    }
    expect(statuts.at(-1)).toBe(429);
  });
});

describe('« Rattacher une personne »', () => {
  const nouveau = () => `${liste}/nouveau`;
  test('attaches by identifiant, and shows the person', async () => {
    const identifiantConnexion = `neuf.${structureId}`;
    const compteId = await creerCompte(base.sql, { identifiantConnexion, nom: 'NEUF' });
    const { body } = await chef.get(nouveau());
    const vierge = valeursDuFormulaire(body, nouveau());
    expect(vierge).toMatchObject({ identifiant: '', dateDebut: JOUR, dateFin: '' });
    const choix = {
      ...vierge,
      identifiant: ` ${identifiantConnexion} `,
      [`service-${urbs}`]: 'oui',
    };
    const { headers } = await chef.post(nouveau(), choix);
    const stocke = await rattachementStocke(base.sql, compteId, structureId);
    expect(headers.location).toBe(`${fiche(stocke?.id ?? 0)}?message=utilisateurRattache`);
    const page = texteVisible((await chef.get(headers.location ?? '')).body);
    expect(page).toMatch(/NEUF Pauline.*La personne est rattachée.*Urbanisme URBS/);
  });

  test.each([
    [{}, ['identifiant', 'dateDebut', 'entiere']],
    [{ identifiant: 'inconnu', entiere: 'oui', dateDebut: JOUR }, ['identifiant']],
    [
      { identifiant: 'x', entiere: 'oui', dateDebut: 'demain', dateFin: '31/02/2027' },
      ['dateDebut', 'dateFin'],
    ],
    [{ entiere: 'oui', dateDebut: JOUR, dateFin: '2026-11-01' }, ['dateFin']],
    [{ entiere: 'oui', dateDebut: '2026-01-01', dateFin: '2026-11-22' }, ['dateFin']],
    [{ 'service-999999': 'oui', dateDebut: JOUR }, ['entiere']],
  ] as [Record<string, string>, string[]][])(
    'comes back from %j, told where',
    async (champs, attendus) => {
      rang += 1;
      const identifiantConnexion = `connu.${structureId}.${rang}`;
      const compteId = await creerCompte(base.sql, { identifiantConnexion });
      const envoyes =
        Object.keys(champs).length === 0 ? {} : { identifiant: identifiantConnexion, ...champs };
      const { statusCode, body } = await chef.post(nouveau(), envoyes);
      expect([statusCode, ancres(body)]).toEqual([422, attendus]);
      const gardees = valeursDuFormulaire(body, nouveau());
      for (const champ of ['identifiant', 'dateFin'])
        expect(gardees[champ]).toBe((envoyes as Record<string, string>)[champ] ?? '');
      expect(await rattachementStocke(base.sql, compteId, structureId)).toBeUndefined();
    },
  );

  test('looks for a service without losing what was ticked', async () => {
    const champs = { acte: 'chercher', recherche: 'voirie', [`service-${urbs}`]: 'oui' };
    const { statusCode, body } = await chef.post(nouveau(), champs);
    expect(statusCode).toBe(200);
    expect(valeursDuFormulaire(body, nouveau())).toMatchObject({ [`service-${urbs}`]: 'oui' });
    expect(texteVisible(body)).not.toContain('Urbanisme');
  });

  test('of somebody who manages the structure says why not', async () => {
    const gs = await portail.connecter((await personne('Gs', 'GESTIONNAIRE_SECONDAIRE')).compteId);
    const autre = await personne('Autre', 'GESTIONNAIRE_SECONDAIRE');
    const champs = { identifiant: autre.identifiant, entiere: 'oui', dateDebut: JOUR };
    const { statusCode, body } = await gs.post(nouveau(), champs);
    expect(statusCode).toBe(409);
    expect(resume(body)[0]).toEqual({
      ancre: 'identifiant',
      phrase: expect.stringContaining('vous ne pouvez pas agir sur cette personne'),
    });
    expect(valeursDuFormulaire(body, nouveau())).toMatchObject(champs);
  });
});
