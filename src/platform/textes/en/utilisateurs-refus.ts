// Why an act on the people attached to a structure is refused, in English.
import type { Traduction } from '../dictionnaire.ts';
import type { refus as fr } from '../fr/utilisateurs-refus.ts';

export const refus: Traduction<typeof fr> = {
  espaceManquant: '“Espaces to give”: tick at least one espace.',
  mode: '“Mode”: choose “Read only” or “Read and act”.',
  identifiant: '“Sign-in identifier”: type the one of the person, 100 characters at most.',
  compteInconnu:
    'No account has this identifier. Check it with the person; accounts come from MADRHAS.',
  personneInterdite:
    '“Sign-in identifier”: you may not act on this person. It is you, or somebody who manages the structure.',
  compteInactif: 'The account of this person is deactivated: nothing can be given to them.',
  dejaRattache: 'This person has all of it already, for the whole period.',
  memePersonne: 'It is the same person: type the identifier of somebody else.',
  structureInactive: 'This structure is inactive: no right can be given on it.',
  rienDeDemande: 'Tick “The whole structure”, or at least one service.',
  tropDeServices: 'Tick 200 services at most, or the whole structure.',
  serviceInconnu: 'One of the services ticked is not of this structure: tick again.',
  serviceFerme: 'One of the services ticked is closed, or will be before the start asked.',
  finAvantDebut: '“End date”: it cannot come before the start date.',
  periodePassee: '“End date”: this date is past. To stop at once, detach or suspend.',
  dateDebut: '“Start date”: type a date, for instance 30/11/2026.',
  dateFin: '“End date”: type a date, or leave it empty.',
  dateFinRequise: '“End date”: type a date, for instance 30/11/2026.',
  finAChoisir:
    '“End date”: type a date, for instance 30/11/2026, or tick “No end date”: one of the two.',
  dernierGestionnaire:
    'This is the last active manager of the structure: appoint another one first.',
  entiereRequise:
    'A secondary manager is attached to the whole structure, and stays so: attach this person to all of it first, or ' +
    'take the role back first.',
  dejaGestionnaire: 'This person manages the structure already, by role.',
  sansDroits: 'This person has no active right on the structure at that date.',
  delegationTropLongue: '“End date”: a delegation lasts one year at most.',
  delegationChevauche: '“Start date”: another delegation of this person covers some of these days.',
  motif: '“Reason”: 255 characters at most.',
  motifCaracteres: '“Reason”: remove the characters < and > and invisible ones.',
  motifRequis: '“Reason”: say why, the person will read it.',
  conflit: 'This attachment has changed meanwhile.',
  inchange: 'Nothing to change: they have this role already.',
  tropDePersonnes: 'One act takes 500 people at most: tick fewer.',
};
