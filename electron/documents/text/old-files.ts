export const oldFilesDocumentText = {
  unknownState: 'Suite inconnue : action reprise d’un ancien compte rendu.',
} as const
