import {
  type ItemPosition,
  type ItemPositionFields,
  isOfSame,
  nextItem,
  type SessionLine,
  type SessionLineFields,
} from '../../../electron/domain/session/session.ts'
import { errorSentence } from '../../api/api-error.ts'
import { newId } from '../../api/new-id.ts'
import { outbox } from '../../api/outbox/window.ts'
import { showToast, showUndoToast } from '../../api/toasts.ts'
import { storing, useWrite } from '../../api/use-write.ts'
import { navigate } from '../../app/location.ts'
import { href } from '../../app/paths.ts'
import { sessionText as text } from '../../text/session.ts'
import { notedWords, replacedWords } from './line-fields.ts'
import { saveDraft } from './save-draft.ts'
import { forgetFloor } from './use-floor.ts'
import type { LiveItem, Session } from './use-session.ts'

const say = { onError: (error: unknown) => showToast(errorSentence(error)) }

export function useSessionActs(session: Session) {
  const { meeting, items, current, suspendedAt, view } = session
  const meetingId = meeting.id
  const goTo = useWrite('session.goTo', say)
  const suspend = useWrite('session.suspend', say)
  const resume = useWrite('session.resume', say)
  const setOutcome = useWrite('session.setOutcome', say)
  const addItem = useWrite('session.addItem', say)
  const moveItem = useWrite('agenda.move', say)
  const updateLine = useWrite('session.updateLine', say)
  const removeLine = useWrite('session.removeLine', {
    ...say,
    onSuccess: () => showUndoToast(text.removed),
  })
  const addPosition = useWrite('session.addPosition', say)
  const updatePosition = useWrite('session.updatePosition', say)
  const removePosition = useWrite('session.removePosition', {
    ...say,
    onSuccess: () => showUndoToast(text.positionRemoved),
  })
  const close = useWrite('session.close', {
    onSuccess: () => {
      forgetFloor()
      navigate(href('minutes', { meetingId }))
      showUndoToast(text.closed, { label: text.saveDraft, run: () => void saveDraft(meetingId) })
    },
  })
  const move = ({ item }: LiveItem, by: 1 | -1) => {
    const siblings = items.filter((live) => live.item.parentId === item.parentId)
    const index = siblings.findIndex((live) => live.item.id === item.id) + by
    if (index >= 0 && index < siblings.length)
      moveItem.mutate({ id: item.id, version: item.version, parentId: item.parentId, index })
  }
  return {
    close: {
      // The line that is being typed goes with the meeting.
      run: (then?: () => void) =>
        outbox.flush().then(() => close.mutateAsync({ meetingId }).then(then, () => undefined)),
      isPending: close.isPending,
      error: close.error,
    },
    pause: () => (suspendedAt === null ? suspend : resume).mutate({ meetingId }),
    step(by: 1 | -1) {
      const next = nextItem(items, current === null ? -1 : items.indexOf(current), by)
      if (next !== null) goTo.mutate({ meetingId, itemId: next.item.id })
    },
    items: {
      goTo: (itemId: string) => goTo.mutate({ meetingId, itemId }),
      setOutcome: (itemId: string, outcome: LiveItem['outcome']) =>
        setOutcome.mutate({ meetingId, itemId, outcome }),
      /** `done` once it is stored. */
      add(title: string, done: () => void) {
        // Entered again before the answer, it is the same item.
        if (addItem.isPending) return
        storing(
          addItem,
          { id: newId(), meetingId, afterId: current?.item.id ?? null, fields: { title } },
          done,
        )
      },
      move,
    },
    lines: {
      change: (line: SessionLine, patch: Partial<SessionLineFields>) =>
        updateLine.mutate({ id: line.id, version: line.version, patch }),
      /** Into `position` where it says one. Answers whether it was kept. */
      correct({ id, version }: SessionLine, patch: SessionLineFields, position: ItemPositionFields | null) {
        const { itemId } = patch
        const said = notedWords(view.positions, itemId, position)
        const insteadOf = { id, version }
        const kept =
          position === null || itemId === null
            ? updateLine.mutateAsync({ id, version, patch })
            : addPosition.mutateAsync({ id: newId(), meetingId, itemId, fields: position, insteadOf })
        return kept.then(
          () => {
            if (said !== null) showUndoToast(said)
            return true
          },
          () => false,
        )
      },
      remove: (line: SessionLine) => removeLine.mutate({ id: line.id, version: line.version }),
    },
    positions: {
      add(itemId: string, fields: ItemPositionFields, done: () => void) {
        const replaced = replacedWords(view.positions, itemId, fields)
        storing(addPosition, { id: newId(), meetingId, itemId, fields }, () => {
          done()
          if (replaced !== null) showUndoToast(replaced)
        })
      },
      update(position: ItemPosition, patch: ItemPositionFields, done: () => void) {
        const { id, version, itemId } = position
        const replaced = isOfSame(position, patch) ? null : replacedWords(view.positions, itemId, patch)
        storing(updatePosition, { id, version, patch }, () => {
          done()
          if (replaced !== null) showUndoToast(replaced)
        })
      },
      remove: ({ id, version }: { id: string; version: number }) => removePosition.mutate({ id, version }),
    },
  }
}
