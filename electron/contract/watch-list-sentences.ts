import { quoted } from '../domain/text/french.ts'
import type { LineFault, RefusedLine } from '../domain/watch/list.ts'

type Told = Pick<RefusedLine, 'column' | 'written' | 'other'>

const faults: Readonly<Record<LineFault, (told: Told) => string>> = {
  date: ({ column, written }) =>
    `${quoted(written)}, colonne ${quoted(column)}, n’est pas un jour qui existe. L’écrire comme 31/12/2026.`,
  noDate: ({ column, written }) =>
    `${quoted(written)}, colonne ${quoted(column)}, veut dire «\u00a0pas de date\u00a0» dans les fichiers officiels. Laisser la case vide.`,
  choice: ({ column, written }) =>
    `${quoted(written)} n’est pas un choix de la colonne ${quoted(column)}. Reprendre un de ceux que montre la fiche d’un texte.`,
  rank: ({ column, written }) => `${quoted(written)}, colonne ${quoted(column)}, n’est pas un nombre entier.`,
  detail: ({ column, written }) =>
    `${quoted(written)}, colonne ${quoted(column)}, ne se comprend pas. Séparer les parties par des barres verticales, dans l’ordre de l’export.`,
  tooMany: () => 'Ce texte aurait plus de deux cents échéances, consultations ou liens.',
  tooLong: ({ column }) =>
    `La case de la colonne ${quoted(column)} est trop longue pour une fiche. La raccourcir.`,
  twice: ({ other }) => `C’est le même texte que la ligne ${other ?? ''}. Garder une seule des deux lignes.`,
  noTitle: () => 'Ce texte n’est pas encore suivi et n’a pas de titre. En donner un.',
  several: () => 'Plusieurs textes suivis peuvent être celui-ci. Ajouter son NOR ou son repère.',
}

/** "Ligne 12 : …" */
export function refusedLineSentence({ line, why, ...told }: RefusedLine): string {
  return `Ligne ${line}\u00a0: ${faults[why](told)}`
}
