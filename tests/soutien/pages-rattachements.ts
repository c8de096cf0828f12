// Every page about rattachements and who decides on them, for the tests that read all pages.
import {
  adresseDemande,
  adresseDemandeSur,
  adresseFiche,
  adressePassation,
  adresseStructure,
  adresses,
} from '../../src/domain/adresses.ts';
import type { Sql } from '../../src/platform/postgres/sql.ts';
import type { Langue } from '../../src/platform/textes/index.ts';
import { creerCompteRempli } from './compte-rempli.ts';
import type { PortailDeTest, Visiteur, Voir } from './portail.ts';
import { creerService, creerStructure, rattacher } from './scene.ts';

/** The pages that ask for a rattachement, follow it and end it, on a structure of their own. */
export async function visiterRattachements(
  sql: Sql,
  portail: PortailDeTest,
  langue: Langue,
  voir: Voir,
): Promise<void> {
  const [principal, collegue] = [
    await creerCompteRempli(sql, { langue }),
    await creerCompteRempli(sql, { langue }),
  ];
  const nom = `Mairie ${langue}`;
  const structureId = await creerStructure(sql, { raisonSociale: nom, adresseVille: nom });
  await creerService(sql, structureId, 'URBS', { dateFin: '2026-01-01' });
  await creerService(sql, structureId, 'VOIRIE');
  const rattachementId = await rattacher(sql, principal, structureId, 'GESTIONNAIRE_PRINCIPAL');
  await rattacher(sql, collegue, structureId);
  const agent = await portail.connecter(principal);
  const demandeur = await portail.connecter(await creerCompteRempli(sql, { langue }));
  const etape = adresseDemandeSur(structureId);
  await voir('résultats', agent.get(`${adresses.structures}?raisonSociale=mairie`));
  await voir('sélection', demandeur.get(`${adresses.demanderRattachement}?ville=mairie`));
  await voir('approchés', agent.get(`${adresses.structures}?raisonSociale=mairei`));
  await voir('sans résultat', agent.get(`${adresses.structures}?raisonSociale=zzzz`));
  await voir('erreurs de recherche', agent.post(adresses.structures, { codePostal: '1' }));
  await voir('structure', agent.get(adresseStructure(structureId)));
  await voir('fiche', agent.get(adresseFiche(structureId)));
  await voir('nature', demandeur.get(etape));
  await voir('erreurs de demande', demandeur.post(etape, { commentaire: '<' }));
  await demandeur.post(etape, { dateDebut: '2026-11-23', entiere: 'oui' });
  await voir('mes demandes', demandeur.get(adresses.demandesDeRattachement));
  await voir('liste avec demande', demandeur.get(adresses.rattachements));
  const [demande] = await sql<{ id: number }[]>`
    select id from demande where structure_id = ${structureId}`;
  await voir('demande', demandeur.get(adresseDemande(demande?.id ?? 0)));
  await voir('demande, gestionnaire', agent.get(adresseDemande(demande?.id ?? 0)));
  const suppression = `${adresses.supprimerRattachements}?r=${rattachementId}`;
  await visiterGestion(demande?.id ?? 0, { agent, demandeur }, voir);
  await voir('suppression', agent.get(suppression));
  const passation = adressePassation(rattachementId);
  await voir('passation', agent.get(passation));
  await voir('erreurs de passation', agent.post(passation, {}));
  await voir('personne à désigner', agent.get(`${passation}?recherche=zzz`));
}

/** The pages where a manager decides, alone and on many; the request is accepted in the end. */
async function visiterGestion(
  demandeId: number,
  { agent, demandeur }: { agent: Visiteur; demandeur: Visiteur },
  voir: Voir,
) {
  const { decisionDeDemandes, demandesADecider } = adresses;
  const choix = { d: String(demandeId), file: 'tri=recent' };
  await voir('accueil, gestionnaire', agent.get(adresses.accueil));
  await voir('activités', agent.get(adresses.gestionnaire));
  await voir('activités sans résultat', agent.get(`${adresses.gestionnaire}?texte=zzz`));
  await voir('file', agent.get(`${demandesADecider}?message=demandesACocher`));
  await voir('file sans résultat', agent.get(`${demandesADecider}?texte=zzz`));
  await voir('retrait', demandeur.get(`${adresseDemande(demandeId)}/retrait`));
  const refus = { dateDebut: '', dateFin: 'x' };
  const acceptation = `${adresseDemande(demandeId)}/acceptation`;
  await voir('erreurs de décision', agent.post(acceptation, refus));
  const accepter = new URLSearchParams({ ...choix, acte: 'accepter' });
  await voir('accepter', agent.get(`${decisionDeDemandes}?${accepter}`));
  await voir('erreurs de refus', agent.post(decisionDeDemandes, { ...choix, acte: 'refuser' }));
  const { headers } = await agent.post(decisionDeDemandes, { ...choix, acte: 'accepter' });
  await voir('bilan', agent.get(String(headers.location)));
  await voir('plus rien à décider', agent.get(`${decisionDeDemandes}?${accepter}`));
}
