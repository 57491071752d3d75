// Of a line that no title leads to: what somebody is asked to do, by an arrow, a sign or a colon beside their name.
import type { Line } from '../lines.ts'
import { plainLine } from '../plain-line.ts'
import { INFINITIVE, saysDoes } from './doing-words.ts'
import { lacksWhom } from './owner-and-due.ts'

/** "Il faudrait demander la liste", "Penser à relancer": what is to be done, behind an arrow. */
const HAS_TO_BE =
  /^(?:il (?:faudra|faudrait|reste [àa])|reste [àa]|penser [àa]|ne pas oublier (?:de\s|d[’']))\s?\p{L}{2,}(?:er|ir|re|oir)\s/iu

/** "Bilan à publier" */
const TO_BE_DONE = /\sà\s\p{Ll}{2,}(?:er|ir|re|oir)(?!\p{L})/u

/** Words that say who does them, among those who were there: behind an arrow, before one, or before a colon. */
export function pointedAt(line: Line, known: ReadonlySet<string>): string | null {
  // "Relancer les adhérents -> Momo"
  const [, whole = '', by = ''] =
    /^(\S.{3,300}?)\s(?:=>|->|→|➔|➜|⇒)\s*(\p{Lu}[^→>:.()]{1,40}?)(?:\s\([^()]{2,30}\))?\.?$/u.exec(
      line.words,
    ) ?? []
  if (whole !== '' && by.split(/,|\set\s/).every((one) => known.has(plainLine(one))))
    return `${whole} (${by})`
  // "- Bilan à publier @zoe"
  const [, asked = ''] =
    /^(\S.{4,300}?)(?:\s@[\p{L}\d][\p{L}\d_.-]{1,30}(?:,|\set|\s&)?)+$/u.exec(line.words) ?? []
  if (line.bullet && (INFINITIVE.test(asked) || TO_BE_DONE.test(asked)) && !lacksWhom(asked))
    return line.words
  // "- DGX : envoyer le plan", wherever it stands
  const said = line.bullet
    ? /^([^:]{2,60}?)\s?:\s(?:\p{L}+(?:er|ir|re|oir)\s.+)$/iu.exec(line.words)?.[1]
    : undefined
  if (said !== undefined && known.has(plainLine(said))) return line.words
  // "PB : mettre à jour le fichier" alone on its line, "@marc relance la mairie"
  const [, handle, does = ''] = /^@(\p{L}[\p{L}\d_.-]{1,30})[\s:,]+(\p{L}.*)$/u.exec(line.words) ?? []
  if (handle !== undefined && (INFINITIVE.test(does) || saysDoes(does))) return line.words
  const [, who = ''] = /^([^:@]{2,60}?)\s?:\s\p{Ll}+(?:er|ir|re|oir)\s/u.exec(line.words) ?? []
  if (known.has(plainLine(who)) && !/\b(?:c'est|est|sont|serait)\b/.test(plainLine(line.words)))
    return line.words
  const words =
    line.pointed === true ? line.words : /^(?:=>|->|→|➔|➜|►|⇒)\s*(\p{Lu}.*)$/u.exec(line.words)?.[1]
  if (words === undefined) return null
  if (INFINITIVE.test(words) || HAS_TO_BE.test(words)) return words
  const name =
    /^((?:\p{Lu}[\p{L}’'.-]*\s?){1,3}?)(?=\s(?!(?:a|ont|avait|avaient|est|sont)\s)(?:\p{Ll}|:))/u.exec(
      words,
    )?.[1]
  return name !== undefined && known.has(plainLine(name)) ? words : null
}
