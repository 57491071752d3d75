import type { Reading } from '../readers/reading.ts'
import { wholeTime } from './clock-times.ts'
import { withoutEndings } from './kind-evidence.ts'
import type { Line } from './lines.ts'
import { plainLine } from './plain-line.ts'

export function callsItselfMinutes(lines: readonly Line[], { blocks }: Reading): boolean {
  // "17h40 | Compte rendu du 10 juin" is a row of an agenda.
  const isTimed = ({ block }: Line) => {
    const row = blocks[block]
    return row?.type === 'row' && row.cells.some((cell) => wholeTime(cell) !== null)
  }
  return lines.slice(0, 8).some((line) => (isMinutesTitle(line) && !isTimed(line)) || isSheetTitle(line))
}

/** "Feuille de présence", "Instance – réunion n° 17 – liste d’émargement": it says who was there, and nothing else. */
export function isSheetTitle(line: Line): boolean {
  const sheet =
    /(?:^|[–—:-] )(?:feuilles?|listes?|etats?) (?:de |des |d')(?:presences?|presents|emargements?)\b/
  return line.number === null && !line.bullet && line.text.length <= 150 && sheet.test(says(line))
}

export function isMinutesTitle(line: Line): boolean {
  const minutes =
    /^(?:projet de )?(?:comptes?[- ]rendus?|cr\b|proces[- ]verbal|pv\b|releve (?:de|des) (?:decisions|conclusions)|(?:voici|vous trouverez) (?:ci-dessous )?le (?:compte[- ]rendu|cr\b))/
  // "Groupe Voies – relevé de décisions du 10 mai": the body first.
  const behind =
    /^(?!(?:convocation|invitation|ordre du jour|odj)\b).{3,80} [–—|-] ?(?:projet de )?(?:comptes?[- ]rendus?|proces[- ]verbal|releves? (?:de|des|d')\s?(?:decisions|conclusions|actions)|suivi (?:de|des|d')\s?(?:decisions|actions))\b/
  const isTitle = line.number === null && !line.bullet && !line.timed
  return (
    isTitle &&
    (minutes.test(says(line)) ||
      (line.text.length <= 120 && behind.test(says(line)) && !/ordre du jour|convocation/.test(says(line))))
  )
}

/** "Compte rendu" alone over the text, below the agenda. */
export function isTitleOfText(line: Line): boolean {
  return (
    line.type === 'heading' &&
    /^(?:compte[- ]rendu|cr|proces[- ]verbal|pv|deroule(?:ment)?|discussions?|echanges)(?: (?:de (?:la |cette )?(?:reunion|seance)|de l'assemblee(?: generale)?|detaille|des (?:echanges|discussions)))?\s?:?$/.test(
      says(line),
    )
  )
}

/** Heads of what minutes list beside their agenda: none is an item, and none ends it. */
export function isTitleOfList(line: Line): boolean {
  return (
    line.number === null &&
    !line.bullet &&
    line.type !== 'row' &&
    /^(?:liste (?:des |de )?)?(?:(?:l[ea]s? )?(?:etaient |membres |personnes |adherents |eleves )?(?:participante?s?|presente?s?|presences?|excuse?e?s?|absente?s?|invite?e?s?)|informations? (?:generales?|pratiques?|(?:sur|de) (?:la |le |cette )?(?:seance|reunion|rencontre))|(?:decisions?|actions?|taches)(?: (?:a (?:suivre|mener|faire)|prises?))?|to ?do|documents? associes?|(?:questions?|points?) en suspens|notes? additionnelles?|suivi du document|releve (?:de |des |d')(?:decisions|conclusions|actions)\b.{0,40})\s*:?$/.test(
      withoutEndings(plainLine(line.text)),
    )
  )
}

export function says(line: Line): string {
  return plainLine(line.text).replace(/^objet ?: ?/, '')
}
