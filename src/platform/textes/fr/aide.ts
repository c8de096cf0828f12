// Help and news: their pages, their blocks of the home page. The help itself is in aide/.
export const aide = {
  titre: 'Aide',
  intro: 'Une page courte pour chaque geste, et une recherche dans toutes.',
  question: "Besoin d'aide\u00a0? Posez-moi vos questions..",
  exemple: 'Quelques mots suffisent, par exemple\u00a0: changer mon adresse.',
  chercher: 'Chercher',
  sommaire: 'Sommaire de l’aide',
  pour: {
    gestionnaires: 'Pour les gestionnaires',
    referents: 'Pour les référents DGFiP',
  },
  themes: {
    debuter: 'Entrer dans le portail',
    compte: 'Mon compte',
    rattachements: 'Mes structures',
    espaces: 'Mes espaces et mes fichiers',
    gestion: 'Gérer une structure',
    difficultes: 'En cas de difficulté',
  },
  recherche: {
    titre: 'Chercher dans l’aide',
    titreDocument: 'Chercher dans l’aide – {{question}}',
    trouvees_one: '{{nombre}} page répond à «\u00a0{{question}}\u00a0»',
    trouvees_other: '{{nombre}} pages répondent à «\u00a0{{question}}\u00a0»',
    aucune: 'Aucune page ne répond à «\u00a0{{question}}\u00a0»',
    aucuneTexte:
      'Essayez un autre mot, ou un seul\u00a0: «\u00a0adresse\u00a0», «\u00a0demande\u00a0», «\u00a0fichier\u00a0». Ou parcourez le sommaire\u00a0: chaque geste y a sa page.',
    vide: 'Que cherchez-vous\u00a0?',
    videTexte: 'Écrivez un ou deux mots de votre question, ou parcourez le sommaire.',
  },
  actualites: {
    titre: 'Actualités',
    intro: 'Ce que l’exploitant de ce portail vous annonce.',
    aucune: 'Aucune actualité trouvée.',
    toutes: 'Toutes les actualités',
    autreLangue: 'Cette actualité n’existe pas en français',
    autreLangueTexte: 'La voici dans la langue où elle a été publiée.',
  },
} as const;
