// Who was there, as minutes print it, beside the people that the same minutes carry.
import { type AttendanceStatus, isPresent } from '../../domain/attendance/attendance.ts'
import type { MeetingFacts, PersonFacts, PrintedText } from '../../domain/documents/meeting-facts.ts'
import { joined, typed } from '../head.ts'
import { isMixed, markOf, nameOf, presenceWords, wordsIn } from '../minutes/attendance.ts'
import type { MinutesModel } from '../minutes/model.ts'
import { minutesText } from '../text/minutes.ts'
import { expect } from './faulty.ts'

type Attendance = NonNullable<MinutesModel['attendance']>

/** Names are told from what stands around them, so that one that was edited is told from its neighbours. */
export function peopleTexts({ attendance }: MinutesModel, facts: MeetingFacts): PrintedText[] {
  expect(attendance !== null || facts.people.length === 0)
  if (attendance === null) return []
  const { heading, summary, columns, colleges, groups } = attendance
  const people = new Named(facts)
  const printed = [
    silent(heading),
    silent(summary),
    ...colleges.flatMap(({ name, count, rows }) => [
      ...[name, count, ...columns].map(silent),
      ...rows.flatMap((cells) => people.inRow(cells)),
    ]),
    ...groups.flatMap((group) => [silent(group.label), ...people.inWords(group)]),
  ]
  expect(people.areAllNamed)
  // Who is far away is said beside a name only where others are not.
  if (groups.length > 0 && facts.people.length > 0) {
    const there = presenceWords(facts.people)
    const allFar = minutesText.remoteOnly(facts.people.filter(({ status }) => isPresent(status)).length)
    expect(there === '' ? !summary.includes(allFar) : summary.includes(there))
  }
  return printed
}

const silent = (words: string): PrintedText => ({ words, says: [] })

/** Of those who were not there, why; of the others, all the ways to be there. */
const apart: ReadonlyMap<string, AttendanceStatus | null> = new Map<string, AttendanceStatus | null>([
  [minutesText.apart.represented, 'represente'],
  [minutesText.apart.excused, 'excuse'],
  [minutesText.apart.absent, 'absent'],
  [minutesText.apart.unknown, null],
])

/** The people of the facts, each told once. */
class Named {
  readonly #people: MeetingFacts['people']
  readonly #left: Set<number>
  readonly #isMixed: boolean

  constructor({ people }: MeetingFacts) {
    this.#people = people
    this.#left = new Set(people.keys())
    this.#isMixed = isMixed(people)
  }

  get areAllNamed(): boolean {
    return this.#left.size === 0
  }

  /** "Départements de France : A. Gallet, B. Royer (à distance) ; Régions de France : C. Thibaud." */
  inWords({ label, people }: Attendance['groups'][number]): PrintedText[] {
    const status = apart.get(label)
    const own = [...this.#left].filter((at) => {
      const one = this.#people[at]
      return one !== undefined && (status === undefined ? isPresent(one.status) : one.status === status)
    })
    return people
      .replace(/\.$/u, '')
      .split(minutesText.organisationsApart)
      .flatMap((part) => this.#inPart(part, own) ?? [silent(part)])
  }

  /** The people of one organisation; null when these are not those of the facts. */
  #inPart(part: string, own: readonly number[]): PrintedText[] | null {
    const organisations = new Set(own.map((at) => this.#people[at]?.organisation ?? ''))
    for (const organisation of organisations) {
      const start = organisation === '' ? '' : minutesText.organisationPeople(typed(organisation), '')
      if (!part.startsWith(start)) continue
      const told: number[] = []
      const pieces: PrintedText[] = start === '' ? [] : [silent(start)]
      let rest = part.slice(start.length)
      for (const at of own) {
        const person = this.#people[at]
        if (person?.organisation !== organisation || !this.#left.has(at)) continue
        const words = saidAtStart(wordsIn(person, this.#isMixed), rest)
        if (words === null) continue
        rest = rest.slice(words.length + 2)
        told.push(at)
        // Closed, so that a name put behind it does not change this one.
        pieces.push({ words: `${words},`, says: [{ of: 'people', at }] })
      }
      if (rest !== '' || told.length === 0) continue
      // Words without a table say no functions.
      expect(told.every((at) => this.#people[at]?.role === ''))
      for (const at of told) this.#left.delete(at)
      return pieces
    }
    return null
  }

  inRow(cells: readonly string[]): PrintedText[] {
    const [organisation = '', name, status = ''] = cells
    const at = [...this.#left].find((one) => {
      const person = this.#people[one]
      return (
        person !== undefined &&
        typed(person.organisation) === organisation &&
        joined([nameOf(person), typed(person.role)]) === name &&
        saysStatus(person, status)
      )
    })
    if (at === undefined) return cells.map(silent)
    this.#left.delete(at)
    return cells.map((words) => ({ words, says: [{ of: 'people' as const, at }] }))
  }
}

/** The words of a person with which a line begins: since when or until when, which the facts do not hold, may be told too. */
function saidAtStart(words: string, line: string): string | null {
  if (line === words || line.startsWith(`${words}, `)) return words
  const open = words.endsWith(')') ? `${words.slice(0, -1)}, ` : `${words} (`
  if (!line.startsWith(open)) return null
  const told = /^[^()]*\)(?=, |$)/u.exec(line.slice(open.length))?.[0]
  return told !== undefined && hours.test(told) ? `${open}${told}` : null
}

/** Then since when or until when, which the facts do not hold. */
function saysStatus(person: PersonFacts, words: string): boolean {
  const mark = markOf(person)
  return words === mark || (words.startsWith(`${mark}, `) && hours.test(words.slice(mark.length + 2)))
}
const hours = new RegExp(`^(?:${[minutesText.arrived(''), minutesText.left('')].join('|')})`, 'u')
