// Core methods: every method that the core answers in a transaction, timed on the ten-year database, through the
// contract; a method that is missing here does not compile.
import type { Input, Method, MethodsOf, Output } from '../../electron/contract/index.ts'
import type { MeetingRow } from '../../electron/domain/meeting.ts'
import type { RichText } from '../../electron/domain/rich-text.ts'
import { newId } from '../../electron/features/new-id.ts'
import { type Times, timed, timesOf } from './measure.ts'

export type Call = <M extends Method>(method: M, input: Input<M>) => Promise<Output<M>>

/** What the inputs are drawn from. */
export type Sample = {
  readonly call: Call
  readonly meetings: readonly MeetingRow[]
  /** In preparation: its agenda is edited. */
  readonly next: string
  /** Its minutes are being written. */
  readonly written: string
  /** Words as often as they occur in the texts. */
  readonly words: readonly string[]
}

type Timed = MethodsOf<'read'> | MethodsOf<'write'>
type Inputs = { readonly [M in Timed]: (sample: Sample, run: number) => Input<M> | Promise<Input<M>> }

const pick = <T>(list: readonly T[], run: number): T => {
  const one = list[(run * 7919) % Math.max(1, list.length)]
  if (one === undefined) throw new Error('nothing to draw from')
  return one
}
const anyMeeting = ({ meetings }: Sample, run: number) => pick(meetings, run).id
const meeting = async ({ call, next }: Sample) => (await call('meetings.get', { id: next })).meeting
const items = async ({ call, next }: Sample) => (await call('agenda.list', { meetingId: next })).items
const minutes = async ({ call, written }: Sample) => {
  const view = await call('minutes.get', { meetingId: written })
  if (!view) throw new Error('no minutes')
  return view
}
const target = ({ id, version }: { id: string; version: number }) => ({ id, version })
const text = (run: number): RichText => ({
  type: 'doc',
  content: Array.from({ length: 12 }, (_, paragraph) => ({
    type: 'paragraph',
    content: [{ type: 'text', text: `Le point ${run} est présenté, paragraphe ${paragraph}. `.repeat(8) }],
  })),
})
/** A meeting of its own, for what ends one. */
const freshMeeting = ({ call }: Sample) =>
  call('meetings.create', { fields: { date: '2027-02-11' }, fromTemplate: true })
const freshItem = async ({ call, next }: Sample) => {
  const id = newId()
  const fields = { title: 'Point de mesure' }
  const { items: all } = await call('agenda.add', {
    id,
    meetingId: next,
    parentId: null,
    afterId: null,
    fields,
  })
  return target(all.find((item) => item.id === id) ?? { id, version: 1 })
}
const anItem = async (sample: Sample, run: number) => pick(await items(sample), run)
const directory = ({ call }: Sample) => call('directory.list', {})
const attendees = ({ call, written }: Sample) => call('attendance.list', { meetingId: written })
const project = async ({ call }: Sample, run: number) => pick(await call('projects.list', {}), run)
const watchItem = async ({ call }: Sample, run: number) =>
  pick((await call('watch.list', { words: '', offset: (run * 97) % 9000, limit: 100 })).rows, run)
const links = async (sample: Sample, run: number) => ({
  itemId: (await anItem(sample, run)).id,
  kind: 'watch' as const,
  targetId: (await watchItem(sample, run)).id,
})

