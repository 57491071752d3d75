import { newId } from '../../renderer/api/new-id.ts'
import { putInSession } from '../put-in-session.ts'
import { type Inputs, pick, type Sample, target } from './method-inputs.ts'

async function readOne({ call }: Sample, run: number) {
  const { id: meetingId } = await call('meetings.create', {
    fields: { date: '2027-02-11' },
    fromTemplate: true,
  })
  await putInSession(call, meetingId)
  const lines = Array.from({ length: 12 }, (_, line) => `D : mesure ${run}, ligne ${line}`)
  const bytes = new TextEncoder().encode(lines.join('\n'))
  await call('notebooks.read', { id: newId(), meetingId, file: { fileName: 'carnet.txt', bytes } })
  return call('notebooks.list', { meetingId })
}

async function readTranscript({ call }: Sample, run: number) {
  const { id: meetingId } = await call('meetings.create', {
    fields: { date: '2027-02-11' },
    fromTemplate: true,
  })
  await putInSession(call, meetingId)
  const { items } = await call('agenda.list', { meetingId })
  await call('session.goTo', { meetingId, itemId: pick(items, 0).id })
  const turns = Array.from({ length: 300 }, (_, turn) => {
    const time = new Date(turn * 20_000).toISOString().slice(11, 19)
    return `**${time} · Participant ${turn % 2 === 0 ? run : 'autre'}** Mesure ${run}, tour ${turn}.`
  })
  const bytes = new TextEncoder().encode(turns.join('\n\n'))
  const id = newId()
  await call('notebooks.read', { id, meetingId, file: { fileName: 'transcription.md', bytes } })
  return { id }
}

export const notebookInputs: Pick<Inputs, Extract<keyof Inputs, `notebooks.${string}`>> = {
  'notebooks.list': ({ written: meetingId }) => ({ meetingId }),
  'notebooks.progress': ({ written: meetingId }) => ({ meetingId }),
  'notebooks.setAuthor': async (sample, run) => ({
    ...target(pick((await readOne(sample, run)).notebooks, 0)),
    author: 'Personne de mesure',
  }),
  'notebooks.setSpeaker': async (sample, run) => ({
    ...(await readTranscript(sample, run)),
    said: `Participant ${run}`,
    as: { speaker: 'Personne de mesure', organisation: '', personId: null, organisationId: null },
  }),
  'notebooks.setBeginning': async (sample, run) => ({
    ...(await readTranscript(sample, run)),
    at: '2027-02-11T09:00:00.000Z',
  }),
  'notebooks.decide': async (sample, run) => ({
    lines: (await readOne(sample, run)).lines.map(target),
    as: 'left',
  }),
  'notebooks.takeInstead': async (sample, run) => {
    const { meetingId, lines } = await readOne(sample, run)
    const first = pick(lines, 0)
    const view = await sample.call('notebooks.decide', { lines: [target(first)], as: 'kept' })
    const of = view.lines.find(({ id }) => id === first.id)
    const other = view.lines.find(({ id }) => id !== first.id)
    if (of === undefined || other === undefined) throw new Error(`no lines in ${meetingId}`)
    return { ...target(other), of: target(of) }
  },
  'notebooks.place': async (sample, run) => {
    const { meetingId, lines } = await readOne(sample, run)
    const { items } = await sample.call('agenda.list', { meetingId })
    return { lines: lines.map(target), itemId: pick(items, 0).id }
  },
  'notebooks.remove': async (sample, run) => target(pick((await readOne(sample, run)).notebooks, 0)),
}
