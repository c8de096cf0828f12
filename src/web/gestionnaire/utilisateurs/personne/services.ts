// The form of services and period, as the present lines fill it (screens §9).
import type { Utilisateur } from '../../../../domain/rattachement/utilisateurs.ts';
import { nomDeLaBoite } from '../../../structures/services-coches.ts';

/** One period for all: that of the first line, the whole structure's where it is there. */
export function formulaireDesServices({ lignes, version }: Utilisateur): Record<string, string> {
  const [premiere] = lignes;
  const boites = lignes.flatMap(({ serviceId }) =>
    serviceId === null ? [] : [[nomDeLaBoite(serviceId), 'oui']],
  );
  const entiere = lignes.some(({ serviceId }) => serviceId === null);
  return {
    version: String(version),
    dateDebut: premiere?.dateDebut ?? '',
    dateFin: premiere?.dateFin ?? '',
    ...(entiere ? { entiere: 'oui' } : {}),
    ...Object.fromEntries(boites),
  };
}
