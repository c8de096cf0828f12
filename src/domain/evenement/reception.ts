// What becomes of an invoice's event that comes from outside: refused and why, or told to the sides
// that it concerns.
import { jourCivil } from '../../platform/clock.ts';
import type { TypeIdentifiant } from '../structure/structure.ts';
import {
  type DetailsDeFacture,
  ESPACE_DU_ROLE,
  estAvantDepot,
  type RoleDeFacture,
  type StatutDeFacture,
} from './facture.ts';

/** A structure as an invoice names it, normalised. */
export type Partie = { typeIdentifiant: TypeIdentifiant; identifiant: string };

export type FactureRecue = {
  /** Given by the source, its own: the same one twice is the same event. */
  idEvenement: string;
  dateEvenement: Date;
  numeroFacture: string;
  statut: StatutDeFacture;
  emetteur: Partie;
  destinataire: Partie;
  codeService: string | null;
  montantTtc: number | null;
  motif: string | null;
};

/** What the directory knows of an invoice's parties; null: nothing of that name. */
export type PartiesConnues = {
  emetteur: { id: number; designation: string } | null;
  destinataire: { id: number; designation: string } | null;
  service: { id: number; libelle: string } | null;
};

export type RefusDeFacture =
  | 'DATE_TROP_ANCIENNE'
  | 'DATE_A_VENIR'
  | 'STRUCTURE_INCONNUE'
  | 'SERVICE_INCONNU';

/** An event to the holders of a right on one side of the invoice. */
export type EvenementDeFacture = {
  structureId: number;
  serviceId: number | null;
  espace: (typeof ESPACE_DU_ROLE)[RoleDeFacture];
  details: DetailsDeFacture;
};

export type Reception =
  | { kind: 'refusee'; refus: RefusDeFacture }
  | { kind: 'acceptee'; evenements: EvenementDeFacture[] };

/** As long as events are kept (model §7), by civil days. */
const MOIS_GARDES = 13;
const AVANCE_MAX_MS = 86_400_000;

/**
 * An event is told to each side that the directory knows; to the emitter alone until the invoice is
 * deposited. It is refused when nobody would be told, or when it names a service that its known
 * recipient does not have.
 */
export function decideReception(
  facture: FactureRecue,
  connues: PartiesConnues,
  instant: Date,
): Reception {
  const { dateEvenement, statut, codeService } = facture;
  if (jourCivil(dateEvenement) < debutDeGarde(jourCivil(instant)))
    return { kind: 'refusee', refus: 'DATE_TROP_ANCIENNE' };
  if (dateEvenement.getTime() > instant.getTime() + AVANCE_MAX_MS)
    return { kind: 'refusee', refus: 'DATE_A_VENIR' };
  const { emetteur, destinataire, service } = connues;
  const informe = estAvantDepot(statut) ? null : destinataire;
  if (!emetteur && !informe) return { kind: 'refusee', refus: 'STRUCTURE_INCONNUE' };
  if (destinataire && codeService !== null && !service)
    return { kind: 'refusee', refus: 'SERVICE_INCONNU' };
  const evenements: EvenementDeFacture[] = [];
  if (emetteur) evenements.push(evenementPour('EMETTEUR', emetteur.id, null, facture, connues));
  if (informe)
    evenements.push(
      evenementPour('DESTINATAIRE', informe.id, service?.id ?? null, facture, connues),
    );
  return { kind: 'acceptee', evenements };
}

// The same day of the month, or the last one of a month that is shorter.
function debutDeGarde(jour: string): string {
  const [annee = 0, mois = 0, quantieme = 0] = jour.split('-').map(Number);
  const dernier = new Date(Date.UTC(annee, mois - MOIS_GARDES, 0)).getUTCDate();
  const debut = Date.UTC(annee, mois - 1 - MOIS_GARDES, Math.min(quantieme, dernier));
  return new Date(debut).toISOString().slice(0, 10);
}

function evenementPour(
  role: RoleDeFacture,
  structureId: number,
  serviceId: number | null,
  facture: FactureRecue,
  { emetteur, destinataire, service }: PartiesConnues,
): EvenementDeFacture {
  const { numeroFacture, statut, montantTtc, motif } = facture;
  const details: DetailsDeFacture = {
    numero: numeroFacture,
    statut,
    role,
    emetteur: emetteur?.designation ?? facture.emetteur.identifiant,
    destinataire: destinataire?.designation ?? facture.destinataire.identifiant,
    ...(service && { service: service.libelle }),
    ...(montantTtc !== null && { montantTtc }),
    ...(motif !== null && { motif }),
  };
  return { structureId, serviceId, espace: ESPACE_DU_ROLE[role], details };
}
