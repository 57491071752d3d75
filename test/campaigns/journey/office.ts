// Two desks that share a folder, whatever was cut short between them, led back by the acts that the screens offer: the
// first desk has the hand, and what either wrote while the other had it is merged.
import { Refused } from '../child-core.ts'
import { SHARED } from './colleague.ts'
import type { Asked } from './seen.ts'

/** Two desks that cannot be led back, or that both write. */
export class Unsettled extends Error {}

/** More than any hand-over that was cut short needs. */
const MOST_TURNS = 12

/**
 * @param colleague the second desk, asked only when it is needed.
 * @throws Unsettled when there is no way back, or when both desks may write.
 */
export async function settle(desk: Asked, colleague: () => Promise<Asked>): Promise<void> {
  // Copies may go to a folder where no hand is passed.
  if ((await desk.call('handOver.writer', {})).folderName !== SHARED) return
  for (let turn = 0; turn < MOST_TURNS; turn += 1) {
    const { standing } = await look(desk)
    if (standing === 'writing' || standing === 'none') return whole(desk, await colleague())
    // An act refused because the other desk went on meanwhile is looked at again.
    await forward(desk, standing, colleague).catch((thrown) => {
      if (!(thrown instanceof Refused && thrown.code === 'writer-taken')) throw thrown
    })
  }
  throw new Unsettled(
    `no way back from ${(await look(desk)).standing}: the colleague stands as ${(await look(await colleague())).standing}`,
  )
}

/** The first desk has the hand: so the second has not, and what it wrote before it knew is merged. */
async function whole(desk: Asked, colleague: Asked): Promise<void> {
  const { standing } = await look(colleague)
  if (standing === 'writing') throw new Unsettled('two desks have the hand')
  if (standing === 'lost' && !(await colleague.call('handOver.writer', {})).deposited)
    await layDownOf(colleague)
  await mergeAsides(desk, 'ours')
}

/** A desk that was overtaken learns so when it next makes a copy. */
export async function layDownOf(desk: Asked): Promise<void> {
  await desk.call('backups.make', {})
  await desk.call('handOver.deposit', {})
}

type Standing = Awaited<ReturnType<typeof look>>['standing']
const look = (desk: Asked) => desk.call('handOver.look', {})

/** One act of the first desk towards having the hand. */
async function forward(desk: Asked, standing: Standing, colleague: () => Promise<Asked>): Promise<unknown> {
  switch (standing) {
    case 'giving':
      return desk.call('handOver.keep', {})
    case 'taking':
    case 'waiting':
    case 'offered':
      return desk.call('handOver.take', { breaks: false })
    case 'lost':
      await layDownOf(desk)
      return breakAgain(await colleague())
    case 'beingTaken':
    case 'away':
      return give(await colleague())
    case 'writing':
    case 'none':
      return undefined
    case 'unreadable':
      throw new Unsettled('the folder is unreadable')
  }
}

/**
 * The colleague began to take a hand that was not put down. Cut short right after its mark, nobody has the hand until
 * one of them takes it once more, knowingly: that is what the screen offers.
 */
async function breakAgain(colleague: Asked): Promise<unknown> {
  const { standing } = await look(colleague)
  return standing === 'away' || standing === 'lost'
    ? colleague.call('handOver.take', { breaks: true })
    : give(colleague)
}

/** One act of the colleague towards putting the hand down. */
async function give(colleague: Asked): Promise<unknown> {
  const { standing } = await look(colleague)
  switch (standing) {
    case 'writing':
      await mergeAsides(colleague, 'theirs')
      return colleague.call('handOver.transmit', {})
    case 'giving':
      return colleague.call('handOver.transmit', {})
    case 'taking':
    case 'offered':
      return colleague.call('handOver.take', { breaks: false })
    case 'lost':
      return layDownOf(colleague)
    default:
      throw new Unsettled(`neither desk has the hand: the colleague stands as ${standing}`)
  }
}

/**
 * Takes what the other desk laid down. The colleague only adds meetings: where it is no longer known from which copy both started,
 * and so every difference is asked, the first desk's side is the newer one.
 */
async function mergeAsides(desk: Asked, firstDesk: 'ours' | 'theirs'): Promise<void> {
  for (const { machineId } of (await look(desk)).asides) {
    const { differences } = await desk.call('handOver.compare', { machineId })
    const open = differences.filter(({ settled }) => settled === null)
    const choices = Object.fromEntries(open.map(({ key }) => [key, firstDesk]))
    await desk.call('handOver.merge', { machineId, choices })
  }
}
