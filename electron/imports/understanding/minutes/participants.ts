import type { SourceBlock } from '../../../domain/agenda/source-block.ts'
import type { AttendanceStatus } from '../../../domain/attendance/attendance.ts'
import { datesIn } from '../dates.ts'
import { LABEL, type Line } from '../lines.ts'
import { listedNames } from '../names/listed-names.ts'
import { isFunction, isOrganisationName } from '../people.ts'
import { plainLine } from '../plain-line.ts'
import { isCollege } from './behind-body.ts'
import { besideThem } from './beside-names.ts'
import { withCutLists } from './cut-lists.ts'
import { groupsOf } from './groups-in-line.ts'
import { handlesBelow, handlesSaidAgain, lastOfWords } from './handles.ts'
import {
  BEGINS,
  EVERYBODY,
  isNamedFirst,
  isNumberedName,
  isOddLine,
  isOffice,
  isShouted,
  isSubhead,
  namesNobody,
} from './list-lines.ts'
import { AWAY, withoutHandles, withoutRepeats } from './listed-once.ts'
import { singleName } from './names-list.ts'
import { letteredIn, officersOf, partiesOf } from './officers.ts'
import {
  add,
  type FoundParticipant,
  type Reading,
  readHeadless,
  readTables,
} from './participants-in-tables.ts'
import { peopleOf } from './people-in-line.ts'
import { bodyAmong, headOf, namedInside, namesOf, type OpenList } from './people-in-list.ts'
import { type PersonLine, personLine } from './person-line.ts'
import { groupOf, isPlain } from './presence-groups.ts'
import { rollCalls } from './roll-call.ts'
import { markOf } from './statement-marks.ts'

/** Everything said about who took part. */
export function readParticipants(blocks: readonly SourceBlock[], lines: readonly Line[]): Reading {
  const reading: Reading = { participants: [], used: new Set() }
  readTables(blocks, reading)
  readHeadless(blocks, lines, reading)
  const whole = withCutLists(
    lines.flatMap((line, at) => groupsOf(line, at < HEAD)),
    blocks,
  )
  readLists(whole.lines, reading)
  for (const [first, others] of whole.joined)
    if (reading.used.has(first)) for (const other of others) reading.used.add(other)
  for (const { line, person } of rollCalls(whole.lines, ({ block }) => reading.used.has(block))) {
    add(reading, person, line.block, line.text, 0.8)
    reading.used.add(line.block)
  }
  const known = withoutHandles(withoutRepeats(reading.participants))
  // Where only those who are away are listed, both who chairs and who writes say who came.
  const isNobody = known.every(({ attendance }) => attendance === 'excuse' || attendance === 'absent')
  const officers = isNobody ? officersOf(lines.slice(0, HEAD)) : []
  const areNamed = officers.length > (known.length === 0 ? 0 : 1)
  const parties =
    known.length === 0 && !areNamed ? [...partiesOf(lines.slice(0, HEAD)), ...letteredIn(lines)] : []
  const chair = areNamed ? officers : [...inTheChair(lines, known), ...parties]
  const read = [...known, ...chair]
  const byNames = listedNames(blocks, read)
  for (const { block } of byNames) reading.used.add(block)
  return { ...reading, participants: [...read, ...byNames] }
}

/** Whoever chairs is named among the first lines, and so is whoever came. */
const HEAD = 40

/** "Présidence : Mme Anne Roy, directrice" beside a list that does not name her again: who chairs was there. */
function inTheChair(lines: readonly Line[], known: readonly FoundParticipant[]): FoundParticipant[] {
  if (known.length < 2) return []
  const names = new Set(known.map(({ familyName }) => plainLine(familyName)))
  const head = lines.slice(0, HEAD)
  const areAlso = head.some(({ words }) =>
    /^(?:etai(?:en)?t|sont) (?:egalement|aussi) presente?s?\b/.test(plainLine(words)),
  )
  return head.flatMap((line) => {
    const label = areAlso ? (UNDER.exec(line.words) ?? LABEL.exec(line.words)) : LABEL.exec(line.words)
    if (label === null || !CHAIR.test(plainLine(label[1] ?? ''))) return []
    const [person, ...others] = peopleOf(line.words.slice(label[0].length), 'present')
    if (person === undefined || others.length > 0 || person.givenName === null) return []
    if ([person.familyName, person.givenName].some((name) => names.has(plainLine(name)))) return []
    const attendance = person.attendance ?? 'present'
    return [{ ...person, attendance, block: line.block, excerpt: line.text, confidence: 0.7 }]
  })
}

