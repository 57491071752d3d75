import { fold } from '../fold.ts'
import type { Line } from '../lines.ts'
import { namesSomebody, ownerAndDue } from './owner-and-due.ts'

export type FoundDecision = {
  number: string | null
  itemNumber: string | null
  text: string
  outcome: string | null
  block: number
  excerpt: string
}
export type FoundAction = Omit<FoundDecision, 'outcome'> & {
  owner: string | null
  organisation: string | null
  dueDate: string | null
}
export type Statements = { decisions: FoundDecision[]; actions: FoundAction[]; used: Set<number> }

type Known = Statements & { known: ReadonlySet<string> }

type Kind = 'decision' | 'action' | 'both' | 'done'
type Mark = {
  kind: Kind
  number: string | null
  owner: string | null
  rest: string
  /** How what stands under the mark is listed, once some of it was read. */
  listed?: 'bullets' | 'numbers'
}

const MARK =
  /^[\s*=>→➔➜►▶-]*(?<word>d[ée]cisions?\s*(?:\/|et)\s*actions?|d[ée]cisions?|actions?|relev[ée] d[’']actions?|[àa] faire)\b\s*(?:(?<who>[^\s:*][^:*]{0,59}?)\s*)?(?:\*+\s*)?(?::|$|–|—)\s*(?:\*+\s*)?/iu
const NUMBER = /^(?:n°\s*)?([DA]-?\d[\w.-]*|\d{1,3})$/i
const CODE = /^\(?([DA]-\d{4}-[\w-]+|[DA]\d{1,3})\)?\s*[:–-]?\s*/

/**
 * Decisions and actions of the lines that are marked so.
 * @param itemNumberAt number of the item that a line stands under
 * @param known folded names of the bodies and persons that took part
 */
export function readStatements(
  lines: readonly Line[],
  itemNumberAt: (line: Line) => string | null,
  known: ReadonlySet<string>,
): Statements {
  const found: Known = { decisions: [], actions: [], used: new Set(), known }
  let open: (Mark & { line: Line; itemNumber: string | null }) | null = null
  for (const line of lines) {
    const mark = line.type === 'row' ? null : markOf(line)
    if (mark !== null) {
      open = { ...mark, line, itemNumber: itemNumberAt(line) }
      if (mark.rest !== '') {
        take(found, mark, mark.rest, line, open.itemNumber)
        // Words on the line itself are all of it.
        open = null
      }
      continue
    }
    if (line.box !== null) {
      const kind = line.box === 'open' ? 'action' : 'done'
      take(found, { kind, number: null, owner: null, rest: '' }, line.words, line, itemNumberAt(line))
    } else if (
      open !== null &&
      line.type !== 'heading' &&
      line.type !== 'row' &&
      (line.bullet || (line.type === 'list' && open.listed !== 'bullets'))
    ) {
      // A number after bullets is the next item, not the next action.
      open.listed = line.bullet ? 'bullets' : 'numbers'
      found.used.add(open.line.block)
      // Numbers under the mark are its own.
      take(found, open, line.words, line, open.itemNumber)
    } else open = null
  }
  const { decisions, actions, used } = found
  return { decisions, actions, used }
}

function markOf(line: Line): Mark | null {
  const found = MARK.exec(line.words)
  const { word = '', who = '' } = found?.groups ?? {}
  if (found === null) return null
  const rest = line.words
    .slice(found[0].length)
    .replace(/\*+\s*$/, '')
    .trim()
  const folded = fold(word)
  const said = fold(who).replace(/^\//, '').trim()
  // "Décision de principe attendue au printemps" is a sentence: only a colon makes it a mark.
  if (!/[:–—]\s*\**\s*$/.test(found[0]) && (rest !== '' || who !== '')) return null
  const number = NUMBER.exec(who.trim())?.[1] ?? null
  const kind: Kind = /realise|menee|terminee|faites?$|soldee/.test(said)
    ? 'done'
    : /decisions?.*actions?/.test(folded)
      ? 'both'
      : folded.startsWith('decision')
        ? 'decision'
        : 'action'
  const isPlan =
    /^(?:a (?:poursuivre|prevoir|mener|venir|engager|lancer)|\/? ?a prevoir|en cours|prises?|retenues?|prochaines?)/.test(
      said,
    )
  const through = /\bpar\s+(\p{Lu}.*)$/u.exec(who)?.[1]
  const by = through ?? who.trim().replace(/^\((.*)\)$/, '$1')
  const owner =
    kind === 'action' && by !== '' && number === null && (!isPlan || through !== undefined) ? by : null
  return { kind, number, owner, rest }
}

function take(found: Known, mark: Mark, words: string, line: Line, itemNumber: string | null): void {
  found.used.add(line.block)
  if (mark.kind === 'done') return
  const several = mark.kind === 'action' ? severalActions(words) : []
  if (several.length > 1) {
    for (const one of several) take(found, mark, one, line, itemNumber)
    return
  }
  const code = CODE.exec(words)
  const number = mark.number ?? code?.[1] ?? null
  const text = code === null ? words : words.slice(code[0].length)
  const common = { number, itemNumber, block: line.block, excerpt: line.text }
  if (mark.kind === 'decision') found.decisions.push({ ...common, text: text.trim(), outcome: null })
  else {
    const { rest, owner, dueDate } = ownerAndDue(text, found.known)
    // "DGX : envoyer le plan"
    const [, by = '', todo = ''] = /^([^:]{2,60}?)\s?:\s(\p{L}+(?:er|ir|re|oir)(?:\s.+)?)$/iu.exec(rest) ?? []
    if (owner === null && mark.owner === null && by !== '' && namesSomebody(by)) {
      found.actions.push({ ...common, text: todo, owner: by, organisation: null, dueDate })
      return
    }
    found.actions.push({ ...common, text: rest, owner: owner ?? mark.owner, organisation: null, dueDate })
  }
}

/** "publier le guide ; ouvrir le bac à sable": several when each begins with what is to be done. */
function severalActions(words: string): string[] {
  const pieces = words.split(/\s*;\s*/).filter((piece) => piece !== '')
  return pieces.every((piece) => /^\p{L}+(?:er|ir|re|oir)\s/iu.test(piece)) ? pieces : []
}
