// What an import of structures did, counted: each line in one place, and what a complete file closed besides.
import type { Arret, Prevision } from '../../domain/structure/flux.ts';

export type BilanStructures = {
  etat: 'TERMINE' | 'ARRETE';
  lus: number;
  creees: number;
  modifiees: number;
  inchangees: number;
  /** Closed by their line, or because a complete file no longer names them. */
  fermees: number;
  rouvertes: number;
  /** Brought by another register: left as they are. */
  autreSource: number;
  rejetes: number;
  avertissements: number;
  servicesLus: number;
  servicesCrees: number;
  servicesModifies: number;
  servicesInchanges: number;
  servicesFermes: number;
  servicesRouverts: number;
  servicesAutreSource: number;
  servicesRejetes: number;
  motifArret: string | null;
};

export function bilanVide(): BilanStructures {
  return {
    etat: 'ARRETE',
    lus: 0,
    creees: 0,
    modifiees: 0,
    inchangees: 0,
    fermees: 0,
    rouvertes: 0,
    autreSource: 0,
    rejetes: 0,
    avertissements: 0,
    servicesLus: 0,
    servicesCrees: 0,
    servicesModifies: 0,
    servicesInchanges: 0,
    servicesFermes: 0,
    servicesRouverts: 0,
    servicesAutreSource: 0,
    servicesRejetes: 0,
    motifArret: null,
  };
}

/** The counts of a file that was applied. */
export function compter(structures: Prevision, services: Prevision | null) {
  const s = structures.effets;
  const v = services?.effets;
  return {
    creees: s.creee,
    modifiees: s.modifiee,
    inchangees: inchangees(structures),
    fermees: s.fermee + s.absente,
    rouvertes: s.rouverte,
    autreSource: s.autreSource,
    ...(services && v
      ? {
          servicesCrees: v.creee,
          servicesModifies: v.modifiee,
          servicesInchanges: inchangees(services),
          servicesFermes: v.fermee + v.absente,
          servicesRouverts: v.rouverte,
          servicesAutreSource: v.autreSource,
        }
      : {}),
  };
}

function inchangees({ lignes, effets }: Prevision): number {
  const { creee, modifiee, rouverte, fermee, autreSource } = effets;
  return lignes - creee - modifiee - rouverte - fermee - autreSource;
}

/** Why a complete file was not applied. */
export function phraseDArret(arret: Arret, seuil: number): string {
  if (arret.kind === 'vide') {
    const quoi = arret.quoi === 'structures' ? 'de structures' : 'de services';
    return `Le fichier ${quoi} n’a aucune ligne valable. Rien n’a été changé.`;
  }
  const { quoi, fermees, actives } = arret;
  const sujet =
    quoi === 'structures'
      ? `${fermees} structure(s) sur ${actives} seraient fermées`
      : `${fermees} service(s) sur ${actives} seraient fermés`;
  return (
    `${sujet}, plus que le seuil de ${seuil * 100} %. ` +
    'Rien n’a été changé (--seuil ou --forcer pour passer outre).'
  );
}

/** The summary that ends a run: one line for the structures, one for the services if there were any. */
export function resume(bilan: BilanStructures): string[] {
  const b = bilan;
  const debut = b.etat === 'TERMINE' ? 'Import terminé' : 'Import arrêté';
  const structures =
    `${debut} : ${b.lus} lues, ${b.creees} créées, ${b.modifiees} modifiées, ` +
    `${b.inchangees} inchangées, ${b.fermees} fermées, ${b.rouvertes} rouvertes, ` +
    `${b.autreSource} tenues par une autre source, ${b.rejetes} rejetées, ` +
    `${b.avertissements} avertissement(s).`;
  if (b.servicesLus === 0) return [structures];
  const services =
    `Services : ${b.servicesLus} lus, ${b.servicesCrees} créés, ${b.servicesModifies} modifiés, ` +
    `${b.servicesInchanges} inchangés, ${b.servicesFermes} fermés, ` +
    `${b.servicesRouverts} rouverts, ${b.servicesAutreSource} tenus par une autre source, ` +
    `${b.servicesRejetes} rejetés.`;
  return [structures, services];
}
