export const corrigendumText = {
  title: (number: number, minutes: string) => `Rectificatif n°\u00a0${number} au ${minutes}`,
  minutes: (word: string, number: string) => `compte rendu de la ${word}${number}`,
  decidedOn: 'Décidé le',
  approvedOn: 'Compte rendu approuvé le',
  approvedHash: 'Empreinte du compte rendu (SHA-256)',
  place: 'Passage rectifié',
  instead: 'Au lieu de',
  read: 'Lire',
  nothingBefore: 'rien (ajout)',
  nothingAfter: 'rien (suppression)',
  reason: 'Motif',
  foot: 'Le compte rendu approuvé n’est pas modifié\u202f; le présent rectificatif s’y ajoute.',
} as const
