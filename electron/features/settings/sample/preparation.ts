import { threadTopic } from '../../../domain/dispatch/mail-thread.ts'
import { outcomeSentences } from '../../../domain/minutes/outcome-sentences.ts'
import { fullName } from '../../../domain/people/full-name.ts'
import { addDays } from '../../../domain/time/civil-date.ts'
import { nearestWorkingDay } from '../../../domain/time/holidays.ts'
import type { World } from './meeting.ts'
import * as words from './words.ts'

/** The one series of the demo; every meeting is an occurrence of it. */
export function demoSeries({ random, rows }: World, at: number): void {
  const id = random.id(at)
  rows.series.push({
    id,
    version: 1,
    name: 'Séance plénière',
    rule: JSON.stringify({
      ordinal: 2,
      weekday: 4,
      months: Array.from({ length: 12 }, (_, month) => month + 1),
    }),
    startTime: '14:00',
    endTime: '16:30',
    mode: 'hybride',
    place: 'salle Condorcet',
    videoLink: 'https://visio.exemple.invalid/inp',
    chair: words.chair.join(' '),
    secretary: words.secretary.join(' '),
  })
  for (const meeting of rows.meeting) {
    meeting.seriesId = id
    meeting.occurrenceDate = meeting.date
  }
}

/** Around the meeting in preparation: asked for, answered, promised. */
export function demoPreparation(world: World): void {
  const { rows, end } = world
  const next = rows.meeting.find(({ date }) => date > end)
  if (next === undefined) return
  demoLeftOpen(world)
  demoSubjects(world, next.id)
  demoReplies(world, next.id)
  demoAwaited(world, next)
}

/** The last meeting put off one point more, for the second time when it had one from the meeting before. */
function demoLeftOpen({ rows, end }: World): void {
  const last = rows.meeting.findLast(({ date }) => date <= end)
  const own = rows.agendaItem.filter(({ meetingId, presenter }) => meetingId === last?.id && presenter !== '')
  const carried = new Set(rows.carryOver.map(({ itemId }) => itemId))
  const again = own.find(({ id }) => carried.has(id)) ?? own.at(-1)
  for (const [item, outcome] of [
    [again, 'reporte'],
    [own.find(({ id }) => id !== again?.id), 'nonTraite'],
  ] as const) {
    const section = rows.minutesSection.find(({ itemId }) => itemId === item?.id)
    if (section === undefined) continue
    section.outcome = outcome
    section.outcomeSentence = outcomeSentences[outcome]
  }
  // Nothing was decided of what was not dealt with: it was of the point after.
  const left = new Set([again?.id, own.find(({ id }) => id !== again?.id)?.id])
  const all = rows.agendaItem.filter(({ meetingId }) => meetingId === last?.id)
  for (const row of [...rows.decision, ...rows.action]) {
    if (!left.has(row.itemId)) continue
    const at = all.findIndex(({ id }) => id === row.itemId)
    row.itemId = all.slice(at).find(({ id }) => !left.has(id))?.id ?? row.itemId
  }
}

const asked = [
  ['received', '', 'Généraliser l’envoi par voie électronique des actes'],
  ['received', '', 'Retour d’expérience sur la fin de la double saisie'],
  ['received', '', 'Calendrier du portail de dépôt pour l’année à venir'],
  ['waiting', 'Attend le chiffrage du porteur.', 'Reprise des données du référentiel d’adresses'],
  ['dismissed', 'Relève d’un autre comité.', 'Mutualiser l’achat de licences'],
  ['retained', '', 'Point sur les délais de traitement'],
] as const

function demoSubjects({ random, rows, end }: World, meetingId: string): void {
  const items = rows.agendaItem.filter((item) => item.meetingId === meetingId && item.presenter !== '')
  for (const [index, [state, reason, title]] of asked.entries()) {
    const receivedOn = addDays(end, -3 * index)
    const at = Date.parse(`${receivedOn}T09:00:00Z`)
    const person = random.pick(rows.person.slice(0, words.MEMBERS))
    const organisation = rows.organisation.find(({ id }) => id === person.organisationId)
    const name = fullName(person)
    const id = random.id(at)
    const text = `Bonjour,\n\n${words.statement(random.pick)} Nous souhaitons en parler en séance.\n\n${name}`
    rows.subject.push({
      id,
      version: 1,
      title,
      text,
      receivedOn,
      requester: name,
      requesterId: person.id,
      organisation: organisation?.name ?? '',
      organisationId: organisation?.id ?? null,
      nature: random.pick(['information', 'avis', 'echange'] as const),
      wishedOn: null,
      durationMinutes: random.pick([10, 15, 20, null]),
      note: '',
      state,
      reason,
      meetingId: state === 'retained' ? meetingId : null,
      itemId: state === 'retained' ? (items[0]?.id ?? null) : null,
      projectId: null,
    })
    rows.subjectMessage.push({
      id: random.id(at),
      subjectId: id,
      messageId: `sujet-${index + 1}@exemple.invalid`,
      refersTo: '',
      threadTopic: threadTopic(title),
      participants: person.email,
      fromName: name,
      fromEmail: person.email,
      sentAt: `${receivedOn}T09:00:00.000Z`,
      subjectLine: title,
      text,
    })
  }
}

function demoReplies({ random, rows, end }: World, meetingId: string): void {
  for (const person of rows.person.slice(0, words.MEMBERS)) {
    if (random.chance(0.4)) continue
    const drawn = random.pick(['onSite', 'onSite', 'remote', 'excused', 'represented'] as const)
    const answer = person.protocolOrder === words.CHAIR ? 'onSite' : drawn
    rows.reply.push({
      id: random.id(Date.parse(`${end}T10:00:00Z`)),
      version: 1,
      meetingId,
      personId: person.id,
      answer,
      representedBy:
        drawn === 'represented' && answer === drawn
          ? `${random.pick(words.givenNames)} ${random.pick(words.familyNames)}`
          : '',
      comment: '',
      answeredAt: `${addDays(end, -random.between(1, 4))}T10:00:00.000Z`,
    })
  }
}

function demoAwaited({ random, rows, end }: World, next: { id: string; date: string }): void {
  const presented = rows.agendaItem.filter((item) => item.meetingId === next.id && item.presenter !== '')
  for (const item of presented.slice(0, 4))
    rows.awaitedDocument.push({
      id: random.id(Date.parse(`${end}T11:00:00Z`)),
      version: 1,
      itemId: item.id,
      title: 'Support de présentation',
      fromName: item.presenter,
      fromId: null,
      dueOn: nearestWorkingDay(addDays(next.date, -5), -1),
      attachmentId: null,
    })
}
