import { AppError } from '../../../contract/errors.ts'
import type { InternalCalls } from '../../../contract/wire.ts'
import { updateRow } from '../../../db/rows.ts'
import type { Handlers, LongContext } from '../../context.ts'
import { expectMeeting } from '../../reads/meetings.ts'
import { groupsNow, listedReading, takeoverList } from './list.ts'
import { takeoverPeople, takePeople } from './people.ts'
import { readTakeover } from './read.ts'
import { takeGroups } from './take.ts'
import { stopUnderWay } from './under-way.ts'

export const handlers: Handlers<'takeover'> = {
  'takeover.list': (context) => takeoverList(context),
  'takeover.file': ({ tx }, { id }) => listedReading(tx, id),
  'takeover.people': (context) => takeoverPeople(context),
  async 'takeover.setLock'({ tx, about }, { id, version, locked }) {
    const meeting = await expectMeeting(tx, { id, version })
    if (meeting.takenOver === null) throw new AppError('state-refuses')
    about(id)
    return updateRow(tx, 'meeting', { id, version }, { takenOver: locked ? 'locked' : 'unlocked' })
  },
  async 'takeover.resume'(context) {
    const { takeover } = context.desk
    if (takeover === null) throw new AppError('not-found')
    return readTakeover(context, takeover.path)
  },
  async 'takeover.stop'({ dataFolder }) {
    stopUnderWay(dataFolder)
    return {}
  },
  'takeover.take': takeGroups,
  'takeover.takePeople': takePeople,
  async 'takeover.drop'(context, { ids }) {
    const wanted = ids === null ? null : new Set(ids)
    const groups = await context.read(groupsNow)
    const files = groups
      .filter(({ id }) => wanted?.has(id) ?? true)
      .flatMap((group) => group.files.map(({ id }) => id))
    await context.fill(async (tx) => {
      for (const id of files) await tx.deleteFrom('takeoverFile').where('id', '=', id).execute()
    })
    if (wanted === null) await context.setDesk({ takeover: null })
    return {}
  },
}

export const takeoverCalls: {
  readTakeover(
    context: LongContext,
    input: InternalCalls['readTakeover']['input'],
  ): Promise<InternalCalls['readTakeover']['output']>
} = {
  readTakeover: (context, { path }) => readTakeover(context, path),
}
