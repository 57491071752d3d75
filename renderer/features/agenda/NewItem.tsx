import Plus from 'lucide-react/icons/plus'
import { useRef, useState } from 'react'
import { lastRank } from '../../../electron/domain/agenda/template.ts'
import type { Id } from '../../../electron/domain/ids.ts'
import { LINE_LENGTH } from '../../../electron/domain/limits.ts'
import { newId } from '../../api/new-id.ts'
import { showToast } from '../../api/toasts.ts'
import { useQuery } from '../../api/use-query.ts'
import { agendaText } from '../../text/agenda.ts'
import { useEditingOff } from '../../ui/editing.ts'
import { Icon } from '../../ui/Icon.tsx'
import { useLeave } from '../../ui/use-leave.ts'
import type { AgendaStore } from './agenda-store.ts'
import { childrenOf } from './tree.ts'
import { understand } from './understand.ts'

export function NewItem({ store, onAdded }: { store: AgendaStore; onAdded: (id: Id) => void }) {
  const off = useEditingOff()
  const [text, setText] = useState('')
  const template = useQuery('agenda.template', {})
  /** The item under way, once its first character is in the agenda. */
  const under = useRef<Id | null>(null)

  const type = (title: string) => {
    setText(title)
    if (under.current !== null) store.type(under.current, { title })
    else if (title.trim() !== '') {
      const roots = childrenOf(store.getState().view.items, null)
      const above = roots[lastRank(roots, template.data ?? []) - 1]
      under.current = newId()
      const fields = { title }
      const place = { id: under.current, parentId: null, afterId: above?.id ?? null }
      void store.do({ type: 'add', ...place, fields, isBegun: true })
    }
  }
  const drop = () => {
    if (under.current !== null) void store.do({ type: 'remove', id: under.current })
    under.current = null
    setText('')
  }
  /** @param isLeft half a line perhaps: that it became an item is said, where nobody waits for one */
  const finish = (isLeft: boolean) => {
    const id = under.current
    if (id === null) return
    if (text.trim() === '') return drop()
    const words = text.trim()
    if (text !== words) store.type(id, { title: words })
    store.endTitle()
    void store.settle().then(async () => {
      // Before its words are read: what they say is another act of the same item.
      const added = store.entryOf(id)
      const isSaid = await understand(store, id, words)
      const isThere = store.getState().view.items.some((item) => item.id === id)
      if (isLeft && isThere && !isSaid) showToast(agendaText.added(words), null, added)
    })
    under.current = null
    setText('')
    onAdded(id)
  }
  useLeave(() => finish(true))
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
        onChange={(event) => type(event.target.value)}
        onBlur={() => finish(true)}
        onKeyDown={(event) => {
          if (event.key === 'Enter' || (event.key === 'Escape' && text !== '')) finish(false)
        }}
      />
    </div>
  )
}
