// What a list of people passes over, and what ends it.
import type { AttendanceStatus } from '../../../domain/attendance/attendance.ts'
import { isHeaderLabel, LABEL, type Line } from '../lines.ts'
import { isOrganisationName, mayBePerson, onlyPersons } from '../people.ts'
import { plainLine } from '../plain-line.ts'
import { isCollege } from './behind-body.ts'
import { peopleOf } from './people-in-line.ts'
import { headOf, namedInside } from './people-in-list.ts'
import { personLine } from './person-line.ts'
import { hasCivility } from './person-name.ts'
import { groupOf } from './presence-groups.ts'

/** The text begins: somebody opens the meeting. */
export const BEGINS =
  /\b(?:(?:ouvre|leve|preside|introduit|anime) (?:la |l')(?:seance|reunion|assemblee)|declare (?:la |l')|constate que|rappelle|remercie|souhaite la bienvenue|(?:a|ont) fait l'(?:honneur|amitie)|(?:est|a ete|sont|ont ete) (?:designe|nomme|elu)e?s?)\b/

/** A title in capitals, over a sentence. */
export function isShouted(line: Line, below: Line | undefined): boolean {
  return (
    !line.bullet &&
    /^[^\p{Ll}]{8,}$/u.test(line.text) &&
    /\s(?:DE LA|DE|DU|DES|ET|AU|AUX)\s/u.test(line.text) &&
    below !== undefined &&
    !below.bullet &&
    /^\p{Lu}.*\p{Ll}{2}.*[.!?]$/u.test(below.text) &&
    peopleOf(below.text, null).length === 0
  )
}

/** Nobody, or all of them: neither ends a list. */
const NOBODY = /^(?:aucune?(?: [a-z' ]{1,50})?|neant)\.?$/
/** "Départ de M. Bon", told among those who were there. */
const WENT = /^(?:depart|retour|arrivee|sortie) (?:de |d')(?:(?:mm?\.?|mmes?|monsieur|madame) )?[^:;]{3,80}$/

/** It names nobody of a list, and does not end it. */
export function namesNobody({ type, number, words }: Line): boolean {
  const folded = plainLine(words)
  return NOBODY.test(folded) || (type !== 'heading' && number === null && WENT.test(folded))
}

export const EVERYBODY =
  /^(?:tou(?:s|tes|t)\b|l'ensemble d|l'equipe\b|les? autres? (?:groupes?|membres|equipes?|participants)\b)[^,;:]{0,60}$/

/** Between people and more people, of the same look, and no sentence. */
export function isOddLine(lines: readonly Line[], at: number, state: AttendanceStatus | null): boolean {
  const line = lines[at]
  if (line === undefined || line.type === 'heading' || line.number !== null) return false
  if (line.text.length > 120 || line.text.includes(':') || (!line.bullet && /[.!?]$/.test(line.text)))
    return false
  return [lines[at + 1], lines[at + 2]].some(
    (below, ahead) =>
      below !== undefined &&
      (ahead === 0 || (below.type === line.type && below.bullet === line.bullet)) &&
      below.number === null &&
      groupOf(below) === null &&
      !below.text.includes(':') &&
      (peopleOf(below.bullet ? below.words : below.text, state).length > 0 ||
        namedInside(below.text).length > 0) &&
      (ahead === 0 || !/[.!?:]$/.test(lines[at + 1]?.text ?? '')),
  )
}

/** "1. Anne Roy", "2. Paul Bon": counted from one, and nothing but names. */
export function isNumberedName(lines: readonly Line[], at: number, found: number): boolean {
  const line = lines[at]
  const above = lines[at - 1]
  if (line === undefined || above === undefined || !/^\d{1,2}$/.test(line.number ?? '')) return false
  const goesOn = found === 0 ? line.number === '1' : Number(line.number) === Number(above.number) + 1
  const isName = (one: Line | undefined) => {
    const [name = ''] = one?.words.split(/[,;(:|]|\s[–—-]\s/u) ?? []
    const isListed = /\s\|\s/.test(one?.words ?? '') && personLine(name) !== null
    return (
      isListed || onlyPersons(one?.words ?? '') || (onlyPersons(name) && !/[.!?]$/.test(one?.words ?? ''))
    )
  }
  if (!goesOn) return false
  const below = lines[at + 1]
  // "8. Anne Roy LES QUAIS" between those counted before and after
  if (!isName(line)) return found >= SURELY && isName(above) && isName(below)
  return isName(below) || (found > 0 && isName(above))
}

/** So many people counted before make it a list of people. */
const SURELY = 3

/** A person stands before whatever else the line says. */
export function isNamedFirst({ words }: Line): boolean {
  return hasCivility(words) || mayBePerson(words.split(/[,;(]|\s[–—-]\s/u)[0]?.trim() ?? '')
}

/** "Secrétaire de séance : Mme Roy": an office of the meeting. */
export function isOffice(line: Line): boolean {
  const label = plainLine(LABEL.exec(line.words)?.[1] ?? '')
  return /^(?:(?:secretaire|secretariat|presidente?|presidence|animat\w+|redact\w+)(?: (?:de|de la) (?:seance|reunion))|animat(?:eur|rice)|facilitat(?:eur|rice)|moderat(?:eur|rice)|scribe|redact\w+|prise de notes)$/.test(
    label,
  )
}

/** "Représentants du personnel" between those who were there: the list goes on below it. */
export function isSubhead(line: Line): boolean {
  const words = headOf(line.words)
  if (words.length > 90 || /[.!?]$/.test(words)) return false
  // "1.1 Représentants du personnel"
  if (line.number !== null) return isCollege(words)
  // "Équipe pédagogique :" over names
  const isLabel = /:$/.test(line.words) && words.split(' ').length <= 4 && !isHeaderLabel(words)
  return isOrganisationName(words) || isCollege(words) || isLabel
}
