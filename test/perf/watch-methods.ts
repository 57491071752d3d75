import { everyText, type WatchFilter, WatchSort } from '../../electron/contract/watch.ts'
import { newId } from '../../renderer/api/new-id.ts'
import { type Inputs, pick, type Sample, target } from './method-inputs.ts'

export const watchItem = async ({ call }: Sample, run: number) =>
  pick((await call('watch.list', { words: '', offset: (run * 97) % 9000, limit: 100 })).rows, run)
const freshMeeting = ({ call }: Sample) =>
  call('meetings.create', { fields: { date: '2027-02-11' }, fromTemplate: true })
const freshText = ({ call }: Sample, fields = {}) =>
  call('watch.add', { id: newId(), fields: { title: 'Texte de mesure', ...fields } })

const deadline = { date: '2027-03-01', audience: 'Communes', threshold: '', label: 'Mesure' }
const withDeadline = async (sample: Sample, run: number) => {
  const { id: watchItemId } = await watchItem(sample, run)
  const id = newId()
  await sample.call('watch.addDeadline', { id, watchItemId, fields: deadline })
  return { id, version: 1 }
}
const consultation = {
  authority: 'cnen',
  name: '',
  askedOn: '2026-10-01',
  answeredOn: null,
  opinion: '',
  reference: '',
} as const
const withConsultation = async (sample: Sample, run: number) => {
  const { id: watchItemId } = await watchItem(sample, run)
  const id = newId()
  await sample.call('watch.addConsultation', { id, watchItemId, fields: consultation })
  return { id, version: 1 }
}
const link = async (sample: Sample, run: number) => ({
  id: newId(),
  watchItemId: (await watchItem(sample, run)).id,
  kind: 'modifies' as const,
  to: { citation: `Décret n° 2099-${run} du 3 mars 2099` },
})

const filters: readonly Partial<WatchFilter>[] = [
  {},
  { followUp: 'open' },
  { audience: 'Communes' },
  { dueWithin: '365' },
  { status: 'published' },
]

type Names = Extract<keyof Inputs, `watch.${string}`>

export const watchInputs: Pick<Inputs, Names> = {
  'watch.list': ({ words }, run) => ({
    words: run % 2 === 0 ? '' : pick(words, run),
    filter: { ...everyText, ...pick(filters, run) },
    sort: { by: pick(WatchSort.shape.by.options, run), descending: run % 3 === 0 },
    offset: run % 2 === 0 ? (run * 97) % 9000 : 0,
    limit: 100,
  }),
  'watch.choices': () => ({}),
  'watch.get': async (sample, run) => ({ id: (await watchItem(sample, run)).id }),
  'watch.add': (_, run) => ({ id: newId(), fields: { title: `Texte de mesure ${run}` } }),
  'watch.update': async (sample, run) => ({
    ...target(await watchItem(sample, run)),
    patch: { consequences: `Conséquences ${run}` },
  }),
  'watch.readPasted': (_, run) => ({
    words: `Décret n° 2026-${run} du 3 mars 2026 relatif au volet de démonstration\n`.repeat(20),
  }),
  'watch.addPasted': async ({ call }, run) => {
    const { rows } = await call('watch.readPasted', {
      words: `Décret n° 2026-${10_000 + run} du 3 mars 2026`,
    })
    return { texts: rows.map(({ text }) => ({ id: newId(), text, publishes: null })) }
  },
  'watch.putOnAgenda': async (sample, run) => ({
    id: (await watchItem(sample, run)).id,
    itemId: newId(),
    meetingId: (await freshMeeting(sample)).id,
  }),
  'watch.remove': async ({ call }) => {
    const id = newId()
    await call('watch.add', { id, fields: { title: 'À retirer' } })
    return { id, version: 1 }
  },
  'watch.saidDates': async (sample, run) => ({ id: (await watchItem(sample, run)).id }),
  'watch.life': async (sample, run) => ({ id: (await watchItem(sample, run)).id }),
  'watch.due': () => ({ span: '365' }),
  'watch.addDeadline': async (sample, run) => ({
    id: newId(),
    watchItemId: (await watchItem(sample, run)).id,
    fields: deadline,
  }),
  'watch.updateDeadline': async (sample, run) => ({
    ...(await withDeadline(sample, run)),
    patch: { threshold: `plus de ${run} habitants` },
  }),
  'watch.removeDeadline': withDeadline,
  'watch.addConsultation': async (sample, run) => ({
    id: newId(),
    watchItemId: (await watchItem(sample, run)).id,
    fields: consultation,
  }),
  'watch.updateConsultation': async (sample, run) => ({
    ...(await withConsultation(sample, run)),
    patch: { reference: `Avis ${run}` },
  }),
  'watch.removeConsultation': withConsultation,
  'watch.addLink': link,
  'watch.removeLink': async (sample, run) => {
    // Another text than any that was linked to by adding: a link that is there already is not added twice.
    const to = { citation: `Décret n° 2098-${run} du 3 mars 2098` }
    const input = { ...(await link(sample, run)), to }
    await sample.call('watch.addLink', input)
    return { id: input.id, version: 1 }
  },
  'watch.fillAgenda': async (sample) => ({
    from: '2026-11-20',
    to: '2026-11-26',
    meetingId: (await freshMeeting(sample)).id,
    itemId: newId(),
  }),
  'watch.match': async (sample) => ({
    kept: target(await freshText(sample, { status: 'draft' })),
    joined: target(await freshText(sample, { status: 'published', publishedOn: '2026-10-01' })),
  }),
}
