// What is to be done where no title says so: by an arrow, a sign or a colon beside a name, or a sentence over a list.
import type { Line } from '../lines.ts'
import { isGivenName } from '../names/given-names.ts'
import { isFunction } from '../people.ts'
import { plainLine } from '../plain-line.ts'
import { INFINITIVE, saysDoes } from './doing-words.ts'
import { byWhom, firstNamed, lacksWhom, ownerAndDue } from './owner-and-due.ts'
import { leadsToDecidedActions, type Mark } from './statement-marks.ts'

/** "Il faudrait demander la liste", "Penser à relancer": what is to be done, behind an arrow. */
const HAS_TO_BE =
  /^(?:il (?:faudra|faudrait|reste [àa])|reste [àa]|penser [àa]|ne pas oublier (?:de\s|d[’']))\s?\p{L}{2,}(?:er|ir|re|oir)\s/iu

/** "Bilan à publier" */
const TO_BE_DONE = /\sà\s\p{Ll}{2,}(?:er|ir|re|oir)(?!\p{L})/u

/** "Relancer les adhérents -> Momo", "plan de la cour => Zoé, Luc", "ménage → tous" */
function behindArrow(words: string): { whole: string; by: string } | null {
  const [, whole = '', by = ''] =
    /^(\S.{3,300}?)\s(?:=>|->|→|➔|➜|⇒)\s*(\p{Lu}[^→>:.()]{1,40}?|tous|toutes|tout le monde)(?:\s\([^()]{2,30}\))?\.?$/u.exec(
      words,
    ) ?? []
  return by === '' ? null : { whole, by }
}

/** Bullets that all end in an arrow and given names share out what is to be done, whether or not it is said who was there. */
export function calledBehindArrows(lines: readonly Line[]): Set<string> {
  const called = new Set<string>()
  let run: string[] = []
  for (const line of [...lines, undefined]) {
    const by = line?.bullet === true ? behindArrow(line.words)?.by.split(/,\s*|\set\s/) : undefined
    if (by?.every((one) => isGivenName(one) || EVERYBODY.test(one)) === true) {
      run.push(by.map(plainLine).join('|'))
      continue
    }
    if (run.length >= FEWEST && new Set(run).size > 1)
      for (const names of run) for (const name of names.split('|')) called.add(name)
    run = []
  }
  return called
}

const FEWEST = 3

const EVERYBODY = /^(?:tous|toutes|tout le monde)$/

/** Words that say who does them, among those who were there: behind an arrow, before one, or before a colon. */
export function pointedAt(line: Line, known: ReadonlySet<string>): string | null {
  // "Relancer les adhérents -> Momo"
  const shared = behindArrow(line.words)
  if (shared?.by.split(/,|\set\s/).every((one) => known.has(plainLine(one))))
    return `${shared.whole} (${shared.by})`
  // "- Bilan à publier @zoe"
  const [, asked = ''] =
    /^(\S.{4,300}?)(?:\s@[\p{L}\d][\p{L}\d_.-]{1,30}(?:,|\set|\s&)?)+$/u.exec(line.words) ?? []
  // "Trésorier adjoint : Luc Bon @luc" is an office.
  const isOffice = isFunction(asked.split(':')[0] ?? '')
  if (line.bullet && !isOffice && (INFINITIVE.test(asked) || TO_BE_DONE.test(asked)) && !lacksWhom(asked))
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

/** "… et retiennent les tâches suivantes :" over bullets that each say what to do. */
export function leadsToDo(lines: readonly Line[], at: number, known: ReadonlySet<string>): Mark | null {
  const line = lines[at]
  if (
    line?.type !== 'paragraph' ||
    line.bullet ||
    !TO_DO.test(plainLine(line.words)) ||
    TO_CHOOSE.test(plainLine(line.words))
  )
    return null
  const below = lines.slice(at + 1)
  const end = below.findIndex(({ bullet, level }) => !bullet || level > (below[0]?.level ?? 0))
  const bullets = below.slice(0, end < 0 ? undefined : end)
  const mark = { number: null, owner: null, rest: '' }
  if (bullets.length < 2) return null
  if (bullets.every(({ words }) => INFINITIVE.test(words))) return { ...mark, kind: 'action' }
  if (!leadsToDecidedActions(line.words)) return null
  const isDone = ({ words }: Line) =>
    INFINITIVE.test(words) ||
    firstNamed(words, known) !== null ||
    ownerAndDue(words, known).owner !== null ||
    byWhom(words, known) !== null
  // Where nobody acts, what is to be done was decided.
  return { ...mark, kind: bullets.some(isDone) ? 'action' : 'decision' }
}

/** "On a donc des choix à faire sur :" leads to what there is to choose from. */
const TO_CHOOSE =
  /\b(?:choix|arbitrages?|questions?|options?|pistes?|hypotheses?) (?:qui )?(?:restent |reste )?a [a-z]+\b[^.;:]{0,60}:$/

const TO_DO =
  /\b(?:actions?|taches?|travail|travaux|a faire|faudra|devons|devra|suites|etapes)\b[^.;:]{0,120}:$/
