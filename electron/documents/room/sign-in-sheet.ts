import { z } from 'zod'
import { type AskedPerson, expectedOnSite } from '../../domain/attendance/reply.ts'
import type { MeetingFile } from '../../domain/meetings/meeting-file.ts'
import { isCalled } from '../../domain/people/same-person.ts'
import { formatDate, formatTimeRange } from '../../domain/text/french.ts'
import { DocumentHead, documentHead, fact, joined, Row, typed } from '../head.ts'
import { headText } from '../text/head.ts'
import { meetingText } from '../text/meeting.ts'
import { signInText as text } from '../text/room.ts'
import { calledName } from './names.ts'

/** Empty lines at the end of the sheet; more of them when nobody is listed. */
const BLANK_LINES = 6
const BLANK_LINES_ALONE = 14

export const SignInSheetModel = z.strictObject({
  kind: z.literal('signInSheet'),
  head: DocumentHead,
  facts: z.array(Row),
  columns: z.array(z.string()).length(4),
  colleges: z.array(
    z.strictObject({
      name: z.string(),
      rows: z.array(
        z.strictObject({
          name: z.string(),
          /** Under the name: deputy, or by whom represented; empty otherwise. */
          note: z.string(),
          job: z.string(),
          organisation: z.string(),
          /** In the place of the signature: remote, excused; empty otherwise. */
          mark: z.string(),
        }),
      ),
    }),
  ),
  proxiesHeading: z.string(),
  proxies: z.array(z.string()),
  /** Before the lines on which those of the day are written. */
  proxiesToFill: z.string().default(''),
  othersHeading: z.string(),
  /** Behind the name of a group on each page but its first. */
  continued: z.string().default(''),
  blankLines: z.int().min(1),
  /** Said when nobody is asked; empty otherwise. */
  empty: z.string(),
})
export type SignInSheetModel = z.infer<typeof SignInSheetModel>

/** Everybody who may sign, and those who said that they will not be in the room, marked as such. */
export function signInSheetModel(file: MeetingFile, asked: readonly AskedPerson[]): SignInSheetModel {
  const { meeting } = file
  const listed = listedOn(asked)
  const officers = officersOf(meeting, asked, listed)
  const others = listed.filter((person) => !officers.signing.has(person))
  const { name, job, organisation, signature } = text.columns
  return {
    kind: 'signInSheet',
    head: documentHead(file, 'signInSheet', '', ''),
    facts: [
      ...fact(meetingText.subject, typed(meeting.title)),
      ...fact(
        meetingText.date,
        joined([formatDate(meeting.date), formatTimeRange(meeting.startTime, meeting.endTime)]),
      ),
      ...fact(meetingText.place, typed(meeting.place)),
      ...fact(meetingText.chair, typed(meeting.chair)),
    ],
    columns: [name, job, organisation, signature],
    colleges: [
      ...(officers.rows.length === 0 ? [] : [{ name: text.officers, rows: officers.rows }]),
      ...byCollege(others).map(([name, people]) => ({ name, rows: people.map(rowOf) })),
    ],
    proxiesHeading: text.proxies,
    proxies: listed.flatMap((person) =>
      person.reply?.answer === 'represented'
        ? [text.proxy(calledName(person), typed(person.reply.representedBy))]
        : [],
    ),
    proxiesToFill: text.proxiesToFill,
    othersHeading: text.others,
    continued: headText.continued,
    blankLines: listed.length === 0 ? BLANK_LINES_ALONE : BLANK_LINES,
    empty: listed.length === 0 ? text.empty : '',
  }
}

/** Titulaires always; deputies and guests who may come into the room or said that they follow from afar. */
function listedOn(asked: readonly AskedPerson[]): AskedPerson[] {
  const expected = new Set(expectedOnSite(asked).map(({ personId }) => personId))
  return asked.filter(
    ({ personId, role, reply }) =>
      role === 'titulaire' || expected.has(personId) || reply?.answer === 'remote',
  )
}

/** Colleges in protocol order, members without one, guests last. */
function byCollege(people: readonly AskedPerson[]): [string, AskedPerson[]][] {
  const members = people.filter(({ role }) => role !== 'guest')
  const guests = people.filter(({ role }) => role === 'guest')
  const colleges = new Map<string, AskedPerson[]>()
  for (const person of members) {
    const college = typed(person.college)
    colleges.set(college, [...(colleges.get(college) ?? []), person])
  }
  const none = colleges.get('') ?? []
  colleges.delete('')
  return [
    ...colleges,
    ...(none.length === 0 ? [] : [[text.noCollege, none] satisfies [string, AskedPerson[]]]),
    ...(guests.length === 0 ? [] : [[text.guests, guests] satisfies [string, AskedPerson[]]]),
  ]
}

type SignRow = SignInSheetModel['colleges'][number]['rows'][number]

/**
 * The chair and the secretary sign first, whichever list they are asked in, and nowhere else; one who said that they do not
 * come stays where everybody looks for them.
 */
function officersOf(
  meeting: MeetingFile['meeting'],
  asked: readonly AskedPerson[],
  listed: readonly AskedPerson[],
): { rows: SignRow[]; signing: ReadonlySet<AskedPerson> } {
  const chair = { name: typed(meeting.chair), job: meetingText.chair }
  const secretary = { name: typed(meeting.secretary), job: meetingText.secretary }
  const [name = ''] = secretary.name.split(',')
  const officers = isCalled(chair.name, { name })
    ? [{ ...chair, job: joined([chair.job, secretary.job]) }]
    : [chair, secretary]
  const known = asked.filter((person) => person.reply !== null || listed.includes(person))
  const signing = new Set<AskedPerson>()
  const rows = officers.flatMap((officer): SignRow[] => {
    if (officer.name === '') return []
    const person = known.find((one) => isCalled(officer.name, one))
    if (person === undefined) return [{ ...officer, note: '', organisation: '', mark: '' }]
    const isAway = person.reply?.answer === 'excused' || person.reply?.answer === 'represented'
    if (isAway || !listed.includes(person)) return []
    const row = rowOf(person)
    signing.add(person)
    return [{ ...row, job: joined([officer.job, row.job]) }]
  })
  return { rows, signing }
}

function rowOf(person: AskedPerson): SignRow {
  const { reply, role } = person
  const note =
    reply?.answer === 'represented'
      ? text.representedBy(typed(reply.representedBy))
      : role === 'suppleant'
        ? text.deputy
        : ''
  return {
    name: calledName(person),
    note,
    job: typed(person.jobTitle),
    organisation: typed(person.organisation),
    mark: reply === null ? '' : text.marks[reply.answer],
  }
}
