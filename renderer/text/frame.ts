export const frameText = {
  product: 'Séances INP',
  role: 'Secrétariat',
  navigation: 'Navigation principale',
  foldSidebar: 'Replier la barre latérale',
  unfoldSidebar: 'Déplier la barre latérale',
  back: 'Précédent',
  forward: 'Suivant',
  search: 'Aller à, chercher, agir…',
  saved: 'Enregistré',
  savedAt: (time: string) => `Enregistré à ${time}`,
  saving: 'Enregistrement…',
  notSaved: 'Non enregistré : réessayer',
  kept: 'Pas encore enregistré',
  refused: '(refusé)',
  giveUp: (texts: number) => (texts === 1 ? 'Abandonner ce texte' : `Abandonner ces ${texts} textes`),
  noData: 'Les données ne sont pas ouvertes.',
  damaged: 'Une partie des données n’a pas pu être lue : rien n’y est plus écrit.',
  undecided: 'Un choix est à faire sur l’écran où ce texte a été saisi.',
  minimise: 'Réduire',
  maximise: 'Agrandir',
  close: 'Fermer la fenêtre',
  openMeetings: 'Séances ouvertes',
  help: 'Aide',
  coreLost:
    'L’enregistrement s’est arrêté et redémarre. Le texte saisi reste dans la fenêtre et sera envoyé de nouveau.',
  screenFailed: 'Cet écran a rencontré une erreur inattendue. Les textes enregistrés sont intacts.',
  showAgain: 'Afficher de nouveau',
  helpHere: 'aide',
  findAll: 'tout trouver',
}

export const listText = {
  title: 'Dans les listes',
  choose: 'Choisir',
  stretch: 'Choisir plusieurs lignes',
  open: 'Ouvrir',
}

export const reviewText = {
  title: 'Relire avant de reprendre',
  next: 'Prochaine à vérifier',
  apply: 'reprendre',
  toggle: 'Prendre ou laisser',
  correct: 'Corriger',
  indent: 'Placer un niveau plus bas',
  outdent: 'Placer un niveau plus haut',
}

export const shortcutsText = {
  everywhere: 'Partout',
  back: 'écran précédent',
  forward: 'écran suivant',
  nextPane: 'Volet suivant',
  previousPane: 'Volet précédent',
  find: 'chercher ici',
  messages: 'Derniers messages',
  keys: {
    enter: 'Entrée',
  },
}
