import type { WriterView } from '../../../contract/hand-over.ts'
import { inTurns } from '../../../db/in-turn.ts'
import type { Handlers, LongContext } from '../../context.ts'
import { actsOf, sharedFolder } from './acts.ts'
import { heedFolder } from './heed.ts'
import { nameMachine } from './machine.ts'
import { compareWith, mergeWith } from './merge.ts'
import { folderView, writerView } from './queries.ts'
import { leaveCopy, showNewest } from './show-copy.ts'
import { openSource, takeSource } from './source.ts'
import { deposit, giveUp, type HandOverActs, keep, take, takeAlone, transmit } from './steps.ts'

export const handlers: Handlers<'handOver'> = {
  'handOver.writer': async (context) => writerView(context),
  async 'handOver.look'(context) {
    // A desk that reads here that another took its hand must not write on until it looks by itself.
    await heedFolder(context)
    return folderView(context)
  },
  async 'handOver.nameMachine'(context, { name }) {
    await nameMachine(context, name)
    context.changed('writer')
    return writerNow(context)
  },
  'handOver.transmit': (context) => step(context, transmit),
  'handOver.keep': (context) => step(context, keep),
  'handOver.take': (context, { breaks }) => step(context, (acts) => take(acts, breaks)),
  'handOver.giveUp': (context) => step(context, giveUp),
  'handOver.takeAlone': (context) => step(context, takeAlone),
  'handOver.deposit': (context) => step(context, deposit),
  async 'handOver.showCopy'(context) {
    await showNewest(context)
    return writerNow(context)
  },
  'handOver.compare': (context, { machineId }) => compareWith(context, machineId),
  'handOver.merge': (context, { machineId, choices }) => mergeWith(context, machineId, choices),
  'handOver.openSource': openSource,
  'handOver.takeSource': (context, { token }) => takeSource(context, token),
  async 'handOver.leaveCopy'(context) {
    await leaveCopy(context)
    return writerNow(context)
  },
}

/** One act at a time: two at once would each look, then step over the other. */
const inTurn = inTurns()

async function step(context: LongContext, act: (acts: HandOverActs) => Promise<void>): Promise<WriterView> {
  const { profileId } = context.writer
  await inTurn('', async () => act(await actsOf(context)))
  // Where the data were taken over is where their copies go: not to the folder of the data that this desk had before.
  if (context.desk.copyFolder === null || context.writer.profileId !== profileId)
    await context.setDesk({ copyFolder: sharedFolder(context), copyDeclined: false, lastFailure: null })
  return writerNow(context)
}

/** How the desk stands after an act. */
export function writerNow(context: LongContext): Promise<WriterView> {
  return context.read(async (reading) => writerView(reading))
}
