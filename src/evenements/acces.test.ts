// Who may post events of invoices: a living token of this use, not too often.
import { beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { type BaseDeTest, baseDeTest } from '../../tests/soutien/base-de-test.ts';
import {
  corpsDe,
  evenementsDe,
  jetonDe,
  ligne,
  nouveauDestinataire,
  poster,
} from '../../tests/soutien/factures.ts';
import { ORIGIN, ouvrirPortail, type PortailDeTest } from '../../tests/soutien/portail.ts';
import { apres, creerCompte, heures, INSTANT, minutes } from '../../tests/soutien/scene.ts';
import { revoquerJeton } from '../domain/jeton/actions.ts';
import { tousLesJetons } from '../domain/jeton/queries.ts';
import { cookieNames } from '../web/commun/cookies.ts';

let base: BaseDeTest;
let portail: PortailDeTest;
let siret: string;
let structureId: number;

beforeAll(async () => {
  base = await baseDeTest();
  await base.proprietaire`select creer_partitions_evenement(${INSTANT}, 1)`;
  portail = await ouvrirPortail(base);
});
beforeEach(async () => {
  ({ siret, structureId } = await nouveauDestinataire(base));
});

const ecrits = () => evenementsDe(base.sql, structureId);

describe('a caller', () => {
  test('without a token is asked for one', async () => {
    const reponse = await poster(portail, null, corpsDe([ligne(siret)]));
    expect([reponse.statusCode, reponse.json().erreur.code]).toEqual([401, 'JETON_MANQUANT']);
    expect(reponse.headers['www-authenticate']).toBe('Bearer realm="evenements"');
    expect(await ecrits()).toHaveLength(0);
  });

  const refuse = async (presente: string) => {
    const reponse = await poster(portail, presente, corpsDe([ligne(siret)]));
    expect(await ecrits()).toHaveLength(0);
    return [reponse.statusCode, reponse.json().erreur.code, reponse.headers['www-authenticate']];
  };
  const INVALIDE = [401, 'JETON_REFUSE', 'Bearer realm="evenements", error="invalid_token"'];

  test('with a token of nobody is refused', async () => {
    expect(await refuse('x'.repeat(43))).toEqual(INVALIDE);
  });

  test('with an expired token is refused', async () => {
    const vieux = await jetonDe(base.sql, 'AIFE', apres(INSTANT, -heures(24 * 365)));
    expect(await refuse(vieux)).toEqual(INVALIDE);
  });

  test('with a revoked token is refused, from the next call on', async () => {
    const autre = await jetonDe(base.sql);
    expect((await poster(portail, autre, corpsDe([ligne(siret)]))).statusCode).toBe(200);
    const [dernier] = await tousLesJetons(base.sql);
    await revoquerJeton(base.sql, dernier?.id ?? 0, INSTANT);
    const reponse = await poster(portail, autre, corpsDe([ligne(siret)]));
    expect(reponse.json().erreur.code).toBe('JETON_REFUSE');
  });

  test('with a token made for something else is told so', async () => {
    const autre = await jetonDe(base.sql);
    await base.sql`update jeton_api set portee = 'autre' where id = (select max(id) from jeton_api)`;
    const defi = 'Bearer realm="evenements", error="insufficient_scope", scope="evenements"';
    expect(await refuse(autre)).toEqual([403, 'PORTEE_REFUSEE', defi]);
  });

  test('needs no session, and the session of a person opens nothing here', async () => {
    const agent = await portail.connecter(await creerCompte(base.sql));
    expect((await agent.get('/')).statusCode).toBe(200);
    const cookie = `${cookieNames(ORIGIN).session}=${agent.jeton}`;
    const sansJeton = await poster(portail, null, corpsDe([ligne(siret)]), { cookie });
    expect([sansJeton.statusCode, sansJeton.json().erreur.code]).toEqual([401, 'JETON_MANQUANT']);
    expect(await ecrits()).toHaveLength(0);
  });

  test('is told where to call, and how', async () => {
    const reponse = await portail.app.inject({ method: 'GET', url: '/evenements/v1/factures' });
    expect([reponse.statusCode, reponse.headers['allow']]).toEqual([405, 'POST']);
    const perdu = await portail.app.inject({ method: 'POST', url: '/evenements/v1/autre' });
    expect([perdu.statusCode, perdu.json().erreur.code]).toEqual([404, 'ADRESSE_INCONNUE']);
  });

  test('is remembered: when its token was last used, once a minute', async () => {
    const usage = async () => (await tousLesJetons(base.sql))[0]?.utiliseLe;
    const autre = await jetonDe(base.sql);
    const appeler = () => poster(portail, autre, corpsDe([ligne(siret)]));
    await appeler();
    expect(await usage()).toEqual(INSTANT);
    await base.regler(apres(INSTANT, minutes(1) - 1));
    await appeler();
    expect(await usage()).toEqual(INSTANT);
    await base.regler(apres(INSTANT, minutes(1)));
    await appeler();
    expect(await usage()).toEqual(apres(INSTANT, minutes(1)));
  });

  test('who calls too often waits; nothing of the call is read', async () => {
    await base.sql`delete from compteur_debit`;
    const appels = await Promise.all(
      Array.from({ length: 301 }, () => poster(portail, 'x'.repeat(43), '')),
    );
    const refuses = appels.filter(({ statusCode }) => statusCode === 429);
    expect(refuses).toHaveLength(1);
    expect(refuses[0]?.json().erreur.code).toBe('TROP_D_APPELS');
    expect(Number(refuses[0]?.headers['retry-after'])).toBeGreaterThan(0);
  });
});
