import { plural } from '../../electron/domain/text/plural.ts'

export const printText = {
  preparing: 'Préparation de l’impression…',
  page: (done: number, total: number) => `Préparation de l’impression\u00a0: page ${done} sur ${total}…`,
  stop: 'Arrêter',
  tooLong:
    'Ce document a plus de 200 pages. L’exporter en PDF, puis l’imprimer depuis la visionneuse du poste.',
  printed: 'Envoyé à l’imprimante',
  cancelled: 'Rien n’a été imprimé.',
  failed: 'L’impression n’a pas pu commencer. Vérifier qu’une imprimante est installée sur ce poste.',
  facts: (place: string, rows: number, day: string) =>
    `${place === '' ? '' : `${place}\u202f; `}${plural(rows, 'ligne', 'lignes')}, imprimé le ${day}`,
}
