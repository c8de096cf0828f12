// The names of communes and of their groupings as structures bear them: « Commune d'Alvimare ».

const ARTICLE = /^(?:Le|Les|Aux) /;

/**
 * The name of a commune after the link that INSEE gives it (TNCC): 2 « Le Mans » → « Commune du Mans », 4 and 6
 * « Les Abymes » → « Commune des Abymes »; the other articles stay, after « de ».
 */
export function nomDeCommune(nom: string, typeLiaison: number): string {
  if (typeLiaison === 1) return `Commune d'${nom}`;
  if (typeLiaison === 2) return `Commune du ${nom.replace(ARTICLE, '')}`;
  if (typeLiaison === 4 || typeLiaison === 6) return `Commune des ${nom.replace(ARTICLE, '')}`;
  return `Commune de ${nom}`;
}

const GENRES: Record<string, string> = {
  CC: 'Communauté de communes',
  CA: "Communauté d'agglomération",
  CU: 'Communauté urbaine',
};

/** The name of an EPCI, its kind written out: « CC de la Veyle » → « Communauté de communes de la Veyle ». */
export function nomDEpci(nom: string): string {
  return nom.replace(/^(CC|CA|CU) /, (debut, genre: string) => `${GENRES[genre] ?? debut} `);
}
