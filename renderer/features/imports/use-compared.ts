import { useMemo } from 'react'
import type { Draft } from '../../../electron/domain/agenda/draft.ts'
import { useQuery } from '../../api/use-query.ts'
import { comparisonOf, countsOf, differingCount } from './comparison.ts'
import { useUndoable } from './file-states.ts'
import { type MeetingChoice, meetingDifferences, meetingEdits, nothingChosen } from './meeting-differences.ts'
import type { Review } from './review.ts'
import { type Doubt, doubtOf, isDoubtful, type Line, type Policy, type Target } from './review-line.ts'

export function useCompared(draft: Draft, review: Review, meetingId: string | null) {
  const compared = useQuery('imports.compare', { meetingId, items: draft.items })
  const [all, setAll] = useUndoable<Policy>('policy', () => 'update')
  const [withdrawn, setWithdrawn] = useUndoable<ReadonlySet<string>>('withdrawn', () => new Set())
  const [choice, setChoice] = useUndoable<MeetingChoice>('moved', () => nothingChosen)
  const comparison = useMemo(() => comparisonOf(review, compared.data, all), [review, compared.data, all])
  const meeting = compared.data?.meeting ?? null
  const differences = meeting === null ? null : meetingDifferences(draft, meeting)
  const edits = meeting === null || differences === null ? null : meetingEdits(differences, choice, meeting)
  const { targets, gone } = comparison
  const isToCheck = useMemo(() => (line: Line) => isDoubtful(line, targets.get(line.key)), [targets])
  return {
    compared,
    comparison,
    counts: countsOf(review, comparison),
    isToCheck,
    doubts: doubtsOf(review.lines, targets),
    all,
    setAll,
    meeting,
    differences,
    choice,
    setChoice,
    edits,
    /** Only those that are still missing in the file. */
    withdrawn: gone.filter(({ id }) => withdrawn.has(id)).map(({ id, version }) => ({ id, version })),
    withdraw: (id: string, isWithdrawn: boolean) =>
      setWithdrawn((now) => {
        const next = new Set(now)
        if (isWithdrawn) next.add(id)
        else next.delete(id)
        return next
      }),
    isMoveUnexplained: edits?.move?.reason === '',
    changesAnything:
      !comparison.isBeside ||
      edits !== null ||
      gone.some(({ id }) => withdrawn.has(id)) ||
      differingCount(review, comparison) > 0,
  }
}

/** Rows that wait for an answer before those only to be looked at, the least sure first. */
const urgency: readonly Doubt[] = ['title', 'subject', 'duration', 'reading']

function doubtsOf(
  lines: readonly Line[],
  targets: ReadonlyMap<number, Target>,
): { line: Line; doubt: Doubt }[] {
  const found = lines.flatMap((line) => {
    const doubt = doubtOf(line, targets.get(line.key))
    return doubt === null ? [] : [{ line, doubt }]
  })
  return found.sort(
    (a, b) =>
      urgency.indexOf(a.doubt) - urgency.indexOf(b.doubt) ||
      a.line.source.confidence - b.line.source.confidence,
  )
}
