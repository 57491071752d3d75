import { type Draft, readAt } from '../../domain/agenda/draft.ts'
import type { AttendanceStatus } from '../../domain/attendance/attendance.ts'
import { datesIn } from '../understanding/dates.ts'
import { personName } from '../understanding/minutes/person-name.ts'
import { wholeNature } from '../understanding/natures.ts'
import { isOrganisationName } from '../understanding/people.ts'
import { type LaidItem, type LayoutLine, laidItem, takePeople, treeOf } from './items.ts'

const NOTE = /^(Décision|Action) ([DA]-\d{4}-\d{2,3}-\d{2,3})\. ?(.*)$/u
const FOOT = /^(?:Responsable : (.+?)\.)? ?(?:Échéance : ([^.]*(?:\.[^.]*)?)\.)?$/u
const PRESENTED =
  /^(?:Présenté par |Présentation prévue par |Point ajouté en séance$|Pour (?:approbation|information|échange|avis|concertation|décision)\b|À la demande )/u
/** Lines that end a note which a page cut in lines. */
const OTHER =
  /^(?:Responsable :|Échéance :|Issue du point\.|Suites? données? :|Présentation$|Échanges$|Textes suivis$|Actions à suivre$|Positions exprimées$|Autres points$)/u

/** What stands below the items: no title of one goes on with it, even where nothing is said of the last. */
const OWN_HEADING =
  /^(?:Ordre du jour|Participants|(?:Ouverture|Clôture) de la (?:séance|réunion)|Prochaine (?:séance|réunion)|Relevé de (?:décisions|conclusions) et d’actions|Suivi du document|Approbation|Signatures)$/u

type Statements = Pick<Draft, 'decisions' | 'actions'>

/** Null when it has no items of its own. */
export function minutesLayout(all: readonly LayoutLine[], visible: Draft): Draft | null {
  const lines = wholeHeadings(all)
  const items: LaidItem[] = []
  const said: Statements = { decisions: [], actions: [] }
  let number: string | null = null
  const body = bodyFrom(lines)
  for (const [at, line] of lines.entries()) {
    if (at < body) continue
    const heading = numberedHeading(line, items.at(-1)?.item.number ?? null)
    if (heading !== null) {
      items.push(laidItem(line, heading.number, heading.title))
      number = heading.number
      const item = items.at(-1)?.item
      if (item !== undefined) takePresented(item, presentedBelow(lines, at + 1))
      continue
    }
    if (line.cells.length > 1) {
      takeRow(said, line)
      continue
    }
    const note = NOTE.exec(line.text)
    if (note === null) continue
    takeNote(said, {
      line,
      kind: note[1] ?? '',
      number: note[2] ?? '',
      ...wordsOf(lines, at, note[3] ?? ''),
      itemNumber: number,
    })
  }
  if (items.length === 0) return null
  const participants = peopleOf(lines)
  return {
    ...visible,
    kind: 'minutes',
    items: treeOf(items),
    ...said,
    nextMeeting: withPlace(visible.nextMeeting, lines),
    participants: participants.length === 0 ? visible.participants : participants,
    isPartial: true,
  }
}

/** "Lieu : salle Voltaire.", below the day of the next meeting. */
function withPlace(next: Draft['nextMeeting'], lines: readonly LayoutLine[]): Draft['nextMeeting'] {
  const from = lines.findIndex(
    ({ text, isHeading }) => isHeading && /^Prochaine (?:séance|réunion)$/u.test(text),
  )
  if (next === null || from < 0) return next
  const below = lines.slice(from + 1)
  const end = below.findIndex(({ isHeading }) => isHeading)
  const words = (end < 0 ? below : below.slice(0, end)).map(({ text }) => text).join(' ')
  const place = /(?:^|[.\s])Lieu ?: (.+?)\.?$/u.exec(words)?.[1]
  return place === undefined ? next : { ...next, place }
}

/** Behind the list of items, which has their numbers too. */
function bodyFrom(lines: readonly LayoutLine[]): number {
  const list = lines.findIndex(({ isHeading, text }) => isHeading && text === 'Ordre du jour')
  return list < 0 ? 0 : lines.findIndex(({ isHeading }, at) => at > list && isHeading)
}

/** Who presents, when the line below a title says it; a page may have cut it in two. */
function presentedBelow(lines: readonly LayoutLine[], at: number): string {
  const [first, second] = [lines[at], lines[at + 1]]
  if (first === undefined || first.isHeading || !PRESENTED.test(first.text)) return ''
  const goesOn =
    second !== undefined &&
    !second.isHeading &&
    second.cells.length === 1 &&
    !NOTE.test(second.text) &&
    !OTHER.test(second.text) &&
    !/[.!?:]$/u.test(second.text)
  return goesOn ? `${first.text} ${second.text}` : first.text
}

