// Deleting and handing over, page by page (guide p.12): confirm, act, designate; nobody else's rattachements.
import { beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { type BaseDeTest, baseDeTest } from '../../../../../tests/soutien/base-de-test.ts';
import { balises, resume, texteVisible } from '../../../../../tests/soutien/html.ts';
import {
  ouvrirPortail,
  type PortailDeTest,
  type Visiteur,
} from '../../../../../tests/soutien/portail.ts';
import {
  creerCompte,
  creerStructure,
  INSTANT,
  ouvrirMois,
  rattacher,
} from '../../../../../tests/soutien/scene.ts';
import { adressePassation, adresses } from '../../../../domain/adresses.ts';

const SUPPRESSION = adresses.supprimerRattachements;

let base: BaseDeTest;
let portail: PortailDeTest;
let compteId: number;
let visiteur: Visiteur;

beforeAll(async () => {
  base = await baseDeTest();
  await base.regler(INSTANT);
  await ouvrirMois(base.proprietaire);
  portail = await ouvrirPortail(base);
});

beforeEach(async () => {
  compteId = await creerCompte(base.sql);
  visiteur = await portail.connecter(compteId);
});

/** A rattachement of the visitor on a structure of its own. */
async function attache(nom: string, role: Parameters<typeof rattacher>[3] = 'UTILISATEUR') {
  const structureId = await creerStructure(base.sql, { raisonSociale: nom });
  return { structureId, id: await rattacher(base.sql, compteId, structureId, role) };
}
const vivants = async () => {
  const rows = await base.sql<{ role: string }[]>`
    select role from rattachement where compte_id = ${compteId} and supprime_le is null order by id`;
  return rows.map(({ role }) => role);
};

describe('the confirmation', () => {
  test('lists what is deleted and what happens to each, and changes nothing', async () => {
    const [a, b] = [await attache('Alpha'), await attache('Bêta', 'GESTIONNAIRE_PRINCIPAL')];
    const { body } = await visiteur.get(`${SUPPRESSION}?r=${a.id}&r=${b.id}`);
    const texte = texteVisible(body);
    expect(texte).toContain('Êtes-vous sûr de vouloir supprimer vos rattachements');
    expect(texte).toMatch(/Alpha.*prend fin.*Bêta.*personne à qui transmettre/);
    expect(await vivants()).toHaveLength(2);
  });

  test('shows only one’s own; of others’ alone, as of what is gone, it goes back to the list', async () => {
    const mien = await attache('Alpha');
    const autre = await rattacher(base.sql, await creerCompte(base.sql), mien.structureId);
    const { body } = await visiteur.get(`${SUPPRESSION}?r=${mien.id}&r=${autre}`);
    const envoyes = balises(body, 'input').filter(({ attributs }) => attributs['name'] === 'r');
    expect(envoyes.map(({ attributs }) => attributs['value'])).toEqual([String(mien.id)]);
    for (const id of [autre, 999999]) {
      const { statusCode, headers } = await visiteur.get(`${SUPPRESSION}?r=${id}`);
      const liste = `${adresses.rattachements}?message=rattachementsIndisponibles`;
      expect([statusCode, headers.location]).toEqual([303, liste]);
    }
  });

  test('of nothing comes back to the list and says so', async () => {
    for (const suite of ['', '?r=', '?r=x']) {
      const { headers } = await visiteur.get(`${SUPPRESSION}${suite}`);
      expect(headers.location).toContain('rattachementsACocher');
    }
  });
});

describe('« OK »', () => {
  test('deletes several at once', async () => {
    const [a, b] = [await attache('Alpha'), await attache('Bêta')];
    const champs = [
      ['r', String(a.id)],
      ['r', String(b.id)],
    ];
    const { headers } = await visiteur.post(SUPPRESSION, champs);
    expect(headers.location).toBe(`${adresses.rattachements}?message=rattachementsSupprimes`);
    expect(await vivants()).toEqual([]);
    const encore = await visiteur.post(SUPPRESSION, champs);
    expect(encore.headers.location).toContain('rattachementsIndisponibles');
  });

  test('does nothing to somebody else’s', async () => {
    const mien = await attache('Alpha');
    const autreId = await creerCompte(base.sql);
    const autre = await rattacher(base.sql, autreId, mien.structureId);
    await visiteur.post(SUPPRESSION, { r: String(autre) });
    const [row] = await base.sql`select supprime_le from rattachement where id = ${autre}`;
    expect(row).toEqual({ supprimeLe: null });
  });

  test('keeps the last active manager and says why', async () => {
    const { id } = await attache('Alpha', 'GESTIONNAIRE_SECONDAIRE');
    expect((await visiteur.get(`${SUPPRESSION}?r=${id}`)).body).toContain('dernier gestionnaire');
    const { headers } = await visiteur.post(SUPPRESSION, { r: String(id) });
    expect(headers.location).toContain('dernierGestionnaire');
    expect(await vivants()).toEqual(['GESTIONNAIRE_SECONDAIRE']);
  });

  test('of a principal leads to the designation, the others being deleted', async () => {
    const [a, b, c] = [
      await attache('Alpha', 'GESTIONNAIRE_PRINCIPAL'),
      await attache('Bêta'),
      await attache('Gamma', 'GESTIONNAIRE_PRINCIPAL'),
    ];
    const champs = [a, b, c].map(({ id }) => ['r', String(id)]);
    const { headers } = await visiteur.post(SUPPRESSION, champs);
    expect(headers.location).toBe(
      `${adressePassation(a.id)}?suite=${c.id}&message=rattachementSupprime`,
    );
    expect(await vivants()).toEqual(['GESTIONNAIRE_PRINCIPAL', 'GESTIONNAIRE_PRINCIPAL']);
  });
});

describe('the hand-over', () => {
  let mien: { id: number; structureId: number };
  let successeur: number;

  beforeEach(async () => {
    mien = await attache('CCAS', 'GESTIONNAIRE_PRINCIPAL');
    successeur = await creerCompte(base.sql, { prenom: 'Karim', nom: 'Petit' });
    await rattacher(base.sql, successeur, mien.structureId, 'UTILISATEUR', [
      { dateFin: '2026-12-31' },
    ]);
  });

  const designer = (champs: Record<string, string> = { successeur: String(successeur) }) =>
    visiteur.post(adressePassation(mien.id), champs);

  test('proposes the active people attached to the whole structure, and finds them by name', async () => {
    const inactif = await creerCompte(base.sql, { prenom: 'Inès', etat: 'INACTIF' });
    await rattacher(base.sql, inactif, mien.structureId);
    const texte = texteVisible((await visiteur.get(adressePassation(mien.id))).body);
    expect(texte).toContain('Karim Petit');
    expect(texte).not.toContain('Inès');
    const cherche = async (mot: string) =>
      texteVisible((await visiteur.get(`${adressePassation(mien.id)}?recherche=${mot}`)).body);
    expect(await cherche('PETIT')).toContain('Karim Petit');
    expect(await cherche('%25')).toContain('Personne ne correspond');
  });

  test('gives the role and keeps the former one as user', async () => {
    const { headers } = await designer();
    expect(headers.location).toBe(`${adresses.rattachements}?message=roleTransmis`);
    expect(await vivants()).toEqual(['UTILISATEUR']);
    const encore = await designer();
    expect(encore.headers.location).toContain('pasPrincipal');
  });

  test('goes on with the next structure', async () => {
    const autre = await attache('Mairie', 'GESTIONNAIRE_PRINCIPAL');
    const { headers } = await designer({ successeur: String(successeur), suite: String(autre.id) });
    expect(headers.location).toBe(adressePassation(autre.id));
  });

  test('needs a choice', async () => {
    const { statusCode, body } = await designer({});
    expect(statusCode).toBe(422);
    expect(resume(body)[0]?.ancre).toBe('successeur');
    expect(await vivants()).toEqual(['GESTIONNAIRE_PRINCIPAL']);
  });

  test('to somebody deactivated meanwhile is refused, nothing changed', async () => {
    await base.sql`
      update compte set etat = 'INACTIF', desactive_le = ${INSTANT} where id = ${successeur}`;
    const { statusCode, body } = await designer();
    expect(statusCode).toBe(409);
    expect(texteVisible(body)).toContain('Rien n’a été changé');
    expect(await vivants()).toEqual(['GESTIONNAIRE_PRINCIPAL']);
  });

  test('to a stranger, to oneself, or of somebody else’s role is refused', async () => {
    const etranger = await creerCompte(base.sql);
    for (const qui of [etranger, compteId])
      expect((await designer({ successeur: String(qui) })).statusCode).toBe(409);
    const intrus = await portail.connecter(successeur);
    const champs = { successeur: String(successeur) };
    expect((await intrus.post(adressePassation(mien.id), champs)).statusCode).toBe(404);
    expect((await intrus.get(adressePassation(mien.id))).statusCode).toBe(404);
    expect(await vivants()).toEqual(['GESTIONNAIRE_PRINCIPAL']);
  });

  test('with nobody to take the role says what to do', async () => {
    const seul = await attache('Seul', 'GESTIONNAIRE_PRINCIPAL');
    const { body } = await visiteur.get(adressePassation(seul.id));
    expect(texteVisible(body)).toContain('Personne ne peut recevoir ce rôle');
  });
});
