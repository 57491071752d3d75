import { newId } from '../../renderer/api/new-id.ts'
import { type Inputs, pick, type Sample, target } from './method-inputs.ts'

const ofMeeting = ({ meetings }: Sample, run: number) => ({ meetingId: pick(meetings, run).id })

/** The convocation of the meeting in preparation, brought up to date: every member is in it. */
const convocation = async ({ call, next }: Sample) => {
  const input = { meetingId: next, kind: 'convocation', itemId: null } as const
  return pick(await call('dispatch.prepare', input), 0)
}
const template = async ({ call }: Sample, run: number) => pick(await call('dispatch.templates', {}), run)
/** A document of its own on the meeting in preparation. */
const attachment = async ({ call, next }: Sample, run: number) => {
  const before = new Set((await call('attachments.list', { meetingId: next })).map(({ id }) => id))
  const file = { fileName: 'note.txt', bytes: new TextEncoder().encode(`message ${run} ${newId()}`) }
  await call('attachments.add', { meetingId: next, itemId: null, file })
  const list = await call('attachments.list', { meetingId: next })
  return list.find(({ id }) => !before.has(id)) ?? pick(list, run)
}
const attached = async (sample: Sample, run: number) => {
  const { dispatch } = await convocation(sample)
  const { id: attachmentId } = await attachment(sample, run)
  const { documents } = await sample.call('dispatch.addAttachment', { dispatchId: dispatch.id, attachmentId })
  return documents.find((document) => document.attachmentId === attachmentId)?.id ?? ''
}
const recipient = (run: number) => ({
  personId: null,
  name: `Destinataire ${run}`,
  organisation: '',
  email: `destinataire.${run}@mesure.example`,
  field: 'to' as const,
})
const aRecipient = async (sample: Sample, run: number) =>
  target(pick((await convocation(sample)).recipients, run))

type Dispatches = Pick<Inputs, Extract<keyof Inputs, `dispatch.${string}` | `sending.${string}`>>

export const dispatchInputs: Dispatches = {
  'sending.settings': () => ({}),
  'sending.list': ofMeeting,
  'dispatch.templates': () => ({}),
  'dispatch.updateTemplate': async (sample, run) => {
    const { kind, version } = await template(sample, run)
    return { kind, version, patch: { subject: `Objet ${run}, {date}` } }
  },
  'dispatch.resetTemplate': async (sample, run) => ({ kind: (await template(sample, run)).kind }),
  'dispatch.list': ofMeeting,
  'dispatch.untold': ofMeeting,
  'dispatch.get': async (sample) => ({ id: (await convocation(sample)).dispatch.id }),
  'dispatch.prepare': ({ next }, run) => ({
    meetingId: next,
    kind: pick(['convocation', 'callForSubjects', 'guestInvitation', 'actionsReminder'] as const, run),
    itemId: null,
  }),
  'dispatch.update': async (sample, run) => ({
    ...target((await convocation(sample)).dispatch),
    patch: { subject: `Objet ${run}` },
  }),
  'dispatch.remove': async (sample) => target((await convocation(sample)).dispatch),
  'dispatch.addRecipient': async (sample, run) => ({
    id: newId(),
    dispatchId: (await convocation(sample)).dispatch.id,
    fields: recipient(run),
  }),
  'dispatch.updateRecipient': async (sample, run) => ({
    ...(await aRecipient(sample, run)),
    patch: { email: `autre.${run}@mesure.example` },
  }),
  'dispatch.removeRecipient': aRecipient,
  'dispatch.setField': async (sample) => ({ id: (await convocation(sample)).dispatch.id, field: 'bcc' }),
  'dispatch.addAttachment': async (sample, run) => ({
    dispatchId: (await convocation(sample)).dispatch.id,
    attachmentId: (await attachment(sample, run)).id,
  }),
  'dispatch.addAttachments': async (sample) => ({ dispatchId: (await convocation(sample)).dispatch.id }),
  'dispatch.removeDocument': async (sample, run) => ({ id: await attached(sample, run) }),
  'dispatch.placeDocument': async (sample, run) => ({
    id: await attached(sample, run),
    placement: 'folder',
  }),
  'dispatch.lighten': async (sample) => ({ id: (await convocation(sample)).dispatch.id }),
  'dispatch.sharedFolder': () => ({}),
}
