import { AppError } from '../../contract/errors.ts'
import type { MeetingEdits } from '../../contract/imports.ts'
import { keepBytes } from '../../db/files/store.ts'
import type { Handlers, WriteContext } from '../context.ts'
import { handlers as meetingHandlers } from '../meetings/index.ts'
import { agendaView } from '../reads/agenda.ts'
import { liveMeeting } from '../reads/meetings.ts'
import { compareDraft } from './compare.ts'
import { matchDraft } from './match-draft.ts'
import { newMeeting } from './new-meeting.ts'
import { takeAgenda } from './take-agenda.ts'
import { takeInDirectory } from './take-in-directory.ts'
import { takeInMinutes } from './take-in-minutes.ts'
import { takeReceived } from './take-received.ts'

/** Largest file read, in bytes. */
const MAX_IMPORT_BYTES = 50 * 1024 * 1024

export const handlers: Handlers<'imports'> = {
  'imports.compare': ({ tx }, { meetingId, items }) => compareDraft(tx, meetingId, items),
  'imports.match': ({ tx }, { meetingId, draft }) => matchDraft(tx, draft, meetingId),
  async 'imports.apply'(context, { items, target, minutes, directory, received, linked = [] }) {
    const { tx, about } = context
    const isNew = target.type === 'new'
    const meetingId = isNew
      ? (await newMeeting(context, target.fields)).id
      : (await liveMeeting(tx, target.meetingId)).id
    about(meetingId)
    const { joined = [], withdrawn = [], edits = null } = isNew ? {} : target
    if (edits !== null) await editMeeting(context, meetingId, edits)
    // Before the items, which speak of them.
    if (directory !== undefined)
      await takeInDirectory(context, directory.newOrganisations, directory.newPersons)
    const itemIds = await takeAgenda(
      tx,
      {
        meetingId,
        items,
        joined,
        withdrawn,
        linked: new Map(linked.map(({ at, ...entries }) => [at, entries])),
      },
      context.now,
    )
    if (minutes !== undefined) await takeInMinutes(context, meetingId, minutes, itemIds)
    if (received !== undefined) await takeReceived(context, meetingId, received)
    return agendaView(tx, meetingId)
  },
  async 'imports.read'(context, { fileName, bytes }) {
    if (bytes.length === 0) throw new AppError('file-empty')
    if (bytes.length > MAX_IMPORT_BYTES) throw new AppError('file-too-large')
    return context.runJob('readFile', { fileName, bytes, today: context.today })
  },
  async 'imports.keepFile'(context, { bytes }) {
    if (bytes.length === 0) throw new AppError('file-empty')
    if (bytes.length > MAX_IMPORT_BYTES) throw new AppError('file-too-large')
    return { sha256: await keepBytes(context.dataFolder, bytes) }
  },
}

/** The meeting's own acts: a new date is a move, kept with its reason. */
async function editMeeting(
  context: WriteContext,
  id: string,
  { version, patch, move }: MeetingEdits,
): Promise<void> {
  const edited =
    Object.keys(patch).length === 0
      ? { id, version }
      : await meetingHandlers['meetings.update'](context, { id, version, patch })
  if (move !== null) await meetingHandlers['meetings.move'](context, { id, version: edited.version, ...move })
}
