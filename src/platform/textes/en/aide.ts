// Help and news, in English.
import type { Traduction } from '../dictionnaire.ts';
import type { aide as fr } from '../fr/aide.ts';

export const aide: Traduction<typeof fr> = {
  titre: 'Help',
  intro: 'A short page for each task, and a search in all of them.',
  question: 'Need help? Ask me your questions..',
  exemple: 'A few words will do, for instance: change my address.',
  chercher: 'Search',
  sommaire: 'Contents of the help',
  pour: {
    gestionnaires: 'For managers',
    referents: 'For DGFiP contacts',
  },
  themes: {
    debuter: 'Enter the portal',
    compte: 'My account',
    rattachements: 'My structures',
    espaces: 'My espaces and my files',
    gestion: 'Manage a structure',
    difficultes: 'When something does not work',
  },
  recherche: {
    titre: 'Search the help',
    titreDocument: 'Search the help – {{question}}',
    trouvees_one: '{{nombre}} page answers “{{question}}”',
    trouvees_other: '{{nombre}} pages answer “{{question}}”',
    aucune: 'No page answers “{{question}}”',
    aucuneTexte:
      'Try another word, or a single one: “address”, “request”, “file”. Or go through the contents: each task has its page there.',
    vide: 'What are you looking for?',
    videTexte: 'Write one or two words of your question, or go through the contents.',
  },
  actualites: {
    titre: 'News',
    intro: 'What the operator of this portal tells you.',
    aucune: 'No news found.',
    toutes: 'All the news',
    autreLangue: 'This piece of news does not exist in English',
    autreLangueTexte: 'Here it is in the language in which it was published.',
  },
};
