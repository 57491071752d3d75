import type { Reader } from '../../db/driver.ts'
import { alreadyThere } from '../../domain/agenda/already-there.ts'
import type { Draft } from '../../domain/agenda/draft.ts'
import { type DraftMatches, writtenPeople } from '../../domain/minutes/proposal.ts'
import {
  matchPeople,
  organisationMatcher,
  ownerMatcher,
  type PersonMatch,
} from '../../domain/people/match-people.ts'
import { attendeesOf } from '../reads/attendance.ts'
import { directoryView } from '../reads/directory.ts'
import { listedAs } from './take-in-participants.ts'
import { statementsOf } from './take-in-statements.ts'

type Said = Pick<Draft, 'participants' | 'decisions' | 'actions'>

/** @param meetingId null for a meeting that is not there yet */
export async function matchDraft(tx: Reader, draft: Said, meetingId: string | null): Promise<DraftMatches> {
  const directory = await directoryView(tx)
  const listed = meetingId === null ? [] : await attendeesOf(tx, meetingId)
  const people = writtenPeople(draft.participants)
  const onList = new Set(listed.flatMap(({ personId }) => personId ?? []))
  const matches = matchPeople(directory, people).map((match) => onlyListed(match, onList))
  const organisationOf = organisationMatcher(directory)
  const present = new Set(matches.flatMap(({ personId }) => personId ?? []))
  const ownerOf = ownerMatcher(directory, present)
  const known = async (table: 'decision' | 'action', said: readonly { text: string }[]) =>
    alreadyThere(
      said.map(({ text }) => ({ text, itemId: null })),
      meetingId === null ? [] : await statementsOf(tx, table, meetingId),
    )
  return {
    participants: people.map((person, at) => {
      const match = matches[at] ?? { standing: 'new', personId: null, isSure: false, candidates: [] }
      const attendee = listed[listedAs(listed, { ...person, personId: match.personId })]
      return {
        match,
        organisation: person.organisation === '' ? null : organisationOf(person.organisation),
        listed: attendee === undefined ? null : { attendeeId: attendee.id, status: attendee.status },
      }
    }),
    owners: draft.actions.map(({ owner }) => ({
      person: ownerOf(owner ?? ''),
      organisation: organisationOf(owner ?? ''),
    })),
    knownDecisions: await known('decision', draft.decisions),
    knownActions: await known('action', draft.actions),
  }
}

/** Of several who may be meant, the only one on the list of the meeting is: a file taken in again finds whom was chosen. */
function onlyListed(match: PersonMatch, onList: ReadonlySet<string>): PersonMatch {
  if (match.standing !== 'like') return match
  const [only, ...others] = match.candidates.filter((id) => onList.has(id))
  if (only === undefined || others.length > 0) return match
  return { ...match, standing: 'matched', personId: only }
}
