import { Editor } from '@tiptap/core'
import { useEffect, useLayoutEffect, useRef, useState } from 'react'
import type { HistoryField } from '../../../electron/contract/history.ts'
import { sameJson } from '../../api/same-json.ts'
import { useEditingOff } from '../../ui/editing.ts'
import { useActiveEditor } from './active-editor.ts'
import { HistoryButton } from './HistoryButton.tsx'
import { pastedHtml, pictureEvents } from './picture-intake.ts'
import { richExtensions } from './rich-extensions.ts'
import type { RichSource } from './rich-source.ts'
import { toEditorJson, toRichText } from './to-rich-text.ts'

/** `source` must stay the same object while the field is mounted (see `richSource`); give another `key` for another text. */
export function RichField(props: {
  label: string
  meetingId: string
  source: RichSource
  /** Whose past can be opened beside the text. */
  history?: HistoryField
}) {
  const { source } = props
  const { setActive, setWords } = useActiveEditor()
  const written = useRef(source)
  written.current = source
  const off = useEditingOff()
  const [editor] = useState(() =>
    richEditor({ ...props, isEditable: !off.readOnly }, written, setActive, setWords),
  )
  const place = useRef<HTMLDivElement>(null)
  // Drawn before it stands in its place: each attribute of a text that stands there would have the page laid out. Unmounted it
  // keeps what can be undone.
  useLayoutEffect(() => {
    editor.mount(() => undefined)
    place.current?.append(editor.view.dom)
    return () => {
      setActive((active) => (active === editor ? null : active))
      editor.unmount()
    }
  }, [editor, setActive])
  useEffect(() => {
    if (editor.isEditable === off.readOnly) editor.setEditable(!off.readOnly, false)
  }, [editor, off.readOnly])
  useEffect(() => source.onReplaced(() => showStored(editor, source)), [editor, source])
  return (
    <div className="rich-field">
      <div ref={place} />
      {props.history === undefined ? null : (
        <HistoryButton of={props.history} name={props.label.toLowerCase()} />
      )}
    </div>
  )
}

function richEditor(
  text: { label: string; meetingId: string; source: RichSource; isEditable: boolean },
  written: { readonly current: RichSource },
  setActive: (editor: Editor) => void,
  setWords: (words: string) => void,
): Editor {
  const attributes = {
    class: 'rich',
    role: 'textbox',
    'aria-multiline': 'true',
    'aria-label': text.label,
    // Said in its place as long as nothing is written.
    'data-label': text.label,
    lang: 'fr',
    spellcheck: 'true',
    // Files let fall here are pictures of this text; see app/arrivals/DropZone.
    'data-own-drop': '',
  }
  const editor: Editor = new Editor({
    element: null,
    extensions: richExtensions(text.meetingId),
    // As an attribute of a plugin it comes after the text is drawn: then the whole page is laid out once for each text.
    enableCoreExtensions: { tabindex: false },
    content: toEditorJson(text.source.read()),
    editable: text.isEditable,
    injectCSS: false,
    editorProps: {
      attributes: () => (editor.options.editable ? { ...attributes, tabindex: '0' } : attributes),
      transformPastedHTML: pastedHtml,
      handleDOMEvents: pictureEvents,
    },
    onUpdate() {
      const { doc } = editor.state
      written.current.write(() => toRichText(doc.toJSON()))
    },
    onFocus: () => setActive(editor),
    onSelectionUpdate: () => setWords(editor.state.selection.$head.parent.textContent),
  })
  return editor
}

/** Puts the stored text in place of the one shown, unless they say the same; not an edit of this person's. */
function showStored(editor: Editor, source: RichSource): void {
  const stored = source.read()
  if (editor.isDestroyed || sameJson(toRichText(editor.state.doc.toJSON()), stored)) return
  editor.chain().setMeta('addToHistory', false).setContent(toEditorJson(stored), { emitUpdate: false }).run()
}
