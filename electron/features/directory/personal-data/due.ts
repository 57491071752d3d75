import { type Expression, type SqlBool, sql } from 'kysely'
import { fullName } from '../../../domain/people/full-name.ts'
import {
  contactOver,
  type DueKind,
  type DuePerson,
  type DueRows,
  type Erasure,
} from '../../../domain/people/personal-data.ts'
import { addMonths } from '../../../domain/time/civil-date.ts'
import type { LongContext, ReadContext } from '../../context.ts'
import { recordErasure, saveBeside, wipe } from './erasures.ts'
import { retentionOf } from './queries.ts'

/** Persons without a mandate that runs or is to come, whose last mandate and last meeting are long enough ago. */
export async function duePersons({ tx, today }: Pick<ReadContext, 'tx' | 'today'>): Promise<DuePerson[]> {
  const { contactMonths } = await retentionOf(tx)
  const before = addMonths(today, -contactMonths)
  const rows = await tx
    .selectFrom('person')
    .leftJoin('organisation', 'organisation.id', 'person.organisationId')
    .select(['person.id', 'person.version', 'person.givenName', 'person.familyName'])
    .select('organisation.name as organisation')
    .select((eb) => [
      eb
        .selectFrom('mandate')
        .select((of) => of.fn.max('mandate.endsOn').as('end'))
        .whereRef('mandate.personId', '=', 'person.id')
        .as('mandateEnd'),
      eb
        .selectFrom('attendee')
        .innerJoin('meeting', 'meeting.id', 'attendee.meetingId')
        .select((of) => of.fn.max('meeting.date').as('date'))
        .whereRef('attendee.personId', '=', 'person.id')
        .where('meeting.deletedAt', 'is', null)
        .as('lastMeeting'),
    ])
    .where((eb) =>
      eb.not(
        eb.exists(
          eb
            .selectFrom('mandate')
            .select('mandate.id')
            .whereRef('mandate.personId', '=', 'person.id')
            .where((of) => of.or([of('mandate.endsOn', 'is', null), of('mandate.endsOn', '>', before)])),
        ),
      ),
    )
    .orderBy('person.familyName')
    .orderBy('person.givenName')
    .execute()
  return rows.flatMap(({ givenName, familyName, organisation, ...row }) => {
    const since = contactOver(row, contactMonths)
    if (since === null || since > today) return []
    return [{ ...row, name: fullName({ givenName, familyName }), organisation: organisation ?? '', since }]
  })
}

/** How much of each kind has had its time. */
export async function dueRows({ tx, today }: Pick<ReadContext, 'tx' | 'today'>): Promise<DueRows[]> {
  const retention = await retentionOf(tx)
  const kinds: readonly DueKind[] = ['mails', 'replies', 'notes']
  return Promise.all(
    kinds.map(async (kind) => {
      const before = dayBefore(kind, retention, today)
      const { count } = await tx
        .selectFrom(source[kind].table)
        .select((eb) => eb.fn.countAll<number>().as('count'))
        .where(source[kind].isBefore(before))
        .executeTakeFirstOrThrow()
      return { kind, count, before }
    }),
  )
}

/** Erases what has had its time, of one kind, and its images in the journal. */
export async function eraseDue(context: LongContext, kind: DueKind): Promise<Erasure> {
  await saveBeside(context)
  const ids = await context.read(async ({ tx, today }) => {
    const before = dayBefore(kind, await retentionOf(tx), today)
    const rows = await tx
      .selectFrom(source[kind].table)
      .select('id')
      .where(source[kind].isBefore(before))
      .execute()
    return rows.map(({ id }) => id)
  })
  const done: Erasure = { removed: 0, rewritten: 0, kept: 0, journalEntries: 0 }
  const entries = new Set<number>()
  const table = source[kind].stored
  for (let from = 0; from < ids.length; from += AT_ONCE) {
    context.emit({ topic: 'progress', method: 'personalData.eraseDue', done: from, total: ids.length })
    await context.eraseTexts(kind, (texts) =>
      texts.transaction(() => {
        for (const id of ids.slice(from, from + AT_ONCE)) {
          done.removed += texts.removeById(table, id)
          const images = texts.imagesOf(table, id)
          for (const { entry } of images) entries.add(entry)
          texts.removeImages(images)
        }
      }),
    )
  }
  done.journalEntries = entries.size
  await recordErasure(context, kind, done)
  await wipe(context, kind)
  return done
}

/** Rows of one transaction. */
const AT_ONCE = 100

/** Where each kind lies, and which of its rows are older than a day. */
const source = {
  mails: {
    table: 'subjectMessage',
    stored: 'subject_message',
    isBefore: (day: string): Expression<SqlBool> => sql`coalesce(substr(sent_at, 1, 10),
      (SELECT received_on FROM subject WHERE subject.id = subject_message.subject_id)) < ${day}`,
  },
  replies: {
    table: 'reply',
    stored: 'reply',
    isBefore: (day: string): Expression<SqlBool> =>
      sql`(SELECT date FROM meeting WHERE meeting.id = reply.meeting_id) < ${day}`,
  },
  // A line that became a decision or an action lives on in the minutes.
  notes: {
    table: 'sessionLine',
    stored: 'session_line',
    isBefore: (day: string): Expression<SqlBool> =>
      sql`(SELECT substr(sealed_at, 1, 10) FROM approval WHERE approval.id = session_line.meeting_id) < ${day}`,
  },
} as const satisfies Record<DueKind, unknown>

function dayBefore(
  kind: DueKind,
  { mailMonths, replyMonths, noteMonths }: Awaited<ReturnType<typeof retentionOf>>,
  today: string,
): string {
  return addMonths(today, -{ mails: mailMonths, replies: replyMonths, notes: noteMonths }[kind])
}
