import { newId } from '../../renderer/api/new-id.ts'
import { type Inputs, pick, type Sample, target } from './method-inputs.ts'

/** A meeting of its own, for what changes one. */
const freshMeeting = ({ call }: Sample) =>
  call('meetings.create', { fields: { date: '2027-02-11' }, fromTemplate: false })
const series = (name: string) => ({
  name,
  rule: { ordinal: 2 as const, weekday: 4, months: [1, 2, 3, 4, 5, 6, 7, 9, 10, 11, 12] },
  startTime: '14:00',
  endTime: '16:30',
  mode: 'hybride' as const,
  place: '',
  videoLink: '',
  chair: '',
  secretary: '',
})
const aSeries = async ({ call }: Sample) => pick(await call('series.list', {}), 0).id
const freshSeries = async ({ call }: Sample) => {
  const id = newId()
  await call('series.add', { id, fields: series('Groupe de mesure') })
  return { id, version: 1 }
}
const planLine = (run: number) => ({
  title: `Tâche de mesure ${run}`,
  offsetDays: -(run % 30),
  counting: 'working' as const,
  act: null,
})
const freshTask = async (sample: Sample) =>
  pick(await sample.call('backPlanning.tasks', { meetingId: (await freshMeeting(sample)).id }), 0)

type Names = Extract<keyof Inputs, `series.${string}` | `backPlanning.${string}`>

export const seriesInputs: Pick<Inputs, Names> = {
  'series.list': () => ({}),
  'series.occurrences': async (sample, run) => ({ id: await aSeries(sample), year: 2017 + (run % 10) }),
  'series.add': (_, run) => ({ id: newId(), fields: series(`Groupe de mesure ${run}`) }),
  'series.update': async (sample, run) => ({
    ...target(await freshSeries(sample)),
    patch: { place: `Salle ${run}` },
  }),
  'series.remove': async (sample) => target(await freshSeries(sample)),
  'series.createMeetings': async (sample) => {
    const { id } = await freshSeries(sample)
    const dates = await sample.call('series.occurrences', { id, year: 2029 })
    return { id, year: 2029, occurrences: dates.map(({ date }) => ({ date, on: null })) }
  },
  'series.adoptMeetings': async (sample, run) => ({
    id: (await freshSeries(sample)).id,
    year: 2017 + (run % 10),
  }),
  'series.skip': async (sample) => ({
    id: (await freshSeries(sample)).id,
    date: '2029-01-11',
    reason: 'Mesure',
  }),
  'series.unskip': async (sample) => ({ id: (await freshSeries(sample)).id, date: '2029-01-11' }),
  'backPlanning.template': () => ({}),
  'backPlanning.addLine': (_, run) => ({ id: newId(), fields: planLine(run) }),
  'backPlanning.updateLine': async ({ call }, run) => ({
    ...target(pick(await call('backPlanning.template', {}), run)),
    patch: { title: `Ligne ${run}` },
  }),
  'backPlanning.removeLine': async ({ call }) => {
    const id = newId()
    await call('backPlanning.addLine', { id, fields: planLine(0) })
    return { id, version: 1 }
  },
  'backPlanning.tasks': ({ meetings }, run) => ({ meetingId: pick(meetings, run).id }),
  'backPlanning.lay': async (sample) => {
    const { id: meetingId } = await freshMeeting(sample)
    for (const task of await sample.call('backPlanning.tasks', { meetingId }))
      await sample.call('backPlanning.removeTask', target(task))
    return { meetingId }
  },
  'backPlanning.addTask': async (sample, run) => ({
    id: newId(),
    meetingId: (await freshMeeting(sample)).id,
    fields: planLine(run),
  }),
  'backPlanning.updateTask': async (sample) => ({
    ...target(await freshTask(sample)),
    patch: { doneOn: '2027-01-15' },
  }),
  'backPlanning.removeTask': async (sample) => target(await freshTask(sample)),
}
