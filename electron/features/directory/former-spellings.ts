import { type SqlBool, sql } from 'kysely'
import type { WrittenPlace } from '../../contract/directory.ts'
import type { Reader } from '../../db/driver.ts'
import { getRow, updateRow } from '../../db/rows.ts'
import { dispatchText } from '../../documents/text/dispatch.ts'
import type { Person } from '../../domain/people/directory.ts'
import { fullName } from '../../domain/people/full-name.ts'
import type { WriteContext } from '../context.ts'
import { reassign } from '../follow-up/index.ts'
import { actionsFrom, isOpen, organisation, owner, ownerId } from '../reads/actions.ts'

/** One place that names somebody as their entry did before. */
type Written = {
  readonly place: WrittenPlace
  readonly name: string
  readonly correct: (context: WriteContext) => Promise<unknown>
}

/**
 * Whatever is neither sealed nor sent and names somebody exactly as their entry did before. What has no link to the entry
 * is theirs only where nobody else bears that name.
 */
export async function writtenBefore(tx: Reader, personId: string): Promise<Written[]> {
  const person = await getRow(tx, 'person', personId)
  const former = await formerNames(tx, person)
  if (former.length === 0) return []
  const namesakes = await tx.selectFrom('person').selectAll().where('id', '!=', personId).execute()
  const others = new Set(namesakes.flatMap((one) => [fullName(one), one.familyName]))
  const theirs = former.filter((name) => !others.has(name))
  return [
    ...(await inActions(tx, person, former)),
    ...(await inAttendance(tx, person, former, theirs)),
    ...(await inDrafts(tx, person, former, theirs)),
    ...(await inItems(tx, person, former, theirs)),
    ...(await inMeetings(tx, person, theirs)),
    ...(await besides(tx, person, former)),
  ]
}

/** What the entry was called before, newest first, as far as the journal goes back. */
async function formerNames(tx: Reader, person: Person): Promise<string[]> {
  const changes = await tx
    .selectFrom('journalChange')
    .innerJoin('journalEntry', 'journalEntry.seq', 'journalChange.entrySeq')
    .select(sql<string>`coalesce(json_extract(before, '$.given_name'), '')`.as('givenName'))
    .select(sql<string>`coalesce(json_extract(before, '$.family_name'), '')`.as('familyName'))
    .where('journalChange.tableName', '=', 'person')
    .where('journalChange.rowId', '=', person.id)
    .where('journalChange.before', 'is not', null)
    .where('journalEntry.state', '=', 'done')
    .orderBy('journalChange.ord', 'desc')
    .execute()
  const names = new Set(changes.map(fullName))
  names.delete(fullName(person))
  names.delete('')
  return [...names]
}

/**
 * Whose papers are still to be written: those of others say what was true on their day, and minutes that the chair has
 * validated are what members are asked to approve.
 */
function openMeetings(tx: Reader) {
  return tx
    .selectFrom('meeting')
    .leftJoin('minutes', 'minutes.meetingId', 'meeting.id')
    .leftJoin('approval', 'approval.id', 'meeting.id')
    .where('meeting.deletedAt', 'is', null)
    .where('meeting.takenOver', 'is', null)
    .where('approval.id', 'is', null)
    .where((eb) =>
      eb.or([eb('minutes.state', 'is', null), eb('minutes.state', 'not in', ['approved', 'validated'])]),
    )
    .select('meeting.id')
}

async function inActions(tx: Reader, person: Person, former: readonly string[]): Promise<Written[]> {
  const rows = await actionsFrom(tx)
    .leftJoin('approval', 'approval.id', 'action.meetingId')
    .select(['action.id', 'action.version'])
    .select([owner.as('ownerNow'), organisation.as('organisationNow')])
    .where(sql<SqlBool>`${ownerId} = ${person.id}`)
    .where(owner, 'in', former)
    .where((eb) =>
      eb.or([
        eb('action.meetingId', 'in', openMeetings(tx)),
        // Of a sealed one the register says who acts now, beside what was printed.
        eb.and([isOpen, eb('approval.id', 'is not', null)]),
      ]),
    )
    .execute()
  return rows.map(({ id, version, ownerNow, organisationNow }) => ({
    place: 'action',
    name: ownerNow,
    correct: (context) =>
      reassign(context, {
        targets: [{ id, version }],
        owner: fullName(person),
        ownerId: person.id,
        organisation: organisationNow,
        reason: '',
      }),
  }))
}

async function inAttendance(
  tx: Reader,
  person: Person,
  former: readonly string[],
  theirs: readonly string[],
): Promise<Written[]> {
  const rows = await tx
    .selectFrom('attendee')
    .selectAll()
    .where('meetingId', 'in', openMeetings(tx))
    .where((eb) => eb.or([eb('personId', '=', person.id), eb('representedBy', 'in', theirs)]))
    .execute()
  return rows.flatMap((row): Written[] => {
    const isOwn = row.personId === person.id && former.includes(fullName(row))
    const isDeputy = theirs.includes(row.representedBy)
    if (!isOwn && !isDeputy) return []
    const { givenName, familyName } = person
    return [
      {
        place: 'attendee',
        name: isOwn ? fullName(row) : row.representedBy,
        correct: (context) =>
          updateRow(context.tx, 'attendee', row, {
            ...(isOwn ? { givenName, familyName } : {}),
            ...(isDeputy ? { representedBy: fullName(person) } : {}),
          }),
      },
    ]
  })
}

