import { useMemo, useState } from 'react'
import type { ReadFile } from '../../../electron/domain/agenda/draft.ts'
import { useQuery } from '../../api/use-query.ts'
import type { Received } from './file-states.ts'
import { useActsOfFile, useOfFile, useUndoable } from './file-states.ts'
import { formBy, isSealed, type MeetingForm } from './meeting-form.ts'
import type { RowList } from './minutes-rows.ts'
import { futureNumbers, keysAfter, reviewAfter, reviewOf } from './review.ts'
import { differs } from './review-line.ts'
import { shownLines } from './source-roles.ts'
import { useCompared } from './use-compared.ts'
import { useMinutesReview } from './use-minutes-review.ts'
import { useNewNames } from './use-new-names.tsx'
import { useSaid } from './use-said.ts'
import { useSections } from './use-sections.tsx'

export type Shown = 'all' | 'doubtful' | 'differing'
export type FileReview = ReturnType<typeof useReview>

/** What was read of a file, what somebody makes of it, and what the meeting it goes to has already. */
export function useReview(props: {
  read: ReadFile
  received: Received
  meetingId: string | null
  sheet: number | null
}) {
  const said = useSaid(props.read, props.received, props.sheet)
  const { draft } = said.file
  const [review, act] = useActsOfFile(
    'items',
    reviewAfter,
    () => reviewOf(draft),
    ({ type }) => type !== 'reread',
  )
  const [lastRead, setLastRead] = useOfFile('read', () => draft, 'trace')
  const [chosen, setChosen] = useOfFile<number | null>('chosen', () => review.lines[0]?.key ?? null, 'look')
  const [correcting, setCorrecting] = useState<number | null>(null)
  const keyNow = lastRead === draft ? null : keysAfter(review, reviewAfter(review, { type: 'reread', draft }))
  if (keyNow !== null) {
    setLastRead(draft)
    act({ type: 'reread', draft })
    setChosen(chosen === null ? null : keyNow(chosen))
    setCorrecting(correcting === null ? null : keyNow(correcting))
  }
  const meetings = useQuery('meetings.list', { year: null })
  const [byHand, setByHand] = useUndoable<Partial<MeetingForm>>('meeting', () => ({}))
  const form = formBy(draft, byHand, props.meetingId, meetings.data ?? [])
  const meeting = meetings.data?.find(({ id }) => id === form.meetingId) ?? null
  const beside = useCompared(draft, review, form.meetingId)
  const { comparison, isToCheck } = beside
  const [shown, setShown] = useState<Shown>('all')

  const numbers = useMemo(() => futureNumbers(review), [review])
  const placeLines = useMemo(
    () =>
      review.lines
        .filter(({ taken }) => taken)
        .map(({ key, fields: { title } }) => ({ key, title, number: numbers.get(key) ?? null })),
    [review, numbers],
  )
  const fresh = useNewNames(draft, review, comparison)
  const minutes = useMinutesReview(said.file, form.meetingId, placeLines, keyNow)
  const sections = useSections(minutes, review.lines.length)
  const lines = useMemo(() => {
    const rows = (list: RowList) =>
      (minutes?.rows[list] ?? []).map((row) => ({
        ...row,
        isToCheck: minutes?.isDoubtful(list, row.key) === true,
      }))
    return shownLines(
      said.file,
      said.said,
      {
        items: review.lines.map((line) => ({ ...line, isToCheck: isToCheck(line) })),
        participants: rows('participants'),
        decisions: rows('decisions'),
        actions: rows('actions'),
      },
      numbers,
    )
  }, [said.file, said.said, review, minutes, isToCheck, numbers])
  const shownRows = review.lines.filter((line) => {
    if (shown === 'all' || line.key === chosen) return true
    const standing = comparison.standings.get(line.key)
    return shown === 'doubtful' ? isToCheck(line) : standing !== undefined && differs(standing)
  })
  return {
    said,
    draft,
    review,
    act,
    chosen,
    setChosen,
    correcting,
    setCorrecting,
    meetings: meetings.data ?? [],
    form,
    /** The one that the lines go to; null for a new one. */
    meeting,
    isSealed: meeting !== null && isSealed(meeting),
    setByHand,
    beside,
    shown,
    setShown,
    shownRows,
    doubtful: review.lines.filter(isToCheck).length,
    numbers,
    fresh,
    minutes,
    sections,
    lines,
  }
}
