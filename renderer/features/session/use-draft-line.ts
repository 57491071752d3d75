import { useEffect, useSyncExternalStore } from 'react'
import { call } from '../../api/client.ts'
import { OutboxRow } from '../../api/outbox/row.ts'
import { ask, pick, useUnsent } from '../../api/outbox/window.ts'

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
    // What was typed here is newer than what is being read.
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
