import CheckCheck from 'lucide-react/icons/check-check'
import FileUp from 'lucide-react/icons/file-up'
import MailCheck from 'lucide-react/icons/mail-check'
import Users from 'lucide-react/icons/users'
import type { AttendanceStatus } from '../../../electron/domain/attendance/attendance.ts'
import { clockTime } from '../../../electron/domain/time/civil-date.ts'
import { type Act, declareActs } from '../../acts/act.ts'
import { isUnderWay, onItsScreen } from '../../acts/suits.ts'
import { attendanceReportText, attendanceStatusText, attendanceText as text } from '../../text/attendance.ts'

export type AttendeeContext = {
  say: (status: AttendanceStatus) => void
  sayHour: (field: 'arrivedAt' | 'leftAt', time: string) => void
  /** Of the details under the row. */
  toggle: () => void
  move: (step: 1 | -1) => void
  leave: () => void
  remove: () => void
}

/** On the person of the focused row. */
export const attendeeActs = declareActs<AttendeeContext>(
  'attendee',
  text.title,
  'rows',
)({
  onSite: says('surPlace', 'S'),
  remote: says('visio', 'V'),
  phone: says('audio', 'T'),
  excused: says('excuse', 'E'),
  absent: says('absent', 'A'),
  represented: { ...says('represente', 'R'), asksWords: true },
  present: says('present', 'P'),
  arrived: {
    label: text.arrival,
    keys: ['Plus'],
    perform: ({ sayHour }) => sayHour('arrivedAt', clockTime(new Date())),
  },
  left: {
    label: text.departure,
    keys: ['-'],
    perform: ({ sayHour }) => sayHour('leftAt', clockTime(new Date())),
  },
  toggle: {
    label: text.acts.toggle,
    keys: ['Enter', 'Space'],
    reads: true,
    perform: ({ toggle }) => toggle(),
  },
  previous: { label: text.acts.move, keys: ['Up'], reads: true, perform: ({ move }) => move(-1) },
  next: { label: text.acts.move, keys: ['Down'], reads: true, perform: ({ move }) => move(1) },
  remove: { label: text.acts.remove, keys: ['Delete'], perform: ({ remove }) => remove() },
  leave: { label: text.acts.leave, keys: ['Escape'], reads: true, perform: ({ leave }) => leave() },
})

function says(status: AttendanceStatus, key: string): Act<AttendeeContext> {
  return { label: attendanceStatusText[status], keys: [key], perform: ({ say }) => say(status) }
}

export type ListContext = {
  readReport: () => void
  takeReplies: () => void
  /** Null when nobody is only announced. */
  confirm: (() => void) | null
  addMembers: () => void
}

/** On the whole list. */
export const attendanceActs = declareActs<ListContext>(
  'attendance',
  text.title,
  'rows',
  'session',
  isUnderWay,
)({
  readReport: {
    label: attendanceReportText.open,
    icon: FileUp,
    reads: true,
    perform: ({ readReport }) => readReport(),
  },
  takeReplies: { label: text.fromReplies, icon: MailCheck, perform: ({ takeReplies }) => takeReplies() },
  confirm: {
    label: text.confirm,
    icon: CheckCheck,
    offered: ({ confirm }) => confirm !== null,
    suits: onItsScreen,
    perform: ({ confirm }) => confirm?.(),
  },
  addMembers: { label: text.addMembers, icon: Users, perform: ({ addMembers }) => addMembers() },
})
