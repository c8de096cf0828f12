// « Activités du gestionnaire »: what its pages share, the queue of requests.
export const gestion = {
  titre: 'Activités du gestionnaire',
  pages: {
    utilisateurs: 'Utilisateurs rattachés',
    fiche: 'Fiche structure',
    services: 'Services',
    espaces: 'Espaces',
    historique: 'Historique',
  },
} as const;
