import type { SourceBlock } from '../../../domain/agenda/source-block.ts'
import type { AttendanceStatus } from '../../../domain/attendance/attendance.ts'
import { fold } from '../fold.ts'
import { isHeaderLabel, LABEL, type Line } from '../lines.ts'
import { isFunction, isOrganisationName, onlyPersons } from '../people.ts'
import { isCollege } from './behind-body.ts'
import { besideThem } from './beside-names.ts'
import { withCutLists } from './cut-lists.ts'
import { AWAY, withoutHandles, withoutRepeats } from './listed-once.ts'
import { singleName } from './names-list.ts'
import { officersOf } from './officers.ts'
import {
  add,
  type FoundParticipant,
  type Reading,
  readHeadless,
  readTables,
} from './participants-in-tables.ts'
import { peopleOf } from './people-in-line.ts'
import { bodyAmong, headOf, namesOf, type OpenList } from './people-in-list.ts'
import { type PersonLine, personLine } from './person-line.ts'
import { groupOf, groupsOf, isPlain } from './presence-groups.ts'
import { rollCalls } from './roll-call.ts'

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
  const chair = areNamed ? officers : inTheChair(lines, known)
  return { ...reading, participants: [...known, ...chair] }
}

/** Whoever chairs is named among the first lines, and so is whoever came. */
const HEAD = 40

