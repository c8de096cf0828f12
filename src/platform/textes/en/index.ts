// The English dictionary: same keys as the French one, or the build stops.
import type { Traduction } from '../dictionnaire.ts';
import type { fr } from '../fr/index.ts';
import { abonnements } from './abonnements.ts';
import { aide } from './aide.ts';
import { annuaire } from './annuaire.ts';
import { composants } from './composants.ts';
import { compte } from './compte.ts';
import { continuite } from './continuite.ts';
import { courriels } from './courriels.ts';
import { demandes } from './demandes.ts';
import { erreurs } from './erreurs.ts';
import { evenements } from './evenements.ts';
import { ficheGestion } from './fiche-gestion.ts';
import { gestion } from './gestion.ts';
import { historique } from './historique.ts';
import { mentions } from './mentions.ts';
import { notifications } from './notifications.ts';
import { pages } from './pages.ts';
import { piecesJointes } from './pieces-jointes.ts';
import { pigp } from './pigp.ts';
import { utilisateurs } from './utilisateurs.ts';

export const en: Traduction<typeof fr> = {
  abonnements,
  aide,
  annuaire,
  composants,
  compte,
  continuite,
  courriels,
  demandes,
  erreurs,
  evenements,
  ficheGestion,
  gestion,
  historique,
  mentions,
  notifications,
  pages,
  piecesJointes,
  pigp,
  utilisateurs,
};