const inputs: Inputs = {
  'home.get': () => ({}),
  'settings.body': () => ({}),
  'settings.copies': () => ({}),
  'settings.updateBody': async ({ call }, run) => ({
    version: (await call('settings.body', {})).version,
    patch: { contact: `Bureau ${run}` },
  }),
  'backups.list': () => ({}),
  'meetings.list': (_, run) => ({ year: run % 4 === 0 ? null : 2017 + (run % 10) }),
  'meetings.years': () => ({}),
  'meetings.get': (sample, run) => ({ id: anyMeeting(sample, run) }),
  'meetings.create': () => ({ fields: { date: '2027-02-11' }, fromTemplate: true }),
  'meetings.update': async (sample, run) => ({
    ...target(await meeting(sample)),
    patch: { place: `Salle ${run}` },
  }),
  'meetings.move': async (sample) => {
    const { date, ...rest } = await meeting(sample)
    return { ...target(rest), date, startTime: '14:00', endTime: '16:30', reason: 'Mesure' }
  },
  'meetings.moves': ({ next }) => ({ id: next }),
  'meetings.cancel': async (sample) => ({ ...target(await freshMeeting(sample)), reason: 'Mesure' }),
  'meetings.setState': async (sample) => ({ ...target(await freshMeeting(sample)), state: 'convened' }),
  'meetings.remove': async (sample) => target(await freshMeeting(sample)),
  'meetings.bin': () => ({}),
  'meetings.restore': async ({ call }, run) => target(pick(await call('meetings.bin', {}), run)),
  'agenda.list': (sample, run) => ({ meetingId: anyMeeting(sample, run) }),
  'agenda.add': async (sample) => ({
    id: newId(),
    meetingId: (await freshMeeting(sample)).id,
    parentId: null,
    afterId: null,
    fields: { title: 'Point de mesure' },
  }),
  'agenda.update': async (sample, run) => ({
    ...target(await anItem(sample, run)),
    patch: { durationMinutes: 5 + (run % 30) },
  }),
  'agenda.move': async (sample, run) => ({
    ...target(
      (await items(sample)).findLast((item) => item.parentId === null) ?? (await anItem(sample, run)),
    ),
    parentId: null,
    index: 0,
  }),
  'agenda.remove': freshItem,
  'agenda.link': links,
  'agenda.unlink': async (sample, run) => {
    const input = await links(sample, run + 1)
    await sample.call('agenda.link', input)
    return input
  },
  'minutes.get': (sample, run) => ({ meetingId: anyMeeting(sample, run) }),
  'minutes.start': async (sample) => ({ meetingId: (await freshMeeting(sample)).id }),
  'minutes.update': async (sample, run) => ({
    ...target((await minutes(sample)).minutes),
    patch: { closing: text(run) },
  }),
  'minutes.setState': async (sample, run) => ({
    ...target((await minutes(sample)).minutes),
    state: run % 2 === 0 ? 'internalReview' : 'review',
  }),
  'minutes.updateSection': async (sample, run) => ({
    ...target(pick((await minutes(sample)).sections, run)),
    patch: { exchanges: text(run) },
  }),
  'minutes.addDecision': async (sample, run) => ({
    id: newId(),
    itemId: pick((await minutes(sample)).sections, run).itemId,
    fields: { text: `Décision de mesure ${run}` },
  }),
  'minutes.updateDecision': async (sample, run) => ({
    ...target(pick((await minutes(sample)).decisions, run)),
    patch: { text: `Décision revue ${run}` },
  }),
  'minutes.removeDecision': async (sample) => target(pick((await minutes(sample)).decisions, 0)),
  'minutes.addAction': async (sample, run) => ({
    id: newId(),
    itemId: pick((await minutes(sample)).sections, run).itemId,
    fields: { text: `Action de mesure ${run}`, owner: 'Hélène Marchetti', dueDate: '2027-01-15' },
  }),
  'minutes.updateAction': async (sample, run) => ({
    ...target(pick((await minutes(sample)).actions, run)),
    patch: { text: `Action revue ${run}` },
  }),
  'minutes.removeAction': async (sample) => target(pick((await minutes(sample)).actions, 0)),
  'attendance.list': (sample, run) => ({ meetingId: anyMeeting(sample, run) }),
  'attendance.addMembers': async (sample) => ({ meetingId: (await freshMeeting(sample)).id }),
  'attendance.add': ({ written }, run) => ({
    id: newId(),
    meetingId: written,
    fields: { familyName: `Invité ${run}` },
  }),
  'attendance.update': async (sample, run) => ({
    ...target(pick(await attendees(sample), run)),
    patch: { status: run % 2 === 0 ? 'visio' : 'surPlace' },
  }),
  'attendance.remove': async (sample, run) => target(pick(await attendees(sample), run)),
  'directory.list': () => ({}),
  'directory.addCollege': (_, run) => ({ id: newId(), fields: { name: `Collège de mesure ${run}` } }),
  'directory.updateCollege': async (sample, run) => ({
    ...target(pick((await directory(sample)).colleges, run)),
    patch: { name: `Collège ${run}` },
  }),
  'directory.removeCollege': async ({ call }) => {
    const id = newId()
    await call('directory.addCollege', { id, fields: { name: 'À retirer' } })
    return { id, version: 1 }
  },
  'directory.addOrganisation': (_, run) => ({ id: newId(), fields: { name: `Organisme de mesure ${run}` } }),
  'directory.updateOrganisation': async (sample, run) => ({
    ...target(pick((await directory(sample)).organisations, run)),
    patch: { acronym: `O${run}` },
  }),
  'directory.removeOrganisation': async ({ call }) => {
    const id = newId()
    await call('directory.addOrganisation', { id, fields: { name: 'À retirer' } })
    return { id, version: 1 }
  },
  'directory.addPerson': (_, run) => ({ id: newId(), fields: { familyName: `Personne ${run}` } }),
  'directory.updatePerson': async (sample, run) => ({
    ...target(pick((await directory(sample)).persons, run)),
    patch: { jobTitle: `Fonction ${run}` },
  }),
  'directory.removePerson': async ({ call }) => {
    const id = newId()
    await call('directory.addPerson', { id, fields: { familyName: 'À retirer' } })
    return { id, version: 1 }
  },
  'projects.list': () => ({}),
  'projects.add': (_, run) => ({ id: newId(), fields: { title: `Projet de mesure ${run}` } }),
  'projects.update': async (sample, run) => ({
    ...target(await project(sample, run)),
    patch: { purpose: `Objet ${run}` },
  }),
  'projects.remove': async ({ call }) => {
    const id = newId()
    await call('projects.add', { id, fields: { title: 'À retirer' } })
    return { id, version: 1 }
  },
  'watch.list': ({ words }, run) => ({
    words: run % 2 === 0 ? '' : pick(words, run),
    offset: run % 2 === 0 ? (run * 97) % 9000 : 0,
    limit: 100,
  }),
  'watch.get': async (sample, run) => ({ id: (await watchItem(sample, run)).id }),
  'watch.add': (_, run) => ({ id: newId(), fields: { title: `Texte de mesure ${run}` } }),
  'watch.update': async (sample, run) => ({
    ...target(await watchItem(sample, run)),
    patch: { consequences: `Conséquences ${run}` },
  }),
  'watch.remove': async ({ call }) => {
    const id = newId()
    await call('watch.add', { id, fields: { title: 'À retirer' } })
    return { id, version: 1 }
  },
  'attachments.list': (sample, run) => ({ meetingId: anyMeeting(sample, run) }),
  'attachments.remove': async ({ call, next }, run) => {
    const file = { fileName: 'note.txt', bytes: new TextEncoder().encode(`pièce ${run}`) }
    const list = await call('attachments.add', { meetingId: next, itemId: null, file })
    return target(pick(list, 0))
  },
  'imports.apply': async (sample, run) => ({
    fileName: 'ordre-du-jour.docx',
    target:
      run % 2 === 0
        ? { type: 'new', fields: { date: '2027-02-11' } }
        : { type: 'existing', meetingId: (await freshMeeting(sample)).id },
    items: Array.from({ length: 12 }, (_, rank) => ({
      number: String(rank + 1),
      title: `Point importé ${rank}`,
      kind: 'item' as const,
      nature: null,
      fixedStart: null,
      durationMinutes: 10,
      presenter: 'Hélène Marchetti',
      organisation: null,
      note: null,
      children: [],
      source: { block: rank, excerpt: '', confidence: 1 },
    })),
  }),
  'history.state': () => ({}),
  'history.undo': () => ({}),
  'history.redo': async ({ call }) => {
    await call('history.undo', {})
    return {}
  },
  'history.list': (sample, run) => ({
    meetingId: run % 2 === 0 ? null : anyMeeting(sample, run),
    limit: 200,
  }),
  'search.query': ({ words }, run) => ({ words: pick(words, run).slice(0, 1 + (run % 6)), limit: 30 }),
}

/** Times of every method, slowest first. Inputs are prepared outside the clock. */
export async function timeMethods(sample: Sample, runs: number): Promise<(Times & { method: string })[]> {
  const results: (Times & { method: string })[] = []
  for (const method of Object.keys(inputs) as Timed[]) {
    const times: number[] = []
    for (let run = 0; run < runs; run += 1) {
      const input = (await inputs[method](sample, run)) as Input<typeof method>
      times.push(await timed(() => sample.call(method, input)))
    }
    results.push({ method, ...timesOf(times) })
  }
  return results.sort((a, b) => b.p95 - a.p95)
}
