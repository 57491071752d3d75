import { AppError } from '../../../contract/errors.ts'
import type { Transaction } from '../../../db/driver.ts'
import { updateRow } from '../../../db/rows.ts'
import type { Handlers, InternalHandlers } from '../../context.ts'
import { approvalOf } from '../../reads/approval.ts'
import { expectMeeting } from '../../reads/meetings.ts'
import { groupsNow, listedReading, oldFilesList } from './list.ts'
import { oldFilesPeople, takePeople } from './people.ts'
import { readOldFiles } from './read.ts'
import { takeGroups } from './take.ts'
import { stopUnderWay } from './under-way.ts'

export const handlers: Handlers<'oldFiles'> = {
  'oldFiles.list': (context) => oldFilesList(context),
  'oldFiles.file': ({ tx }, { id }) => listedReading(tx, id),
  'oldFiles.people': (context) => oldFilesPeople(context),
  async 'oldFiles.setLock'({ tx, about }, { id, version, locked }) {
    const meeting = await expectMeeting(tx, { id, version })
    if (meeting.takenOver === null) throw new AppError('state-refuses')
    about(id)
    await setApproved(tx, id, locked)
    return updateRow(tx, 'meeting', { id, version }, { takenOver: locked ? 'locked' : 'unlocked' })
  },
  async 'oldFiles.resume'(context) {
    const { oldFiles } = context.desk
    if (oldFiles === null) throw new AppError('not-found')
    return readOldFiles(context, oldFiles.path)
  },
  async 'oldFiles.stop'({ dataFolder }) {
    stopUnderWay(dataFolder)
    return {}
  },
  'oldFiles.take': takeGroups,
  'oldFiles.takePeople': takePeople,
  async 'oldFiles.drop'(context, { ids }) {
    const wanted = ids === null ? null : new Set(ids)
    const groups = await context.read(groupsNow)
    const files = groups
      .filter(({ id }) => wanted?.has(id) ?? true)
      .flatMap((group) => group.files.map(({ id }) => id))
    await context.fill(async (tx) => {
      for (const id of files) await tx.deleteFrom('takeoverFile').where('id', '=', id).execute()
    })
    if (wanted === null) await context.setDesk({ oldFiles: null })
    return {}
  },
}

/** Old minutes are approved; opened to a correction they are written on, unless they were sealed here since. */
async function setApproved(tx: Transaction, meetingId: string, isApproved: boolean): Promise<void> {
  const sealed = await approvalOf(tx, meetingId)
  const minutes = await tx
    .selectFrom('minutes')
    .selectAll()
    .where('meetingId', '=', meetingId)
    .executeTakeFirst()
  if (sealed !== null || minutes === undefined) return
  await updateRow(tx, 'minutes', minutes, { state: isApproved ? 'approved' : 'drafting' })
}

export const oldFilesCalls: InternalHandlers<'readOldFiles'> = {
  readOldFiles: (context, { path }) => readOldFiles(context, path),
}
