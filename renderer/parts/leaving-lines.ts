import type { Input } from '../../electron/contract/index.ts'
import type {
  Departure,
  LeavingCheck,
  LeavingCheckKind,
  ToldCheck,
} from '../../electron/domain/meetings/leaving.ts'
import { useQuery } from '../api/use-query.ts'
import { href } from '../app/paths.ts'
import { leavingCheckText } from '../text/leaving.ts'
import type { BeforeLine } from '../ui/Before.tsx'
import { goToMend, placeOf } from './mend-place.ts'

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
      if (go?.(check) !== true) goToMend(place, departure, check)
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
