import { AppError } from '../../../contract/errors.ts'
import type { HistoryState, JournalEntry } from '../../../contract/history.ts'
import { labelOf } from '../../../contract/index.ts'
import type { Reader } from '../../../db/driver.ts'
import type { Replayed } from '../../../db/journal/steps.ts'
import { LINE_LENGTH } from '../../../domain/limits.ts'
import { alphabetical } from '../../../domain/text/alphabetical.ts'
import type { Handlers, ReadContext } from '../../context.ts'
import { fieldValues } from './field-values.ts'
import { historyLines } from './lines.ts'
import { topicTables } from './topics.ts'

const columns = ['seq', 'at', 'who', 'method', 'meetingId', 'state'] as const

export const handlers: Handlers<'history'> = {
  'history.state': (context) => historyState(context),
  async 'history.list'(context, { meetingId, limit, between, rowId, topic, state, who, within, ownFrom }) {
    const { tx } = context
    let query = tx.selectFrom('journalEntry').select(columns).orderBy('seq', 'desc').limit(limit)
    if (between?.from != null) query = query.where('seq', '>=', between.from)
    if (between?.before != null) query = query.where('seq', '<', between.before)
    if (meetingId !== null) {
      const beside = await entriesBeside(tx, meetingId)
      // An "or" names no meeting any more: the history would be read again at each write.
      query =
        beside.length === 0
          ? query.where('meetingId', '=', meetingId)
          : query.where((eb) => eb.or([eb('meetingId', '=', meetingId), eb('seq', 'in', beside)]))
    }
    if (state !== undefined) query = query.where('state', '=', state)
    if (who !== undefined) query = query.where('who', '=', who)
    if (within !== undefined) query = query.where('at', '>=', within.from).where('at', '<', within.to)
    if (ownFrom !== undefined)
      query = query.where((eb) => eb.or([eb('who', '!=', context.who), eb('at', '>=', ownFrom)]))
    if (topic !== undefined) query = query.where('seq', 'in', entriesIn(tx, topicTables[topic]))
    if (rowId !== undefined) query = query.where('seq', 'in', entriesOf(tx, rowId))
    return historyLines(tx, (await query.execute()).map(labelled), rowId)
  },
  async 'history.authors'({ tx, who }) {
    const [before, after] = await Promise.all([others(tx, '<', who), others(tx, '>', who)])
    return [...before, who, ...after].sort(alphabetical)
  },
  'history.ofField': ({ tx }, field) => fieldValues(tx, field),
  async 'history.undo'(context, { seq }) {
    const { undo, sealed } = await historyState(context)
    if (seq !== undefined && undo !== null && undo.seq !== seq) throw new AppError('act-passed')
    if (seq === undefined && sealed !== undefined) throw new AppError('undo-past-seal')
    await context.undo()
    return historyState(context)
  },
  async 'history.redo'(context, { seq }) {
    const next = await context.ownEntry('undone')
    if (seq !== undefined && next !== null && next !== seq) throw new AppError('act-passed')
    await context.redo()
    return historyState(context)
  },
}

/**
 * From name to name, by the index, in one query: a team has many, and a server is asked once. Before or after one's own: what one
 * writes oneself, here all the time, adds nobody.
 */
async function others(tx: Reader, way: '<' | '>', own: string): Promise<string[]> {
  const found = await tx
    .withRecursive('author(who)', (cte) =>
      cte
        .selectFrom('journalEntry')
        .select((eb) => eb.fn.min<string | null>('journalEntry.who').as('who'))
        .where('journalEntry.who', way, own)
        .unionAll(
          cte
            .selectFrom('author')
            .select((eb) =>
              eb
                .selectFrom('journalEntry')
                .select((of) => of.fn.min<string | null>('journalEntry.who').as('next'))
                .where('journalEntry.who', way, own)
                .whereRef('journalEntry.who', '>', 'author.who')
                .as('who'),
            )
            .where('author.who', 'is not', null),
        ),
    )
    .selectFrom('author')
    .select('who')
    .where('who', 'is not', null)
    .execute()
  return found.flatMap(({ who }) => who ?? [])
}

