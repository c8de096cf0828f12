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

/** Another period for all that somebody has. */
export type NouvellePeriode = {
  /** null: each line keeps its own. */
  dateDebut: string | null;
  /** null: for good. */
  dateFin: string | null;
};

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

/** Why these lines cannot be given; those of them that are there already, as they are, stay. */
export function refusDesLignes(
  voulues: LigneVoulue[],
  presentes: LigneVoulue[],
  situation: SituationLignes,
): RefusDeSaisie | undefined {
  if (voulues.length === 0) return 'rienDeDemande';
  if (voulues.length > SERVICES_MAX) return 'tropDeServices';
  const parPortee = new Map(presentes.map((ligne) => [ligne.portee, ligne]));
  for (const voulue of voulues) {
    if (memePeriode(voulue, parPortee.get(voulue.portee))) continue;
    const { portee, ...periode } = voulue;
    const demande = { portees: [portee], ...periode };
    const refus = refusDeForme(demande, { ...situation, principal: false });
    // Nobody here is principal.
    if (refus && refus !== 'finDePrincipal') return refus;
  }
  return undefined;
}

// What changes on a service that is there already gives no day past its end; once it is closed, its
// line stays as it is.
function dansLeService(
  voulue: LigneVoulue,
  presente: LigneCible | undefined,
  { jour, services }: SituationLignes,
): LigneVoulue {
  const fin = services.find(({ id }) => id === voulue.portee)?.dateFin ?? null;
  if (!presente || fin === null || memePeriode(voulue, presente)) return voulue;
  const { portee, dateDebut, dateFin } = voulue;
  if (fin < jour) return { portee, dateDebut: presente.dateDebut, dateFin: presente.dateFin };
  // A start past that end is refused, not cut.
  const depasse = dateDebut <= fin && (dateFin === null || dateFin > fin);
  return depasse ? { portee, dateDebut, dateFin: fin } : voulue;
}

/**
 * The lines of somebody with another end, and another start if wished: those that are over stay so.
 * null: all are.
 */
export function avecPeriode(
  lignes: LigneCible[],
  { dateDebut, dateFin }: NouvellePeriode,
  jour: string,
): LigneVoulue[] | null {
  const finie = (ligne: LigneCible) => ligne.dateFin !== null && ligne.dateFin < jour;
  if (lignes.every(finie)) return null;
  return lignes.map((ligne) => {
    const { portee } = ligne;
    if (finie(ligne)) return { portee, dateDebut: ligne.dateDebut, dateFin: ligne.dateFin };
    return { portee, dateDebut: dateDebut ?? ligne.dateDebut, dateFin };
  });
}

/**
 * Decides a new set of lines in place of the present ones. A suspension stays: what is added to a
 * rattachement that is wholly suspended is suspended with it.
 */
export function decideLignes(
  cible: Cible,
  demandees: LigneVoulue[],
  situation: SituationLignes,
): DecisionLignes {
  const { lignes } = cible;
  const { jour, statutStructure } = situation;
  const presentes = new Map(lignes.map((ligne) => [ligne.portee, ligne]));
  const voulues = demandees.map((demandee) =>
    dansLeService(demandee, presentes.get(demandee.portee), situation),
  );
  const refus =
    refusDOctroi(statutStructure, cible.compteActif) ?? refusDesLignes(voulues, lignes, situation);
  if (refus) return { kind: refus };
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

function memePeriode(a: Periode, b: Periode | undefined): boolean {
  return a.dateDebut === b?.dateDebut && a.dateFin === b.dateFin;
}
