// The hand is put down, taken over from a colleague who wrote meanwhile, and what two desks wrote at once is laid down
// and merged. Each act ends with the hand on this desk again.
import { SHARED } from './colleague.ts'
import { type Act, type Journey, keepNewest, newMeeting } from './journey.ts'
import { layDownOf, settle } from './office.ts'

/** Puts the hand down, and takes it back when nobody did. */
export const transmit: Act = async (journey) => {
  const { core, ledger } = journey
  await ledger.send('transmit', {}, () => core.call('handOver.transmit', {}))
  await ledger.send('take back', {}, () => core.call('handOver.take', { breaks: false }))
  await keepNewest(journey)
}

export const takeWriting: Act = async (journey) => {
  const { core, ledger } = journey
  await ledger.send('take over', {}, () => core.call('handOver.take', { breaks: false }))
  await keepNewest(journey)
}

export const merge: Act = async (journey) => {
  const { core, ledger } = journey
  const [aside] = (await core.call('handOver.look', {})).asides
  if (aside === undefined) throw new Error('nothing to merge')
  await ledger.send('merge', {}, () =>
    core.call('handOver.merge', { machineId: aside.machineId, choices: {} }),
  )
  await keepNewest(journey)
}

/** Changes made here while the colleague took over are laid down; the colleague merges them and gives the hand back. */
export const layDown: Act = async (journey) => {
  const { core, ledger, colleague } = journey
  await ledger.send('laying down', {}, () => core.call('handOver.deposit', {}))
  await settle(core, () => colleague.desk())
  await keepNewest(journey)
}

/** Where each act begins. */
export const handReady = {
  transmit: share,
  async takeWriting(journey: Journey) {
    await share(journey)
    const desk = await giveTo(journey)
    await newMeeting({ ...journey, core: desk }, 30)
    await desk.call('handOver.transmit', {})
  },
  async merge(journey: Journey) {
    await share(journey)
    const { core } = journey
    const desk = await giveTo(journey)
    await newMeeting({ ...journey, core: desk }, 31)
    await core.call('handOver.take', { breaks: true })
    await newMeeting(journey, 32)
    await layDownOf(desk)
  },
  async layDown(journey: Journey) {
    await share(journey)
    const { core, colleague } = journey
    // A copy for the colleague to take.
    await transmit(journey)
    await newMeeting(journey, 33)
    const desk = await colleague.desk()
    await desk.call('handOver.take', { breaks: true })
    await newMeeting({ ...journey, core: desk }, 34)
    // It learns so when it next makes a copy.
    await core.call('backups.make', {})
  },
} as const satisfies Record<string, Act>

async function share({ core, colleague }: Journey): Promise<void> {
  if ((await core.call('handOver.writer', {})).folderName !== SHARED)
    await core.internal('setHandOverFolder', { path: colleague.shared })
}

/** The colleague has the hand, put down here. */
async function giveTo({ core, colleague }: Journey) {
  const desk = await colleague.desk()
  await core.call('handOver.transmit', {})
  await desk.call('handOver.take', { breaks: false })
  return desk
}