/** "Présidence : Mme Anne Roy, directrice" beside a list that does not name her again: who chairs was there. */
function inTheChair(lines: readonly Line[], known: readonly FoundParticipant[]): FoundParticipant[] {
  if (known.length < 2) return []
  const names = new Set(known.map(({ familyName }) => fold(familyName)))
  const head = lines.slice(0, HEAD)
  const areAlso = head.some(({ words }) =>
    /^(?:etai(?:en)?t|sont) (?:egalement|aussi) presente?s?\b/.test(fold(words)),
  )
  return head.flatMap((line) => {
    const label = areAlso ? (UNDER.exec(line.words) ?? LABEL.exec(line.words)) : LABEL.exec(line.words)
    if (label === null || !CHAIR.test(fold(label[1] ?? ''))) return []
    const [person, ...others] = peopleOf(line.words.slice(label[0].length), 'present')
    if (person === undefined || others.length > 0 || person.givenName === null) return []
    if ([person.familyName, person.givenName].some((name) => names.has(fold(name)))) return []
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
    // "On était douze : …" in the text is a tale.
    const group: ReturnType<typeof groupOf> = hasBegun && isPlain(line) ? null : groupOf(line)
    // "Anne Roy | Absente excusée" over more rows: it is said of her.
    const isOfOne = line.type === 'row' && OF_ONE.test(fold(line.words))
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
    // "M. Bon, président, ouvre la séance à 18 h." begins the text.
    if (BEGINS.test(fold(line.text)) && /[.!]$/.test(line.text)) {
      open = null
      continue
    }
    // "Ordre du jour : le budget" says nobody, nor does "CHOIX DE LA SALLE" over what was said.
    if (/^(?:ordre du jour|odj)\b/.test(fold(line.words)) || isShouted(line, lines[at + 1])) {
      open = null
      continue
    }
    // "Secrétaire de séance : Mme Roy" ends the list of those who were away, and names nobody new.
    if (isOffice(line)) {
      open = null
      continue
    }
    // "Tout le groupe" among bullets names nobody, and ends no list; nor does "Aucun représentant".
    if ((line.bullet && EVERYBODY.test(fold(line.words))) || NOBODY.test(fold(line.words))) {
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
    const named = namesOf(lines, at, open)
    const body = named.some(({ organisation }) => organisation === null)
      ? (bodyAmong(lines, at) ?? open.body)
      : null
    const people = named.map((person) => ({
      ...byBox(person, line, boxes),
      organisation: person.organisation ?? body,
    }))
    const below = lines[at + 1]
    // One odd line among those who were there does not end their list.
    if (people.length === 0 && (open.found > 0 || line.bullet) && isOddLine(lines, at, open)) {
      reading.used.add(line.block)
      continue
    }
    if (
      people.length === 0 &&
      // "Inspecteur de l’éducation" over names is an office.
      (isSubhead(line) || (isFunction(line.words) && line.words.length <= 90 && !/[.:]/.test(line.words))) &&
      below !== undefined &&
      (namesOf(lines, at + 1, open).length > 0 || NOBODY.test(fold(below.words)))
    ) {
      const head = headOf(line.words)
      open.body = /:$/.test(line.words) && isOrganisationName(head) && !isCollege(head) ? head : null
      reading.used.add(line.block)
      continue
    }
    // Names that a PDF tags as headings stand below that of their list.
    const isBelow = open.heading && line.number === null && line.level > open.level
    const isNumbered = /^\d/.test(line.number ?? '') || /^[IVX]{1,5}\s?[–—-]\s/u.test(line.text)
    const alone = (line.type === 'heading' && !isBelow) || (isNumbered && !isNumberedName(lines, at, open))
    if (people.length === 0 || alone) open = null
    else for (const person of people) addTo(reading, open, line, person)
  }
}

/** "zibou, Olt, mdes" behind "Étaient là :": words without spaces, half of which whoever wrote the page says again below. */
function handlesSaidAgain(rest: string, saidAt: () => ReadonlyMap<string, number>, at: number): PersonLine[] {
  const names = rest
    .replace(/\([^()]{0,60}\)/g, '')
    .split(',')
    .map((piece) => piece.trim().replace(/\.$/, ''))
  if (!names.every((name) => /^[\p{L}\d][\p{L}\d_.-]{1,24}$/u.test(name)) || names.length < 3) return []
  const again = names.filter((name) => (saidAt().get(name) ?? at) > at)
  return again.length * 2 < names.length || !names.some((name) => /^\p{Ll}/u.test(name))
    ? []
    : names.map((familyName) => ({
        familyName,
        givenName: null,
        organisation: null,
        role: null,
        attendance: null,
      }))
}

/** By each word, the last line that says it; nearly every page asks for none. */
function lastOfWords(lines: readonly Line[]): () => ReadonlyMap<string, number> {
  let made: Map<string, number> | undefined
  return () => {
    made ??= new Map(
      lines.flatMap(({ text }, at) => text.split(/[^\p{L}\d_.-]+/u).map((word) => [word, at] as const)),
    )
    return made
  }
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

const BEGINS =
  /\b(?:(?:ouvre|leve|preside) (?:la |l')(?:seance|reunion|assemblee)|declare (?:la |l')|constate que|rappelle|remercie|souhaite la bienvenue|(?:est|a ete|sont|ont ete) (?:designe|nomme|elu)e?s?)\b/

/** A title in capitals, over a sentence. */
function isShouted(line: Line, below: Line | undefined): boolean {
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

const stateOf = (open: Open | null): AttendanceStatus | null => open?.state ?? null

const NOBODY = /^(?:aucune?(?: [a-z' ]{1,50})?|neant)\.?$/

const EVERYBODY =
  /^(?:tou(?:s|tes|t)\b|l'ensemble d|l'equipe\b|les? autres? (?:groupes?|membres|equipes?|participants)\b)[^,;:]{0,60}$/

/** Between people and more people, of the same look, and no sentence. */
function isOddLine(lines: readonly Line[], at: number, open: Open): boolean {
  const line = lines[at]
  if (line === undefined || line.type === 'heading' || line.number !== null) return false
  if (line.text.length > 120 || line.text.includes(':') || (!line.bullet && /[.!?]$/.test(line.text)))
    return false
  return [lines[at + 1], lines[at + 2]].some(
    (below, ahead) =>
      below !== undefined &&
      below.type === line.type &&
      below.bullet === line.bullet &&
      below.number === null &&
      groupOf(below) === null &&
      !below.text.includes(':') &&
      peopleOf(below.bullet ? below.words : below.text, open.state).length > 0 &&
      (ahead === 0 || !/[.!?:]$/.test(lines[at + 1]?.text ?? '')),
  )
}

/** "1. Anne Roy", "2. Paul Bon": counted from one, and nothing but names. */
function isNumberedName(lines: readonly Line[], at: number, open: Open): boolean {
  const line = lines[at]
  const above = lines[at - 1]
  if (line === undefined || above === undefined || !/^\d{1,2}$/.test(line.number ?? '')) return false
  const goesOn = open.found === 0 ? line.number === '1' : Number(line.number) === Number(above.number) + 1
  const isName = (one: Line | undefined) => {
    const [name = ''] = one?.words.split(/[,;(:|]|\s[–—-]\s/u) ?? []
    const isListed = /\s\|\s/.test(one?.words ?? '') && personLine(name) !== null
    return (
      isListed || onlyPersons(one?.words ?? '') || (onlyPersons(name) && !/[.!?]$/.test(one?.words ?? ''))
    )
  }
  return goesOn && isName(line) && (isName(lines[at + 1]) || (open.found > 0 && isName(above)))
}

function isOffice(line: Line): boolean {
  const label = fold(LABEL.exec(line.words)?.[1] ?? '')
  return /^(?:(?:secretaire|secretariat|presidente?|presidence|animat\w+|redact\w+)(?: (?:de|de la) (?:seance|reunion))|animat(?:eur|rice)|facilitat(?:eur|rice)|moderat(?:eur|rice)|scribe|redact\w+|prise de notes)$/.test(
    label,
  )
}

/** "Représentants du personnel" between those who were there: the list goes on below it. */
function isSubhead(line: Line): boolean {
  const words = headOf(line.words)
  if (words.length > 90 || /[.!?]$/.test(words)) return false
  // "1.1 Représentants du personnel"
  if (line.number !== null) return isCollege(words)
  // "Équipe pédagogique :" over names
  const isLabel = /:$/.test(line.words) && words.split(' ').length <= 4 && !isHeaderLabel(words)
  return isOrganisationName(words) || isCollege(words) || isLabel
}

function addTo(reading: Reading, open: Open, line: Line, person: PersonLine): void {
  open.found += 1
  add(reading, { ...person, attendance: person.attendance ?? open.state }, line.block, line.text, 0.85)
  reading.used.add(line.block)
}
