// Why an act on the people attached to a structure is refused: what a form, or a report, says of it.
export const refus = {
  espaceManquant: '«\u00a0Espaces à donner\u00a0»\u00a0: cochez au moins un espace.',
  mode: '«\u00a0Mode\u00a0»\u00a0: choisissez «\u00a0Consultation\u00a0» ou «\u00a0Modification\u00a0».',
  identifiant:
    '«\u00a0Identifiant de connexion\u00a0»\u00a0: saisissez celui de la personne, 100 caractères au plus.',
  compteInconnu:
    'Aucun compte n’a cet identifiant. Vérifiez-le auprès de la personne\u00a0; les comptes viennent de MADRHAS.',
  personneInterdite:
    '«\u00a0Identifiant de connexion\u00a0»\u00a0: vous ne pouvez pas agir sur cette personne. C’est vous, ou quelqu’un qui gère la ' +
    'structure.',
  compteInactif: 'Le compte de cette personne est désactivé\u00a0: on ne peut rien lui donner.',
  dejaRattache: 'Cette personne a déjà tout cela, pour toute cette période.',
  memePersonne: 'C’est la même personne\u00a0: saisissez l’identifiant de quelqu’un d’autre.',
  structureInactive: 'Cette structure est inactive\u00a0: on ne peut plus y donner de droits.',
  rienDeDemande: 'Cochez «\u00a0Toute la structure\u00a0», ou au moins un service.',
  tropDeServices: 'Cochez 200 services au plus, ou toute la structure.',
  serviceInconnu: 'Un des services cochés n’est pas de cette structure\u00a0: cochez de nouveau.',
  serviceFerme: 'Un des services cochés est fermé, ou le sera avant le début demandé.',
  finAvantDebut: '«\u00a0Date de fin\u00a0»\u00a0: elle ne peut pas venir avant la date de début.',
  periodePassee:
    '«\u00a0Date de fin\u00a0»\u00a0: cette date est passée. Pour arrêter tout de suite, détachez ou suspendez.',
  dateDebut: '«\u00a0Date de début\u00a0»\u00a0: saisissez une date, par exemple 30/11/2026.',
  dateFin: '«\u00a0Date de fin\u00a0»\u00a0: saisissez une date, ou laissez vide.',
  dateFinRequise: '«\u00a0Date de fin\u00a0»\u00a0: saisissez une date, par exemple 30/11/2026.',
  finAChoisir:
    '«\u00a0Date de fin\u00a0»\u00a0: saisissez une date, par exemple 30/11/2026, ou cochez «\u00a0Sans date de ' +
    'fin\u00a0»\u00a0: l’un des deux.',
  dernierGestionnaire:
    'C’est le dernier gestionnaire actif de la structure\u00a0: nommez-en d’abord un autre.',
  entiereRequise:
    'Un gestionnaire secondaire est rattaché à toute la structure, et le reste\u00a0: rattachez d’abord cette personne à ' +
    'toute la structure, ou retirez-lui d’abord ce rôle.',
  dejaGestionnaire: 'Cette personne gère déjà la structure par son rôle.',
  sansDroits: 'Cette personne n’a aucun droit actif sur la structure à cette date.',
  delegationTropLongue: '«\u00a0Date de fin\u00a0»\u00a0: une délégation dure un an au plus.',
  delegationChevauche:
    '«\u00a0Date de début\u00a0»\u00a0: une autre délégation de cette personne couvre déjà une partie de ces jours.',
  motif: '«\u00a0Motif\u00a0»\u00a0: 255 caractères au plus.',
  motifCaracteres:
    '«\u00a0Motif\u00a0»\u00a0: retirez les caractères < et > et les caractères invisibles.',
  motifRequis: '«\u00a0Motif\u00a0»\u00a0: dites pourquoi, la personne le lira.',
  conflit: 'Ce rattachement a changé entre-temps.',
  inchange: 'Rien n’est à changer\u00a0: c’est déjà son rôle.',
  tropDePersonnes: 'Un même acte porte sur 500 personnes au plus\u00a0: cochez-en moins.',
} as const;
