import Plus from 'lucide-react/icons/plus'
import { useRef } from 'react'
import { lastRank } from '../../../electron/domain/agenda/template.ts'
import type { Id } from '../../../electron/domain/ids.ts'
import { LINE_LENGTH } from '../../../electron/domain/limits.ts'
import { newId } from '../../api/new-id.ts'
import { useQuery } from '../../api/use-query.ts'
import { agendaText } from '../../text/agenda.ts'
import { useEditingOff } from '../../ui/editing.ts'
import { Icon } from '../../ui/Icon.tsx'
import { useKept } from '../../ui/kept.ts'
import { useLeave } from '../../ui/use-leave.ts'
import type { AgendaStore } from './agenda-store.ts'
import { childrenOf } from './tree.ts'
import { understandNew } from './understand.ts'

export function NewItem({ store, onAdded }: { store: AgendaStore; onAdded: (id: Id) => void }) {
  const off = useEditingOff()
  const [text, setText, forget] = useKept(`new-item:${store.getState().view.meetingId}`, '')
  const template = useQuery('agenda.template', {})
  /** Typed in since it was entered; Escape makes it words that wait, which passing through the line does not add. */
  const isUnderWay = useRef(false)

  const finish = (isLeft: boolean) => {
    isUnderWay.current = false
    const words = text.trim()
    if (off.readOnly) return
    forget()
    if (words === '') return
    const id = newId()
    const roots = childrenOf(store.getState().view.items, null)
    const above = roots[lastRank(roots, template.data ?? []) - 1]
    void store.do({ type: 'add', id, parentId: null, afterId: above?.id ?? null, fields: { title: words } })
    void store.settle().then(() => understandNew(store, id, words, isLeft))
    onAdded(id)
  }
  const leave = () => {
    if (isUnderWay.current) finish(true)
  }
  useLeave(leave)
  return (
    <div className="agenda-new">
      <Icon of={Plus} size={17} />
      <input
        className="bare"
        {...off}
        aria-label={agendaText.newItem}
        placeholder={off.title ?? agendaText.newItemHint}
        spellCheck
        maxLength={LINE_LENGTH}
        value={text}
        onChange={(event) => {
          isUnderWay.current = true
          setText(event.target.value)
        }}
        onBlur={({ target }) => {
          // The whole window was left: the line goes on when it is come back to.
          if (document.activeElement !== target) leave()
        }}
        onKeyDown={(event) => {
          if (event.key === 'Enter') finish(false)
          else if (event.key === 'Escape') isUnderWay.current = false
        }}
      />
    </div>
  )
}
