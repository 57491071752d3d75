import { numbered } from '../../domain/meetings/meeting-name.ts'

export const corrigendumText = {
  title: (number: number, minutes: string) => `Rectificatif ${numbered(number)} au ${minutes}`,
  minutes: (meeting: string) => `compte rendu de la ${meeting}`,
  decidedOn: 'Décidé le',
  minutesOf: 'Compte rendu',
  approvedOn: (day: string) => `approuvé le ${day}`,
  approvedHash: 'Empreinte',
  hashed: (sha256: string) => `SHA-256 ${sha256}`,
  item: 'Point rectifié',
  place: 'Passage rectifié',
  instead: 'Au lieu de',
  read: 'Lire',
  nothingBefore: 'rien (ajout)',
  nothingAfter: 'rien (suppression)',
  reason: 'Motif',
  foot: 'Le compte rendu approuvé n’est pas modifié\u202f; le présent rectificatif s’y ajoute.',
} as const
