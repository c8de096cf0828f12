// « Ses abonnements aux espaces » through HTTP: words about somebody else, a page at a time, any of them withdrawn.
import { beforeAll, expect, test } from 'vitest';
import { abonnementsStockes } from '../../../../../tests/soutien/abonnements.ts';
import { baseDeTest } from '../../../../../tests/soutien/base-de-test.ts';
import { attacher, structureTenue } from '../../../../../tests/soutien/gestion.ts';
import { balises, texteVisible } from '../../../../../tests/soutien/html.ts';
import { ouvrirPortail, type PortailDeTest } from '../../../../../tests/soutien/portail.ts';
import { abonner, creerService, INSTANT, ouvrirMois } from '../../../../../tests/soutien/scene.ts';
import { adresseUtilisateur } from '../../../../domain/adresses.ts';

const base = await baseDeTest();
const { sql } = base;
let portail: PortailDeTest;

beforeAll(async () => {
  await base.regler(INSTANT);
  await ouvrirMois(base.proprietaire);
  portail = await ouvrirPortail(base);
});

test('a suspended or later rattachement is theirs, not the reader’s', async () => {
  const { structureId, principal } = await structureTenue(sql);
  const chef = await portail.connecter(principal);
  for (const [ligne, phrase] of [
    [{ statut: 'DESACTIVEE' as const }, 'Son rattachement est suspendu.'],
    [{ dateDebut: '2027-01-01' }, 'Son rattachement n’a pas commencé.'],
  ] as const) {
    const { compteId, rattachementId } = await attacher(sql, structureId, 'UTILISATEUR', [ligne]);
    await abonner(sql, compteId, rattachementId, structureId, 'ENGAGEMENTS');
    const { body } = await chef.get(adresseUtilisateur(structureId, rattachementId));
    expect(texteVisible(body)).toContain(phrase);
    expect(texteVisible(body)).not.toContain('Votre rattachement');
  }
});

test('many are read a page at a time, and the last one can be withdrawn', async () => {
  const { structureId, principal } = await structureTenue(sql);
  const { compteId, rattachementId } = await attacher(sql, structureId);
  const ids: number[] = [];
  for (let n = 100; n < 125; n++) {
    const serviceId = await creerService(sql, structureId, `S${n}`);
    const dOu = [compteId, rattachementId, structureId, 'ENGAGEMENTS'] as const;
    ids.push(await abonner(sql, ...dOu, { serviceId }));
  }
  const chef = await portail.connecter(principal);
  const fiche = adresseUtilisateur(structureId, rattachementId);
  const retrait = adresseUtilisateur(structureId, rattachementId, 'abonnements');
  const retraits = async (page: number) =>
    balises((await chef.get(`${fiche}?page=${page}`)).body, 'a').filter(({ attributs }) =>
      attributs['href']?.startsWith(`${retrait}?a=`),
    );
  const parPage = (await retraits(1)).length;
  expect(parPage).toBeLessThan(ids.length);
  const derniere = await retraits(Math.ceil(ids.length / parPage));
  expect(derniere.at(-1)?.attributs['href']).toBe(`${retrait}?a=${ids.at(-1)}`);
  expect((await chef.get(`${retrait}?a=${ids.at(-1)}`)).statusCode).toBe(200);
  const fait = await chef.post(retrait, { a: String(ids.at(-1)), motif: 'Mutation' });
  expect(fait.statusCode).toBe(303);
  expect(await abonnementsStockes(sql, compteId)).toHaveLength(ids.length - 1);
});
