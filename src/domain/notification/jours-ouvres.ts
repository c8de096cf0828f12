// The days on which digests leave: working days of France, from seven in the morning (issue, « Mail »).
import { jourCivil, ZONE } from '../../platform/clock.ts';

/** From this hour of Paris on. */
const HEURE_DES_RELEVES = 7;

const JOUR_MS = 86_400_000;
const heure = new Intl.DateTimeFormat('en-GB', { timeZone: ZONE, hour: '2-digit', hour12: false });

// Easter Sunday by the Gregorian computus (J. Meeus, Astronomical Algorithms, chapter 8).
function paques(annee: number): number {
  const a = annee % 19;
  const [b, c] = [Math.floor(annee / 100), annee % 100];
  const [d, e] = [Math.floor(b / 4), b % 4];
  const g = Math.floor((8 * b + 13) / 25);
  const h = (19 * a + b - d - g + 15) % 30;
  const [i, k] = [Math.floor(c / 4), c % 4];
  const l = (32 + 2 * e + 2 * i - h - k) % 7;
  const m = Math.floor((a + 11 * h + 19 * l) / 433);
  const mois = Math.floor((h + l - 7 * m + 90) / 25);
  const jour = (h + l - 7 * m + 33 * mois + 19) % 32;
  return Date.UTC(annee, mois - 1, jour);
}

// Code du travail, article L3133-1.
const FIXES = ['01-01', '05-01', '05-08', '07-14', '08-15', '11-01', '11-11', '12-25'];
/** Easter Monday, Ascension Day, Whit Monday. */
const APRES_PAQUES = [1, 39, 50];

/** True when a civil day is one of the eleven public holidays of the whole of France. */
export function estFerie(jour: string): boolean {
  const depuisPaques = (Date.parse(jour) - paques(Number(jour.slice(0, 4)))) / JOUR_MS;
  return FIXES.includes(jour.slice(5)) || APRES_PAQUES.includes(depuisPaques);
}

/** True when a civil day is neither Saturday, Sunday nor a public holiday. */
export function estOuvre(jour: string): boolean {
  const rang = new Date(jour).getUTCDay();
  return rang !== 0 && rang !== 6 && !estFerie(jour);
}

/** The Monday of the week of a civil day. */
export function lundiDe(jour: string): string {
  const rang = (new Date(jour).getUTCDay() + 6) % 7;
  return new Date(Date.parse(jour) - rang * JOUR_MS).toISOString().slice(0, 10);
}

/** The civil day whose digests may leave at this instant, if any. */
export function jourDeReleve(instant: Date): string | null {
  const jour = jourCivil(instant);
  return estOuvre(jour) && Number(heure.format(instant)) >= HEURE_DES_RELEVES ? jour : null;
}

/** The next day on which a digest leaves: this one until it left, unless it is no working day. */
export function prochainReleve(instant: Date, dernier: string): string {
  const jour = jourCivil(instant);
  return prochainOuvre(dernier < jour ? Date.parse(jour) : Date.parse(dernier) + JOUR_MS);
}

function prochainOuvre(minuit: number): string {
  for (let voulu = minuit; ; voulu += JOUR_MS) {
    const candidat = new Date(voulu).toISOString().slice(0, 10);
    if (estOuvre(candidat)) return candidat;
  }
}

/** The first working day of the week of a civil day, once it has come. */
export function jourDuHebdomadaire(jour: string): string | null {
  const candidat = prochainOuvre(Date.parse(lundiDe(jour)));
  return candidat <= jour && lundiDe(candidat) === lundiDe(jour) ? candidat : null;
}

/** True when the digest of a day holds what comes weekly: the first since the week began. */
export function estHebdomadaire(jour: string, dernierHebdomadaire: string): boolean {
  return dernierHebdomadaire < lundiDe(jour);
}
