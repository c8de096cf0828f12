// Every page about espaces and abonnements, in each of its states: for the tests that read all pages.
import {
  adresseAjoutSur,
  adresseDemande,
  adresses,
  adresseUtilisateur,
} from '../../src/domain/adresses.ts';
import type { Sql } from '../../src/platform/postgres/sql.ts';
import type { Langue } from '../../src/platform/textes/index.ts';
import { deposerAbonnement, ouvrirEspaces } from './abonnements.ts';
import { creerCompteRempli } from './compte-rempli.ts';
import type { PortailDeTest, Voir } from './portail.ts';
import { abonner, creerService, creerStructure, rattacher } from './scene.ts';

/** Somebody's walk through them, and their manager's. */
export async function visiterAbonnements(
  sql: Sql,
  portail: PortailDeTest,
  langue: Langue,
  voir: Voir,
): Promise<void> {
  const structureId = await creerStructure(sql, { raisonSociale: `Espaces ${langue}` });
  const fermee = await creerStructure(sql, { raisonSociale: `Fermée ${langue}` });
  await creerService(sql, structureId, 'URBS');
  await ouvrirEspaces(sql, structureId, ['ENGAGEMENTS', 'FACTURES_DE_TRAVAUX']);
  const compteId = await creerCompteRempli(sql, { langue });
  const id = await rattacher(sql, compteId, structureId);
  await rattacher(sql, compteId, fermee);
  const chef = await creerCompteRempli(sql, { langue });
  await rattacher(sql, chef, structureId, 'GESTIONNAIRE_PRINCIPAL');
  const abonnement = await abonner(sql, compteId, id, structureId, 'ENGAGEMENTS');
  const espaces = ['FACTURES_DE_TRAVAUX'];
  const demande = adresseDemande(await deposerAbonnement(sql, compteId, structureId, { espaces }));
  const [agent, gestionnaire] = [await portail.connecter(compteId), await portail.connecter(chef)];
  const ajout = adresseAjoutSur(structureId);
  for (const page of [
    adresses.ajouterAbonnement,
    ajout,
    adresseAjoutSur(fermee),
    `${adresses.supprimerAbonnements}?a=${abonnement}`,
    '/espaces/engagements',
    demande,
    `${demande}/retrait`,
  ])
    await voir(page, agent.get(page));
  await voir('choix sans résultat', agent.get(`${adresses.ajouterAbonnement}?texte=zzz`));
  await voir('abonnements', agent.get(`${adresses.abonnements}?texte=espaces`));
  await voir('erreurs d’abonnement', agent.post(ajout, {}));
  await voir('demande d’abonnement à décider', gestionnaire.get(demande));
  await voir(
    'erreurs de décision d’abonnement',
    gestionnaire.post(`${demande}/acceptation`, { octroi: 'oui' }),
  );
  await voir('personne abonnée', gestionnaire.get(adresseUtilisateur(structureId, id)));
  const retrait = adresseUtilisateur(structureId, id, 'abonnements');
  await voir('retrait d’un abonnement', gestionnaire.get(`${retrait}?a=${abonnement}`));
  await voir('erreurs de retrait', gestionnaire.post(retrait, { a: String(abonnement) }));
}