/** Letters not sent yet; one that a server was handed is not touched until somebody says what became of it. */
async function inDrafts(
  tx: Reader,
  person: Person,
  former: readonly string[],
  theirs: readonly string[],
): Promise<Written[]> {
  const assistants = theirs.map(dispatchText.assistant)
  const rows = await tx
    .selectFrom('dispatchRecipient')
    .innerJoin('dispatch', 'dispatch.id', 'dispatchRecipient.dispatchId')
    .innerJoin('meeting', 'meeting.id', 'dispatch.meetingId')
    .select(['dispatchRecipient.id', 'dispatchRecipient.version', 'dispatchRecipient.name'])
    .select('dispatchRecipient.personId')
    .where('dispatch.state', '=', 'draft')
    .where('meeting.deletedAt', 'is', null)
    .where(({ not, exists, selectFrom }) =>
      not(
        exists(
          selectFrom('sending')
            .select('sending.id')
            .whereRef('sending.dispatchId', '=', 'dispatch.id')
            .where('sending.state', '=', 'handed'),
        ),
      ),
    )
    .where((eb) =>
      eb.or([
        eb.and([
          eb('dispatchRecipient.personId', '=', person.id),
          eb('dispatchRecipient.name', 'in', former),
        ]),
        eb.and([
          eb('dispatchRecipient.reason', '=', 'assistant'),
          eb('dispatchRecipient.name', 'in', assistants),
        ]),
      ]),
    )
    .execute()
  return rows.map(({ id, version, name, personId }) => ({
    place: 'recipient',
    name: personId === person.id ? name : (theirs[assistants.indexOf(name)] ?? name),
    correct: (context) =>
      updateRow(
        context.tx,
        'dispatchRecipient',
        { id, version },
        { name: personId === person.id ? fullName(person) : dispatchText.assistant(fullName(person)) },
      ),
  }))
}

async function inItems(
  tx: Reader,
  person: Person,
  former: readonly string[],
  theirs: readonly string[],
): Promise<Written[]> {
  const rows = await tx
    .selectFrom('agendaItem')
    .select(['id', 'version', 'presenter', 'presenterId', 'requester'])
    .where('meetingId', 'in', openMeetings(tx))
    .where((eb) => eb.or([eb('presenterId', '=', person.id), eb('requester', 'in', theirs)]))
    .execute()
  return rows.flatMap(({ presenter, presenterId, requester, ...target }): Written[] => {
    const isPresenter = presenterId === person.id && former.includes(presenter)
    const isRequester = theirs.includes(requester)
    if (!isPresenter && !isRequester) return []
    const name = fullName(person)
    return [
      {
        place: 'item',
        name: isPresenter ? presenter : requester,
        correct: (context) =>
          updateRow(context.tx, 'agendaItem', target, {
            ...(isPresenter ? { presenter: name } : {}),
            ...(isRequester ? { requester: name } : {}),
          }),
      },
    ]
  })
}

/** Chair and secretary of a meeting are words without a link. */
async function inMeetings(tx: Reader, person: Person, theirs: readonly string[]): Promise<Written[]> {
  const rows = await tx
    .selectFrom('meeting')
    .select(['id', 'version', 'chair', 'secretary'])
    .where('id', 'in', openMeetings(tx))
    .where((eb) => eb.or([eb('chair', 'in', theirs), eb('secretary', 'in', theirs)]))
    .execute()
  return rows.map(({ chair, secretary, ...target }) => {
    const [isChair, isSecretary] = [theirs.includes(chair), theirs.includes(secretary)]
    const name = fullName(person)
    return {
      place: 'meeting',
      name: isChair ? chair : secretary,
      correct: (context) =>
        updateRow(context.tx, 'meeting', target, {
          ...(isChair ? { chair: name } : {}),
          ...(isSecretary ? { secretary: name } : {}),
        }),
    }
  })
}

/** Subjects received, documents that were promised, and notes taken in a meeting. */
async function besides(tx: Reader, person: Person, former: readonly string[]): Promise<Written[]> {
  const name = fullName(person)
  const subjects = await tx
    .selectFrom('subject')
    .select(['id', 'version', 'requester'])
    .where('requesterId', '=', person.id)
    .where('requester', 'in', former)
    .execute()
  const documents = await tx
    .selectFrom('awaitedDocument')
    .innerJoin('agendaItem', 'agendaItem.id', 'awaitedDocument.itemId')
    .select(['awaitedDocument.id', 'awaitedDocument.version', 'awaitedDocument.fromName'])
    .where('fromId', '=', person.id)
    .where('fromName', 'in', former)
    .where('agendaItem.meetingId', 'in', openMeetings(tx))
    .execute()
  const lines = await tx
    .selectFrom('sessionLine')
    .select(['id', 'version', 'speaker'])
    .where('personId', '=', person.id)
    .where('speaker', 'in', former)
    .where('meetingId', 'in', openMeetings(tx))
    .execute()
  return [
    ...subjects.map(
      (row): Written => ({
        place: 'subject',
        name: row.requester,
        correct: ({ tx }) => updateRow(tx, 'subject', row, { requester: name }),
      }),
    ),
    ...documents.map(
      (row): Written => ({
        place: 'awaited',
        name: row.fromName,
        correct: ({ tx }) => updateRow(tx, 'awaitedDocument', row, { fromName: name }),
      }),
    ),
    ...lines.map(
      (row): Written => ({
        place: 'line',
        name: row.speaker,
        correct: ({ tx }) => updateRow(tx, 'sessionLine', row, { speaker: name }),
      }),
    ),
  ]
}
