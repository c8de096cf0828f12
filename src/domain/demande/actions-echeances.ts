// What the days do to requests that wait: each request moves once, whoever runs this, however often.
import { jourCivil } from '../../platform/clock.ts';
import type { Sql, Transaction } from '../../platform/postgres/sql.ts';
import { destinataireDe } from '../compte/acte.ts';
import { trouverCompte } from '../compte/queries.ts';
import { annoncerAuCompte } from '../evenement/queries.ts';
import { journaliser } from '../journal/queries.ts';
import { jourDuHebdomadaire } from '../notification/jours-ouvres.ts';
import { rythmeDesRappels } from '../notification/preferences.ts';
import { mettreEnFile } from '../notification/queries.ts';
import type { DelaisDeDemande } from './echeances.ts';
import { insererEtape, terminerDemande } from './queries.ts';
import {
  type Destinataire,
  decideursDe,
  demandesAEscalader,
  demandesAgees,
  escaladerDemande,
  reclamerRappels,
  referentsAPrevenir,
  referentsDe,
  structuresARappeler,
  structuresEnRetard,
} from './queries-echeances.ts';
import { type DemandeEnCours, verrouillerEnCours } from './queries-en-cours.ts';
import { attenteDuGestionnaire, attenteDuReferent } from './queries-rappels.ts';

/** What one run takes of each; the next one goes on. */
const PAR_PASSAGE = 1_000;

/** The portal itself acts. */
const PORTAIL = { parCompteId: null, enQualite: null } as const;

/** How many requests, structures and people one run dealt with. */
export type Avancee = {
  expirees: number;
  escaladees: number;
  structuresRappelees: number;
  referentsPrevenus: number;
};

/**
 * Moves the requests whose time has come, each in its own transaction: at the age of expiry they
 * end; at the age of escalation, or on a structure without manager, they go up to the référents; at
 * the ages of reminder the managers are told, once a day for all that waits for them, or once a week
 * if they want.
 */
export async function avancerDemandes(
  sql: Sql,
  instant: Date,
  delais: DelaisDeDemande,
): Promise<Avancee> {
  const jour = jourCivil(instant);
  const { expirationJours, escaladeJours, rappelsJours } = delais;
  const expirees = await chacune(
    await demandesAgees(sql, jour, expirationJours, PAR_PASSAGE),
    (id) => expirer(sql, id, instant),
  );
  const escaladees = await escaladerDemandes(sql, instant, { escaladeJours });
  const structuresRappelees = await chacune(
    await structuresARappeler(sql, jour, rappelsJours, PAR_PASSAGE),
    (id) => rappeler(sql, id, rappelsJours, instant),
  );
  await rappelerChaqueSemaine(sql, rappelsJours, instant);
  const referents = await referentsAPrevenir(sql, jourDuHebdomadaire(jour));
  const referentsPrevenus = await chacune(referents, (referent) =>
    sql.begin((tx) => prevenirReferent(tx, referent, instant)),
  );
  return { expirees, escaladees, structuresRappelees, referentsPrevenus };
}

/**
 * Sends up the requests that nobody is left to decide on, or that waited too long; gives how many.
 * Night and day: mails about it leave with the rest.
 */
export async function escaladerDemandes(
  sql: Sql,
  instant: Date,
  { escaladeJours }: Pick<DelaisDeDemande, 'escaladeJours'>,
): Promise<number> {
  const jour = jourCivil(instant);
  return chacune(await demandesAEscalader(sql, jour, escaladeJours, PAR_PASSAGE), (id) =>
    sql.begin((tx) => escalader(tx, id, instant)),
  );
}

async function chacune<T>(ids: T[], acte: (id: T) => Promise<boolean>): Promise<number> {
  let faites = 0;
  for (const id of ids) if (await acte(id)) faites += 1;
  return faites;
}

function surDemande({ id, compteId, structureId }: DemandeEnCours, instant: Date) {
  const objet = { objet: 'demande', objetId: id, compteId, structureId } as const;
  return { instant, acteurCompteId: null, ...objet };
}

function expirer(sql: Sql, id: number, instant: Date): Promise<boolean> {
  return sql.begin(async (tx) => {
    const demande = await verrouillerEnCours(tx, id, { attendre: false });
    if (!demande) return false;
    const { compteId, structureId, designation } = demande;
    await terminerDemande(tx, { id, etat: 'EXPIREE', decideur: null }, instant);
    await insererEtape(tx, { demandeId: id, quoi: 'EXPIREE', ...PORTAIL }, instant);
    await journaliser(tx, { ...surDemande(demande, instant), acte: 'DEMANDE_EXPIREE' });
    await annoncerAuCompte(tx, compteId, 'DEMANDE_EXPIREE', instant, structureId, {
      demandeId: id,
    });
    const decideurs = await decideursDe(tx, structureId, jourCivil(instant));
    const referents = demande.escaladeeLe === null ? [] : await referentsDe(tx, structureId);
    const autres = new Set([...decideurs, ...referents].map((decideur) => decideur.compteId));
    autres.delete(compteId);
    for (const autre of autres)
      await annoncerAuCompte(tx, autre, 'DEMANDE_RECUE_EXPIREE', instant, structureId, {
        demandeId: id,
      });
    const demandeur = await trouverCompte(tx, compteId, instant);
    if (!demandeur || demandeur.adresseElectronique === null) return true;
    const destinataire = destinataireDe(demandeur, demandeur.adresseElectronique);
    const courriel = { nature: 'DEMANDE_EXPIREE', demandeId: id, structure: designation } as const;
    await mettreEnFile(tx, courriel, destinataire, `demande-${id}`, instant);
    return true;
  });
}

