// A method that the core runs in a transaction and that is missing here does not compile.
import type { Input } from '../../electron/contract/index.ts'
import type { RichText } from '../../electron/domain/text/rich-text.ts'
import { newId } from '../../renderer/api/new-id.ts'
import { attachmentInputs } from './attachment-methods.ts'
import { carryOverInputs } from './carry-over-methods.ts'
import { deliveryInputs } from './delivery-methods.ts'
import { directory, directoryInputs } from './directory-methods.ts'
import { dispatchInputs } from './dispatch-methods.ts'
import { documentStyleInputs } from './document-style-methods.ts'
import { followUpInputs } from './follow-up-methods.ts'
import { type Times, timed, timesOf } from './measure.ts'
import { type Inputs, pick, type Sample, type Timed, target } from './method-inputs.ts'
import { notebookInputs } from './notebook-methods.ts'
import { observationInputs } from './observation-methods.ts'
import { oldFilesInputs } from './old-files-methods.ts'
import { projectInputs } from './project-methods.ts'
import { searchInputs } from './search-methods.ts'
import { seriesInputs } from './series-methods.ts'
import { sessionInputs } from './session-methods.ts'
import { subjectInputs } from './subject-methods.ts'
import { watchInputs, watchItem } from './watch-methods.ts'

const anyMeeting = ({ meetings }: Sample, run: number) => pick(meetings, run).id
const meeting = async ({ call, next }: Sample) => (await call('meetings.get', { id: next })).meeting
const items = async ({ call, next }: Sample) => (await call('agenda.list', { meetingId: next })).items
const minutes = async ({ call, written }: Sample) => {
  const view = await call('minutes.get', { meetingId: written })
  if (!view) throw new Error('no minutes')
  return view
}
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
const attendees = ({ call, written }: Sample) => call('attendance.list', { meetingId: written })
const links = async (sample: Sample, run: number) => ({
  itemId: (await anItem(sample, run)).id,
  kind: 'watch' as const,
  targetId: (await watchItem(sample, run)).id,
})
const guest = async (sample: Sample, run: number) => ({
  itemId: (await anItem(sample, run)).id,
  personId: pick((await directory(sample)).persons, run).id,
})
const templateFields = {
  role: 'item',
  title: 'Point de mesure',
  kind: 'item',
  nature: null,
  durationMinutes: 10,
} as const
const templateLine = async ({ call }: Sample) => {
  const id = newId()
  const lines = await call('agenda.addTemplateLine', { id, fields: templateFields })
  return lines.find((line) => line.id === id) ?? { id, version: 1 }
}

const none = () => ({})

