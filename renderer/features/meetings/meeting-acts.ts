import CalendarClock from 'lucide-react/icons/calendar-clock'
import CalendarX from 'lucide-react/icons/calendar-x'
import FilePenLine from 'lucide-react/icons/file-pen-line'
import HistoryIcon from 'lucide-react/icons/history'
import Link from 'lucide-react/icons/link'
import Trash2 from 'lucide-react/icons/trash-2'
import { linkTo } from '../../../electron/domain/link.ts'
import {
  canBecome,
  canBeDeleted,
  type Meeting,
  type MeetingState,
} from '../../../electron/domain/meetings/meeting.ts'
import { isAhead } from '../../../electron/domain/meetings/opened.ts'
import { type Act, declareActs } from '../../acts/act.ts'
import { errorSentence } from '../../api/api-error.ts'
import { call } from '../../api/client.ts'
import { showToast } from '../../api/toasts.ts'
import { navigate } from '../../app/location.ts'
import { href } from '../../app/paths.ts'
import { deskText } from '../../text/desk.ts'
import { meetingActText } from '../../text/meeting.ts'
import { meetingDeskText as text } from '../../text/meeting-desk.ts'
import { placeText } from '../../text/place.ts'
import { isTyping } from '../../ui/typing.ts'
import { meetingStateIcon } from './meeting-badge.tsx'

export type MeetingContext = {
  meeting: Meeting
  go: (state: MeetingState) => void
  ask: (what: 'move' | 'cancel') => void
  remove: () => void
}

export const meetingActs = declareActs<MeetingContext>(
  'meeting',
  text.acts,
  'rows',
  'agenda',
)({
  planned: becomes('planned'),
  convened: becomes('convened'),
  inSession: becomes('inSession'),
  held: becomes('held'),
  details: {
    label: placeText.meetingDetails,
    icon: FilePenLine,
    reads: true,
    perform: ({ meeting }) => navigate(href('meetingDetails', { meetingId: meeting.id })),
  },
  move: {
    label: text.moveAct,
    icon: CalendarClock,
    offered: ({ meeting }) => isAhead(meeting),
    suits: isAhead,
    perform: ({ ask }) => ask('move'),
  },
  cancel: {
    label: text.cancelAct,
    icon: CalendarX,
    offered: ({ meeting }) => canBecome(meeting.state, 'cancelled'),
    suits: ({ state }) => canBecome(state, 'cancelled'),
    perform: ({ ask }) => ask('cancel'),
  },
  copyLink: {
    label: deskText.copyLink,
    icon: Link,
    reads: true,
    perform: ({ meeting }) => void copyLink(meeting.id),
  },
  history: {
    label: placeText.meetingHistory,
    icon: HistoryIcon,
    reads: true,
    perform: ({ meeting }) => navigate(href('meetingHistory', { meetingId: meeting.id })),
  },
  remove: {
    label: text.remove,
    synonyms: text.removeSynonyms,
    icon: Trash2,
    danger: true,
    offered: ({ meeting }) => canBeDeleted(meeting.state),
    suits: ({ state }) => canBeDeleted(state),
    perform: ({ remove }) => remove(),
  },
})

/** For a calendar, a note, a message to oneself: it leads back here. */
async function copyLink(id: Meeting['id']): Promise<void> {
  await call('app.copy', { text: linkTo({ kind: 'meeting', id }), html: null }).then(
    () => showToast(deskText.linkCopied),
    (error) => showToast(errorSentence(error)),
  )
}

function becomes(state: Exclude<MeetingState, 'cancelled'>): Act<MeetingContext> {
  return {
    label: ({ meeting }) =>
      state === 'convened' && meeting.state !== 'planned' ? text.backToConvened : meetingActText[state],
    icon: meetingStateIcon(state),
    // A meeting in session is closed on its own screen, where one sees what is left open.
    offered: ({ meeting }) =>
      canBecome(meeting.state, state) && !(meeting.state === 'inSession' && state === 'held'),
    perform: ({ go }) => go(state),
  }
}

/** From tab to tab of a meeting. */
export const meetingTabActs = declareActs<{ go: (step: 1 | -1) => void }>(
  'meeting.tabs',
  text.tabs,
  'screen',
)({
  previous: {
    label: text.previousTab,
    keys: ['CmdOrCtrl+PageUp'],
    reads: true,
    perform: ({ go }) => go(-1),
  },
  next: { label: text.nextTab, keys: ['CmdOrCtrl+PageDown'], reads: true, perform: ({ go }) => go(1) },
})

export type YearContext = { move: (step: 1 | -1) => void }

/** From year to year in the list of meetings. */
export const yearActs = declareActs<YearContext>(
  'meetings.year',
  text.yearTitle,
  'screen',
)({
  previous: {
    label: text.previousYear,
    keys: ['Shift+Left'],
    reads: true,
    leavesKey: isInText,
    perform: ({ move }) => move(-1),
  },
  next: {
    label: text.nextYear,
    keys: ['Shift+Right'],
    reads: true,
    leavesKey: isInText,
    perform: ({ move }) => move(1),
  },
})

function isInText(): boolean {
  return isTyping(document.activeElement)
}
