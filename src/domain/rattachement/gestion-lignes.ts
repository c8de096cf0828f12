// What becomes of somebody's lines when a manager changes their services or their period (screens §9).
import {
  type RefusDeForme,
  refusDeForme,
  SERVICES_MAX,
  type SituationDemande,
} from '../demande/demande.ts';
import {
  type Cible,
  type LigneCible,
  laisseSansGestionnaire,
  type RefusDOctroi,
  refusDOctroi,
} from './gestion.ts';
import { couvre, type LignePortee, type Periode, type Portee } from './portee.ts';

export type LigneVoulue = Periode & { portee: Portee };

/** What is wrong with the lines wished, whoever they are for. */
export type RefusDeSaisie = Exclude<RefusDeForme, 'finDePrincipal'>;

export type RefusDeLignes =
  | RefusDeSaisie
  | RefusDOctroi
  | 'dernierGestionnaire'
  /** A gestionnaire secondaire keeps the whole structure. */
  | 'entiereRequise';

/** What surrounds the change, read on locked rows. */
export type SituationLignes = Pick<SituationDemande, 'jour' | 'statutStructure' | 'services'>;

export type DecisionLignes =
  | {
      kind: 'modifier';
      aCreer: LignePortee[];
      aChanger: (Periode & { id: number })[];
      aFinir: number[];
      /** Days or scopes are lost, or gained; both may be. */
      reduit: boolean;
      etendu: boolean;
    }
  | { kind: 'inchange' }
  | { kind: RefusDeLignes };

/** The scopes wished, each once; the whole structure makes its services needless. */
export function porteesVoulues(portees: Portee[]): Portee[] {
  return portees.includes(null) ? [null] : [...new Set(portees)];
}

/** Why these lines cannot be given; a service that is already there may be closed since. */
export function refusDesLignes(
  voulues: LigneVoulue[],
  acquises: Pick<LigneCible, 'portee'>[],
  { jour, statutStructure, services }: SituationLignes,
): RefusDeSaisie | undefined {
  if (voulues.length === 0) return 'rienDeDemande';
  if (voulues.length > SERVICES_MAX) return 'tropDeServices';
  const deja = new Set(acquises.map(({ portee }) => portee));
  const ouverts = services.map((s) => (deja.has(s.id) ? { ...s, dateFin: null } : s));
  const situation = { jour, statutStructure, services: ouverts, principal: false };
  for (const { portee, ...periode } of voulues) {
    const refus = refusDeForme({ portees: [portee], ...periode }, situation);
    // Nobody here is principal.
    if (refus && refus !== 'finDePrincipal') return refus;
  }
  return undefined;
}

/**
 * Decides a new set of lines in place of the present ones. A suspension stays: what is added to a
 * rattachement that is wholly suspended is suspended with it.
 */
export function decideLignes(
  cible: Cible,
  voulues: LigneVoulue[],
  situation: SituationLignes,
): DecisionLignes {
  const { lignes } = cible;
  const { jour, statutStructure } = situation;
  const refus =
    refusDOctroi(statutStructure, cible.compteActif) ?? refusDesLignes(voulues, lignes, situation);
  if (refus) return { kind: refus };
  const presentes = new Map(lignes.map((ligne) => [ligne.portee, ligne]));
  const suspendu = lignes.length > 0 && lignes.every(({ statut }) => statut === 'DESACTIVEE');
  const nouvelle = suspendu ? 'DESACTIVEE' : 'VALIDEE';
  const apres = voulues.map((ligne): LignePortee => {
    const { statut = nouvelle } = presentes.get(ligne.portee) ?? {};
    return { ...ligne, statut };
  });
  const gardees = new Set(voulues.map(({ portee }) => portee));
  const actes = {
    aCreer: apres.filter(({ portee }) => !presentes.has(portee)),
    aChanger: voulues.flatMap(({ portee, ...periode }) => {
      const presente = presentes.get(portee);
      return presente && !memePeriode(presente, periode) ? [{ id: presente.id, ...periode }] : [];
    }),
    aFinir: lignes.filter(({ portee }) => !gardees.has(portee)).map(({ id }) => id),
  };
  if (Object.values(actes).every(({ length }) => length === 0)) return { kind: 'inchange' };
  if (laisseSansGestionnaire(cible, apres, jour)) return { kind: 'dernierGestionnaire' };
  const perdEntiere = presentes.has(null) && !gardees.has(null);
  if (cible.role === 'GESTIONNAIRE_SECONDAIRE' && perdEntiere) return { kind: 'entiereRequise' };
  const reduit = !tiennent(lignes, apres, jour);
  return { kind: 'modifier', ...actes, reduit, etendu: !tiennent(apres, lignes, jour) };
}

// All that these lines give from that day on, the others give too; suspended ones as if they were not.
function tiennent(lignes: LignePortee[], autres: LignePortee[], jour: string): boolean {
  return lignes
    .filter(({ dateFin }) => dateFin === null || dateFin >= jour)
    .every(({ portee, dateDebut, dateFin }) => {
      const reste = { dateDebut: dateDebut > jour ? dateDebut : jour, dateFin };
      return autres.some((autre) => couvre({ ...autre, statut: 'VALIDEE' }, portee, reste));
    });
}

function memePeriode(a: Periode, b: Periode): boolean {
  return a.dateDebut === b.dateDebut && a.dateFin === b.dateFin;
}
