import type { ItemNature } from '../../../domain/agenda/agenda.ts'
import type { AttendanceStatus } from '../../../domain/attendance/attendance.ts'
import { meetingName, numbered } from '../../../domain/meetings/meeting-name.ts'
import { outcomeSentences } from '../../../domain/minutes/outcome-sentences.ts'
import { fullName } from '../../../domain/people/full-name.ts'
import { formatDateWithoutWeekday } from '../../../domain/text/french.ts'
import type { RichBlock, RichText } from '../../../domain/text/rich-text.ts'
import { addDays } from '../../../domain/time/civil-date.ts'
import type { DemoRows } from './insert.ts'
import type { Random } from './random.ts'
import * as words from './words.ts'

export type World = { random: Random; rows: DemoRows; end: string }

/** Adds one meeting; `next` is the date of the following one. */
export function demoMeeting(world: World, date: string, number: number, next: string | null): void {
  const { random, rows, end } = world
  const at = Date.parse(`${date}T13:00:00Z`) - 20 * 86_400_000
  const meetingId = random.id(at)
  const isPast = date <= end
  rows.meeting.push({
    id: meetingId,
    version: 1,
    title: `Séance d’exemple ${numbered(number)}`,
    number: isPast ? number : null,
    date,
    startTime: '14:00',
    endTime: '16:30',
    mode: random.pick(['hybride', 'hybride', 'visio', 'surPlace'] as const),
    place: random.pick(words.rooms),
    videoLink: 'https://visio.exemple.invalid/inp',
    chair: words.chair.join(' '),
    secretary: words.secretary.join(' '),
    state: isPast ? 'held' : 'planned',
    cancelReason: '',
    deletedAt: null,
    seriesId: null,
    occurrenceDate: null,
    takenOver: null,
  })
  // From a short sitting (a few pages of minutes) to a long one (fourteen).
  const length = random.next()
  const items = demoAgenda(world, { meetingId, at, length, isPast })
  if (!isPast) return
  demoAttendance(world, meetingId, at, Math.round(8 + 23 * Math.min(1, 2 * length)))
  const minutesId = random.id(at)
  const isApproved = next !== null && next <= end
  rows.minutes.push({
    id: minutesId,
    version: 1,
    meetingId,
    state: isApproved ? 'approved' : 'review',
    openedAt: '14:05',
    closedAt: '16:35',
    opening: JSON.stringify(paragraphs([words.statement(random.pick)])),
    closing: JSON.stringify(paragraphs([])),
    nextMeetingDate: next,
    nextMeetingTime: next === null ? null : '14:00',
    nextMeetingPlace: next === null ? '' : random.pick(words.rooms),
    internalDeadline: null,
    reviewDeadline: null,
    consultationDeadline: null,
    // Members have it, or had: numbers stand still.
    frozenAt: new Date(Date.parse(`${date}T16:00:00Z`) + 6 * 86_400_000).toISOString(),
    validatedAt: null,
  })
  // The minutes in review are those that somebody who tries the application opens: a short sitting was all the more told.
  const prose = isApproved ? length : Math.max(length, 2 * (1 - length))
  for (const itemId of items) demoSection(world, { meetingId, minutesId, itemId, at, length: prose })
  const countOf = (mean: number) => Math.max(1, Math.round(mean * (0.4 + 1.2 * length)))
  demoOutcomes(world, meetingId, date, at, items, countOf(17), countOf(25))
}

