import { datesIn } from '../dates.ts'
import type { Line } from '../lines.ts'
import { isAnchor } from '../outline-region.ts'
import { plainLine, SAYS_NOTHING, trimPunctuation } from '../plain-line.ts'
import { saysDoes } from './doing-words.ts'
import { opensWithNext } from './next-meeting.ts'
import {
  areKnown,
  assignedIn,
  byWhom,
  firstNamed,
  isName,
  namesSomebody,
  ownerAndDue,
} from './owner-and-due.ts'
import { calledBehindArrows, leadsToDo, pointedAt } from './pointed-at.ts'
import { codedLines, type Mark, markOf, saysNextSteps } from './statement-marks.ts'

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
/** Read line by line, with the blocks of what stands in a list below its title, and what only an arrow or a name points at. */
type Marked = Statements & { listed: Set<number>; pointed: Set<FoundAction> }

type Known = Marked & { known: ReadonlySet<string> }

const CODE = /^\(?([DA]-\d{4}-[\w-]+|[DA]\d{1,3})\)?\s*[:–-]?\s*/

/**
 * Decisions and actions of the lines that are marked so.
 * @param itemNumberAt number of the item that a line stands under
 * @param present folded names of the bodies and persons that took part
 */
export function readStatements(
  written: readonly Line[],
  itemNumberAt: (line: Line) => string | null,
  present: ReadonlySet<string>,
): Marked {
  const lines = written.flatMap(byTags)
  const known = new Set([...present, ...calledBehindArrows(lines)])
  const found: Known = {
    decisions: [],
    actions: [],
    used: new Set(),
    listed: new Set(),
    pointed: new Set(),
    known,
  }
  let open: (Mark & { line: Line; itemNumber: string | null }) | null = null
  const coded = codedLines(lines)
  let isAgenda = false
  for (const [at, line] of lines.entries()) {
    // A table that was read stands between: the title led to it.
    if (open?.listed === undefined && line.block - (lines[at - 1]?.block ?? line.block) > 1) open = null
    const kind = coded.get(line)
    if (kind !== undefined) {
      take(found, { kind, number: null, owner: null, rest: '' }, line.text, line, itemNumberAt(line))
      open = null
      isAgenda = false
      continue
    }
    const mark: Mark | null =
      line.type === 'row'
        ? null
        : (markOf(line) ??
          titleOf(line, lines[at + 1]) ??
          (isWaiting(open) ? null : leadsToDo(lines, at, known)))
    // Boxes below "Ordre du jour" are ticked off as the meeting goes on; a decision may speak of an agenda.
    isAgenda = line.box === null ? (mark === null || mark.rest === '') && isAnchor(line) : isAgenda
    if (isAgenda) {
      open = null
      continue
    }
    if (mark !== null) {
      open = { ...mark, line, itemNumber: itemNumberAt(line) }
      if (mark.rest !== '') {
        take(found, mark, mark.rest, line, open.itemNumber)
        // Words on the line itself are all of it.
        open = null
      }
      continue
    }
    // "Décisions :" over "Nous ferons ces tâches :" and their list
    const leadsOn = isWaiting(open) && leadsToList(line, lines[at + 1])
    if (open !== null && (leadsOn || isPartOf(open, line, lines[at + 1]))) {
      found.used.add(line.block)
      continue
    }
    // "Marc" alone over what he is to do
    if (
      open?.kind === 'action' &&
      line.type === 'paragraph' &&
      known.has(plainLine(line.words)) &&
      lines[at + 1]?.type === 'list'
    ) {
      open.owner = line.words
      found.used.add(line.block)
      continue
    }
    const assigned = line.type === 'row' ? null : assignedIn(line.words)
    if (assigned !== null) {
      take(
        found,
        { kind: 'action', number: null, owner: assigned.owner, rest: '' },
        assigned.what,
        line,
        itemNumberAt(line),
      )
      continue
    }
    const pointed = line.type === 'row' || line.box !== null ? null : pointedAt(line, known)
    if (pointed !== null) {
      const before = found.actions.length
      take(found, { kind: 'action', number: null, owner: null, rest: '' }, pointed, line, itemNumberAt(line))
      if (open === null) for (const one of found.actions.slice(before)) found.pointed.add(one)
    } else if (line.box !== null) {
      if (open !== null) open.level ??= line.level
      found.listed.add(line.block)
      const kind = line.box === 'open' ? 'action' : 'done'
      take(found, { kind, number: null, owner: null, rest: '' }, line.words, line, itemNumberAt(line))
    } else if (
      open !== null &&
      line.type !== 'heading' &&
      line.type !== 'row' &&
      (line.bullet || (line.type === 'list' && open.listed !== 'bullets')) &&
      isUnder(open, line) &&
      !(open.listed !== undefined && isNextTitle(lines, at))
    ) {
      open.level ??= line.level
      found.used.add(line.block)
      if (open.isInText !== true) found.listed.add(line.block)
      // "Marc :" only says whose those below it are.
      if (nameAlone(line, known) !== null && (lines[at + 1]?.level ?? 0) > line.level) continue
      const whose = line.level > open.level ? whoseIs(lines, at, known) : null
      // What else stands deeper says more of the action above it.
      if (line.level > open.level && whose === null) continue
      // A number after bullets is the next item, not the next action.
      open.listed = line.bullet ? 'bullets' : 'numbers'
      if (open.line.number === null && !saysNextSteps(open.line.words)) found.used.add(open.line.block)
      // Numbers under the mark are its own.
      take(found, { ...open, owner: whose ?? open.owner }, line.words, line, open.itemNumber)
    } else if (open !== null && isOwnParagraph(open, line)) {
      open.listed = 'paragraphs'
      found.listed.add(line.block)
      if (open.line.number === null) found.used.add(open.line.block)
      take(found, open, line.words, line, open.itemNumber)
    } else open = null
  }
  const { decisions, actions, used, listed, pointed } = found
  return { decisions, actions, used, listed, pointed }
}