export const inputs: Inputs = {
  'home.get': none,
  'home.beside': none,
  'yearlyReport.get': (_sample, run) => {
    const year = String(2017 + (run % 10))
    return { from: `${year}-01-01`, to: `${year}-12-31` }
  },
  'settings.body': none,
  'desk.dueNotices': none,
  'keptFiles.leave': (_sample, run) => ({ files: [String(run % 10).repeat(64)], left: true }),
  'settings.copies': none,
  'sample.added': none,
  'personalData.get': none,
  'personalData.due': none,
  'personalData.update': async ({ call }, run) => ({
    version: (await call('personalData.get', {})).version,
    patch: { contactMonths: 12 + (run % 12) },
  }),
  'settings.updateBody': async ({ call }, run) => ({
    version: (await call('settings.body', {})).version,
    patch: { contact: `Bureau ${run}` },
  }),
  'meetings.list': (_, run) => ({ year: run % 4 === 0 ? null : 2017 + (run % 10) }),
  'meetings.years': none,
  'meetings.get': (sample, run) => ({ id: anyMeeting(sample, run) }),
  'meetings.create': () => ({ fields: { date: '2027-02-11' }, fromTemplate: true }),
  'meetings.update': async (sample, run) => ({
    ...target(await meeting(sample)),
    patch: { place: `Salle ${run}` },
  }),
  'meetings.move': async (sample) => {
    const { date, ...rest } = await meeting(sample)
    const startTime = rest.startTime === '14:05' ? '14:10' : '14:05'
    return { ...target(rest), date, startTime, endTime: '16:30', reason: 'Mesure' }
  },
  'meetings.moves': ({ next }) => ({ id: next }),
  'meetings.leavingChecks': ({ next }) => ({ id: next, departure: 'convocation' }),
  'meetings.cancel': async (sample) => ({ ...target(await freshMeeting(sample)), reason: 'Mesure' }),
  'meetings.setState': async (sample) => {
    const meeting = await freshMeeting(sample)
    await sample.call('attendance.addMembers', { meetingId: meeting.id })
    return { ...target(meeting), state: 'convened' }
  },
  'meetings.remove': async (sample) => target(await freshMeeting(sample)),
  'meetings.bin': none,
  'meetings.restore': async (sample) => {
    await sample.call('meetings.remove', target(await freshMeeting(sample)))
    return target(pick(await sample.call('meetings.bin', {}), 0))
  },
  ...carryOverInputs,
  ...seriesInputs,
  ...sessionInputs,
  ...notebookInputs,
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
  'agenda.duplicateItem': async (sample) => ({ id: (await freshItem(sample)).id, ids: [newId()] }),
  'agenda.link': links,
  'agenda.unlink': async (sample, run) => {
    const input = await links(sample, run + 1)
    await sample.call('agenda.link', input)
    return input
  },
  'agenda.readLine': () => ({ words: 'Annuaire partagé – 15 min – T. Sarrazin (DGX)' }),
  'agenda.status': ({ next }) => ({ meetingId: next }),
  'agenda.applyTemplate': async (sample) => ({ meetingId: (await freshMeeting(sample)).id }),
  'agenda.addGuest': guest,
  'agenda.removeGuest': async (sample, run) => {
    const input = await guest(sample, run)
    await sample.call('agenda.addGuest', input)
    return input
  },
  'agenda.submit': ({ next }) => ({ meetingId: next, to: 'Hélène Marchetti' }),
  'agenda.validate': ({ next }) => ({ meetingId: next, by: 'Hélène Marchetti' }),
  'agenda.backToDraft': ({ next }) => ({ meetingId: next }),
  'agenda.template': none,
  'agenda.addTemplateLine': () => ({ id: newId(), fields: templateFields }),
  'agenda.updateTemplateLine': async (sample, run) => ({
    ...target(await templateLine(sample)),
    patch: { title: `Point type ${run}` },
  }),
  'agenda.moveTemplateLine': async (sample, run) => ({
    ...target(await templateLine(sample)),
    index: run % 4,
  }),
  'agenda.removeTemplateLine': async (sample) => target(await templateLine(sample)),
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
  'minutes.setDeadline': async (sample) => ({
    ...target((await minutes(sample)).minutes),
    circle: 'members',
    deadline: '2027-12-31',
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
  ...observationInputs,
  ...followUpInputs,
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
  'attendance.markPresent': async (sample, run) => ({
    meetingId: sample.written,
    ids: [pick(await attendees(sample), run).id],
  }),
  'attendance.markAllBut': async (sample, run) => ({
    meetingId: sample.written,
    exceptIds: [pick(await attendees(sample), run).id],
  }),
  'attendance.applyReport': async (sample, run) => ({
    meetingId: sample.written,
    lines: (await attendees(sample)).slice(0, 40).map(({ id, status }) => ({
      attendeeId: id,
      newId: newId(),
      from: status,
      status: run % 2 === 0 ? ('visio' as const) : ('audio' as const),
      arrivedAt: null,
      leftAt: null,
      personId: null,
      familyName: '',
      givenName: '',
      organisation: '',
    })),
  }),
  'attendance.confirm': ({ written }) => ({ meetingId: written }),
  'attendance.fillFromReplies': async ({ call, next, written }, run) => {
    const { asked } = await call('replies.list', { meetingId: next })
    const fields = { answer: 'onSite' as const }
    await call('replies.set', { meetingId: written, personId: pick(asked, run).personId, fields })
    return { meetingId: written }
  },
  'replies.list': ({ next }) => ({ meetingId: next }),
  'replies.set': async ({ call, next }, run) => ({
    meetingId: next,
    personId: pick((await call('replies.list', { meetingId: next })).asked, run).personId,
    fields: { answer: run % 2 === 0 ? 'remote' : 'excused' },
  }),
  'replies.clear': async ({ call, next }, run) => ({
    meetingId: next,
    personIds: [pick((await call('replies.list', { meetingId: next })).asked, run).personId],
  }),
  'replies.setAll': async ({ call, next }, run) => ({
    meetingId: next,
    replies: (await call('replies.list', { meetingId: next })).asked.slice(0, 500).map(({ personId }) => ({
      personId,
      fields: { answer: run % 2 === 0 ? ('onSite' as const) : ('remote' as const) },
    })),
  }),
  ...attachmentInputs,
  ...directoryInputs,
  ...dispatchInputs,
  ...documentStyleInputs,
  ...subjectInputs,
  ...projectInputs,
  ...watchInputs,
  ...deliveryInputs,
  'imports.learnt': () => ({}),
  'imports.match': async (sample, run) => ({
    meetingId: (await freshMeeting(sample)).id,
    draft: {
      participants: Array.from({ length: 40 }, (_, rank) => ({
        familyName: `Marchetti ${rank}`,
        givenName: 'Hélène',
        organisation: `Organisme ${rank}`,
        role: null,
        attendance: 'present' as const,
        source: { block: rank, excerpt: '', confidence: 1 },
      })),
      decisions: [],
      actions: Array.from({ length: 40 }, (_, rank) => ({
        number: null,
        itemNumber: null,
        text: `Action ${run}-${rank}`,
        owner: 'H. Marchetti',
        organisation: null,
        dueDate: null,
        source: { block: rank, excerpt: '', confidence: 1 },
      })),
    },
  }),
  ...oldFilesInputs,
  'imports.compare': (sample, run) => ({ meetingId: anyMeeting(sample, run), items: importedItems }),
  'imports.apply': async (sample, run) => ({
    fileName: 'ordre-du-jour.docx',
    target:
      run % 2 === 0
        ? { type: 'new', fields: { date: '2027-02-11' } }
        : { type: 'existing', meetingId: (await freshMeeting(sample)).id },
    items: importedItems,
  }),
  'documents.produced': (sample, run) => ({ meetingId: anyMeeting(sample, run) }),
  'handOver.writer': none,
  'history.state': none,
  'history.undo': async (sample) => {
    await freshMeeting(sample)
    return {}
  },
  'history.redo': async (sample) => {
    await freshMeeting(sample)
    await sample.call('history.undo', {})
    return {}
  },
  'history.authors': none,
  'history.list': (sample, run) => ({
    meetingId: run % 2 === 0 ? null : anyMeeting(sample, run),
    limit: 200,
  }),
  'minutes.putBack': async (sample, run) => {
    const { id, version } = pick((await minutes(sample)).sections, run)
    return {
      of: { kind: 'section' as const, id, field: 'exchanges' as const },
      version,
      value: text(run),
    }
  },
  'history.ofField': async (sample, run) => ({
    kind: 'section' as const,
    id: pick((await minutes(sample)).sections, run).id,
    field: 'exchanges' as const,
  }),
  'spelling.words': none,
  'spelling.state': none,
  'spelling.add': (_, run) => ({ id: newId(), word: `Écolobus-${run}` }),
  'spelling.remove': async ({ call }, run) =>
    target(await call('spelling.add', { id: newId(), word: `Zonolab-${run}` })),
  ...searchInputs,
}

/**
 * Times of every method, slowest first. Inputs are prepared outside the clock, and what they and the method wrote is taken
 * back after each: lines more in every model, or less, would be what all later methods are timed on.
 */
export async function timeMethods(sample: Sample, runs: number): Promise<(Times & { method: string })[]> {
  const results: (Times & { method: string })[] = []
  for (const method of Object.keys(inputs) as Timed[]) {
    const times: number[] = []
    const before = await lastDone(sample)
    for (let run = 0; run < runs; run += 1) {
      const input = (await inputs[method](sample, run)) as Input<typeof method>
      times.push(await timed(() => sample.call(method, input)))
      while ((await lastDone(sample)) > before) await sample.call('history.undo', {})
    }
    results.push({ method, ...timesOf(times) })
  }
  return results.sort((a, b) => b.p95 - a.p95)
}

async function lastDone({ call }: Sample): Promise<number> {
  return (await call('history.state', {})).undo?.seq ?? 0
}

/** A received agenda. */
const importedItems = Array.from({ length: 12 }, (_, rank) => ({
  number: String(rank + 1),
  title: `Point importé ${rank}`,
  kind: 'item' as const,
  nature: null,
  fixedStart: null,
  durationMinutes: 10,
  presenter: 'Hélène Marchetti',
  organisation: null,
  requester: null,
  note: null,
  children: [],
  source: { block: rank, excerpt: '', confidence: 1 },
}))
