// A structure of ten thousand people and five thousand pending requests, and its principal's session.
import type postgres from 'postgres';
import { empreinte, nouveauJeton } from '../../src/platform/jetons.ts';

const PERSONNES = 10_000;
const DEMANDES = 5_000;

/** Fills an empty database; gives the structure, its principal's account and the cookie of a session of theirs. */
export async function remplirGrandeStructure(
  proprietaire: postgres.Sql,
): Promise<{ structureId: number; compteId: number; jeton: string }> {
  await proprietaire.unsafe(`
    insert into structure (type_identifiant, identifiant, type_structure, statut, raison_sociale, source, cree_le,
      modifie_le)
    values ('SIRET', '21760002200016', 'PUBLIQUE', 'ACTIF', 'Grande ville', 'ANNUAIRE', now(), now());
    insert into service (structure_id, code, libelle, source, cree_le, modifie_le)
    select 1, 'S' || n, 'Service ' || n, 'ANNUAIRE', now(), now() from generate_series(1, 50) n;
    insert into compte (identifiant_connexion, etat, nom, prenom, adresse_electronique, verifie_le, cree_le, modifie_le)
    select 'agent.' || n, 'ACTIF', 'Nom ' || md5(n::text), 'Prénom', 'a@b.fr', now(), now(), now()
    from generate_series(1, ${PERSONNES + DEMANDES}) n;
    insert into rattachement (compte_id, structure_id, role, origine, cree_le, modifie_le)
    select n, 1, case when n = 1 then 'GESTIONNAIRE_PRINCIPAL' else 'UTILISATEUR' end, 'MADRHAS', now(), now()
    from generate_series(1, ${PERSONNES}) n;
    insert into rattachement_ligne (rattachement_id, structure_id, service_id, date_debut, statut, origine, cree_le,
      modifie_le)
    select id, 1, case when id % 3 = 0 then 1 + id % 50 end, '2026-01-01', 'VALIDEE', 'MADRHAS', now(), now()
    from rattachement;
    insert into demande (nature, compte_id, structure_id, commentaire, demandee_le)
    select 'RATTACHEMENT', n, 1, 'Nouvelle au service', now() - n * interval '1 minute'
    from generate_series(${PERSONNES + 1}, ${PERSONNES + DEMANDES}) n;
    insert into demande_ligne (demande_id, nature, compte_id, structure_id, date_debut)
    select id, nature, compte_id, structure_id, '2026-11-01' from demande;
    insert into demande_etape (demande_id, quoi, par_compte_id, en_qualite, instant)
    select id, 'DEMANDEE', compte_id, 'DEMANDEUR', demandee_le from demande`);
  await proprietaire.unsafe('vacuum analyze');
  const jeton = nouveauJeton();
  await proprietaire`
    insert into session (empreinte, compte_id, oidc_issuer, oidc_sub, ouverte_le, vue_le)
    values (${empreinte(jeton)}, 1, 'bench', 'bench', now(), now())`;
  return { structureId: 1, compteId: 1, jeton };
}