function demoAgenda(
  { random, rows }: World,
  { meetingId, at, length, isPast }: { meetingId: string; at: number; length: number; isPast: boolean },
): string[] {
  const previous = rows.meeting.at(-2)
  const ids: string[] = []
  const add = (
    title: string,
    nature: ItemNature | null,
    minutes: number | null,
    parent: string | null,
    position: number,
    presenter = '',
  ) => {
    const id = random.id(at)
    const [organisation, , college] = random.pick(words.organisations)
    rows.agendaItem.push({
      id,
      version: 1,
      meetingId,
      parentId: parent,
      position,
      title,
      kind: 'item',
      nature,
      presenter,
      presenterId: null,
      organisation: presenter === '' ? '' : organisation,
      organisationId: null,
      requester: presenter !== '' && college === 0 ? organisation : '',
      durationMinutes: minutes,
      fixedStart: null,
      note: presenter === '' ? '' : `Note interne d’exemple\u00a0: ${words.statement(random.pick)}`,
      disagreementBy: '',
      disagreement: '',
    })
    ids.push(id)
    return id
  }
  const name = () => `${random.pick(words.givenNames)} ${random.pick(words.familyNames)}`
  add(
    // The very words of the template: the agenda then knows that the minutes are on it.
    previous === undefined
      ? 'Approbation du compte rendu de la séance précédente'
      : `Approbation du compte rendu de la ${meetingName(previous.number, formatDateWithoutWeekday(previous.date))}`,
    'approbation',
    5,
    null,
    0,
  )
  add('Suivi des décisions et actions', 'information', 5, null, 1)
  const projects = add('Présentations de projets', null, null, null, 2)
  for (const [index, project] of random.some(rows.project, Math.round(4 + 12 * length)).entries()) {
    const nature = random.pick(['information', 'avis', 'concertation', 'decision', 'echange'] as const)
    const itemId = add(
      `${project.title}\u00a0: ${random.pick(words.themes)} et ${random.pick(words.themes)}`,
      nature,
      random.between(5, 12),
      projects,
      index,
      name(),
    )
    rows.itemProject.push({ id: random.id(at), itemId, projectId: project.id })
  }
  const watch = add('Veille réglementaire', 'information', 15, null, 3, name())
  for (const watchItem of random.some(rows.watchItem.slice(0, 4000), 4))
    rows.itemWatch.push({ id: random.id(at), itemId: watch, watchItemId: watchItem.id })
  for (let position = 4; position < 9; position += 1)
    add(
      `Point d’étape\u00a0: ${random.pick(words.themes)}, ${random.pick(words.projectNames).toLowerCase()}`,
      random.pick(['information', 'echange'] as const),
      5,
      null,
      position,
      name(),
    )
  // Points that the last meeting left open are for whoever tries the application to take up.
  const carried = isPast ? demoCarried({ random, rows }, { meetingId, at, position: 9 }) : []
  ids.push(...carried)
  add('Questions diverses', null, 5, null, 9 + carried.length)
  return ids
}

function demoAttendance({ random, rows }: World, meetingId: string, at: number, count: number): void {
  const statuses: readonly (readonly [AttendanceStatus, number])[] = [
    ['surPlace', 0.45],
    ['visio', 0.75],
    ['excuse', 0.9],
    ['represente', 0.95],
    ['absent', 1],
  ]
  for (const [position, person] of rows.person.slice(0, count).entries()) {
    const draw = random.next()
    const drawn = statuses.find(([, below]) => draw < below)?.[0] ?? 'absent'
    // Somebody chairs.
    const status = position === words.CHAIR ? 'surPlace' : drawn
    const organisation = rows.organisation.find(({ id }) => id === person.organisationId)
    if (drawn === 'represente') random.some(rows.person, 2)
    const others = rows.person.slice(words.MEMBERS + 1)
    // Of those who are no members, so that nobody excused stands in for another.
    const other = status === 'represente' ? others[position % others.length] : undefined
    rows.attendee.push({
      id: random.id(at),
      version: 1,
      meetingId,
      position,
      personId: person.id,
      familyName: person.familyName,
      givenName: person.givenName,
      organisation: organisation?.name ?? '',
      college: rows.college.find(({ id }) => id === organisation?.collegeId)?.name ?? '',
      role: person.jobTitle,
      seat: rows.mandate.find(({ personId }) => personId === person.id)?.role ?? 'guest',
      status,
      representedBy: other === undefined ? '' : fullName(other),
      arrivedAt: null,
      leftAt: null,
      source: null,
    })
  }
}

function demoSection(
  { random, rows }: World,
  of: { meetingId: string; minutesId: string; itemId: string; at: number; length: number },
): void {
  const acronym = () => random.pick(words.organisations)[1]
  const most = Math.round(of.length)
  const presentation = random.chance(of.length / 3)
    ? [Array.from({ length: random.between(1, 1 + most) }, () => words.statement(random.pick)).join(' ')]
    : []
  const exchanges = Array.from({ length: random.between(0, most) }, () =>
    words.demand(random.pick, acronym()),
  )
  // Headings and what every agenda has are said nothing of; one point in twenty is put off.
  const isPresented = rows.agendaItem.findLast(({ id }) => id === of.itemId)?.presenter !== ''
  const said = random.chance(0.05)
    ? 'reporte'
    : random.pick(['prisActe', 'approuve', 'avisFavorable'] as const)
  const outcome = isPresented ? said : null
  rows.minutesSection.push({
    id: random.id(of.at),
    version: 1,
    minutesId: of.minutesId,
    itemId: of.itemId,
    presentation: JSON.stringify(paragraphs(presentation)),
    exchanges: JSON.stringify(random.chance(0.2) ? list(exchanges) : paragraphs(exchanges)),
    outcome,
    outcomeSentence: outcome === null ? '' : outcomeSentences[outcome],
    circulation: 'public',
  })
}

