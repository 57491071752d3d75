import type { Transaction } from '../../db/driver.ts'
import { updateRow } from '../../db/rows.ts'
import type { Attendee } from '../../domain/attendance/attendance.ts'
import type { Meeting } from '../../domain/meetings/meeting.ts'
import type { TakenParticipant } from '../../domain/old-files/taken-minutes.ts'
import { findOrganisations } from '../../domain/people/same-organisation.ts'
import { foldedWords } from '../../domain/text/fold.ts'
import { blankAttendee, seatFinder } from '../attendance/index.ts'
import type { WriteContext } from '../context.ts'
import { newId } from '../new-id.ts'
import { attendeesOf } from '../reads/attendance.ts'
import { directoryView, namesOn } from '../reads/directory.ts'

export async function takeInParticipants(
  { tx, now }: Pick<WriteContext, 'tx' | 'now'>,
  meeting: Meeting,
  participants: readonly TakenParticipant[],
): Promise<void> {
  if (participants.length === 0) return
  const identify = await identities(tx, meeting)
  const seatOf = await seatFinder(tx, meeting)
  const listed = await attendeesOf(tx, meeting.id)
  let position = Math.max(-1, ...listed.map((attendee) => attendee.position))
  for (const taken of participants) {
    const at = listedAs(listed, taken)
    const known = listed[at]
    if (known === undefined) {
      position += 1
      const row: Attendee = {
        ...blankAttendee,
        ...identify(taken),
        seat: seatOf(taken.personId).seat,
        status: taken.status,
        representedBy: taken.status === 'represente' ? (taken.representedBy ?? '') : '',
        id: newId(now),
        version: 1,
        meetingId: meeting.id,
        position,
      }
      await tx.insertInto('attendee').values(row).execute()
      listed.push(row)
    } else {
      const patch = { ...additions(known, taken) }
      if (patch.personId != null) patch.seat = seatOf(patch.personId).seat
      if (Object.keys(patch).length > 0) listed[at] = await updateRow(tx, 'attendee', known, patch)
    }
  }
}

type Named = Pick<Attendee, 'personId' | 'familyName' | 'givenName' | 'organisation'>

/** Their place on the list of the meeting: by their entry in the directory, else the only one of the same names. */
export function listedAs(listed: readonly Named[], taken: Named): number {
  const own = listed.findIndex(({ personId }) => personId !== null && personId === taken.personId)
  if (own >= 0) return own
  const namesakes = listed.filter(
    (one) =>
      // Two entries of the directory are two persons, whatever they are called.
      (one.personId === null || taken.personId === null) &&
      same(one.familyName, taken.familyName) &&
      same(one.givenName, taken.givenName) &&
      (one.organisation === '' || taken.organisation === '' || same(one.organisation, taken.organisation)),
  )
  const equal = namesakes.filter(({ organisation }) => same(organisation, taken.organisation))
  const [only, ...others] = equal.length > 0 ? equal : namesakes
  return only === undefined || (equal.length === 0 && others.length > 0) ? -1 : listed.indexOf(only)
}

const same = (a: string, b: string) => foldedWords(a).join(' ') === foldedWords(b).join(' ')

/** Fields that the file gives and the list lacks; a mark only where there is none, or when it was said to replace it. */
function additions(known: Attendee, taken: TakenParticipant): Partial<Attendee> {
  const marks = taken.status !== null && taken.status !== known.status
  return {
    ...(marks && (known.status === null || taken.replacesMark) ? { status: taken.status } : {}),
    ...(known.representedBy === '' && taken.status === 'represente' && taken.representedBy !== undefined
      ? { representedBy: taken.representedBy }
      : {}),
    ...(known.personId === null && taken.personId !== null ? { personId: taken.personId } : {}),
    ...(known.role === '' && taken.role !== '' ? { role: taken.role } : {}),
    ...(known.organisation === '' && taken.organisation !== '' ? { organisation: taken.organisation } : {}),
  }
}

/** Names of the directory on the day of the meeting; organisation and role as the file says them, when it does. */
async function identities(tx: Transaction, { date }: Meeting) {
  const directory = await directoryView(tx)
  const former = await namesOn(tx, date)
  const find = findOrganisations(directory)
  const collegeOf = (id: string | null) => directory.colleges.find((one) => one.id === id)?.name ?? ''
  return (taken: TakenParticipant): Partial<Attendee> => {
    const person = directory.persons.find(({ id }) => id === taken.personId)
    const found = taken.organisation === '' ? null : find(taken.organisation)
    const named = found?.isNamed === true && found.organisations.length === 1 ? found.organisations[0] : null
    const own = directory.organisations.find(({ id }) => id === person?.organisationId)
    const organisation = taken.organisation === '' ? own : named
    return {
      personId: person?.id ?? null,
      familyName: person?.familyName ?? taken.familyName,
      givenName: person?.givenName ?? taken.givenName,
      organisation: taken.organisation || (former.get(own?.id ?? '')?.name ?? own?.name ?? ''),
      role: taken.role,
      college: collegeOf(organisation?.collegeId ?? null),
    }
  }
}
