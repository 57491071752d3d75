// A previewed delivery goes into the watch in short transactions under one entry of the journal, and into its own
// journal as begun first: what the program's death leaves is told as partial.
import type { Parsed } from '../../../contract/index.ts'
import type { DeliveryState, StagedText, WatchDelivery } from '../../../domain/watch/delivery.ts'
import type { LongContext, WriteContext } from '../../context.ts'
import { newId } from '../../new-id.ts'
import { type ByHand, type Compared, compareWithWatch } from './compare.ts'
import { alone, dropPending, pendingOf } from './pending.ts'
import { changing, noActs } from './preview.ts'
import { stagedTexts } from './staged.ts'
import { storeTexts } from './store.ts'

/**
 * Texts of one transaction: what is typed meanwhile waits for no more than one. Each transaction costs a sync of the disk and a part
 * of the search index that is merged later.
 */
const BATCH = 100

/** @throws AppError `not-found`, `busy`, and `cancelled` when the beginning of it was taken back meanwhile */
export function takeDelivery(
  context: LongContext,
  { token, except, drafts, followUp }: Parsed<'deliveries.take'>,
): Promise<WatchDelivery> {
  const { dataFolder, emit, writeInSteps } = context
  return alone(dataFolder, async (signal) => {
    const pending = pendingOf(dataFolder, token)
    const { reading, name } = pending
    const step = writeInSteps('deliveries.take')
    const left = new Set(except)
    const byHand = new Map(drafts.map(({ jorfText, id }) => [jorfText, id]))
    const delivery: WatchDelivery = {
      id: newId(context.now),
      at: context.now.toISOString(),
      who: context.who.slice(0, 200),
      name,
      state: 'partial',
      reading,
      acts: noActs(),
      refusedByHand: 0,
    }
    await step(({ tx }) => tx.insertInto('watchDelivery').values(rowOf(delivery)).execute())
    let done = 0
    let state: DeliveryState = 'whole'
    for await (const staged of stagedTexts(pending.path, BATCH)) {
      if (signal.aborted) {
        state = 'stopped'
        break
      }
      await step((write) => takeBatch(write, staged, { delivery, left, byHand, followUp }))
      done += staged.length
      emit({ topic: 'progress', method: 'deliveries.take', done, total: reading.kept })
    }
    delivery.state = state
    const { id, ...row } = rowOf(delivery)
    await step(({ tx }) => tx.updateTable('watchDelivery').set(row).where('id', '=', id).execute())
    await dropPending(dataFolder)
    return delivery
  })
}

type Taking = {
  delivery: WatchDelivery
  left: ReadonlySet<string>
  byHand: ByHand
  followUp: Parsed<'deliveries.take'>['followUp']
}

async function takeBatch(
  { tx, now }: WriteContext,
  staged: readonly StagedText[],
  { delivery, left, byHand, followUp }: Taking,
): Promise<void> {
  let rest = staged
  while (rest.length > 0) {
    // As the watch is now: it may have changed since the preview.
    const { first, again } = eachItemOnce(await compareWithWatch(tx, rest, byHand))
    const taken = first.filter(({ act, staged: { text } }) => !(changing.has(act) && left.has(text.jorfText)))
    await storeTexts(tx, taken, { id: delivery.id, followUp, now })
    for (const { act } of taken) delivery.acts[act] = (delivery.acts[act] ?? 0) + 1
    delivery.refusedByHand += first.length - taken.length
    rest = again
  }
}

/** Two that look like one followed text (two texts may carry one ELI): the second is compared with what the first made of it. */
function eachItemOnce(compared: readonly Compared[]): { first: Compared[]; again: StagedText[] } {
  const seen = new Set<string>()
  const first: Compared[] = []
  const again: StagedText[] = []
  for (const one of compared)
    if (one.item !== null && seen.has(one.item.id)) again.push(one.staged)
    else {
      if (one.item !== null) seen.add(one.item.id)
      first.push(one)
    }
  return { first, again }
}

function rowOf({ reading, acts, ...delivery }: WatchDelivery) {
  return { ...delivery, reading: JSON.stringify(reading), acts: JSON.stringify(acts) }
}
