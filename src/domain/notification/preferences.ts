// Which notifications a person wants and when (model §6): subjects, the rhythms that each offers, its default.

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
};

const DES_GESTIONNAIRES: readonly Sujet[] = ['DEMANDES_A_DECIDER', 'RECAPITULATIF'];

/** The subjects that concern somebody. */
export function sujetsDe({ gestionnaire }: QualiteDeLecteur): Sujet[] {
  return SUJETS.filter((sujet) => gestionnaire || !DES_GESTIONNAIRES.includes(sujet));
}

/** The rhythms that a subject offers; the only manager of a structure is never left without its requests. */
export function rythmesOfferts(
  sujet: Sujet,
  { seulGestionnaire }: Pick<QualiteDeLecteur, 'seulGestionnaire'>,
): readonly Rythme[] {
  if (sujet !== 'DEMANDES_A_DECIDER' || !seulGestionnaire) return OFFERTS[sujet];
  return OFFERTS[sujet].filter((rythme) => rythme !== 'JAMAIS');
}

/** All preferences: what was chosen, the defaults for the rest. */
export function preferencesDepuis(choisies: Partial<Preferences>): Preferences {
  return { ...PAR_DEFAUT, ...choisies };
}

/** What a link of unsubscription stops: one subject, all that comes by digest, all that comes at once. */
export type CibleDeDesabonnement = Sujet | 'RELEVE' | 'ALERTE';

/** The subjects that an unsubscription silences, and the rhythm that each then has. */
export function silences(
  cible: CibleDeDesabonnement,
  preferences: Preferences,
  qualite: QualiteDeLecteur,
): Partial<Preferences> {
  const vises = SUJETS.filter((sujet) => {
    const rythme = preferences[sujet];
    if (rythme === 'JAMAIS') return false;
    if (cible === 'ALERTE') return rythme === 'IMMEDIAT';
    if (cible === 'RELEVE') return rythme !== 'IMMEDIAT';
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
