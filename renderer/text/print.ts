import { plural } from './plural.ts'

export const printText = {
  preparing: 'Préparation de l’impression…',
  printed: 'Envoyé à l’imprimante',
  cancelled: 'Rien n’a été imprimé.',
  failed: 'L’impression n’a pas pu commencer. Vérifier qu’une imprimante est installée sur ce poste.',
  facts: (rows: number, day: string) => `${plural(rows, 'ligne', 'lignes')}, ${day}`,
}
