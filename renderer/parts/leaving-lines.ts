import type { Input } from '../../electron/contract/index.ts'
import type {
  Departure,
  LeavingCheck,
  LeavingCheckKind,
  ToldCheck,
} from '../../electron/domain/meetings/leaving.ts'
import { useQuery } from '../api/use-query.ts'
import { navigate } from '../app/location.ts'
import { href } from '../app/paths.ts'
import { leavingCheckText } from '../text/leaving.ts'
import type { BeforeLine } from '../ui/Before.tsx'

/** A line, and what it is about. */
type LeavingLine = BeforeLine & { readonly kind: LeavingCheckKind }

export type Leaving = {
  /** Undefined until they are read. */
  readonly lines: readonly LeavingLine[] | undefined
  /** How many stop the departure, and how many are to be looked at. */
  readonly stopping: number
  readonly odd: number
  /** Those that are to be looked at, with their words. */
  readonly asked: Input<'approval.approve'>['asked']
}

/** The field of who chairs, on the page of what a meeting is. */
export const CHAIR = 'chair'

const none: readonly ToldCheck[] = []
/** What is kept of each, in characters. */
const MOST_ASKED = 500

/**
 * What is missing or odd before a departure.
 * @param go within the screen where it is mended; true when it went there. Null: what the minutes say is mended nowhere.
 * @param enabled false: nothing is asked, and there are no lines.
 */
export function useLeaving(
  meetingId: string,
  departure: Departure,
  go: ((check: LeavingCheck) => boolean) | null,
  enabled = true,
): Leaving {
  const { data } = useQuery('meetings.leavingChecks', { id: meetingId, departure }, { enabled })
  // What was asked elsewhere is still kept under the same key, and is nothing to tell here.
  const told = enabled ? data : undefined
  const checks = told ?? none
  const lines = checks.map((check): LeavingLine => {
    const { words, detail, repair } = leavingCheckText[check.kind](check)
    const place = placeOf(meetingId, departure, check)
    const run = () => {
      if (go?.(check) !== true) navigate(place)
    }
    const isFixed = go === null && place.startsWith(href('minutes', { meetingId }))
    return {
      kind: check.kind,
      tone: check.stops ? 'bad' : 'warn',
      words,
      ...(detail === undefined ? {} : { detail }),
      ...(isFixed ? {} : { repair: { label: repair, run } }),
    }
  })
  const odd = checks.filter((check) => !check.stops)
  return {
    lines: told === undefined ? undefined : lines,
    stopping: checks.length - odd.length,
    odd: odd.length,
    asked: odd.map(({ stops: _, ...check }) => ({
      check,
      words: leavingCheckText[check.kind](check).words.slice(0, MOST_ASKED),
    })),
  }
}

function placeOf(meetingId: string, departure: Departure, { kind, section }: LeavingCheck): string {
  if ((departure === 'convocation' || departure === 'publication') && section !== null)
    return href('agenda', { meetingId }, section)
  switch (kind) {
    case 'recipientWithoutAddress':
      return href('directory')
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
      return href('agenda', { meetingId })
    case 'notConvened':
      return href('dispatch', { meetingId })
    case 'numberRepeats':
      return section === null
        ? href('meetingDetails', { meetingId })
        : href('minutes', { meetingId }, section)
    default:
      return section === null ? href('minutes', { meetingId }) : href('minutes', { meetingId }, section)
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
