import { newId } from '../../renderer/api/new-id.ts'
import { type Inputs, pick, type Sample, target } from './method-inputs.ts'

const ofMeeting = ({ meetings }: Sample, run: number) => ({ meetingId: pick(meetings, run).id })

/** A document of its own, received just now. */
const document = async ({ call, next }: Sample, run: number) => {
  const before = new Set((await call('attachments.list', { meetingId: next })).map(({ id }) => id))
  const file = { fileName: 'note.txt', bytes: new TextEncoder().encode(`document ${run} ${newId()}`) }
  const list = await call('attachments.add', { meetingId: next, itemId: null, file })
  return list.find(({ id }) => !before.has(id)) ?? pick(list, run)
}

const item = async ({ call, next }: Sample, run: number) =>
  pick((await call('agenda.list', { meetingId: next })).items, run).id

/** A promise of its own: an item holds a limited number of them. */
const promise = async (sample: Sample, run: number) => {
  const id = newId()
  const itemId = await item(sample, run)
  for (const one of await sample.call('attachments.awaited', { meetingId: sample.next }))
    if (one.itemId === itemId) await sample.call('attachments.removeAwaited', target(one))
  await sample.call('attachments.addAwaited', { id, itemId, fields: { title: 'Support' } })
  return { id, version: 1 }
}

type Attachments = Pick<Inputs, Extract<keyof Inputs, `attachments.${string}`>>

export const attachmentInputs: Attachments = {
  'attachments.list': ofMeeting,
  'attachments.versions': async (sample, run) => ({ id: (await document(sample, run)).id }),
  'attachments.identify': async (sample, run) => {
    const older = await document(sample, run)
    return { ...target(await document(sample, run)), replaces: older.id }
  },
  'attachments.update': async (sample, run) => ({
    ...target(await document(sample, run)),
    patch: { title: `Pièce de mesure ${run}` },
  }),
  'attachments.remove': async (sample, run) => target(await document(sample, run)),
  'attachments.awaited': ofMeeting,
  'attachments.addAwaited': async (sample, run) => {
    const { id } = await promise(sample, run)
    await sample.call('attachments.removeAwaited', { id, version: 1 })
    return { id, itemId: await item(sample, run), fields: { title: 'Support' } }
  },
  'attachments.updateAwaited': async (sample, run) => ({
    ...(await promise(sample, run)),
    patch: { title: `Support ${run}` },
  }),
  'attachments.removeAwaited': promise,
  'attachments.projection': ofMeeting,
}
