// Reminders of requests as they leave: rights, choices and what waits are those of the sending.
import { beforeEach, describe, expect, test } from 'vitest';
import { baseDeTest } from '../../tests/soutien/base-de-test.ts';
import { DELAIS } from '../../tests/soutien/delais.ts';
import { deposer } from '../../tests/soutien/demandes.ts';
import {
  apres,
  creerCompte,
  creerStructure,
  heures,
  INSTANT,
  ouvrirMois,
  rattacher,
} from '../../tests/soutien/scene.ts';
import { avancerDemandes } from '../domain/demande/actions-echeances.ts';
import { desabonner } from '../domain/notification/actions-desabonnement.ts';
import type { CourrielEnFile } from '../domain/notification/notification.ts';
import type { Mail, Mailer } from '../platform/mail/transport.ts';
import { envoyerCourriel } from './envoyer-courriel.ts';

const { sql, proprietaire } = await baseDeTest();
await ouvrirMois(proprietaire);
const PORTAIL = 'https://portail.example.org';
const LE_JOUR = apres(INSTANT, heures(24 * 3));

let rang = 0;
let structureId: number;
let gestionnaireId: number;
let demandeId: number;

function compte(champs: Record<string, unknown> = {}): Promise<number> {
  rang += 1;
  return creerCompte(sql, { adresseElectronique: `rappel-${rang}@terneuil.fr`, ...champs });
}

beforeEach(async () => {
  await proprietaire`delete from graphile_worker._private_jobs`;
  await proprietaire`
    update demande set etat = 'RETIREE', terminee_le = ${INSTANT}
    where etat = 'EN_COURS_DE_VALIDATION'`;
  await proprietaire`
    update demande_ligne set etat = 'RETIREE' where etat = 'EN_COURS_DE_VALIDATION'`;
  structureId = await creerStructure(sql, { departement: '76' });
  gestionnaireId = await compte({ prenom: 'Karim', nom: 'Benali' });
  await rattacher(sql, gestionnaireId, structureId, 'GESTIONNAIRE_PRINCIPAL');
  await rattacher(sql, await compte({ etat: 'ACTIF' }), structureId, 'GESTIONNAIRE_SECONDAIRE');
  demandeId = await deposer(sql, await compte(), structureId);
});

/** What leaves for one account of what is in the queue. */
async function partis(compteId: number): Promise<Mail[]> {
  const recus: Mail[] = [];
  const mailer: Mailer = { send: async (mail) => void recus.push(mail), close: () => undefined };
  const expediteur = { publicUrl: PORTAIL, serviceName: 'Portail Chorus', embedded: false };
  const outils = { sql, clock: async () => LE_JOUR, mailer, expediteur };
  const enFile = await proprietaire<{ payload: CourrielEnFile }[]>`
    select j.payload from graphile_worker._private_jobs j
    join envoi e on e.id = (j.payload->>'envoiId')::bigint
    where e.compte_id = ${compteId} and j.payload->>'nature' like 'DEMANDES%'`;
  for (const { payload } of enFile) await envoyerCourriel(payload, outils);
  return recus;
}
const rappeler = () => avancerDemandes(sql, LE_JOUR, DELAIS);
const preferer = (compteId: number, rythme: string) => sql`
  insert into preference_notification (compte_id, sujet, rythme, modifiee_le)
  values (${compteId}, 'DEMANDES_A_DECIDER', ${rythme}, ${INSTANT})`;

describe('a reminder', () => {
  test('says to which address and why it comes, where to choose, and stops by one click', async () => {
    await rappeler();
    const [mail] = await partis(gestionnaireId);
    expect(mail?.desabonnement).toMatch(
      /^https:\/\/portail\.example\.org\/desabonnement\/[\w-]{43}$/,
    );
    for (const texte of [mail?.text, mail?.html]) {
      expect(texte).toContain(`${mail?.to}, adresse de contact du compte de Karim Benali`);
      expect(texte).toContain(`${PORTAIL}/mon-compte/parametres#sujet-DEMANDES_A_DECIDER`);
      expect(texte).toContain(mail?.desabonnement);
    }
    await desabonner(sql, mail?.desabonnement?.split('/').at(-1) ?? '', LE_JOUR);
    const choix = await sql`
      select sujet, rythme from preference_notification where compte_id = ${gestionnaireId}`;
    expect([...choix]).toEqual([{ sujet: 'DEMANDES_A_DECIDER', rythme: 'JAMAIS' }]);
  });

  test('goes to the address, and speaks the language, of the moment', async () => {
    await rappeler();
    await sql`
      update compte set adresse_electronique = 'neuve@terneuil.fr', langue = 'en'
      where id = ${gestionnaireId}`;
    const [mail] = await partis(gestionnaireId);
    expect([mail?.to, mail?.langue]).toEqual(['neuve@terneuil.fr', 'en']);
    expect(mail?.text).toContain('neuve@terneuil.fr');
  });

  test('tells what waits when it leaves', async () => {
    await rappeler();
    await deposer(sql, await compte({ prenom: 'Inès', nom: 'Moreau' }), structureId);
    const [mail] = await partis(gestionnaireId);
    expect(mail?.text).toContain('2 demandes attendent');
    expect(mail?.text).toContain('Inès Moreau');
  });

  test.each([
    ['chose « never »', () => preferer(gestionnaireId, 'JAMAIS')],
    [
      'switched notifications off',
      () => sql`update compte set recevoir_notifications = false where id = ${gestionnaireId}`,
    ],
    [
      'lost the role',
      () => sql`update rattachement set role = 'UTILISATEUR' where compte_id = ${gestionnaireId}`,
    ],
    [
      'was deactivated',
      () => sql`
        update compte set etat = 'INACTIF', desactive_le = ${INSTANT} where id = ${gestionnaireId}`,
    ],
    [
      'has nothing left to decide',
      () => proprietaire`
        update demande set etat = 'RETIREE', terminee_le = ${INSTANT} where id = ${demandeId}`,
    ],
  ])('does not leave when its reader %s meanwhile', async (_, acte) => {
    await rappeler();
    await acte();
    expect(await partis(gestionnaireId)).toEqual([]);
  });

  test('leaves to the only manager, whatever they chose', async () => {
    await rappeler();
    await preferer(gestionnaireId, 'JAMAIS');
    await sql`
      update rattachement set role = 'UTILISATEUR'
      where structure_id = ${structureId} and compte_id <> ${gestionnaireId}`;
    expect((await partis(gestionnaireId)).length).toBe(1);
  });
});

test('a référent may stop what went up, alone or not', async () => {
  const departement = '38';
  const [referent, autre] = [
    await compte({ referentDepartements: [departement] }),
    await compte({ referentDepartements: [departement] }),
  ];
  await deposer(sql, await compte(), await creerStructure(sql, { departement }));
  await rappeler();
  await preferer(autre, 'JAMAIS');
  const [mail] = await partis(referent);
  expect(mail?.desabonnement).toBeDefined();
  expect(mail?.text).toContain('#sujet-DEMANDES_A_DECIDER');
  expect(await partis(autre)).toEqual([]);
});
