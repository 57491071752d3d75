// The text area of the note line, with its marks exactly under the words, as high as what is typed.
import { type KeyboardEvent, type ReactNode, type Ref, useImperativeHandle, useRef } from 'react'
import type { LinePart } from '../../../electron/domain/session/notation.ts'
import { sessionText as text } from '../../text/session.ts'
import { useEditingOff } from '../../ui/editing.ts'

// The typed line drawn under the field with its marks on their grounds; what is heard is the field itself.
const classOf: Readonly<Record<LinePart['type'], string>> = {
  mark: 'token-kind',
  item: 'token-person',
  speaker: 'token-organisation',
  due: 'token-decision',
}

/** It breaks its lines as the field above it does, and gives the field its height. */
function MarkedLine({ raw, parts }: { raw: string; parts: readonly LinePart[] }) {
  const drawn: ReactNode[] = []
  let at = 0
  for (const { start, end, type } of [...parts].sort((a, b) => a.start - b.start)) {
    if (start < at) continue
    drawn.push(raw.slice(at, start))
    drawn.push(
      <span key={start} className={classOf[type]}>
        {raw.slice(start, end)}
      </span>,
    )
    at = end
  }
  drawn.push(raw.slice(at))
  return (
    <div className="marked-line" aria-hidden="true">
      {drawn}
      {/* A line break at the end has no height of its own here; in the field the caret stands on it. */}
      {'\u200b'}
    </div>
  )
}

/** Longest line that may be typed. */
const MAX_LETTERS = 10_000

/** `caret`: where to type; at the end when not said. */
export type LineFieldHandle = { focus: (caret?: number) => void }

export function LineField(props: {
  typed: string
  parts: readonly LinePart[]
  /** How many names are proposed, and which one is chosen. */
  names: { count: number; chosen: number }
  handle: Ref<LineFieldHandle>
  onChange: (typed: string) => void
  onKeyDown: (event: KeyboardEvent) => void
}) {
  const { names } = props
  const off = useEditingOff()
  const area = useRef<HTMLTextAreaElement>(null)
  useImperativeHandle(
    props.handle,
    () => ({
      focus(caret) {
        area.current?.focus()
        // The text that belongs to it is drawn first.
        if (caret !== undefined) requestAnimationFrame(() => area.current?.setSelectionRange(caret, caret))
      },
    }),
    [],
  )
  const hasNames = names.count > 0
  return (
    // Both layers scroll together, in one box: at any length the marks stay under their words.
    <div className="compose-field">
      <div className="compose-layers">
        <MarkedLine raw={props.typed} parts={props.parts} />
        <textarea
          ref={area}
          className="bare"
          {...off}
          rows={1}
          aria-label={text.line}
          aria-describedby="session-echo"
          aria-autocomplete="list"
          aria-haspopup="listbox"
          aria-controls={hasNames ? 'session-names' : undefined}
          aria-activedescendant={hasNames ? `session-name-${names.chosen}` : undefined}
          placeholder={off.title ?? text.lineHint}
          value={props.typed}
          maxLength={MAX_LETTERS}
          spellCheck
          onChange={(event) => props.onChange(event.target.value)}
          onKeyDown={off.readOnly ? undefined : props.onKeyDown}
        />
      </div>
    </div>
  )
}