/** A long title goes on in a heading of its own where pages are all that is left. */
function wholeHeadings(lines: readonly LayoutLine[]): LayoutLine[] {
  const whole: LayoutLine[] = []
  for (const line of lines) {
    const last = whole.at(-1)
    const goesOn =
      last?.isHeading === true &&
      line.isHeading &&
      last.level === line.level &&
      /^\d/.test(last.text) &&
      !OWN_HEADING.test(line.text) &&
      !/^\d{1,2}(?:\.\d{1,2})* /.test(
        line.text.replace(
          /^\d{1,2} (?=janvier|février|mars|avril|mai|juin|juillet|août|septembre|octobre|novembre|décembre)/u,
          '',
        ),
      )
    if (goesOn && last !== undefined) whole[whole.length - 1] = { ...last, text: `${last.text} ${line.text}` }
    else whole.push(line)
  }
  return whole
}

/** The next number after the last one; a page may have made a row of number and title. */
function numberedHeading(line: LayoutLine, last: string | null): { number: string; title: string } | null {
  const isRow = line.cells.length === 2 && /^\d{1,2}(?:\.\d{1,2}){0,2}$/.test(line.cells[0] ?? '')
  if (!line.isHeading && !isRow) return null
  const [, number, title] = /^(\d{1,2}(?:\.\d{1,2}){0,2}) (\S.*)$/u.exec(line.text) ?? []
  if (number === undefined || title === undefined || (isRow && !follows(last, number))) return null
  return {
    number,
    title: isRow ? (title.split(/ (?=Suites? données? :|L’instance |Le point )/u)[0] ?? '') : title,
  }
}

function follows(last: string | null, number: string): boolean {
  const [before, parts] = [(last ?? '0').split('.').map(Number), number.split('.').map(Number)]
  const above = parts.slice(0, -1)
  return (
    parts.length <= before.length + 1 &&
    above.every((part, at) => part === before[at]) &&
    (parts.at(-1) ?? 0) > (before[above.length] ?? 0)
  )
}

/** "Présenté par X, DGX, pour avis, à la demande de Y". */
function takePresented(item: LaidItem['item'], said: string): void {
  const words = said.replace(/(?:^|, )point ajouté en séance$/iu, '')
  const nature = /(?:^|, )[Pp]our (approbation|information|échange|avis|concertation|décision)(?=,|$)/u.exec(
    words,
  )
  item.nature = nature?.[1] === undefined ? null : wholeNature(nature[1])
  const rest =
    nature === null ? words : words.slice(0, nature.index) + words.slice(nature.index + nature[0].length)
  takePeople(item, rest.replace(/^(?:Présenté|Présentation prévue) par /u, '').replace(/^, /u, ''))
}

type Note = {
  line: LayoutLine
  kind: string
  number: string
  text: string
  foot: string
  itemNumber: string | null
}

/** The words of a note that a page cut in lines, and the line that says who and when. */
function wordsOf(lines: readonly LayoutLine[], at: number, first: string): { text: string; foot: string } {
  let text = first
  let next = at + 1
  for (; next < lines.length; next += 1) {
    const line = lines[next]
    if (line === undefined || line.isHeading || line.cells.length > 1) break
    if (NOTE.test(line.text) || OTHER.test(line.text) || /[.!?]$/u.test(text)) break
    text += ` ${line.text}`
  }
  const foot = [lines[next], lines[next + 1]].map((line) => line?.text ?? '')
  const [one = '', two = ''] = foot
  if (!/^(?:Responsable|Échéance) :/u.test(one)) return { text, foot: '' }
  return { text, foot: FOOT.test(one) ? one : `${one} ${two}` }
}

function takeNote(said: Statements, { line, kind, number, text, foot, itemNumber }: Note): void {
  const source = readAt(line, line.text, 0.9)
  if (kind === 'Décision') {
    if (said.decisions.every((one) => one.number !== number))
      said.decisions.push({ number, itemNumber, text, outcome: null, source })
    return
  }
  if (said.actions.some((one) => one.number === number)) return
  const [, who = '', due = ''] = FOOT.exec(foot) ?? []
  said.actions.push({ number, itemNumber, text, ...ownerOf(who), dueDate: dateOf(due), source })
}

