// The applications that the PIGP offers (guide p.4): one is ours, the others are names only.

export type Application = { readonly slug: string; readonly nom: string };

export const DEMAT: Application = { slug: 'demat-des-factures', nom: 'Démat. des factures' };

/** Proper names: the same in both languages. */
export const AUTRES_APPLICATIONS: readonly Application[] = [
  { slug: 'demande-de-valeurs-foncieres', nom: 'Demande de valeurs foncières' },
  { slug: 'fiscalite-directe-locale', nom: 'Fiscalité Directe Locale' },
  { slug: 'passerelle-de-transmission', nom: 'Passerelle de transmission' },
  { slug: 'patrim-colloc', nom: 'Patrim Colloc' },
  { slug: 'pdfedit', nom: 'PDFedit' },
];

/** The other application of this slug. */
export function autreApplication(slug: string): Application | undefined {
  return AUTRES_APPLICATIONS.find((application) => application.slug === slug);
}
