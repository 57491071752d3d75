/** The sentences that the window's first screen may need before the others are loaded. */
export const firstSentences = {
  'nothing-to-undo': 'Il n’y a rien à annuler.',
  'nothing-to-redo': 'Il n’y a rien à rétablir.',
  unexpected:
    'Une erreur inattendue s’est produite. Réessayer ; si elle revient, transmettre la référence affichée.',
} as const

/** The same as `conflict` where it is known who was quicker. */
export const changedBy = (who: string): string =>
  `${who} vient de modifier cet élément. Rien n’a été écrasé : relire la version affichée, puis refaire la modification.`
