// The command `verifier-journal` (model §2): says whether the journal is whole, in sentences and by its exit code.
import {
  type Anomalie,
  type Verification,
  verifierJournal,
} from './domain/journal/verification.ts';
import { ErreurDeDemarrage } from './platform/erreur-de-demarrage.ts';
import type { Sql } from './platform/postgres/sql.ts';
import { formatHeure, formatJour, formatNombre } from './platform/textes/formats.ts';

type Print = (line: string) => void;

const USAGE = 'Usage : verifier-journal [RANG EMPREINTE], le rang et l’empreinte notés ailleurs.';
/** Beyond, faults are counted and no longer printed. */
const ANOMALIES_IMPRIMEES = 100;

/** 0 when every seal agrees with its line and with the seal before; 1 otherwise. */
export async function commandeVerifierJournal(
  sql: Sql,
  args: string[],
  print: Print,
): Promise<number> {
  const note = lireNote(args);
  let nombre = 0;
  const signaler = (anomalie: Anomalie) => {
    nombre += 1;
    if (nombre <= ANOMALIES_IMPRIMEES) print(phraseDe(anomalie));
  };
  const bilan = await verifierJournal(sql, signaler, note);
  if (nombre > ANOMALIES_IMPRIMEES)
    print(`… et ${formatNombre('fr', nombre - ANOMALIES_IMPRIMEES)} autres anomalies.`);
  for (const ligne of resume(bilan)) print(ligne);
  print(
    nombre === 0 ? 'Journal entier.' : `Journal rompu : ${formatNombre('fr', nombre)} anomalie(s).`,
  );
  return nombre === 0 ? 0 : 1;
}

function lireNote(args: string[]): { rang: number; empreinte: string } | null {
  if (args.length === 0) return null;
  const [rang = '', empreinte = '', ...reste] = args;
  if (!/^[1-9]\d{0,15}$/.test(rang) || !/^[0-9a-f]{64}$/i.test(empreinte) || reste.length > 0)
    throw new ErreurDeDemarrage(
      `verifier-journal attend un rang et les 64 chiffres hexadécimaux d’une empreinte.\n${USAGE}`,
    );
  return { rang: Number(rang), empreinte };
}

function phraseDe(anomalie: Anomalie): string {
  switch (anomalie.kind) {
    case 'ligneModifiee':
      return `Rang ${anomalie.rang} : la ligne ${anomalie.journalId} n’est pas celle qui a été scellée.`;
    case 'sceauModifie':
      return `Rang ${anomalie.rang} : le sceau de la ligne ${anomalie.journalId} a été changé.`;
    case 'ligneSupprimee':
      return `Rang ${anomalie.rang} : la ligne ${anomalie.journalId} a été supprimée.`;
    case 'lacune':
      return anomalie.de === anomalie.a
        ? `Rang ${anomalie.de} : il manque.`
        : `Rangs ${anomalie.de} à ${anomalie.a} : ils manquent.`;
    case 'autreSceau':
      return anomalie.empreinte === null
        ? `Rang ${anomalie.rang} : aucun sceau à comparer avec l’empreinte notée.`
        : `Rang ${anomalie.rang} : l’empreinte est ${anomalie.empreinte}, pas celle qui est notée.`;
  }
}

function resume({ sceaux, premier, dernier, queue, effaceJusqua }: Verification): string[] {
  const lignes: string[] = [];
  if (effaceJusqua !== null)
    lignes.push(`Effacé après six ans : jusqu’au rang ${effaceJusqua} compris.`);
  lignes.push(
    dernier
      ? `Lignes scellées : ${formatNombre('fr', sceaux)}, du rang ${premier} au rang ${dernier.rang}.`
      : 'Aucune ligne scellée.',
  );
  if (dernier) lignes.push(`Dernier sceau : ${dernier.rang} ${dernier.empreinte.toString('hex')}`);
  const { nombre, depuis } = queue;
  lignes.push(
    depuis === null
      ? 'Aucune ligne en attente de sceau.'
      : `En attente de sceau : ${formatNombre('fr', nombre)} ligne(s), depuis le ` +
          `${formatJour('fr', depuis)} à ${formatHeure('fr', depuis)}.`,
  );
  return lignes;
}
