// `npm run bench`: each measure in turn, on a machine that does nothing else; ratios within one run, never times alone.
import { benchEvenements } from './evenements.ts';
import { benchGestionnaire } from './gestionnaire.ts';
import { mesurerImport } from './import.ts';
import { benchMonCompte } from './mon-compte.ts';
import { benchPiecesJointes } from './pieces-jointes.ts';
import { benchRecapitulatifs } from './recapitulatifs.ts';
import { benchRecherche } from './recherche.ts';

await benchMonCompte();
await mesurerImport();
await benchRecherche();
await benchGestionnaire();
await benchPiecesJointes();
await benchEvenements();
await benchRecapitulatifs();
