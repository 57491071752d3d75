import type { Attendee } from '../../../electron/domain/attendance/attendance.ts'
import type { AppliedLine, ReportDraft, ReportLine } from '../../../electron/domain/attendance/report.ts'
import type { Person } from '../../../electron/domain/people/directory.ts'
import { fullName } from '../../../electron/domain/people/full-name.ts'
import { fold } from '../../../electron/domain/text/fold.ts'
import { guestFrom } from './attendance-groups.ts'

export type ReviewGroup = 'sure' | 'doubtful' | 'unknown' | 'same'

export type ReviewLine = {
  /** Also the id of the person, should the line add one: taken twice, it adds nobody twice. */
  readonly key: string
  readonly group: ReviewGroup
  readonly line: ReportLine
  /** Whom it means, as typed or chosen. */
  readonly who: string
  readonly isTaken: boolean
}

/** Names that a line may mean: those of the list, then those of the directory. */
export type Choices = {
  readonly labels: readonly string[]
  readonly attendees: ReadonlyMap<string, Attendee>
  readonly persons: ReadonlyMap<string, Person>
}

export function choicesOf(attendees: readonly Attendee[], persons: readonly Person[]): Choices {
  const listed = new Map(attendees.map((one) => [fold(fullName(one)), one]))
  const known = new Map(persons.map((one) => [fold(fullName(one)), one]))
  const labels = new Set([...attendees, ...persons].map(fullName))
  return { labels: [...labels], attendees: listed, persons: known }
}

/** The sure ones ticked; of a doubtful one the likeliest is proposed; an unknown one is left unless somebody says who. */
export function reviewLines(
  draft: ReportDraft,
  attendees: readonly Attendee[],
  persons: readonly Person[],
  newId: () => string,
): ReviewLine[] {
  return draft.lines.map((line) => {
    const group = groupOf(line)
    const attendee = attendees.find(({ id }) => id === line.match?.attendeeId)
    const person = persons.find(({ id }) => id === line.match?.personId)
    const meant = attendee ?? person
    const isHours = line.late !== null || line.early !== null
    return {
      key: newId(),
      group,
      line,
      who: meant === undefined ? unknownName(line) : fullName(meant),
      isTaken: group === 'sure' || (group === 'same' && isHours),
    }
  })
}

function groupOf({ match, standing }: ReportLine): ReviewGroup {
  if (match === null) return 'unknown'
  if (match.certainty !== 'sure' || standing === 'onSite' || standing === 'byHand') return 'doubtful'
  return standing === 'same' ? 'same' : 'sure'
}

const unknownName = ({ kind, name, organisation }: ReportLine) =>
  kind === 'person' ? [name, organisation].filter((part) => part !== '').join(', ') : ''

type Meant =
  | { is: 'nobody' }
  | { is: 'listed'; attendee: Attendee }
  | { is: 'known'; person: Person }
  | { is: 'guest'; fields: { familyName: string; givenName: string; organisation: string } }

/** Whom the words in the field of a line mean; the one matched, as long as they say their name. */
export function meantIn(review: Pick<ReviewLine, 'who' | 'line'>, choices: Choices): Meant {
  const words = fold(review.who).trim()
  const { match } = review.line
  const matched = [...choices.attendees.values()].find(({ id }) => id === match?.attendeeId)
  if (matched !== undefined && fold(fullName(matched)) === words) return { is: 'listed', attendee: matched }
  const attendee = choices.attendees.get(words)
  if (attendee !== undefined) return { is: 'listed', attendee }
  const person = choices.persons.get(words)
  if (person !== undefined) return { is: 'known', person }
  const fields = guestFrom(review.who)
  return fields === null ? { is: 'nobody' } : { is: 'guest', fields }
}

/** The lines taken, as the core takes them. */
export function linesToApply(
  lines: readonly ReviewLine[],
  choices: Choices,
  keepsHours: boolean,
): AppliedLine[] {
  return lines.flatMap((review): AppliedLine[] => {
    const { line } = review
    const meant = meantIn(review, choices)
    if (!review.isTaken || meant.is === 'nobody') return []
    const own =
      meant.is === 'listed' && meant.attendee.id === line.match?.attendeeId
        ? line.status
        : meant.is === 'listed'
          ? meant.attendee.status
          : null
    const isMarkedSo = own === 'visio' || own === 'audio' || own === 'present'
    return [
      {
        attendeeId: meant.is === 'listed' ? meant.attendee.id : null,
        newId: review.key,
        from: own,
        status: isMarkedSo ? null : line.kind === 'phone' ? 'audio' : 'visio',
        arrivedAt: keepsHours ? line.late : null,
        leftAt: keepsHours ? line.early : null,
        personId:
          meant.is === 'known' ? meant.person.id : meant.is === 'listed' ? meant.attendee.personId : null,
        familyName: meant.is === 'guest' ? meant.fields.familyName : '',
        givenName: meant.is === 'guest' ? meant.fields.givenName : '',
        organisation: meant.is === 'guest' ? meant.fields.organisation : '',
      },
    ]
  })
}
