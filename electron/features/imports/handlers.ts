// Handlers of imports: reading is a job without the database; applying is one write, undone at once.
import { AppError } from '../../contract/errors.ts'
import type { DraftItem } from '../../domain/draft.ts'
import { appendBranches, type NewBranch } from '../agenda/items.ts'
import { agendaView } from '../agenda/queries.ts'
import type { LongHandlers, ReadHandlers, WriteHandlers } from '../context.ts'
import { liveMeeting } from '../meetings/queries.ts'
import { matchDraft } from './match-draft.ts'
import { newMeeting } from './new-meeting.ts'
import { takeInMinutes } from './take-in-minutes.ts'

/** Largest file read, in bytes. */
const MAX_IMPORT_BYTES = 50 * 1024 * 1024
/** A file that needs longer than this is not an agenda. */
const READ_TIMEOUT_MS = 20_000

export const longs: Pick<LongHandlers, 'imports.read'> = {
  async 'imports.read'(context, { fileName, bytes }) {
    if (bytes.length === 0) throw new AppError('file-empty')
    if (bytes.length > MAX_IMPORT_BYTES) throw new AppError('file-too-large')
    return context.runJob(
      'readFile',
      { fileName, bytes, today: context.today },
      { timeoutMs: READ_TIMEOUT_MS },
    )
  },
}

export const reads: Pick<ReadHandlers, 'imports.match'> = {
  'imports.match': ({ tx }, { meetingId, draft }) => matchDraft(tx, draft, meetingId),
}

export const writes: Pick<WriteHandlers, 'imports.apply'> = {
  async 'imports.apply'(context, { items, target, minutes }) {
    const { tx, about } = context
    const meetingId =
      target.type === 'existing'
        ? (await liveMeeting(tx, target.meetingId)).id
        : (await newMeeting(context, target.fields)).id
    about(meetingId)
    const itemIds = await appendBranches(tx, meetingId, items.map(branchOf), context.now)
    if (minutes !== undefined) await takeInMinutes(context, meetingId, minutes, itemIds)
    return agendaView(tx, meetingId)
  },
}

function branchOf(draft: DraftItem): NewBranch {
  return {
    fields: {
      title: draft.title,
      kind: draft.kind,
      nature: draft.nature,
      fixedStart: draft.fixedStart,
      durationMinutes: draft.durationMinutes,
      presenter: draft.presenter ?? '',
      organisation: draft.organisation ?? '',
      note: draft.note ?? '',
    },
    children: draft.children.map(branchOf),
  }
}