/** A row of the record: "A-2026-11-01 | 3.1 | Publier… | X, DGX | 26 févr. 2027"; those of earlier meetings are followed up elsewhere. */
function takeRow(said: Statements, line: LayoutLine): void {
  const [number = '', item = '', text = '', who = '', due = ''] = line.cells
  if (!/^[DA]-\d{4}-\d{2,3}-\d{2,3}$/.test(number) || !/^\d{1,2}(?:\.\d{1,2}){0,2}$/.test(item)) return
  const none = (words: string) => (words === '–' ? '' : words)
  takeNote(said, {
    line,
    kind: number.startsWith('D') ? 'Décision' : 'Action',
    number,
    text,
    foot: [none(who) === '' ? '' : `Responsable : ${who}.`, none(due) === '' ? '' : `Échéance : ${due}.`]
      .filter((words) => words !== '')
      .join(' '),
    itemNumber: item,
  })
}

function ownerOf(words: string): { owner: string | null; organisation: string | null } {
  const at = words.lastIndexOf(', ')
  if (at > 0) return { owner: words.slice(0, at), organisation: words.slice(at + 2) }
  if (words === '') return { owner: null, organisation: null }
  return isOrganisationName(words)
    ? { owner: null, organisation: words }
    : { owner: words, organisation: null }
}

const dateOf = (words: string): string | null => datesIn(words)[0]?.date ?? null

const APART: readonly (readonly [RegExp, AttendanceStatus | null])[] = [
  [/^Représentations$/u, 'represente'],
  [/^Absences excusées$/u, 'excuse'],
  [/^Absences$/u, 'absent'],
  [/^Présence non renseignée$/u, null],
]

/** "État (4 sur 5) : Direction générale : Hélène Marchetti, Yanis Belkacem (à distance, arrivée à 15 h) ; …" */
function peopleOf(lines: readonly LayoutLine[]): Draft['participants'] {
  const from = lines.findIndex(({ text, isHeading }) => isHeading && text === 'Participants')
  if (from < 0) return []
  const end = lines.findIndex(({ isHeading }, at) => at > from && isHeading)
  // Who is remote is said of some only where others are on the spot.
  const remoteOnly =
    lines.some(({ text }) => text === 'Modalité En visioconférence') &&
    !lines.some(({ text }) => /\(à distance[,)]/u.test(text))
  const people: Draft['participants'] = []
  // After the sentence that counts them.
  for (const line of wholeGroups(lines.slice(from + 1, end < 0 ? lines.length : end)).slice(1)) {
    const [, label, words] = /^(.{1,150}?(?:\(\d+ sur \d+\))?) ?: (.+)\.$/u.exec(line.text) ?? []
    const counted = /^(.+ \(\d+ sur \d+\)) ?: (.+)\.$/u.exec(line.text)
    const [name, rest] = counted === null ? [label, words] : [counted[1], counted[2]]
    if (name === undefined || rest === undefined) continue
    const apart = APART.find(([pattern]) => pattern.test(name))
    const present = remoteOnly ? 'visio' : 'surPlace'
    for (const group of rest.split(/ ?; /u)) {
      const cut = group.lastIndexOf(' : ')
      const organisation = cut < 0 ? null : group.slice(0, cut).trim()
      for (const one of group.slice(cut < 0 ? 0 : cut + 3).split(/, (?![^()]*\))/u)) {
        const [, bare = one, said = ''] = /^([^(]*?) ?\((.*)\)$/u.exec(one) ?? []
        const [first = ''] = said.split(', ')
        const found = personName(bare, 'givenFirst')
        if (found === null) continue
        people.push({
          ...found,
          organisation,
          role: null,
          attendance: apart === undefined ? (first === 'à distance' ? 'visio' : present) : apart[1],
          ...(apart?.[1] === 'represente' && first.startsWith('par ')
            ? { representedBy: first.slice('par '.length) }
            : {}),
          source: readAt(line, line.text, 0.9),
        })
      }
    }
  }
  return people
}

/** Each group begins with what it is; pages cut groups in lines, or put several in one. */
function wholeGroups(lines: readonly LayoutLine[]): LayoutLine[] {
  const whole: LayoutLine[] = []
  for (const line of lines) {
    const last = whole.at(-1)
    if (last === undefined || last.text.endsWith('.')) whole.push(line)
    else whole[whole.length - 1] = { ...last, text: `${last.text} ${line.text}` }
  }
  return whole.flatMap((line) => line.text.split(GROUP_START).map((text): LayoutLine => ({ ...line, text })))
}

const GROUP_START =
  /(?<=\.) (?=(?:[^.;]{1,150} \(\d+ sur \d+\)|Représentations|Absences excusées|Absences|Présence non renseignée) ?: )/u
