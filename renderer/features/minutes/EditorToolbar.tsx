import { type Editor, useEditorState } from '@tiptap/react'
import { type ReactNode, type RefObject, useRef } from 'react'
import { Toolbar } from 'react-aria-components/Toolbar'
import type { Bound, BoundAct } from '../../acts/act.ts'
import { ariaKey, capsOf } from '../../acts/keys.ts'
import { useActs } from '../../acts/use-acts.ts'
import { minutesText } from '../../text/minutes.ts'
import { pictureText } from '../../text/picture.ts'
import { useEditingOff } from '../../ui/editing.ts'
import { Icon } from '../../ui/Icon.tsx'
import { useActiveEditor } from './active-editor.ts'
import { formatActs } from './minutes-acts.ts'
import { insertPictures } from './picture-intake.ts'

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

/** `onLink` opens the field for the link's address. One stop of Tab, whatever stands in it. */
export function EditorToolbar(props: { onLink: () => void; first?: ReactNode; children: ReactNode }) {
  const { editor } = useActiveEditor()
  const state = useEditorState({ editor, selector: stateOf }) ?? nothing
  const off = useEditingOff()
  const files = useRef<HTMLInputElement>(null)
  const acts = useActs(formatActs, {
    editor,
    isInTable: state.table,
    openLink: props.onLink,
    choosePictures: () => files.current?.click(),
  })
  return (
    <Toolbar aria-label={minutesText.tools} className="row tools">
      {props.first}
      <fieldset className="row" aria-label={minutesText.toolbar}>
        <ToolButton act={acts.bold} pressed={state.bold} />
        <ToolButton act={acts.italic} pressed={state.italic} />
        <ToolButton act={acts.bulletList} pressed={state.bulletList} />
        <ToolButton act={acts.orderedList} pressed={state.orderedList} />
        <ToolButton act={acts.quote} pressed={state.quote} />
        <ToolButton act={acts.link} pressed={state.link} />
        <ToolButton act={acts.table} />
        <ToolButton act={acts.picture} />
        <PictureFiles input={files} editor={editor} />
        {state.table && editor !== null && !off.readOnly ? <TableTools acts={acts} /> : null}
      </fieldset>
      {props.children}
    </Toolbar>
  )
}

/** Asks for files with the system's dialog; only the window reads them. */
function PictureFiles({
  input,
  editor,
}: {
  input: RefObject<HTMLInputElement | null>
  editor: Editor | null
}) {
  return (
    <input
      ref={input}
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
  )
}

type TableAct = 'addRow' | 'removeRow' | 'addColumn' | 'removeColumn' | 'removeTable'

function TableTools({ acts }: { acts: Bound<TableAct> }) {
  return (
    <fieldset className="row table-tools" aria-label={minutesText.tableTools}>
      {[acts.addRow, acts.removeRow, acts.addColumn, acts.removeColumn, acts.removeTable].map((act) => (
        <button
          key={act.id}
          type="button"
          className="button ghost compact"
          onMouseDown={(event) => event.preventDefault()}
          onClick={act.run}
        >
          {act.label}
        </button>
      ))}
    </fieldset>
  )
}

/** The cursor stays in the text. */
function ToolButton({ act, pressed }: { act: BoundAct; pressed?: boolean }) {
  const [key] = act.keys
  const inert = act.whyNot !== null
  return (
    <button
      type="button"
      className={`button ghost compact icon ${pressed === true ? 'on' : ''}`}
      aria-label={act.label}
      title={act.whyNot ?? (key === undefined ? act.label : `${act.label} (${capsOf(key).join(' ')})`)}
      aria-keyshortcuts={key === undefined ? undefined : ariaKey(key)}
      aria-pressed={pressed}
      aria-disabled={inert || undefined}
      onMouseDown={(event) => event.preventDefault()}
      onClick={() => (inert ? undefined : act.run())}
    >
      {act.icon === undefined ? null : <Icon of={act.icon} size={17} />}
    </button>
  )
}
