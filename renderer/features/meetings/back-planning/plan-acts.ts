// Without zod, for the first screen.
import CircleCheck from 'lucide-react/icons/circle-check'
import FilePenLine from 'lucide-react/icons/file-pen-line'
import History from 'lucide-react/icons/history'
import ListChecks from 'lucide-react/icons/list-checks'
import ListPlus from 'lucide-react/icons/list-plus'
import Mail from 'lucide-react/icons/mail'
import Paperclip from 'lucide-react/icons/paperclip'
import Users from 'lucide-react/icons/users'
import type { DispatchKind } from '../../../../electron/domain/dispatch/dispatch.ts'
import type { PlanAct } from '../../../../electron/domain/meetings/back-planning.ts'
import { href } from '../../../app/paths.ts'
import { carryOverHref } from '../../../parts/carry-over-place.ts'
import type { IconShape } from '../../../ui/Icon.tsx'

const icons: Readonly<Record<PlanAct, IconShape>> = {
  callForSubjects: Mail,
  carryOver: History,
  buildAgenda: ListPlus,
  submitAgenda: ListPlus,
  convene: Mail,
  remindSlides: Mail,
  countReplies: Users,
  prepareRoom: Paperclip,
  writeMinutes: FilePenLine,
  sendDraftMinutes: Mail,
  remindReviewers: Mail,
  remindActions: ListChecks,
}

/** The icon of what a line leads to; of a line that leads nowhere, a tick. */
export function planIcon(act: PlanAct | null): IconShape {
  return act === null ? CircleCheck : icons[act]
}

/** The screen of a meeting where a line is done: an address, or the message to prepare. */
const places: Readonly<
  Record<PlanAct, 'agenda' | 'carryOver' | 'participants' | 'attachments' | 'minutes' | DispatchKind>
> = {
  callForSubjects: 'callForSubjects',
  carryOver: 'carryOver',
  buildAgenda: 'agenda',
  submitAgenda: 'agenda',
  convene: 'convocation',
  remindSlides: 'slidesReminder',
  countReplies: 'participants',
  prepareRoom: 'attachments',
  writeMinutes: 'minutes',
  sendDraftMinutes: 'draftMinutes',
  remindReviewers: 'reviewReminder',
  remindActions: 'actionsReminder',
}

/** The address where a line of a meeting's back-planning is done. */
export function planHref(act: PlanAct, meetingId: string): string {
  const place = places[act]
  const params = { meetingId }
  if (place === 'carryOver') return carryOverHref(meetingId)
  if (place === 'agenda' || place === 'participants' || place === 'attachments' || place === 'minutes')
    return href(place, params)
  return href('dispatch', params, place)
}