function demoOutcomes(
  { random, rows, end }: World,
  meetingId: string,
  date: string,
  at: number,
  items: readonly string[],
  decisions: number,
  actions: number,
): void {
  const putOff = new Set(
    rows.minutesSection.filter(({ outcome }) => outcome === 'reporte').map(({ itemId }) => itemId),
  )
  const dealtWith = items.filter((id) => !putOff.has(id))
  const place = (drawn: string) => (putOff.has(drawn) ? (dealtWith.at(-1) ?? drawn) : drawn)
  const order = new Map(items.map((id, rank) => [id, rank]))
  /** Numbers follow the agenda. */
  const numbered = <T extends { itemId: string; rank: number }>(list: T[]) =>
    list
      .sort((a, b) => (order.get(a.itemId) ?? 0) - (order.get(b.itemId) ?? 0))
      .map((row, index) => ({ ...row, rank: index + 1 }))
  const decided: DemoRows['decision'] = []
  const engaged: DemoRows['action'] = []
  for (let rank = 1; rank <= decisions; rank += 1)
    decided.push({
      id: random.id(at),
      version: 1,
      meetingId,
      itemId: place(random.pick(items)),
      rank,
      text: words.decisionText(random.pick),
    })
  for (let rank = 1; rank <= actions; rank += 1) {
    const owner = random.pick(rows.person.slice(0, words.MEMBERS))
    const dueDate = addDays(date, random.between(20, 120))
    const isLate = dueDate < addDays(end, -15) ? random.chance(0.03) : true
    engaged.push({
      id: random.id(at),
      version: 1,
      meetingId,
      itemId: place(random.pick(items)),
      rank,
      text: words.actionText(random.pick),
      owner: fullName(owner),
      ownerId: owner.id,
      organisation: rows.organisation.find(({ id }) => id === owner.organisationId)?.acronym ?? '',
      dueDate,
      state: isLate ? random.pick(['todo', 'inProgress'] as const) : 'done',
    })
  }
  rows.decision.push(...numbered(decided))
  rows.action.push(...numbered(engaged))
}

function paragraphs(texts: readonly string[]): RichText {
  return { type: 'doc', content: texts.map(paragraph) }
}

function list(texts: readonly string[]): RichText {
  if (texts.length === 0) return paragraphs([])
  return {
    type: 'doc',
    content: [
      {
        type: 'bulletList',
        content: texts.map((text) => ({ type: 'listItem', content: [paragraph(text)] })),
      },
    ],
  }
}

function paragraph(text: string): RichBlock {
  return { type: 'paragraph', content: [{ type: 'text', text }] }
}

/** Adds to a meeting the items that the one before it put off; returns their ids. */
function demoCarried(
  { random, rows }: { random: Random; rows: DemoRows },
  place: { meetingId: string; at: number; position: number },
): string[] {
  const from = rows.meeting.at(-2)
  if (from === undefined) return []
  const putOff = new Set(
    rows.minutesSection.filter(({ outcome }) => outcome === 'reporte').map(({ itemId }) => itemId),
  )
  const parents = new Set(rows.agendaItem.map(({ parentId }) => parentId))
  const open = rows.agendaItem.filter(
    (item) =>
      item.meetingId === from.id && putOff.has(item.id) && item.presenter !== '' && !parents.has(item.id),
  )
  return open.map((item, rank) => {
    const id = random.id(place.at)
    const { meetingId, position, at } = { ...place, position: place.position + rank }
    rows.agendaItem.push({ ...item, id, meetingId, parentId: null, position })
    for (const { itemId, projectId } of rows.itemProject.filter((link) => link.itemId === item.id))
      if (itemId === item.id) rows.itemProject.push({ id: random.id(at), itemId: id, projectId })
    rows.carryOver.push({
      id: random.id(at),
      version: 1,
      sourceItemId: item.id,
      projectId: null,
      watchItemId: null,
      fromMeetingId: from.id,
      reason: 'postponed',
      times: (rows.carryOver.find(({ itemId }) => itemId === item.id)?.times ?? 0) + 1,
      itemId: id,
      dismissedAt: null,
      why: '',
    })
    return id
  })
}
