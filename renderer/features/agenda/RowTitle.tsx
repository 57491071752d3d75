import { useEffect, useRef, useState } from 'react'
import type { Id } from '../../../electron/domain/ids.ts'
import { agendaText } from '../../text/agenda.ts'
import { useWorkspace } from './workspace.ts'

export function RowTitle({ id, title }: { id: Id; title: string }) {
  const { namingId } = useWorkspace()
  if (namingId === id) return <TitleInput id={id} title={title} />
  return (
    <div className={title === '' ? 'ag-title mute' : 'ag-title cut2'} title={title}>
      {title || agendaText.untitled}
    </div>
  )
}

function TitleInput({ id, title }: { id: Id; title: string }) {
  const { name, endNaming } = useWorkspace()
  const [text, setText] = useState(title)
  const before = useRef(title)
  const ended = useRef(false)
  const input = useRef<HTMLInputElement>(null)
  useEffect(() => {
    input.current?.focus()
    input.current?.select()
  }, [])
  const end = (kept: string) => {
    if (ended.current) return
    ended.current = true
    // A title emptied by mistake comes back; a new item without title goes away.
    endNaming(id, kept.trim() === '' ? before.current : kept.trim())
  }
  return (
    <input
      ref={input}
      className="ag-title inline-edit editing"
      aria-label={agendaText.titleOf}
      maxLength={500}
      spellCheck
      value={text}
      onChange={(event) => {
        setText(event.target.value)
        name(id, event.target.value)
      }}
      onBlur={() => end(text)}
      // The row takes presses to choose and to drag: not those that place the caret.
      onPointerDown={(event) => event.stopPropagation()}
      onMouseDown={(event) => event.stopPropagation()}
      onKeyDown={(event) => {
        event.stopPropagation()
        if (event.key === 'Enter') end(text)
        if (event.key === 'Escape') end(before.current)
        if (event.key === 'Enter' || event.key === 'Escape') event.preventDefault()
      }}
    />
  )
}