/** "Le conseil s’est réuni sous la présidence de Mme Anne Roy" over "Étaient également présents". */
const UNDER = /^[^.;]{0,300}?\bréunie?s?\b[^.;]{0,200}?\bsous la (présidence) (?:de |d[’'])/iu

const CHAIR = /^(?:presidence|presidente?(?: de (?:la )?seance)?)$/

type Open = OpenList & {
  /** Its names stood on its own line. */
  isWhole: boolean
  found: number
  level: number
  heading: boolean
  /** "Agence du Torvan :" over those who came for it. */
  body: string | null
}

/** Lists and lines under "Participants", "Présents", "Excusés", "En visioconférence depuis Lyon"… */
function readLists(lines: readonly Line[], reading: Reading): void {
  const inTables = new Set(reading.used)
  const boxes = new Set(lines.map(({ box }) => box))
  const saidAt = lastOfWords(lines)
  let open: Open | null = null
  let hasBegun = false
  for (const [at, line] of lines.entries()) {
    if (inTables.has(line.block)) {
      open = null
      continue
    }
    hasBegun ||=
      at >= HEAD ||
      (open === null && reading.participants.length > 0 && (line.type === 'heading' || line.number !== null))
    // "Excusé" below a body that sent nobody
    if (open?.isInside === true && OF_ONE.test(plainLine(line.text))) {
      reading.used.add(line.block)
      continue
    }
    // "On était douze : …" in the text is a tale.
    const said: ReturnType<typeof groupOf> = hasBegun && isPlain(line) ? null : groupOf(line)
    // "Membres : …" below the subjects, where it is known who came, are those of something else.
    const group: ReturnType<typeof groupOf> =
      hasBegun && said?.state === null && reading.participants.length > 0 ? null : said
    // "Anne Roy | Absente excusée" over more rows: it is said of her.
    const isOfOne = line.type === 'row' && OF_ONE.test(plainLine(line.words))
    const beside = group !== null && isOfOne ? nameBeside(lines, at) : null
    if (beside !== null && group !== null) {
      add(reading, { ...beside, attendance: group.state }, line.block, line.text, 0.85)
      reading.used.add(line.block)
      continue
    }
    if (group !== null) {
      // "Équipe :" within those who were there
      const within: AttendanceStatus | null = line.bullet ? stateOf(open) : null
      open = {
        state: group.state ?? within,
        found: 0,
        level: line.level,
        heading: line.type === 'heading',
        inTable: line.type === 'row' || group.rest === '',
        body: null,
        isWhole: group.rest !== '',
        isInside: false,
      }
      if (group.rest === '') continue
      const people = peopleOf(group.rest, open.state)
      const alone = people.length === 0 && group.state !== null ? singleName(group.rest) : null
      if (alone !== null) people.push(alone)
      if (people.length === 0 && group.state !== null)
        people.push(...handlesSaidAgain(group.rest, saidAt, at))
      for (const person of people) addTo(reading, open, line, person)
      // Words that name nobody are all that is said.
      if (people.length === 0 && !/[,;:]$/.test(group.rest) && group.rest.length > 3) open = null
      // A row says all of its own; a line may go on below.
      if (open !== null && people.length > 0 && line.type !== 'row') open.found = 0
      continue
    }
    // A dash alone in a cell is the bullet of what stands below.
    if (open === null || !/\p{L}/u.test(line.text)) continue
    // "bureau du Torvan" over "Nord,": the line above goes on.
    if (open.found > 0 && /^[^\s,;:]+,$/u.test(line.text) && !/[,;:.]$/.test(lines[at - 1]?.text ?? ':')) {
      reading.used.add(line.block)
      continue
    }
    // "M. Bon, président, ouvre la séance à 18 h." begins the text.
    if (BEGINS.test(plainLine(line.text)) && /[.!:]$/.test(line.text)) {
      open = null
      continue
    }
    // "Ordre du jour : le budget" says nobody, nor does "CHOIX DE LA SALLE" over what was said.
    if (ENDS_LIST.test(plainLine(line.words)) || isShouted(line, lines[at + 1])) {
      open = null
      continue
    }
    if (opensOtherList(line)) {
      open = null
      continue
    }
    // "Secrétaire de séance : Mme Roy" ends the list of those who were away, and names nobody new.
    if (isOffice(line)) {
      open = null
      continue
    }
    // "Tout le groupe" among bullets names nobody, and ends no list; nor does "Aucun représentant".
    if ((line.bullet && EVERYBODY.test(plainLine(line.words))) || namesNobody(line)) {
      reading.used.add(line.block)
      continue
    }
    // "M. le préfet" names nobody, and ends no list; unless it goes on with who it was.
    if (
      besideThem(line.bullet ? line.words : line.text).length === 0 &&
      /^(?:M\.|Mme|Monsieur|Madame|(?:Mesdames|Messieurs)(?:,?\s(?:et\s)?(?:Mesdames|Messieurs))?) l(?:es |[ea] (?!Pr|Dr|Doc)|[’'])/u.test(
        line.text,
      ) &&
      line.text.length <= 90
    ) {
      reading.used.add(line.block)
      continue
    }
    // "Équipe : Anne Roy, Paul Bon" below "Excusés : …" says nothing of whether they came.
    if (open.isWhole && AWAY.has(open.state) && !line.bullet && LABEL.test(line.text)) open.state = null
    const named = isOfNameBeside(reading, lines, at) ? [] : namesOf(lines, at, open)
    const body = named.some(({ organisation }) => organisation === null)
      ? (bodyAmong(lines, at) ?? open.body)
      : null
    const written = named.map((person) => ({
      ...byBox(person, line, boxes),
      organisation: person.organisation ?? body,
    }))
    const people =
      written.length > 0 || open.state === null
        ? written
        : handlesBelow(lines, at, open.state, open.found === 0, saidAt)
    // Whom somebody else stands for is said of the names right below such words, and not of the next part.
    if (open.state === 'represente' && people.length === 0 && isSubhead(line)) open.state = null
    const below = lines[at + 1]
    // One odd line among those who were there does not end their list.
    const saysDay = datesIn(line.text).length > 0
    if (
      people.length === 0 &&
      (open.found > 0 || line.bullet || saysDay) &&
      isOddLine(lines, at, open.state)
    ) {
      if (!saysDay) reading.used.add(line.block)
      continue
    }
    if (
      people.length === 0 &&
      // "Inspecteur de l’éducation" over names is an office.
      (isSubhead(line) || (isFunction(line.words) && line.words.length <= 90 && !/[.:]/.test(line.words))) &&
      below !== undefined &&
      (namesOf(lines, at + 1, open).length > 0 || namesNobody(below))
    ) {
      const head = headOf(line.words)
      open.body = /:$/.test(line.words) && isOrganisationName(head) && !isCollege(head) ? head : null
      reading.used.add(line.block)
      continue
    }
    // Names that a PDF tags as headings stand below that of their list.
    const isBelow = open.heading && line.number === null && line.level > open.level
    const isNumbered = /^\d/.test(line.number ?? '') || /^[IVX]{1,5}\s?[–—-]\s/u.test(line.text)
    const alone =
      (line.type === 'heading' && !isBelow) || (isNumbered && !isNumberedName(lines, at, open.found))
    if (people.length === 0 || alone) open = null
    else {
      open.isInside ||= open.found === 0 && namedInside(line.text).length > 0 && !isNamedFirst(line)
      for (const person of people) addTo(reading, open, line, person)
    }
  }
}

/** "Ordre du jour", "Durée du conseil : 2 heures" */
const ENDS_LIST = /^(?:ordre du jour|odj)\b|^(?:duree|lieu|horaires?|debut|fin)(?: d[^:]{1,40})? ?: ?\S/

/** "Décisions prises", "Objectifs de la réunion" below those who were there: what follows is no longer people. */
function opensOtherList(line: Line): boolean {
  if (line.bullet || line.type === 'row' || line.words.length > 60) return false
  const title = /:$/.test(line.words) ? line.words : `${line.words} :`
  return (
    markOf({ ...line, words: title })?.rest === '' ||
    /^(?:objectifs?|buts?|attentes?|elections?|votes?|candidatures?|conclusions?|contexte|introduction|preambule|points? abordes|sujets? abordes|themes? abordes|deroulement)(?: (?:d[eu]|pour) (?:la |cette |le )?\S+(?: \S+)?)?\s?:?$/.test(
      plainLine(line.words),
    )
  )
}

/** "Vaudoise, membre du four" in the cell beside "Anne Roy": what she is, and nobody else. */
function isOfNameBeside({ participants }: Reading, lines: readonly Line[], at: number): boolean {
  const [line, beside] = [lines[at], lines[at - 1]]
  if (line?.type !== 'row' || beside?.block !== line.block || !/^\p{Lu}\p{Ll}+,\s\p{Ll}/u.test(line.text))
    return false
  return participants.some(({ block, givenName }) => block === line.block && givenName !== null)
}

/** "Excusés" in a cell is said of the rows below too; "Excusée" of one. */
const OF_ONE = /^(?:absente?|excusee?|presente?|representee?)(?: (?:et )?(?:excusee?|representee?))?$/

/** Whoever the first cell of the row names. */
function nameBeside(lines: readonly Line[], at: number): PersonLine | null {
  const first = lines.slice(Math.max(0, at - CELLS), at).find(({ block }) => block === lines[at]?.block)
  const person = first === undefined || groupOf(first) !== null ? null : personLine(first.text)
  return person?.givenName == null ? null : person
}

/** Lines of one row that are looked at. */
const CELLS = 6

/** "[X] Anne Roy", "[ ] Paul Bon": where some boxes are ticked and some are not, the others did not come. */
function byBox(person: PersonLine, { box }: Line, boxes: ReadonlySet<Line['box']>): PersonLine {
  if (box === null || !boxes.has('ticked') || !boxes.has('open')) return person
  return { ...person, attendance: person.attendance ?? (box === 'ticked' ? 'present' : 'absent') }
}

const stateOf = (open: Open | null): AttendanceStatus | null => open?.state ?? null

function addTo(reading: Reading, open: Open, line: Line, person: PersonLine): void {
  open.found += 1
  add(reading, { ...person, attendance: person.attendance ?? open.state }, line.block, line.text, 0.85)
  reading.used.add(line.block)
}
