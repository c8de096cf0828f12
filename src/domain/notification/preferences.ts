// Which notifications a person wants and when (model §6): subjects, the rhythms that each offers, its default.
import { FAMILLES, type Famille, familleDe, QUOIS_RELEVES } from '../evenement/evenement.ts';

/** What a person is told by mail beside service mails; a family of events is a subject. */
export const SUJETS = [
  'COMPTE',
  'RATTACHEMENT',
  'ABONNEMENT',
  'STRUCTURE',
  'FACTURE',
  /** Invoices that are rejected or suspended. */
  'FACTURE_BLOQUEE',
  'SOLLICITATION',
  'DEMANDES_A_DECIDER',
  'ACTUALITE',
  'RECAPITULATIF',
] as const;
export type Sujet = (typeof SUJETS)[number];

/** At once, in the digest of each working day, in the first one of each week, never. */
export type Rythme = 'IMMEDIAT' | 'QUOTIDIEN' | 'HEBDOMADAIRE' | 'JAMAIS';

/** True when the value is a rhythm. */
export function estRythme(valeur: string): valeur is Rythme {
  return TOUS.includes(valeur as Rythme);
}

const TOUS: readonly Rythme[] = ['IMMEDIAT', 'QUOTIDIEN', 'HEBDOMADAIRE', 'JAMAIS'];

const OFFERTS: Record<Sujet, readonly Rythme[]> = {
  COMPTE: TOUS,
  RATTACHEMENT: TOUS,
  ABONNEMENT: TOUS,
  STRUCTURE: TOUS,
  FACTURE: TOUS,
  FACTURE_BLOQUEE: TOUS,
  SOLLICITATION: TOUS,
  DEMANDES_A_DECIDER: TOUS,
  ACTUALITE: ['QUOTIDIEN', 'HEBDOMADAIRE', 'JAMAIS'],
  RECAPITULATIF: ['HEBDOMADAIRE', 'JAMAIS'],
};

/** What holds for who chose nothing (issue, « Mail »). */
export const PAR_DEFAUT: Record<Sujet, Rythme> = {
  COMPTE: 'QUOTIDIEN',
  RATTACHEMENT: 'QUOTIDIEN',
  ABONNEMENT: 'QUOTIDIEN',
  STRUCTURE: 'QUOTIDIEN',
  FACTURE: 'QUOTIDIEN',
  FACTURE_BLOQUEE: 'IMMEDIAT',
  SOLLICITATION: 'QUOTIDIEN',
  DEMANDES_A_DECIDER: 'QUOTIDIEN',
  ACTUALITE: 'QUOTIDIEN',
  RECAPITULATIF: 'HEBDOMADAIRE',
};

/** A rhythm for each subject. */
export type Preferences = Record<Sujet, Rythme>;

/** What somebody is on their structures, as far as their mails go. */
export type QualiteDeLecteur = {
  /** Manages a structure, or stands in for a manager. */
  gestionnaire: boolean;
  /** The only active manager of a structure. */
  seulGestionnaire: boolean;
  /** A référent, to whom requests go up. */
  referent: boolean;
};

/** The events that are of the subject « DEMANDES_A_DECIDER », whatever their family. */
export const QUOIS_A_DECIDER = ['DEMANDE_RECUE', 'DEMANDE_RECUE_EXPIREE'] as const;

const FAMILLES_DITES: ReadonlySet<Famille> = new Set(
  QUOIS_RELEVES.filter((quoi) => !(QUOIS_A_DECIDER as readonly string[]).includes(quoi)).map(
    familleDe,
  ),
);
// A family that no event of a digest feeds would be a choice that rules nothing: it is offered once one does.
const MUETTES: ReadonlySet<Sujet> = new Set(
  FAMILLES.filter((famille) => !FAMILLES_DITES.has(famille)),
);

function concerne(sujet: Sujet, { gestionnaire, referent }: QualiteDeLecteur): boolean {
  if (sujet === 'DEMANDES_A_DECIDER') return gestionnaire || referent;
  return sujet !== 'RECAPITULATIF' || gestionnaire;
}

/** The subjects that somebody may choose a rhythm for: those that concern them and tell something. */
export function sujetsDe(qualite: QualiteDeLecteur): Sujet[] {
  return SUJETS.filter((sujet) => concerne(sujet, qualite) && !MUETTES.has(sujet));
}

/** The rhythms that a subject offers; the only manager of a structure is never left without its requests. */
export function rythmesOfferts(
  sujet: Sujet,
  { seulGestionnaire }: Pick<QualiteDeLecteur, 'seulGestionnaire'>,
): readonly Rythme[] {
  if (sujet !== 'DEMANDES_A_DECIDER' || !seulGestionnaire) return OFFERTS[sujet];
  return OFFERTS[sujet].filter((rythme) => rythme !== 'JAMAIS');
}

/**
 * The rhythms that hold: what was chosen, the defaults for the rest. A choice that is not on offer any more, « never » of
 * whom is now the only manager, counts as the rarest rhythm on offer.
 */
export function preferencesDepuis(
  choisies: Partial<Preferences>,
  qualite: Pick<QualiteDeLecteur, 'seulGestionnaire'>,
): Preferences {
  const tenues = { ...PAR_DEFAUT, ...choisies };
  for (const sujet of SUJETS) {
    const offerts = rythmesOfferts(sujet, qualite);
    if (!offerts.includes(tenues[sujet])) tenues[sujet] = offerts.at(-1) ?? PAR_DEFAUT[sujet];
  }
  return tenues;
}

/** What a link of unsubscription stops: one subject, all that comes by digest, all that comes at once. */
export type CibleDeDesabonnement = Sujet | 'RELEVE' | 'ALERTE';

/**
 * The subjects that an unsubscription silences, and the rhythm that each then has. The link of a digest leaves alone what
 * does not concern its reader: an agent who becomes a manager chooses then.
 */
export function silences(
  cible: CibleDeDesabonnement,
  preferences: Preferences,
  qualite: QualiteDeLecteur,
): Partial<Preferences> {
  const vises = SUJETS.filter((sujet) => {
    const rythme = preferences[sujet];
    if (rythme === 'JAMAIS') return false;
    if (cible === 'ALERTE') return rythme === 'IMMEDIAT' && concerne(sujet, qualite);
    if (cible === 'RELEVE') return rythme !== 'IMMEDIAT' && concerne(sujet, qualite);
    return sujet === cible;
  });
  return Object.fromEntries(
    vises.flatMap((sujet) => {
      const rythme = rythmesOfferts(sujet, qualite).at(-1) ?? 'JAMAIS';
      return rythme === preferences[sujet] ? [] : [[sujet, rythme]];
    }),
  );
}

/**
 * How a manager is reminded of the requests that wait on one structure. Off or never, the only manager is still
 * reminded, once a week unless another rhythm was chosen (model §6).
 */
export function rythmeDesRappels({
  recevoirNotifications,
  seulGestionnaire,
  rythme,
}: {
  recevoirNotifications: boolean;
  seulGestionnaire: boolean;
  rythme: Rythme;
}): 'AU_FIL_DES_JOURS' | 'HEBDOMADAIRE' | 'JAMAIS' {
  const veut = recevoirNotifications && rythme !== 'JAMAIS';
  if (!veut && !seulGestionnaire) return 'JAMAIS';
  return rythme === 'HEBDOMADAIRE' || rythme === 'JAMAIS' ? 'HEBDOMADAIRE' : 'AU_FIL_DES_JOURS';
}
