import CalendarClock from 'lucide-react/icons/calendar-clock'
import CircleCheck from 'lucide-react/icons/circle-check'
import CircleDashed from 'lucide-react/icons/circle-dashed'
import CircleOff from 'lucide-react/icons/circle-off'
import CirclePlay from 'lucide-react/icons/circle-play'
import Diamond from 'lucide-react/icons/diamond'
import Replace from 'lucide-react/icons/replace'
import type { ActionRow } from '../../../electron/contract/follow-up.ts'
import type { ActionState } from '../../../electron/domain/minutes/action.ts'
import { isOpenAction } from '../../../electron/domain/minutes/action.ts'
import type { DecisionStanding } from '../../../electron/domain/minutes/decision.ts'
import { lateDays } from '../../../electron/domain/minutes/follow-up.ts'
import { daysBetween } from '../../../electron/domain/time/civil-date.ts'
import { followUpText as text } from '../../text/follow-up.ts'
import type { Tone } from '../../ui/Badge.tsx'
import type { IconShape } from '../../ui/Icon.tsx'

type Look = { icon: IconShape; tone: Tone }

export const actionLooks: Readonly<Record<ActionState, Look>> = {
  todo: { icon: CircleDashed, tone: 'line' },
  inProgress: { icon: CirclePlay, tone: 'info' },
  postponed: { icon: CalendarClock, tone: 'warn' },
  done: { icon: CircleCheck, tone: 'ok' },
  dropped: { icon: CircleOff, tone: 'mute' },
}

export const decisionLooks: Readonly<Record<DecisionStanding, Look>> = {
  toApprove: { icon: CircleDashed, tone: 'line' },
  inForce: { icon: Diamond, tone: 'ok' },
  replaced: { icon: Replace, tone: 'plum' },
  void: { icon: CircleOff, tone: 'mute' },
}

/** Days ahead within which it is said how many are left. */
const SOON_DAYS = 15
/** Within so many, in the colour of a warning. */
const URGENT_DAYS = 7

/** "25 j de retard", "dans 7 j"; null when there is nothing to say. */
export function dueWords(
  { action, now }: Pick<ActionRow, 'action' | 'now'>,
  today: string,
): { words: string; tone: 'bad' | 'warn' | 'mute' } | null {
  const late = lateDays({ state: action.state, due: now.due }, today)
  if (late > 0) return { words: text.late(late), tone: 'bad' }
  if (now.due === null || !isOpenAction(action)) return null
  const left = daysBetween(today, now.due)
  return left > SOON_DAYS ? null : { words: text.dueIn(left), tone: left <= URGENT_DAYS ? 'warn' : 'mute' }
}
