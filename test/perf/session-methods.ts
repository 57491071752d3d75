import type { SessionLineFields } from '../../electron/domain/session/session.ts'
import { newId } from '../../renderer/api/new-id.ts'
import { putInSession } from '../put-in-session.ts'
import { notedLine } from '../session-line.ts'
import { type Inputs, pick, type Sample, target } from './method-inputs.ts'

type Names = Extract<
  keyof Inputs,
  | `session.${string}`
  | `minutesVersions.${string}`
  | `approval.${string}`
  | `archive.${string}`
  | 'minutes.generate'
>

/** A meeting of its own, open, with items. */
async function openMeeting({ call }: Sample) {
  const { id: meetingId } = await call('meetings.create', {
    fields: { date: '2027-02-11' },
    fromTemplate: true,
  })
  await putInSession(call, meetingId)
  const { items } = await call('agenda.list', { meetingId })
  return { meetingId, itemId: pick(items, 0).id, otherId: pick(items, 1).id }
}
const line = (itemId: string, run: number): SessionLineFields =>
  notedLine({
    itemId,
    kind: (['note', 'decision', 'action', 'intervention'] as const)[run % 4] ?? 'note',
    raw: `Ligne de mesure ${run}`,
    text: `Ligne de mesure ${run}`,
  })
async function written(sample: Sample, run: number) {
  const { meetingId, itemId } = await openMeeting(sample)
  const fields = line(itemId, run)
  const { lines } = await sample.call('session.addLine', {
    id: newId(),
    meetingId,
    at: '2027-02-11T14:00:00.000Z',
    fields,
  })
  return target(pick(lines, 0))
}
const position = {
  organisation: 'Organisme de mesure',
  organisationId: null,
  stance: 'favorable',
  words: '',
} as const
async function positioned(sample: Sample) {
  const { meetingId, itemId } = await openMeeting(sample)
  const { positions } = await sample.call('session.addPosition', {
    id: newId(),
    meetingId,
    itemId,
    fields: position,
  })
  return target(pick(positions, 0))
}
async function versionOf({ call, written: meetingId }: Sample) {
  const known = await call('minutesVersions.list', { meetingId })
  return pick(known.length > 0 ? known : await call('minutesVersions.keep', { meetingId, note: '' }), 0).id
}

export const sessionInputs: Pick<Inputs, Names> = {
  'session.get': ({ written: meetingId }) => ({ meetingId }),
  'session.vocabulary': ({ written: meetingId }) => ({ meetingId }),
  'session.goTo': async (sample) => {
    const { meetingId, otherId } = await openMeeting(sample)
    return { meetingId, itemId: otherId }
  },
  'session.suspend': async (sample) => ({ meetingId: (await openMeeting(sample)).meetingId }),
  'session.resume': async (sample) => {
    const { meetingId } = await openMeeting(sample)
    await sample.call('session.suspend', { meetingId })
    return { meetingId }
  },
  'session.setUntreated': async (sample) => {
    const { meetingId, otherId } = await openMeeting(sample)
    return { meetingId, itemIds: [otherId] }
  },
  'session.addItem': async (sample, run) => {
    const { meetingId, itemId } = await openMeeting(sample)
    return { id: newId(), meetingId, afterId: itemId, fields: { title: `Point de mesure ${run}` } }
  },
  'session.setOutcome': async (sample) => {
    const { meetingId, itemId } = await openMeeting(sample)
    return { meetingId, itemId, outcome: 'reporte' as const }
  },
  'session.close': async (sample) => ({ meetingId: (await openMeeting(sample)).meetingId }),
  'session.addLine': async (sample, run) => {
    const { meetingId, itemId } = await openMeeting(sample)
    return { id: newId(), meetingId, at: '2027-02-11T14:00:00.000Z', fields: line(itemId, run) }
  },
  'session.updateLine': async (sample, run) => ({
    ...(await written(sample, run)),
    patch: { text: `Autre mesure ${run}` },
  }),
  'session.removeLine': written,
  'session.addPosition': async (sample) => {
    const { meetingId, itemId } = await openMeeting(sample)
    return { id: newId(), meetingId, itemId, fields: position }
  },
  'session.updatePosition': async (sample, run) => ({
    ...(await positioned(sample)),
    patch: { words: `Réserve ${run}` },
  }),
  'session.removePosition': positioned,
  'minutesVersions.list': ({ written: meetingId }) => ({ meetingId }),
  'minutesVersions.compare': async (sample) => ({
    meetingId: sample.written,
    before: await versionOf(sample),
    after: null,
  }),
  'minutesVersions.restore': async (sample) => ({ id: await versionOf(sample) }),
  'minutes.generate': ({ written: meetingId }) => ({ meetingId, itemId: null, evenEdited: false }),
  'approval.get': ({ written: meetingId }) => ({ meetingId }),
  'archive.rules': () => ({}),
  'archive.describe': ({ written: meetingId }) => ({ meetingId }),
  'archive.updateRule': async ({ call }, run) => {
    const [rule] = await call('archive.rules', {})
    return { id: rule?.id ?? '', version: rule?.version ?? 1, patch: { duaYears: run % 100 } }
  },
  'approval.consultation': ({ written: meetingId }) => ({ meetingId }),
  'approval.setClosing': ({ written: meetingId }) => ({ meetingId, closesOn: '2027-12-31' }),
  'approval.setReply': async ({ call, written: meetingId }, run) => {
    const { members } = await call('approval.consultation', { meetingId })
    return {
      meetingId,
      personId: pick(members, run).personId,
      answer: run % 2 === 0 ? ('approves' as const) : null,
    }
  },
}
