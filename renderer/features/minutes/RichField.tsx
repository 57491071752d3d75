import type { Editor } from '@tiptap/core'
import { EditorContent, useEditor } from '@tiptap/react'
import { useEffect, useMemo, useRef } from 'react'
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
  const { source, label } = props
  const { setActive, setWords } = useActiveEditor()
  const sourceRef = useRef(source)
  sourceRef.current = source
  const { meetingId } = props
  const extensions = useMemo(() => richExtensions(meetingId), [meetingId])
  const editor = useEditor({
    extensions,
    content: toEditorJson(source.read()),
    injectCSS: false,
    immediatelyRender: true,
    shouldRerenderOnTransaction: false,
    editorProps: {
      attributes: {
        class: 'rich',
        role: 'textbox',
        'aria-multiline': 'true',
        'aria-label': label,
        // Said in its place as long as nothing is written.
        'data-label': label,
        lang: 'fr',
        spellcheck: 'true',
        // Files let fall here are pictures of this text; see app/arrivals/DropZone.
        'data-own-drop': '',
      },
      transformPastedHTML: pastedHtml,
      handleDOMEvents: pictureEvents,
    },
    onUpdate: ({ editor: changed }) => {
      const { doc } = changed.state
      sourceRef.current.write(() => toRichText(doc.toJSON()))
    },
    onFocus: ({ editor: focused }) => setActive(focused),
    onSelectionUpdate: ({ editor: { state } }) => setWords(state.selection.$head.parent.textContent),
  })
  const off = useEditingOff()
  useEffect(() => editor.setEditable(!off.readOnly, false), [editor, off.readOnly])
  useEffect(() => source.onReplaced(() => showStored(editor, source)), [editor, source])
  useEffect(() => () => setActive((active) => (active === editor ? null : active)), [editor, setActive])
  return (
    <div className="rich-field">
      <EditorContent editor={editor} />
      {props.history === undefined ? null : <HistoryButton of={props.history} name={label.toLowerCase()} />}
    </div>
  )
}

/** Puts the stored text in place of the one shown, unless they say the same; not an edit of this person's. */
function showStored(editor: Editor, source: RichSource): void {
  const stored = source.read()
  if (editor.isDestroyed || sameJson(toRichText(editor.state.doc.toJSON()), stored)) return
  editor.chain().setMeta('addToHistory', false).setContent(toEditorJson(stored), { emitUpdate: false }).run()
}
