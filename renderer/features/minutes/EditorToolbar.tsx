import { type Editor, useEditorState } from '@tiptap/react'
import Bold from 'lucide-react/icons/bold'
import ImagePlus from 'lucide-react/icons/image-plus'
import Italic from 'lucide-react/icons/italic'
import Link from 'lucide-react/icons/link'
import List from 'lucide-react/icons/list'
import ListOrdered from 'lucide-react/icons/list-ordered'
import Quote from 'lucide-react/icons/quote'
import Table from 'lucide-react/icons/table'
import { useRef } from 'react'
import { Toolbar } from 'react-aria-components/Toolbar'
import { minutesText } from '../../text/minutes.ts'
import { pictureText } from '../../text/picture.ts'
import { useEditingOff } from '../../ui/editing.ts'
import { useActiveEditor } from './active-editor.ts'
import { insertPictures } from './picture-intake.ts'
import { ToolButton } from './ToolButton.tsx'
import { useMinutesKeys } from './use-minutes-keys.ts'

const nothing = {
  bold: false,
  italic: false,
  bulletList: false,
  orderedList: false,
  quote: false,
  link: false,
  table: false,
}

/** Read at each transaction; React draws again only when one of these changes. */
function stateOf({ editor }: { editor: Editor | null }): typeof nothing {
  if (editor === null || editor.isDestroyed) return nothing
  return {
    bold: editor.isActive('bold'),
    italic: editor.isActive('italic'),
    bulletList: editor.isActive('bulletList'),
    orderedList: editor.isActive('orderedList'),
    quote: editor.isActive('blockquote'),
    link: editor.isActive('link'),
    table: editor.isActive('table'),
  }
}

/** `onLink` opens the field for the link's address. */
export function EditorToolbar({ onLink }: { onLink: () => void }) {
  const { editor } = useActiveEditor()
  const state = useEditorState({ editor, selector: stateOf }) ?? nothing
  const off = useEditingOff()
  const unavailable = off.title ?? (editor === null ? minutesText.noText : undefined)
  const chain = () => editor?.chain().focus()
  const addTable = () => void chain()?.insertTable({ rows: 3, cols: 3, withHeaderRow: true }).run()
  useMinutesKeys(off.readOnly ? {} : { table: addTable })
  return (
    <Toolbar aria-label={minutesText.toolbar} className="row tools">
      <ToolButton
        icon={Bold}
        label={minutesText.bold}
        keys="Ctrl B"
        pressed={state.bold}
        unavailable={unavailable}
        onPress={() => chain()?.toggleBold().run()}
      />
      <ToolButton
        icon={Italic}
        label={minutesText.italic}
        keys="Ctrl I"
        pressed={state.italic}
        unavailable={unavailable}
        onPress={() => chain()?.toggleItalic().run()}
      />
      <ToolButton
        icon={List}
        label={minutesText.bulletList}
        keys="Ctrl Maj 8"
        pressed={state.bulletList}
        unavailable={unavailable}
        onPress={() => chain()?.toggleBulletList().run()}
      />
      <ToolButton
        icon={ListOrdered}
        label={minutesText.orderedList}
        keys="Ctrl Maj 7"
        pressed={state.orderedList}
        unavailable={unavailable}
        onPress={() => chain()?.toggleOrderedList().run()}
      />
      <ToolButton
        icon={Quote}
        label={minutesText.quote}
        keys="Ctrl Maj B"
        pressed={state.quote}
        unavailable={unavailable}
        onPress={() => chain()?.toggleBlockquote().run()}
      />
      <ToolButton
        icon={Link}
        label={minutesText.link}
        keys="Ctrl Maj K"
        pressed={state.link}
        unavailable={unavailable}
        onPress={onLink}
      />
      <ToolButton
        icon={Table}
        label={minutesText.table}
        keys="Ctrl Maj T"
        unavailable={unavailable}
        onPress={addTable}
      />
      <PictureTool editor={editor} unavailable={unavailable} />
      {state.table && editor !== null && !off.readOnly ? <TableTools editor={editor} /> : null}
    </Toolbar>
  )
}

/** Asks for files with the system's dialog; only the window reads them. */
function PictureTool({ editor, unavailable }: { editor: Editor | null; unavailable: string | undefined }) {
  const files = useRef<HTMLInputElement>(null)
  const choose = () => (editor === null ? undefined : files.current?.click())
  useMinutesKeys(unavailable === undefined ? { picture: choose } : {})
  return (
    <>
      <ToolButton
        icon={ImagePlus}
        label={pictureText.add}
        keys="Ctrl Maj P"
        unavailable={unavailable}
        onPress={choose}
      />
      <input
        ref={files}
        type="file"
        accept="image/*,.heic,.heif"
        multiple
        hidden
        aria-label={pictureText.add}
        onChange={({ target }) => {
          const chosen = [...(target.files ?? [])]
          // The same file can be chosen again after it was removed.
          target.value = ''
          if (editor !== null && chosen.length > 0) insertPictures(editor.view, chosen)
        }}
      />
    </>
  )
}

function TableTools({ editor }: { editor: Editor }) {
  const acts = [
    [minutesText.addRow, () => editor.chain().focus().addRowAfter().run()],
    [minutesText.removeRow, () => editor.chain().focus().deleteRow().run()],
    [minutesText.addColumn, () => editor.chain().focus().addColumnAfter().run()],
    [minutesText.removeColumn, () => editor.chain().focus().deleteColumn().run()],
    [minutesText.removeTable, () => editor.chain().focus().deleteTable().run()],
  ] as const
  return (
    <fieldset className="row table-tools" aria-label={minutesText.tableTools}>
      {acts.map(([label, act]) => (
        <button
          key={label}
          type="button"
          className="btn ghost sm"
          onMouseDown={(event) => event.preventDefault()}
          onClick={act}
        >
          {label}
        </button>
      ))}
    </fieldset>
  )
}
