// What step 2 of a request shows (guide p.11), and its address, which keeps the search to come back to.
import { adresseDemandeSur } from '../../../../domain/adresses.ts';
import type { Compte } from '../../../../domain/compte/compte.ts';
import type { DroitsSurStructure } from '../../../../domain/demande/queries-situation.ts';
import type {
  FicheStructure,
  Gestionnaire,
  ServiceLu,
} from '../../../../domain/structure/fiche.ts';
import type { Criteres } from '../../../../domain/structure/recherche.ts';
import type { PageLue } from '../../../../platform/postgres/pages.ts';
import { avecParametre } from '../../../commun/retour.ts';
import type { Frame } from '../../../layout/page.tsx';
import { adresseRecherche } from '../../../structures/form.ts';
import type { EtatDuFormulaire } from './form.ts';

/** All that the page needs to know. */
export type Nature = {
  fiche: FicheStructure;
  compte: Compte;
  gestionnaires: Gestionnaire[];
  services: PageLue<ServiceLu>;
  droits: DroitsSurStructure;
  refus: { motif: string; termineeLe: Date } | undefined;
  /** The search to come back to. */
  criteres: Criteres;
  /** Opens a structure that is not public. */
  jeton: string | null;
  jour: string;
};

export type NatureProps = { frame: Frame; nature: Nature; etat: EtatDuFormulaire };

/** The address of this step, with the search to come back to. */
export function adresseDeLEtape({ fiche, criteres, jeton }: Nature): string {
  const adresse = adresseRecherche(adresseDemandeSur(fiche.id), criteres);
  return jeton === null ? adresse : avecParametre(adresse, 'jeton', jeton);
}
