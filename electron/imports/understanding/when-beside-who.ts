import type { Reading } from '../readers/reading.ts'
import { timesIn } from './clock-times.ts'
import { datesIn } from './dates.ts'
import { LABEL, type Line } from './lines.ts'
import { listedInLine } from './listed-in-line.ts'
import { announcesNext } from './minutes/next-meeting.ts'
import { plainLine } from './plain-line.ts'

/** "Date : 3 mars à 18 h" over "Présents : …" in one paragraph. */
export function saysWhenOrWhere(line: Line, reading: Reading): boolean {
  const block = reading.blocks[line.block]
  // "Date / heure : 3/05/26", "début 9h" beside who was there
  const isWhen = /^(?:dates?|debut|fin)\b/.test(plainLine(line.text))
  if (block?.type === 'row' && isWhen && datesIn(line.text).length + timesIn(line.text).length > 0)
    return true
  // "Le conseil s’est réuni à 18 heures, autour de Zoé Lac et Luc Bon"
  if (block?.type === 'paragraph' && MET.test(plainLine(line.text)) && timesIn(line.text).length > 0)
    return true
  // "Réunion du 3 mars (participants : Anne Roy, Paul Bon)"
  if (block?.type === 'heading' && datesIn(line.text).length > 0) return !announcesNext(line.words)
  return (
    ((block?.type === 'row' || block?.type === 'paragraph') &&
      datesIn(line.text).length > 0 &&
      timesIn(line.text).length > 0) ||
    isLabelled(line, reading)
  )
}

const MET = /\b(?:s'est|se sont) (?:donc )?(?:reuni|tenu|assemble|retrouve)e?s?\b/

/** "Lieu : salle 3" among other lines of its paragraph. */
export function isLabelled(line: Line, { blocks }: Reading): boolean {
  const block = blocks[line.block]
  return (
    (block?.type === 'row' || (block?.type === 'paragraph' && block.text.trim().includes('\n'))) &&
    /^(?:dates?|jour|heures?|horaires?|durees?|lieu|salle|debut|fin|visio\w*)\b/.test(
      plainLine(LABEL.exec(line.text)?.[1] ?? ''),
    )
  )
}

const OVER_WHEN_OR_WHERE =
  /^(?:quand|ou|dates?|lieux?|horaires?|date et (?:heure|lieu|horaires?)|(?:ou et quand|quand et ou))\s?[?:]?$/

/** "Quand" and "Où" as headings, with all that stands below them: said of the meeting, and no subject of it. */
export function sectionsOfWhenAndWhere(lines: readonly Line[]): Set<Line> {
  const found = new Set<Line>()
  let level: number | null = null
  for (const line of lines) {
    if (line.type === 'heading' && (level === null || line.level <= level))
      level = OVER_WHEN_OR_WHERE.test(plainLine(line.words)) ? line.level : null
    if (level !== null) found.add(line)
  }
  return found
}

/** "Date : 3 mars" and "Ordre du jour : …" over "Participants : …" in one paragraph. */
export function saysOther(line: Line, reading: Reading): boolean {
  return saysWhenOrWhere(line, reading) || (line.type === 'paragraph' && listedInLine(line).length > 0)
}
