// The form of a service: what it shows, what it reads; its last day is a form of its own.
import { jourSaisi } from '../../../../domain/demande/valeurs.ts';
import type { Conflit } from '../../../../domain/structure/fiche-modifiee.ts';
import type { ServiceGere } from '../../../../domain/structure/service.ts';
import {
  CHAMPS_DE_SERVICE,
  type ChampDeService,
  ServiceSaisi,
} from '../../../../domain/structure/valeurs.ts';
import { formatJour } from '../../../../platform/textes/formats.ts';
import type { Translate } from '../../../../platform/textes/index.ts';
import { type Lecture, lireFormulaire, type Saisies } from '../../../commun/formulaire.ts';
import type { Frame } from '../../../layout/page.tsx';

/** Reads the form. */
export function lireService(body: unknown): Lecture<ServiceSaisi> {
  return lireFormulaire(ServiceSaisi, CHAMPS_DE_SERVICE, body);
}

/** The form of a new service: from today on. */
export function saisiesVierges(jour: string): Saisies {
  return { code: '', libelle: '', description: '', dateDebut: jour, engagementObligatoire: '' };
}

/** A service's values as the form first shows them. */
export function saisiesDuService(service: ServiceGere): Saisies {
  return {
    version: String(service.version),
    code: service.code,
    libelle: service.libelle,
    description: service.description ?? '',
    dateDebut: service.dateDebut ?? '',
    engagementObligatoire: service.engagementObligatoire ? 'oui' : '',
  };
}

/** How people call a field. */
export function labelDuChamp(t: Translate, champ: string): string {
  return t(`ficheGestion.services.champs.${champ as ChampDeService}`);
}

/** The values that somebody else stored, as people read them. */
export function valeursEnregistrees(
  { t, langue }: Pick<Frame, 't' | 'langue'>,
  conflits: Conflit<ChampDeService>[],
): Record<string, string> {
  const lisible = ({ champ, enregistree }: Conflit<ChampDeService>): string => {
    if (typeof enregistree === 'boolean') return t(enregistree ? 'compte.oui' : 'compte.non');
    if (enregistree === null) return '–';
    return champ === 'dateDebut' ? formatJour(langue, enregistree) : enregistree;
  };
  return Object.fromEntries(conflits.map((conflit) => [conflit.champ, lisible(conflit)]));
}

/** The last day that was typed; null when it is none. */
export function lireDernierJour(saisies: Saisies): string | null {
  const lu = jourSaisi.safeParse(saisies['dernierJour'] ?? '');
  return lu.success ? lu.data : null;
}
