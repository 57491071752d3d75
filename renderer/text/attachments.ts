// Sentences of the attachments: their list, their sizes, what is refused and what is warned of.
import { plural } from './plural.ts'

const NBSP = '\u00a0'

/** Bytes in decimal units, as printed in French: "412 ko", "1,2 Mo". */
export function fileSize(bytes: number): string {
  if (bytes < 1000) return `${bytes}${NBSP}o`
  if (bytes < 999_500) return `${Math.max(1, Math.round(bytes / 1000))}${NBSP}ko`
  const mega = bytes / 1_000_000
  return `${mega < 10 ? mega.toFixed(1).replace('.', ',').replace(',0', '') : Math.round(mega)}${NBSP}Mo`
}

export const attachmentsText = {
  region: 'Documents de la séance',
  list: 'Pièces jointes',
  ofMeeting: 'Pièces de la séance',
  place: 'Joindre à',
  wholeMeeting: 'La séance entière',
  attach: 'Joindre…',
  attachHere: 'Joindre une pièce…',
  attaching: 'Ajout…',
  dropHere: 'ou déposer des fichiers ici',
  drop: 'Déposer pour joindre',
  open: (fileName: string) => `Ouvrir «${NBSP}${fileName}${NBSP}»`,
  remove: (fileName: string) => `Retirer «${NBSP}${fileName}${NBSP}»`,
  removed: (fileName: string) => `«${NBSP}${fileName}${NBSP}» retiré`,
  macros: 'Contient des macros',
  macrosHelp: 'Ce document peut exécuter des macros : ne l’ouvrir que si l’expéditeur est sûr.',
  failed: (fileName: string) => `«${NBSP}${fileName}${NBSP}» n’a pas été joint.`,
  total: (files: number, bytes: number) =>
    files === 0 ? 'Aucune pièce' : `${plural(files, 'pièce', 'pièces')}, ${fileSize(bytes)}`,
  emptyTitle: 'Aucune pièce pour l’instant',
  emptyWords: 'Joindre les supports, rapports et projets de texte de la séance ou d’un point.',
} as const
