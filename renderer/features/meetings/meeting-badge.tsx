import ArchiveRestore from 'lucide-react/icons/archive-restore'
import CalendarX from 'lucide-react/icons/calendar-x'
import CircleCheck from 'lucide-react/icons/circle-check'
import CircleDashed from 'lucide-react/icons/circle-dashed'
import CircleDot from 'lucide-react/icons/circle-dot'
import Eye from 'lucide-react/icons/eye'
import FilePenLine from 'lucide-react/icons/file-pen-line'
import Lock from 'lucide-react/icons/lock'
import Mail from 'lucide-react/icons/mail'
import type { CivilDate } from '../../../electron/domain/ids.ts'
import type { Meeting, MeetingState } from '../../../electron/domain/meetings/meeting.ts'
import { meetingStateWords } from '../../../electron/domain/meetings/meeting-words.ts'
import type { MinutesState } from '../../../electron/domain/minutes/minutes.ts'
import { civilDate } from '../../../electron/domain/time/civil-date.ts'
import { meetingText, minutesStateText } from '../../text/meeting.ts'
import { Badge, type Tone } from '../../ui/Badge.tsx'
import { Icon, type IconShape } from '../../ui/Icon.tsx'

type Standing = {
  date: CivilDate
  state: MeetingState
  minutesState: MinutesState | null
  takenOver: Meeting['takenOver']
}
type Look = { icon: IconShape; tone: Tone }

const meetingLooks: Readonly<Record<MeetingState, Look>> = {
  planned: { icon: CircleDashed, tone: 'info' },
  convened: { icon: Mail, tone: 'acc' },
  inSession: { icon: CircleDot, tone: 'warn' },
  held: { icon: CircleCheck, tone: 'acc' },
  cancelled: { icon: CalendarX, tone: 'line' },
}
const minutesLooks: Readonly<Record<MinutesState, Look>> = {
  drafting: { icon: FilePenLine, tone: 'mute' },
  internalReview: { icon: Eye, tone: 'warn' },
  review: { icon: Eye, tone: 'warn' },
  validated: { icon: CircleCheck, tone: 'ok' },
  approved: { icon: Lock, tone: 'ok' },
}

/** Out of old files: what became of its minutes is in them. */
const takenOverLook: Look = { icon: ArchiveRestore, tone: 'plum' }

/** Once a meeting was held, what counts is its minutes; they may circulate before anybody noted that it was. */
function minutesOf({ state, minutesState }: Standing): MinutesState | null {
  const doCirculate = state !== 'cancelled' && minutesState !== 'drafting'
  return state === 'held' || doCirculate ? minutesState : null
}

function lookOf(row: Standing): Look {
  if (row.takenOver !== null) return takenOverLook
  const minutes = minutesOf(row)
  return minutes === null ? meetingLooks[row.state] : minutesLooks[minutes]
}

/** Planned, and nothing else is to be said of it. */
export const isOnlyPlanned = (row: Standing): boolean =>
  row.takenOver === null && row.state === 'planned' && minutesOf(row) === null

/** "Prévue", "Passée", "CR en relecture", "Approuvé". */
export function standingWords(row: Standing): string {
  if (row.takenOver !== null) return meetingText.takenOver
  if (isOnlyPlanned(row) && row.date < civilDate(new Date())) return meetingText.past
  const minutes = minutesOf(row)
  return minutes === null ? meetingStateWords[row.state] : minutesStateText[minutes]
}

/** The icon of a meeting's own state. */
export function meetingStateIcon(state: MeetingState): IconShape {
  return meetingLooks[state].icon
}

export function MeetingStateIcon({ row }: { row: Standing }) {
  return <Icon of={lookOf(row).icon} />
}

export function MeetingBadge({ row }: { row: Standing }) {
  const { icon, tone } = lookOf(row)
  return (
    <Badge icon={icon} tone={tone}>
      {standingWords(row)}
    </Badge>
  )
}
