// The addresses of the portal's pages, below all faces: pages link to them, mails and events too.

export const adresses = {
  accueil: '/',
  connexion: '/connexion',
  retourDeConnexion: '/connexion/retour',
  deconnexion: '/deconnexion',
  /** Where the provider comes back once it has ended its own session too. */
  deconnexionComplete: '/deconnexion/complete',
  deconnexionParPigp: '/connexion/deconnexion-pigp',
  premiereConnexion: '/premiere-connexion',
  langue: '/langue',
  monCompte: '/mon-compte',
  informationsPersonnelles: '/mon-compte/informations-personnelles',
  confirmationAdresse: '/mon-compte/informations-personnelles/confirmation',
  annulationAdresse: '/mon-compte/informations-personnelles/annulation',
  parametres: '/mon-compte/parametres',
  rattachements: '/mon-compte/rattachements',
  abonnements: '/mon-compte/abonnements',
  piecesJointes: '/mon-compte/pieces-jointes',
  aide: '/aide',
  accessibilite: '/accessibilite',
  mentionsLegales: '/mentions-legales',
  donneesPersonnelles: '/donnees-personnelles',
} as const;

/** The page of an espace, by its code: FACTURES_EMISES → /espaces/factures-emises. */
export function adresseEspace(code: string): string {
  if (code === 'MON_COMPTE') return adresses.monCompte;
  return `/espaces/${code.toLowerCase().replaceAll('_', '-')}`;
}