/** Sends a pending request up to the référents, in the transaction of the act or of the clock. */
export async function escalader(tx: Transaction, id: number, instant: Date): Promise<boolean> {
  const demande = await verrouillerEnCours(tx, id, { attendre: false });
  if (!demande || demande.escaladeeLe !== null) return false;
  const { compteId, structureId } = demande;
  await escaladerDemande(tx, id, instant);
  await insererEtape(tx, { demandeId: id, quoi: 'ESCALADEE', ...PORTAIL }, instant);
  await journaliser(tx, { ...surDemande(demande, instant), acte: 'DEMANDE_ESCALADEE' });
  await annoncerAuCompte(tx, compteId, 'DEMANDE_ESCALADEE', instant, structureId, {
    demandeId: id,
  });
  return true;
}

function rappeler(
  sql: Sql,
  structureId: number,
  rappels: readonly number[],
  instant: Date,
): Promise<boolean> {
  const jour = jourCivil(instant);
  return sql.begin(async (tx) => {
    const demandes = await reclamerRappels(tx, structureId, jour, rappels);
    if (demandes.length === 0) return false;
    const prevenus = (await decideursDe(tx, structureId, jour)).filter(
      (decideur) => rythmeDesRappels(decideur) === 'AU_FIL_DES_JOURS' && joignable(decideur, null),
    );
    // Nobody was told: the timeline does not say that somebody was.
    if (prevenus.length === 0) return false;
    for (const demandeId of demandes)
      await insererEtape(tx, { demandeId, quoi: 'RAPPELEE', ...PORTAIL }, instant);
    for (const decideur of prevenus) await prevenirDecideur(tx, decideur, instant);
    return true;
  });
}

// Who wants a weekly rhythm is told of what had reached the first age on the first working day of the week.
async function rappelerChaqueSemaine(
  sql: Sql,
  [age = 0]: readonly number[],
  instant: Date,
): Promise<void> {
  const jour = jourCivil(instant);
  const lundi = jourDuHebdomadaire(jour);
  if (lundi === null) return;
  let page: number[] = [];
  do {
    const apres = page.at(-1) ?? 0;
    page = await structuresEnRetard(sql, { lundi, jour, age, apres }, PAR_PASSAGE);
    for (const structureId of page)
      for (const decideur of await decideursDe(sql, structureId, jour))
        if (rythmeDesRappels(decideur) === 'HEBDOMADAIRE')
          await sql.begin((tx) => prevenirDecideur(tx, decideur, instant));
  } while (page.length === PAR_PASSAGE);
}

/** True when mail reaches somebody, who is not the author of what they would decide on. */
export function joignable({ compteId, adresse }: Destinataire, auteurId: number | null): boolean {
  return adresse !== null && compteId !== auteurId;
}

/** Tells a manager all that waits for them, in one mail a day whatever reminds them of it. */
export async function prevenirDecideur(
  tx: Transaction,
  { compteId, adresse, langue, nomComplet }: Destinataire,
  instant: Date,
): Promise<void> {
  if (adresse === null) return;
  const attente = await attenteDuGestionnaire(tx, compteId, jourCivil(instant));
  if (attente.nombre === 0) return;
  const destinataire = { compteId, adresse, langue, nomComplet };
  const courriel = { nature: 'DEMANDES_EN_ATTENTE', ...attente } as const;
  const periode = `rappel-${jourCivil(instant)}`;
  await mettreEnFile(tx, courriel, destinataire, periode, instant);
}

/** Tells a référent all that went up to them, in one mail a day; true when there was something to tell. */
export async function prevenirReferent(
  tx: Transaction,
  { compteId, adresse, langue, nomComplet }: Destinataire,
  instant: Date,
): Promise<boolean> {
  if (adresse === null) return false;
  const attente = await attenteDuReferent(tx, compteId);
  if (attente.nombre === 0) return false;
  const destinataire = { compteId, adresse, langue, nomComplet };
  const courriel = { nature: 'DEMANDES_ESCALADEES', ...attente } as const;
  await mettreEnFile(tx, courriel, destinataire, `escalade-${jourCivil(instant)}`, instant);
  return true;
}
