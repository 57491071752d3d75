import { useCallback, useMemo, useSyncExternalStore } from 'react'
import type { Input } from '../../../electron/contract/index.ts'
import type { ItemPositionFields, SessionLineFields } from '../../../electron/domain/session/session.ts'
import { ApiError, errorSentence } from '../../api/api-error.ts'
import { newId } from '../../api/new-id.ts'
import { OutboxActs } from '../../api/outbox/acts.ts'
import { ask, useUnsent } from '../../api/outbox/window.ts'
import { showUndoToast } from '../../api/toasts.ts'
import type { StatedPosition } from './line-fields.ts'

type LineInput = Input<'session.addLine'>
/** `position` is noted in the place of the line that says it, beside the lines of its item. */
type Noted = LineInput & {
  readonly position: ItemPositionFields | null
  /** What is said of the position once it is noted. */
  readonly said: string | null
}

export type PendingLine = {
  key: number
  input: LineInput
  /** Why the core has not got it yet; null while it is on its way. */
  failure: string | null
  /** It is not sent again by itself; the lines behind it are. */
  isStopped: boolean
}

/** Lines leave the field at once and wait here in the order in which they were typed; the same id twice adds nothing twice. */
class SessionLines extends OutboxActs<Noted, unknown> {
  protected send({ position, said: _, ...line }: Noted) {
    const { id, meetingId, fields } = line
    const { itemId } = fields
    return position === null || itemId === null
      ? ask('session.addLine', line)
      : ask('session.addPosition', { id, meetingId, itemId, fields: position })
  }

  protected stored({ said }: Noted): void {
    if (said !== null) showUndoToast(said)
  }

  protected textsOf({ fields }: Noted) {
    return [fields.raw]
  }

  /** Each carries its id: all that waits may go without waiting for one another. */
  override leave(): void {
    for (const { act, refused } of this.line) if (refused === null) void this.send(act)
  }
}

/** The lines of this meeting that are still on their way to the core, and how one more is sent. */
export function useLines(meetingId: string) {
  const lines = useUnsent(`lines:${meetingId}`, () => new SessionLines())
  const line = useSyncExternalStore(lines.subscribe, () => lines.line)
  const error = useSyncExternalStore(lines.subscribe, () => lines.error)
  const pending = useMemo(() => {
    const next = line.find(({ refused }) => refused === null)
    return line.map((one): PendingLine => {
      const { refused } = one
      const why = refused !== null ? ApiError.of(refused) : one === next ? error : null
      return {
        key: one.key,
        input: one.act,
        failure: why === null ? null : errorSentence(why),
        isStopped: refused !== null,
      }
    })
  }, [line, error])
  const positions = useMemo(
    () =>
      line.flatMap(({ act, refused }): StatedPosition[] =>
        refused !== null || act.position === null || act.fields.itemId === null
          ? []
          : [{ ...act.position, itemId: act.fields.itemId }],
      ),
    [line],
  )
  const add = useCallback(
    (fields: SessionLineFields, position: ItemPositionFields | null = null, said: string | null = null) =>
      void lines.add({ id: newId(), meetingId, at: new Date().toISOString(), fields, position, said }),
    [lines, meetingId],
  )
  const retry = useCallback((key: number) => lines.retry(key), [lines])
  return { pending, positions, add, retry }
}