/** What somebody sealed last, and when. */
async function lastSealed({ tx, who }: Pick<ReadContext, 'tx' | 'who'>) {
  const by = who.slice(0, LINE_LENGTH)
  const [minutes, corrigendum] = await Promise.all([
    tx
      .selectFrom('approval')
      .innerJoin('meeting', 'meeting.id', 'approval.id')
      .select(['sealedAt as at', 'meeting.number', 'meeting.date'])
      .where('sealedBy', '=', by)
      .orderBy('sealedAt', 'desc')
      .limit(1)
      .executeTakeFirst(),
    tx
      .selectFrom('corrigendum')
      .innerJoin('meeting', 'meeting.id', 'corrigendum.meetingId')
      .select(['madeAt as at', 'meeting.number', 'meeting.date'])
      .where('madeBy', '=', by)
      .orderBy('madeAt', 'desc')
      .limit(1)
      .executeTakeFirst(),
  ])
  const isCorrigendum = corrigendum !== undefined && (minutes === undefined || corrigendum.at > minutes.at)
  const last = isCorrigendum ? corrigendum : minutes
  return last === undefined
    ? undefined
    : ({ ...last, what: isCorrigendum ? 'corrigendum' : 'minutes' } as const)
}

/** What somebody did last and has not taken back, passed over or not. */
const newestDone = ({ tx, who }: Pick<ReadContext, 'tx' | 'who'>) =>
  tx
    .selectFrom('journalEntry')
    .select(['seq', 'meetingId'])
    .where('who', '=', who)
    .where('state', '=', 'done')
    .orderBy('seq', 'desc')
    .limit(1)
    .executeTakeFirst()

/** The meeting of an entry that was passed over, where its minutes are sealed, by whomsoever. */
async function sealedOf(tx: Reader, newest: Pick<JournalEntry, 'seq' | 'meetingId'>) {
  const changed = await tx
    .selectFrom('journalChange')
    .leftJoin('agendaItem', 'agendaItem.id', 'journalChange.rowId')
    .select(['rowId', 'agendaItem.meetingId'])
    .where('entrySeq', '=', newest.seq)
    .where('tableName', 'in', ['meeting', 'agenda_item'])
    .execute()
  const ids = [newest.meetingId, ...changed.map(({ meetingId, rowId }) => meetingId ?? rowId)]
  return await tx
    .selectFrom('approval')
    .innerJoin('meeting', 'meeting.id', 'approval.id')
    .select(['meeting.number', 'meeting.date'])
    .where(
      'approval.id',
      'in',
      ids.filter((id) => id !== null),
    )
    .orderBy('sealedAt', 'desc')
    .limit(1)
    .executeTakeFirst()
}

function entriesIn(tx: Reader, tables: readonly string[]) {
  return tx.selectFrom('journalChange').select('entrySeq').where('tableName', 'in', tables)
}

/** What is done for many meetings at once, or for none, is one entry, which names one of them at most. */
async function entriesBeside(tx: Reader, meetingId: string): Promise<number[]> {
  const rows = await entriesIn(tx, ['meeting'])
    .where('rowId', '=', meetingId)
    .innerJoin('journalEntry', 'journalEntry.seq', 'journalChange.entrySeq')
    .where('journalEntry.meetingId', 'is distinct from', meetingId)
    .execute()
  return rows.map(({ entrySeq }) => entrySeq)
}

/** What follows from a row under its own identifier, such as the follow-up of an action, is written with it. */
function entriesOf(tx: Reader, rowId: string) {
  return entriesIn(tx, Object.values(topicTables).flat()).where('rowId', '=', rowId)
}

async function historyState(context: Pick<ReadContext, 'tx' | 'who' | 'ownEntry'>): Promise<HistoryState> {
  const { tx, ownEntry } = context
  const entryOf = async (state: Replayed): Promise<JournalEntry | null> => {
    const seq = await ownEntry(state)
    if (seq === null) return null
    const entry = tx.selectFrom('journalEntry').select(columns).where('seq', '=', seq)
    return labelled(await entry.executeTakeFirstOrThrow())
  }
  // At once: a server is asked for all of them together.
  const [undo, redo, last, newest] = await Promise.all([
    entryOf('done'),
    entryOf('undone'),
    lastSealed(context),
    newestDone(context),
  ])
  if (last !== undefined && (undo === null || last.at > undo.at)) {
    const { what, number, date } = last
    return { undo, redo, sealed: { what, meeting: { number, date } } }
  }
  if (newest === undefined || newest.seq <= (undo?.seq ?? 0)) return { undo, redo }
  const meeting = await sealedOf(tx, newest)
  return meeting === undefined ? { undo, redo } : { undo, redo, sealed: { what: 'minutes', meeting } }
}

function labelled(entry: Omit<JournalEntry, 'label'>): JournalEntry {
  return { ...entry, label: labelOf(entry.method) }
}
