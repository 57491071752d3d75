// The text area of the note line, with its marks exactly under the words, as high as what is typed.
import { type KeyboardEvent, type Ref, useImperativeHandle, useRef } from 'react'
import type { LinePart } from '../../../electron/domain/session/notation.ts'
import { sessionText as text } from '../../text/session.ts'
import { MarkedLine } from './MarkedLine.tsx'

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
          rows={1}
          aria-label={text.line}
          aria-describedby="session-echo"
          aria-autocomplete="list"
          aria-haspopup="listbox"
          aria-controls={hasNames ? 'session-names' : undefined}
          aria-activedescendant={hasNames ? `session-name-${names.chosen}` : undefined}
          // Empty, it lends « Annuler » to the meeting's last line or step.
          data-undo={props.typed === '' ? 'journal' : undefined}
          placeholder={text.lineHint}
          value={props.typed}
          maxLength={MAX_LETTERS}
          spellCheck
          onChange={(event) => props.onChange(event.target.value)}
          onKeyDown={props.onKeyDown}
        />
      </div>
    </div>
  )
}
