import type { SubjectRow } from '../../../../electron/contract/subjects.ts'
import { foldedName, foldedWords } from '../../../../electron/domain/text/fold.ts'

export type Segment = 'toDo' | 'retained' | 'waiting' | 'dismissed'
export const segments: readonly Segment[] = ['toDo', 'retained', 'waiting', 'dismissed']

/** Retained for a meeting that will not take place, a subject is to be dealt with again. */
export function isStranded(row: SubjectRow): boolean {
  return row.state === 'retained' && (row.meetingState === null || row.meetingState === 'cancelled')
}

export function segmentOf(row: SubjectRow): Segment {
  return row.state === 'received' || isStranded(row) ? 'toDo' : row.state
}

/** Rows of one part that hold every typed word, in the order given. */
export function shownRows(rows: readonly SubjectRow[], segment: Segment, words: string): SubjectRow[] {
  const wanted = foldedWords(words)
  return rows.filter((row) => {
    if (segmentOf(row) !== segment) return false
    const own =
      wanted.length === 0 ? '' : foldedName(`${row.title} ${row.requester} ${row.organisation} ${row.reason}`)
    return wanted.every((word) => own.includes(word))
  })
}
