// French words that taking over old files leaves in the data.
export const takeoverDocumentText = {
  unknownState: 'Suite inconnue : action reprise d’un ancien compte rendu.',
} as const
