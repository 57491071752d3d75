import type { Departure, LeavingCheck } from '../../electron/domain/meetings/leaving.ts'
import { navigate } from '../app/location.ts'
import { href } from '../app/paths.ts'
import { agendaText } from '../text/agenda.ts'
import { archiveText } from '../text/archive.ts'
import { directoryText } from '../text/directory.ts'
import { dispatchText } from '../text/dispatch.ts'
import { meetingDeskText } from '../text/meeting-desk.ts'
import { focusOnce } from '../ui/focus-once.ts'

/** The field of who chairs, on the page of what a meeting is. */
export const CHAIR = 'chair'

/** The screen where a line is mended. */
export function placeOf(
  meetingId: string,
  departure: Departure,
  { kind, section, rowId }: LeavingCheck,
): string {
  if (isOfAgenda(departure) && section !== null) return href('agenda', { meetingId }, section)
  switch (kind) {
    case 'recipientWithoutAddress':
      return rowId === null ? href('directory') : href('directory', {}, rowId)
    case 'noArchivesAgency':
      return href('settings', {}, 'archivage')
    case 'chairAway':
      return href('meetingDetails', { meetingId }, CHAIR)
    case 'meetingPassed':
    case 'firstNumber':
      return href('meetingDetails', { meetingId })
    case 'documentMissing':
    case 'documentsAwaited':
      return href('attachments', { meetingId })
    case 'agendaTooLong':
    case 'agendaUnvalidated':
      return href('agenda', { meetingId })
    case 'notConvened':
      return href('dispatch', { meetingId }, 'convocation')
    case 'numberRepeats':
      return section === null
        ? href('meetingDetails', { meetingId })
        : href('minutes', { meetingId }, section)
    default:
      // Of the whole of them, the kind says where it is mended beside them.
      return href('minutes', { meetingId }, section ?? kind)
  }
}

/** Goes to where a line is mended on another screen, and into what mends it. */
export function goToMend(place: string, departure: Departure, check: LeavingCheck): void {
  navigate(place)
  reach(departure, check)
}

/** Into what mends a line, once its screen is there. */
export const reach = (departure: Departure, check: LeavingCheck): void =>
  focusOnce(() => targetOf(departure, check))

const isOfAgenda = (departure: Departure) => departure === 'convocation' || departure === 'publication'
const find = (where: string) => document.querySelector<HTMLElement>(where)

/** The control under a label, in a part of the screen. */
function labelled(label: string, within = ''): HTMLElement | null | undefined {
  const labels = document.querySelectorAll<HTMLElement>(`${within} .field > :is(label, .label)`)
  const own = [...labels].find(({ textContent }) => textContent === label)
  return own?.parentElement?.querySelector<HTMLElement>('input, textarea, select, [role="spinbutton"]')
}

function targetOf(departure: Departure, check: LeavingCheck): HTMLElement | null | undefined {
  const { kind, section, names, rowId } = check
  if (isOfAgenda(departure) && section !== null) {
    const item = `aside [data-part="${section}"]`
    if (kind === 'itemUntitled') return find(`${item} textarea`)
    if (kind === 'agendaTooLong' || kind === 'itemsUntimed')
      return labelled(agendaText.inspector.duration, item)
    return find(`[data-row="${section}"]`)
  }
  switch (kind) {
    case 'recipientWithoutAddress':
      return rowId === null ? find('[data-row]') : labelled(directoryText.fields.email, 'aside')
    case 'noArchivesAgency':
      return labelled(
        names[0] === 'archivesAgency' ? archiveText.archivesAgency : archiveText.transferringAgency,
      )
    case 'meetingPassed':
      return find(`section[aria-label="${meetingDeskText.when}"] button`)
    case 'chairAway':
      return labelled(meetingDeskText.chair)
    case 'firstNumber':
      return labelled(meetingDeskText.number)
    case 'documentMissing':
    case 'documentsAwaited':
      return find('.doc[data-awaited] button')
    case 'notConvened':
      return find(`[aria-label="${dispatchText.pane}"] .button.primary`)
    case 'agendaTooLong':
    case 'agendaUnvalidated':
      return find('.agenda-box') === null ? null : find('.meeting-head .button.primary')
    default:
      if (section === null) return kind === 'numberRepeats' ? labelled(meetingDeskText.number) : null
      return find(`[data-section="${section}"] :is(${fieldOf(check)})`)
  }
}

/** Where the keyboard goes within its section of the minutes. */
export function fieldOf({ kind, names: [name = ''], section, rowId }: LeavingCheck): string {
  switch (kind) {
    case 'nameOfSeveral':
      return section === 'head'
        ? `[data-attendee="${rowId ?? ''}"]`
        : `[aria-label$="${name}"] .action-facts input`
    case 'unknownOwner':
    case 'actionWithoutOwner':
      return `[aria-label$="${name}"] .action-facts input`
    case 'actionWithoutDate':
    case 'actionDatePassed':
      return `[aria-label$="${name}"] [role="spinbutton"]`
    case 'pictureUndescribed':
      return 'figure.undescribed input'
    case 'endsInComma':
      return rowId === null ? '[contenteditable="true"]' : `[aria-label$="${name}"] textarea`
    case 'decisionUnfinished':
    case 'rowEmpty':
    case 'numberRepeats':
      return `[aria-label$="${name}"] textarea`
    case 'unknownSubstitute':
    case 'substituteUnnamed':
    case 'substituteAway':
    case 'substituteSelf':
    case 'presenceReversed':
    case 'presenceOutside':
    case 'attendanceAnnounced':
    case 'attendanceNotNoted':
      return `[data-attendee="${rowId ?? ''}"]`
    case 'nobodyNoted':
      return '[data-filter]'
    case 'hoursReversed':
      return '[data-closing] input'
    case 'noNextMeeting':
    case 'nextMeetingPassed':
    case 'nextMeetingUnplanned':
      return '[role="spinbutton"]'
    default:
      return '[contenteditable="true"]'
  }
}
