import { useEffect, useMemo, useState, useSyncExternalStore } from 'react'
import type { CivilDate } from '../../../electron/domain/ids.ts'
import { type ReadLine, readLine } from '../../../electron/domain/session/notation.ts'
import type { SessionLine } from '../../../electron/domain/session/session.ts'
import { call } from '../../api/client.ts'
import { OutboxRow } from '../../api/outbox/row.ts'
import { ask, pick, useUnsent } from '../../api/outbox/window.ts'
import { asNote } from './line-fields.ts'
import type { Session } from './use-session.ts'

/** Which of those who bear a name; it holds for these words only. */
type Chosen = { words: string; index: number }
/** The day that somebody gave; it holds as long as the words of the deadline stay. */
type Given = { words: string; date: CivilDate | null }

/** What somebody corrected of how the words are read. */
export type Reading = { isPlain: boolean; chosen: Chosen | null; given: Given | null }

const asTyped: Reading = { isPlain: false, chosen: null, given: null }

export function useTypedLine({ meeting, vocabulary }: Session) {
  const [typed, setTyped] = useDraftLine(meeting.id)
  const [reading, setReading] = useState(asTyped)
  const { isPlain, chosen, given } = reading
  const context = useMemo(
    () => ({ saidOn: meeting.date, nextMeeting: vocabulary.nextMeeting, speakers: vocabulary.speakers }),
    [meeting.date, vocabulary],
  )
  const read = useMemo(() => (isPlain ? asNote(typed) : readLine(typed, context)), [typed, isPlain, context])
  const line = useMemo(() => corrected(read, chosen, given), [read, chosen, given])
  const put = (patch: Partial<Reading>) => setReading((before) => ({ ...before, ...patch }))
  const show = (words: string, asRead: Reading) => {
    setTyped(words)
    setReading(asRead)
  }
  return {
    typed,
    line,
    reading,
    context,
    change(next: string) {
      setTyped(next)
      if (next === '') setReading(asTyped)
    },
    setPlain: (isPlain: boolean) => put({ isPlain }),
    /** Takes the next of those who bear the name. */
    nextPerson() {
      if (read.named !== null && read.named.others.length > 0)
        put({
          chosen: {
            words: read.named.words,
            index: (indexIn(read, chosen) + 1) % (read.named.others.length + 1),
          },
        })
    },
    giveDate: (date: CivilDate | null) => put({ given: { words: read.due?.words ?? '', date } }),
    /**
     * A line that was kept, with what had been corrected of it.
     * @param words what is typed in its place by now
     * @param asRead what somebody corrected of these words
     */
    recall: (kept: SessionLine, words = kept.raw, asRead = keptReading(kept, readLine(words, context))) =>
      show(words, asRead),
    show,
  }
}

/** What had been corrected of a line that was kept: where its words alone say something else. */
function keptReading(kept: SessionLine, again: ReadLine): Reading {
  const index = bearers(again).findIndex(
    ({ personId, organisationId, label }) =>
      personId === kept.personId && organisationId === kept.organisationId && label === kept.speaker,
  )
  const date = again.due?.date ?? null
  return {
    isPlain: kept.kind === 'note' && again.kind !== 'note',
    chosen: index > 0 && again.named !== null ? { words: again.named.words, index } : null,
    given: date === kept.dueDate ? null : { words: again.due?.words ?? '', date: kept.dueDate },
  }
}

function corrected(read: ReadLine, chosen: Chosen | null, given: Given | null): ReadLine {
  const speaker = bearers(read)[indexIn(read, chosen)] ?? null
  const words = read.due?.words ?? ''
  const isGiven = read.kind === 'action' && given !== null && given.words === words
  return {
    ...read,
    named: read.named === null ? null : { ...read.named, speaker },
    due: !isGiven
      ? read.due
      : given.date === null && words === ''
        ? null
        : { words, date: given.date, isNoDay: false },
  }
}

function bearers({ named }: ReadLine) {
  return named === null || named.speaker === null ? [] : [named.speaker, ...named.others]
}

function indexIn({ named }: ReadLine, chosen: Chosen | null): number {
  return chosen !== null && chosen.words === named?.words ? chosen.index : 0
}

/** The line being typed is kept a moment after each key, also while nobody pauses, and comes back after a stop. */
export function useDraftLine(meetingId: string): [string, (text: string) => void] {
  const row = useUnsent(`draft:${meetingId}`, () => {
    const unread = { id: `draft:${meetingId}`, version: 1, text: null }
    return new OutboxRow<{ text: string | null }>(unread, {
      update: async (version, { text }) =>
        pick(await ask('session.keepDraft', { meetingId, text: text ?? '' }), () => ({
          ...unread,
          version: version + 1,
          text: text ?? '',
        })),
    })
  })
  const text = useSyncExternalStore(row.subscribe, () => row.value('text') ?? '')
  useEffect(() => {
    // The text typed here is newer than the one being read.
    const { revision } = row
    call('session.draft', { meetingId }).then(
      (draft) => {
        if (row.revision === revision)
          row.adopt({ ...row.known, version: row.known.version + 1, text: draft.text })
      },
      // Without it the line is simply empty.
      () => undefined,
    )
  }, [meetingId, row])
  return [text, (next: string) => row.edit('text', () => next)]
}
