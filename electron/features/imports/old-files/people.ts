import { setImmediate } from 'node:timers/promises'
import { AppError } from '../../../contract/errors.ts'
import type { Output, Parsed } from '../../../contract/index.ts'
import type { Reader, Transaction } from '../../../db/driver.ts'
import { updateRow } from '../../../db/rows.ts'
import { writtenCivilities } from '../../../domain/old-files/civilities.ts'
import { type MetAttendee, meetingsToAsk, metPeople, nameKey } from '../../../domain/old-files/people.ts'
import { fullName } from '../../../domain/people/full-name.ts'
import { leadCivility, nameWords } from '../../../domain/people/person-names.ts'
import type { LongContext, ReadContext } from '../../context.ts'
import { directoryView } from '../../reads/directory.ts'
import { takeInDirectory } from '../take-in-directory.ts'
import { alone } from './under-way.ts'

/** Entries added, or lines linked, in one transaction. */
const BATCH = 25

export async function oldFilesPeople({ tx }: Pick<ReadContext, 'tx'>): Promise<Output<'oldFiles.people'>> {
  const { persons, organisations } = await peopleNow(tx)
  return { persons, organisations }
}

async function peopleNow(tx: Reader): Promise<ReturnType<typeof metPeople>> {
  const attendees = await metAttendees(tx)
  if (attendees.length === 0) return { persons: [], organisations: [], attendeesOf: new Map() }
  const linked = await linkedAttendees(tx)
  const civilitiesOf = await civilitiesIn(tx, meetingsToAsk([...attendees, ...linked]))
  return metPeople(
    attendees,
    await directoryView(tx),
    saidBefore(linked, attendees, civilitiesOf),
    civilitiesOf,
  )
}

type Linked = MetAttendee & { personId: string }
type CivilitiesOf = ReturnType<typeof writtenCivilities>

/** Who the names of meetings that were taken over stand for already, where it is one person and nobody is called otherwise. */
function saidBefore(
  linked: readonly Linked[],
  attendees: readonly MetAttendee[],
  civilitiesOf: CivilitiesOf,
): Map<string, string> {
  const ids = new Map<string, Set<string>>()
  for (const line of linked) ids.set(nameKey(line), (ids.get(nameKey(line)) ?? new Set()).add(line.personId))
  const called = new Map<string, Set<string>>()
  for (const line of [...linked, ...attendees])
    called.set(nameKey(line), new Set([...(called.get(nameKey(line)) ?? []), ...civilitiesOf(line)]))
  return new Map(
    [...ids].flatMap(([key, [id, ...others]]) =>
      id === undefined || others.length > 0 || (called.get(key)?.size ?? 0) > 1 ? [] : [[key, id] as const],
    ),
  )
}

async function civilitiesIn(tx: Reader, meetingIds: readonly string[]): Promise<CivilitiesOf> {
  if (meetingIds.length === 0) return writtenCivilities([], [])
  const texts = tx.selectFrom('takenFile').select(['meetingId', 'text']).where('meetingId', 'in', meetingIds)
  const listed = tx
    .selectFrom('attendee')
    .select(['meetingId', 'familyName', 'givenName'])
    .where('meetingId', 'in', meetingIds)
  return writtenCivilities(await texts.execute(), await listed.execute())
}

async function linkedAttendees(tx: Reader): Promise<Linked[]> {
  const rows = await listedAttendees(tx)
    .select('attendee.personId')
    .where('attendee.personId', 'is not', null)
    .execute()
  return rows.flatMap(({ personId, ...line }) => (personId === null ? [] : [{ ...line, personId }]))
}

/** Those on the lists of meetings that were taken over who have no entry in the directory. */
async function metAttendees(tx: Reader): Promise<MetAttendee[]> {
  return listedAttendees(tx)
    .where('meeting.deletedAt', 'is', null)
    .where('attendee.personId', 'is', null)
    .orderBy('attendee.id')
    .execute()
}

function listedAttendees(tx: Reader) {
  return tx
    .selectFrom('attendee')
    .innerJoin('meeting', 'meeting.id', 'attendee.meetingId')
    .select(['attendee.id', 'attendee.meetingId', 'meeting.date'])
    .select(['attendee.familyName', 'attendee.givenName', 'attendee.organisation', 'attendee.role'])
    .where('meeting.takenOver', 'is not', null)
}

/**
 * Adds the bodies and persons somebody ticked, and links every line of theirs; one journal entry.
 * @throws AppError `busy`; `not-found` for an entry or a name that is not there any more
 */