/** "#AGREED on migre #ACTION Zoé ouvre le compte": one paragraph, and a statement behind each tag. */
function byTags(line: Line): Line[] {
  const parts = line.type === 'paragraph' ? line.text.split(/\s(?=#(?:action|todo|agreed)\b)/iu) : []
  return parts.length < 2 ? [line] : parts.map((text) => ({ ...line, text, words: text }))
}

/** "Prochaines étapes", "4.2 Répartition des tâches" alone over bullets need no colon. */
function titleOf(line: Line, below: Line | undefined): Mark | null {
  const isAlone = line.type === 'paragraph' || (line.type === 'list' && line.number !== null)
  const isOver = isAlone && !line.bullet && below?.bullet === true
  const mark = isOver && /[\p{L})]$/u.test(line.words) ? markOf({ ...line, words: `${line.words} :` }) : null
  return mark?.kind === 'action' ? mark : null
}

/** A sentence that speaks of what is listed: a title with a colon is the next part of the page. */
function leadsToList(line: Line, below: Line | undefined): boolean {
  return (
    line.type === 'paragraph' &&
    line.number === null &&
    line.text.length <= 160 &&
    /\b(?:taches|decisions|mesures|actions) suivantes ?:$/.test(plainLine(line.text)) &&
    below?.type === 'list'
  )
}

/** "Le site", "Le journal" over bullets below the heading "À faire": whose they are, and no other list. */
function isPartOf(open: Mark & { line: Line }, line: Line, below: Line | undefined): boolean {
  return (
    open.kind === 'action' &&
    open.line.type === 'heading' &&
    line.type === 'heading' &&
    line.level > open.line.level &&
    line.number === null &&
    line.words.length <= 40 &&
    below?.type === 'list'
  )
}

/** "Décisions" as a heading over short paragraphs: each is one, where nothing is listed. */
function isOwnParagraph(open: Mark & { line: Line }, line: Line): boolean {
  return (
    open.line.type === 'heading' &&
    (open.listed === undefined || open.listed === 'paragraphs') &&
    (open.kind === 'decision' || open.kind === 'action') &&
    line.type === 'paragraph' &&
    line.number === null &&
    line.text.length >= 15 &&
    !/:$/.test(line.text) &&
    !saysNextSteps(open.line.words) &&
    !ADDRESSES.test(plainLine(line.text))
  )
}

/** "Merci de votre aide", "Si vous souhaitez participer": said to whoever reads the list. */
const ADDRESSES = /^(?:merci|n'hesitez|si vous|vous (?:pouvez|trouverez)|pour rappel|rappel)\b/

/** Deeper than the mark where that is in the list itself, and no less deep than what came first below it. */
function isUnder(open: Mark & { line: Line }, line: Line): boolean {
  // Bullets as far left as the number they stand under are its own.
  const isOwn = open.line.number !== null && line.bullet && line.level === open.line.level
  if (open.line.type === 'list' && line.type === 'list' && line.level <= open.line.level && !isOwn)
    return false
  return line.level >= (open.level ?? line.level)
}

/** What leads to a line stands at most so far above it. */
const NEAR = 20

/** Who is named by the nearest line above that is less deep: "Marc :". */
function whoseIs(lines: readonly Line[], at: number, known: ReadonlySet<string>): string | null {
  const level = lines[at]?.level ?? 0
  const above = lines.slice(Math.max(0, at - NEAR), at).findLast((line) => line.level < level)
  return above === undefined ? null : nameAlone(above, known)
}

function nameAlone(line: Line, known: ReadonlySet<string>): string | null {
  const [, who = ''] = /^([^:]{2,40}?)\s?:\s*$/.exec(line.words) ?? []
  return who !== '' && (known.has(plainLine(who)) || namesSomebody(who) || isName(who)) ? who : null
}

/** A title whose list has not begun. */
function isWaiting<Open extends Mark>(open: Open | null): open is Open {
  return open?.rest === '' && open.listed === undefined
}

/** A short bullet without its full stop, over a paragraph: the bullets before it were sentences, this one is the next subject. */
function isNextTitle(lines: readonly Line[], at: number): boolean {
  const line = lines[at]
  const above = lines[at - 1]
  const below = lines[at + 1]
  if (line === undefined || above === undefined || below === undefined) return false
  return (
    line.text.length <= 80 &&
    !/[.;!]$/.test(line.text) &&
    /[.;!]$/.test(above.text) &&
    below.type === 'paragraph' &&
    !below.bullet &&
    below.text.length >= 100
  )
}

/** "Comité de pilotage mi-juillet : première synthèse", "Atelier le 4 avril": when people meet, among the next steps. */
const MEETS =
  /^(?:prochaine?s? )?(?:comite|copil|cotech|seance|reunion|assemblee|conseil|atelier|gt|groupe de travail|rencontre|webinaire)\b[^:]*(?:\d|\b(?:janvier|fevrier|mars|avril|mai|juin|juillet|aout|septembre|octobre|novembre|decembre)\b)/

function take(found: Known, mark: Mark, words: string, line: Line, itemNumber: string | null): void {
  found.used.add(line.block)
  if (mark.kind === 'done' || SAYS_NOTHING.test(plainLine(words))) return
  // "Prochain point le 20 juin" among what is to be done is no action.
  if (opensWithNext(words) && datesIn(words).length > 0) return
  if (mark.kind === 'action' && MEETS.test(plainLine(words))) return
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
    const at = /^@(\p{L}[\p{L}.-]{1,40})\s+(\S.*)$/u.exec(text)
    const { rest, owner, dueDate } =
      at === null
        ? ownerAndDue(text, found.known)
        : { ...ownerAndDue(at[2] ?? '', found.known), owner: at[1] ?? null }
    // "DGX : envoyer le plan"
    const [, by = '', todo = ''] = byWhom(rest, found.known) ?? []
    const named =
      by !== '' && (by.startsWith('@') || namesSomebody(by) || isName(by) || areKnown(by, found.known))
        ? { owner: by.replace(/^@/, ''), text: todo }
        : mark.isShared === true
          ? sharedOut(rest)
          : null
    if (owner === null && mark.owner === null && named !== null) {
      found.actions.push({ ...common, ...named, organisation: null, dueDate })
      return
    }
    const doer = owner ?? mark.owner ?? firstNamed(rest, found.known)
    found.actions.push({ ...common, text: rest, owner: doer, organisation: null, dueDate })
  }
}

/** "Équipe cuisine : achète le pain", "Affiche : Momo et Nina", "Momo : courses": who does what below "Qui fait quoi". */
function sharedOut(words: string): { owner: string; text: string } | null {
  const [, before = '', behind = ''] = /^(\p{Lu}[^:]{1,40}?)\s?:\s(\S.*)$/u.exec(words) ?? []
  const names = trimPunctuation(behind)
  if (before === '') return null
  if (names.split(/,\s|\s(?:et|&)\s/u).every(isName)) return { owner: names, text: before }
  const isDoer =
    saysDoes(behind) ||
    (isName(before) &&
      /^\p{Ll}/u.test(behind) &&
      !/^(?:l(?:[ea]s?\s|[’'])|à |non |pas |en |déjà )/.test(behind))
  return isDoer ? { owner: before, text: behind } : null
}

/** "publier le guide ; ouvrir le bac à sable": several when each begins with what is to be done. */
function severalActions(words: string): string[] {
  const pieces = words.split(/\s*;\s*/).filter((piece) => piece !== '')
  return pieces.every((piece) => /^\p{L}+(?:er|ir|re|oir)\s/iu.test(piece)) ? pieces : []
}
