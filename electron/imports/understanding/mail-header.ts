import { LABEL, type Line } from './lines.ts'
import { plainLine } from './plain-line.ts'

/** Heads of a saved mail: their date is that of sending. */
export function isMailHeader(lines: readonly Line[], at: number): boolean {
  const { text = '' } = lines[at] ?? {}
  // "Le 5 janvier 2026, Zoé Lac a écrit :", and what she wrote
  if (/^>/.test(text) || /\ba écrit\s?:$/u.test(text)) return true
  const label = plainLine(LABEL.exec(text)?.[1] ?? '')
  if (/^(?:envoye|sent|recu|de|from|a|to|cc|cci)$/.test(label)) return true
  if (label !== 'date') return false
  const near = [lines[at - 1], lines[at - 2], lines[at + 1]].map((line) =>
    plainLine(LABEL.exec(line?.text ?? '')?.[1] ?? ''),
  )
  return near.some((other) => /^(?:de|from|a|to|envoye|sent|subject|expediteur)$/.test(other))
}