export function takePeople(
  context: LongContext,
  { organisations, people }: Parsed<'oldFiles.takePeople'>,
): Promise<Output<'oldFiles.takePeople'>> {
  const { dataFolder, emit, writeInSteps } = context
  return alone(dataFolder, async (signal) => {
    const { attendeesOf } = await context.read(({ tx }) => peopleNow(tx))
    const links = people.flatMap(({ key, entry }) => {
      const lines = attendeesOf.get(key)
      if (lines === undefined) throw new AppError('not-found', { field: 'key' })
      const personId = entry.type === 'known' ? entry.id : entry.person.id
      return lines.map((id) => ({ id, personId }))
    })
    const added = people.flatMap(({ entry }) =>
      entry.type === 'known' ? [] : [{ ...entry.person, mandate: null }],
    )
    const step = writeInSteps('oldFiles.takePeople')
    const total = organisations.length + added.length + links.length
    let done = 0
    /** How many of them were taken in: all, or what was done before a stop. */
    const inParts = async <T>(
      all: readonly T[],
      work: (part: readonly T[], tx: Transaction) => Promise<void>,
    ) => {
      for (let at = 0; at < all.length; at += BATCH) {
        // Lines taken by then stay, and are taken back as one.
        if (signal.aborted) return at
        const part = all.slice(at, at + BATCH)
        await step(({ tx }) => work(part, tx))
        done += part.length
        emit({ topic: 'progress', method: 'oldFiles.takePeople', done, total })
        // Every other call has its turn between two parts; a wish to stop is heard.
        await setImmediate()
      }
      return all.length
    }
    const { now } = context
    const taken = {
      organisations: await inParts(organisations, (part, tx) => takeInDirectory({ tx, now }, part, [])),
      persons: await inParts(added, (part, tx) => takeInDirectory({ tx, now }, [], part)),
      lines: await inParts(links, linkLines),
    }
    return { ...taken, isStopped: done < total }
  })
}

type Link = { id: string; personId: string }

/** Their printed names stay as they are; an action of the same meeting whose owner can only be them is theirs. */
async function linkLines(links: readonly Link[], tx: Transaction): Promise<void> {
  const ids = new Set(links.map(({ personId }) => personId))
  const known = await tx
    .selectFrom('person')
    .select(['id', 'civility'])
    .where('id', 'in', [...ids])
    .execute()
  const civilities = new Map(known.map(({ id, civility }) => [id, civility]))
  if (known.length < ids.size) throw new AppError('not-found', { field: 'id' })
  for (const { id, personId } of links) {
    const line = await tx
      .selectFrom('attendee')
      .select(['meetingId', 'familyName', 'givenName', 'version'])
      .where('id', '=', id)
      .where('personId', 'is', null)
      .executeTakeFirst()
    if (line === undefined) continue
    await updateRow(tx, 'attendee', { id, version: line.version }, { personId })
    await linkActions(tx, line, { personId, civility: civilities.get(personId) ?? '' })
  }
}

async function linkActions(
  tx: Transaction,
  line: { meetingId: string; familyName: string; givenName: string },
  { personId, civility }: { personId: string; civility: string },
): Promise<void> {
  const { meetingId, familyName, givenName } = line
  const named = await tx
    .selectFrom('attendee')
    .select('familyName')
    .where('meetingId', '=', meetingId)
    .execute()
  const family = nameWords(familyName).join(' ')
  const isAlone = named.filter((one) => nameWords(one.familyName).join(' ') === family).length === 1
  const whole = nameWords(fullName({ givenName, familyName })).join(' ')
  const actions = await tx
    .selectFrom('action')
    .select(['id', 'owner', 'version'])
    .where('meetingId', '=', meetingId)
    .where('ownerId', 'is', null)
    .where('owner', '!=', '')
    .execute()
  /** "Mme Fourcroy" is not the "M. Hugues Fourcroy" of the list. */
  const isCalled = async (owner: string) => {
    const lead = leadCivility(owner)
    if (lead === '') return true
    const written = (await civilitiesIn(tx, [meetingId]))(line)
    return [civility, ...written].every((one) => one === '' || one === lead)
  }
  for (const { id, owner, version } of actions) {
    const written = nameWords(owner).join(' ')
    if (written === whole || (isAlone && written === family && (await isCalled(owner))))
      await updateRow(tx, 'action', { id, version }, { ownerId: personId })
  }
}
