// Every page about the people of a structure, in each of its states: for the tests that read all pages.
import { adresseGestion, adresseUtilisateur } from '../../src/domain/adresses.ts';
import type { Sql } from '../../src/platform/postgres/sql.ts';
import type { Langue } from '../../src/platform/textes/index.ts';
import { creerCompteRempli } from './compte-rempli.ts';
import type { PortailDeTest, Voir } from './portail.ts';
import { creerCompte, creerService, creerStructure, deleguer, JOUR, rattacher } from './scene.ts';

/** A principal's walk through them, on a structure of their own. */
export async function visiterUtilisateurs(
  sql: Sql,
  portail: PortailDeTest,
  langue: Langue,
  voir: Voir,
): Promise<void> {
  const structureId = await creerStructure(sql, { raisonSociale: `Ville ${langue}` });
  const service = await creerService(sql, structureId, 'URBS');
  const principal = await creerCompteRempli(sql, { langue });
  await rattacher(sql, principal, structureId, 'GESTIONNAIRE_PRINCIPAL');
  const personne = async (nom: string, ...suite: [Parameters<typeof rattacher>[3]?, object[]?]) => {
    const compteId = await creerCompte(sql, { nom });
    return { compteId, id: await rattacher(sql, compteId, structureId, ...suite) };
  };
  const gs = await personne('Secondaire', 'GESTIONNAIRE_SECONDAIRE');
  const simple = await personne('Simple', 'UTILISATEUR', [{ serviceId: service }]);
  const suspendu = await personne('Suspendu', 'UTILISATEUR', [{ statut: 'DESACTIVEE' }]);
  const periode: [string, string] = [JOUR, '2026-12-04'];
  const delegation = await deleguer(sql, simple.compteId, structureId, periode);
  const agent = await portail.connecter(principal);
  const liste = adresseGestion(structureId, 'utilisateurs');
  const pages = [
    liste,
    `${liste}/nouveau`,
    ...[gs, simple, suspendu].map(({ id }) => adresseUtilisateur(structureId, id)),
    ...(['services', 'role', 'delegation', 'copie'] as const).map((page) =>
      adresseUtilisateur(structureId, simple.id, page),
    ),
    adresseUtilisateur(structureId, gs.id, 'role'),
    `${liste}/delegations/${delegation}`,
    ...['espaces', 'periode', 'suspension', 'reprise', 'detachement'].map(
      (acte) => `${liste}/actes?acte=${acte}&r=${gs.id}&r=${suspendu.id}`,
    ),
    `${liste}/actes?acte=suspension&r=${gs.id}`,
    `${liste}/actes/rapport?acte=suspension&suspendu=${gs.id}&dejaSuspendu=${suspendu.id}`,
  ];
  for (const page of pages) await voir(page, agent.get(page));
  await voir('liste filtrée', agent.get(`${liste}?texte=personne&message=utilisateursACocher`));
  await voir('erreurs de rattachement', agent.post(`${liste}/nouveau`, {}));
  const ses = (page: 'services' | 'delegation' | 'copie') =>
    adresseUtilisateur(structureId, simple.id, page);
  await voir('erreurs de services', agent.post(ses('services'), {}));
  const conflit = { dateDebut: JOUR, entiere: 'oui', version: '9' };
  await voir('erreurs de version', agent.post(ses('services'), conflit));
  await voir('erreurs de délégation', agent.post(ses('delegation'), {}));
  await voir('erreurs de copie', agent.post(ses('copie'), { identifiant: 'inconnu' }));
  const detacher = { acte: 'detachement', r: String(simple.id) };
  await voir('erreurs de détachement', agent.post(`${liste}/actes`, detacher));
}
