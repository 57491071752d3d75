import { leavingCheck } from '../../electron/domain/meetings/leaving.ts'
import type { Meeting } from '../../electron/domain/meetings/meeting.ts'
import { useQuery } from '../api/use-query.ts'
import { navigate } from '../app/location.ts'
import { href } from '../app/paths.ts'
import { beforeText } from '../text/before.ts'
import { Before, type BeforeLine } from '../ui/Before.tsx'
import { useLeaving } from './leaving-lines.ts'
import { goToMend } from './mend-place.ts'

/** What is asked before a meeting goes to another state. */
export type Asked = 'open' | 'convene' | 'goBack' | 'plan' | 'hold'

type Question = {
  meeting: Meeting
  /** From today to the meeting. */
  days: number
  /** One that is in session. */
  other: Meeting | undefined
  /** Who is invited, as the list of the year says. */
  listed: number
  error: unknown
  onClose: () => void
  onAct: () => void
}

/** What is early, large or missing, before a meeting goes to another state. */
export function MeetingQuestion({ asked, ...question }: Question & { asked: Asked }) {
  if (asked === 'convene') return <Convening {...question} />
  if (asked === 'open') return <Opening {...question} />
  const { meeting, days, error, onClose, onAct } = question
  const { title, act } = beforeText[asked]
  const lines = {
    hold: () => holdingLines(meeting, days),
    goBack: () => goingBackLines(meeting),
    plan: (): BeforeLine[] => [{ tone: 'warn', words: beforeText.plan.told }],
  }[asked]()
  return <Before title={title} lines={lines} act={act} error={error} onClose={onClose} onAct={onAct} />
}

function Opening({ meeting, days, other, error, onClose, onAct }: Question) {
  const leaving = useLeaving(meeting.id, 'opening', () => false)
  const isNumberSaid = meeting.number !== null || leaving.lines?.some(({ kind }) => kind === 'firstNumber')
  const lines = [
    ...openingLines(meeting, days, other),
    ...(leaving.lines ?? []),
    ...(isNumberSaid === true ? [] : [{ tone: 'ok' as const, words: beforeText.convene.number }]),
  ]
  const { title, act } = beforeText.open
  return <Before title={title} lines={lines} act={act} error={error} onClose={onClose} onAct={onAct} />
}

function Convening({ meeting, listed, error, onClose, onAct }: Question) {
  const replies = useQuery('replies.list', { meetingId: meeting.id })
  const agenda = useQuery('agenda.status', { meetingId: meeting.id })
  const leaving = useLeaving(meeting.id, 'convocation', () => false)
  const convened = Math.max(listed, replies.data?.asked.length ?? 0)
  const lines =
    replies.data === undefined
      ? []
      : [
          ...conveningLines(meeting, convened),
          ...(agenda.data === undefined || agenda.data.state === 'published' ? [] : [draftLine(meeting.id)]),
          ...(leaving.lines ?? []),
        ]
  const { title, act } = beforeText.convene
  return (
    <Before title={title} lines={lines} act={act(convened)} error={error} onClose={onClose} onAct={onAct} />
  )
}

function openingLines(meeting: Meeting, days: number, other: Meeting | undefined): BeforeLine[] {
  const { ahead, past, other: live, goThere } = beforeText.open
  const lines: BeforeLine[] = []
  if (other !== undefined)
    lines.push({
      tone: 'bad',
      words: live(other.number, other.date),
      repair: { label: goThere, run: () => navigate(href('session', { meetingId: other.id })) },
    })
  if (days > 0) lines.push({ tone: 'warn', words: ahead(meeting.date, days) })
  if (days < 0) lines.push({ tone: 'warn', words: past(meeting.date, -days) })
  return lines
}

function conveningLines({ id, number }: Meeting, attendees: number): BeforeLine[] {
  const { nobody, add, people, number: numbered } = beforeText.convene
  if (attendees === 0) {
    const run = () => navigate(href('participants', { meetingId: id }))
    return [{ tone: 'bad', words: nobody, repair: { label: add, run } }]
  }
  const lines: BeforeLine[] = [{ tone: 'ok', words: people(attendees) }]
  return number === null ? [...lines, { tone: 'ok', words: numbered }] : lines
}

const draftLine = (meetingId: string): BeforeLine => ({
  tone: 'warn',
  words: beforeText.convene.draft,
  repair: {
    label: beforeText.convene.see,
    run: () => goToMend(href('agenda', { meetingId }), 'convocation', leavingCheck('agendaUnvalidated')),
  },
})

function holdingLines({ date }: Meeting, days: number): BeforeLine[] {
  const lines: BeforeLine[] = [{ tone: 'warn', words: beforeText.hold.silent }]
  return days > 0 ? [{ tone: 'bad', words: beforeText.hold.notYet(date) }, ...lines] : lines
}

function goingBackLines({ state }: Meeting): BeforeLine[] {
  const { interrupted, hour, cancelled } = beforeText.goBack
  if (state === 'cancelled') return [{ tone: 'warn', words: cancelled }]
  return [
    { tone: 'warn', words: interrupted },
    { tone: 'warn', words: hour },
  ]
}
