import CircleCheck from 'lucide-react/icons/circle-check'
import CircleDot from 'lucide-react/icons/circle-dot'
import FilePenLine from 'lucide-react/icons/file-pen-line'
import History from 'lucide-react/icons/history'
import ListChecks from 'lucide-react/icons/list-checks'
import ListPlus from 'lucide-react/icons/list-plus'
import Mail from 'lucide-react/icons/mail'
import Paperclip from 'lucide-react/icons/paperclip'
import TriangleAlert from 'lucide-react/icons/triangle-alert'
import Users from 'lucide-react/icons/users'
import type { ReactNode } from 'react'
import type { Output } from '../../../electron/contract/index.ts'
import type { PlanAct } from '../../../electron/domain/meetings/back-planning.ts'
import { formatShortDate } from '../../../electron/domain/text/french.ts'
import { daysBetween } from '../../../electron/domain/time/civil-date.ts'
import { href } from '../../app/paths.ts'
import { homeText, taskText } from '../../text/home.ts'
import { meetingText } from '../../text/meeting.ts'
import { planGoText } from '../../text/plan-go.ts'
import { Icon, type IconShape } from '../../ui/Icon.tsx'
import { LATE } from '../follow-up/index.ts'
import { planHref, planIcon } from '../meetings/index.ts'

type Home = Output<'home.get'>
type Task = Home['tasks'][number]

const icons: Readonly<Record<Exclude<Task['kind'], 'plan'>, IconShape>> = {
  'trim-agenda': TriangleAlert,
  'build-agenda': ListPlus,
  convene: Mail,
  hold: CircleDot,
  close: CircleDot,
  'start-minutes': FilePenLine,
  'finish-minutes': FilePenLine,
  'approve-minutes': CircleCheck,
  'late-actions': ListChecks,
  'carry-over': History,
  'missing-replies': Users,
  'missing-documents': Paperclip,
  'answer-observations': FilePenLine,
}

/** Due within this many days is written in the colour of a warning. */
const SOON_DAYS = 3

/** `children`: lines without a date, after those that have one. */
export function TaskList({ home, children }: { home: Home; children?: ReactNode }) {
  const late = home.tasks.filter((task) => urgency(task, home.today) === 'bad').length
  return (
    <section>
      <div className="sec-head">
        <h2 className="h2">{homeText.todo}</h2>
        {home.tasks.length === 0 ? null : (
          <span className="mute">{homeText.taskCount(home.tasks.length, late)}</span>
        )}
        <a href={href('meetings')}>{homeText.calendar}</a>
      </div>
      {home.tasks.length === 0 ? (
        <div className="quiet">
          <b>{homeText.nothingTodo}</b> {homeText.nothingTodoHint}
        </div>
      ) : null}
      <ul className="list whole-lines">
        {home.tasks.map((task) => (
          <TaskLine
            key={`${task.kind === 'plan' ? task.plan.id : task.kind} ${task.meetingId}`}
            task={task}
            home={home}
          />
        ))}
        {children}
      </ul>
    </section>
  )
}

function TaskLine({ task, home }: { task: Task; home: Home }) {
  const words = wordsOf(task, home)
  const tone = urgency(task, home.today)
  const meeting = [home.next, ...home.open].find((row) => row?.id === task.meetingId)
  const meetingWords =
    meeting == null ? null : meetingText.title(meeting.number, formatShortDate(meeting.date))
  return (
    <li>
      <Icon of={words.icon} tone={tone} />
      <div className="grow">
        <div className="strong cut-two-lines" title={words.title}>
          {words.title}
        </div>
        <div className="mute text-15">
          {meetingWords === null ? words.detail : `${sentence(meetingWords)} ${words.detail}`}
        </div>
      </div>
      <span className={`go when ${tone} ${tone === 'mute' ? '' : 'strong'}`}>
        {whenWords(task, home.today)}
      </span>
      {/* Several lead to the same tab: where it leads says no more than half. */}
      <a className="go to" href={words.href} aria-label={homeText.goFor(words.go, words.title)}>
        {words.go}
      </a>
    </li>
  )
}

type Words = { icon: IconShape; title: string; detail: string; go: string; href: string }

function wordsOf(task: Task, home: Home): Words {
  if (task.kind === 'plan') return planWords(task, home)
  const { title, detail, go } = taskText[task.kind]
  return { icon: icons[task.kind], title: title(task.count), detail, go, href: taskHref(task) }
}

function planWords({ plan, meetingId, count }: Extract<Task, { kind: 'plan' }>, home: Home): Words {
  const { act, title } = plan
  // The plan says when it is to leave, the body's rule when it must have left.
  const limit = act === 'convene' && meetingId === home.next?.id ? home.convocationDue : null
  return {
    icon: planIcon(act),
    title,
    detail:
      limit === null
        ? missingWords(act, count)
        : sentence(homeText.convocationBefore(formatShortDate(limit))),
    go: act === null ? homeText.preparation : planGoText[act],
    href: act === null ? href('preparation', { meetingId }) : planHref(act, meetingId),
  }
}

/** Missing parts of a line's task. */
function missingWords(act: PlanAct | null, count: number): string {
  if (count === 0) return ''
  if (act === 'countReplies') return homeText.missingReplies(count)
  return act === 'remindSlides' ? homeText.missingDocuments(count) : ''
}

/** Ends with a full stop, once: "déc." has its own. */
function sentence(words: string): string {
  return words.endsWith('.') ? words : `${words}.`
}

function urgency(task: Task, today: string): 'bad' | 'warn' | 'mute' {
  if (task.due === null || task.due < today) return 'bad'
  return daysBetween(today, task.due) <= SOON_DAYS ? 'warn' : 'mute'
}

function whenWords(task: Task, today: string): string {
  if (task.due === null) return homeText.now
  return task.due === today ? homeText.today : formatShortDate(task.due)
}

function taskHref(task: Exclude<Task, { kind: 'plan' }>): string {
  const params = { meetingId: task.meetingId }
  switch (task.kind) {
    case 'trim-agenda':
    case 'build-agenda':
      return href('agenda', params)
    case 'carry-over':
      return planHref('carryOver', task.meetingId)
    case 'convene':
      return planHref('convene', task.meetingId)
    case 'hold':
    case 'close':
      return href('session', params)
    case 'late-actions':
      return href('followUp', {}, LATE)
    case 'missing-replies':
      return href('participants', params)
    case 'missing-documents':
      return href('attachments', params)
    default:
      return href('minutes', params)
  }
}
