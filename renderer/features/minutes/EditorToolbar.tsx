import type { Editor } from '@tiptap/core'
import { type ReactNode, type RefObject, useCallback, useRef, useSyncExternalStore } from 'react'
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

const marks = ['bold', 'italic', 'bulletList', 'orderedList', 'blockquote', 'link', 'table'] as const

/** Which of them hold where the cursor is; drawn again only when one of these changes, not at each key. */
function useMarks(editor: Editor | null): ReadonlySet<(typeof marks)[number]> {
  const subscribe = useCallback(
    (tell: () => void) => {
      editor?.on('transaction', tell)
      return () => void editor?.off('transaction', tell)
    },
    [editor],
  )
  const names = useSyncExternalStore(subscribe, () => namesOf(editor))
  return new Set(marks.filter((mark) => names.includes(` ${mark} `)))
}

function namesOf(editor: Editor | null): string {
  if (editor === null || editor.isDestroyed) return ''
  return marks.map((mark) => (editor.isActive(mark) ? ` ${mark} ` : '')).join('')
}

/**
 * `onLink` opens the field for the link's address. One stop of Tab, whatever stands in it; none before anything is
 * written in, where it has nothing to act on.
 */
export function EditorToolbar(props: { onLink: () => void; first?: ReactNode; children: ReactNode }) {
  const { editor } = useActiveEditor()
  const active = useMarks(editor)
  const isInTable = active.has('table')
  const skipped = editor === null
  const off = useEditingOff()
  const files = useRef<HTMLInputElement>(null)
  const acts = useActs(formatActs, {
    editor,
    isInTable,
    openLink: props.onLink,
    choosePictures: () => files.current?.click(),
  })
  return (
    <Toolbar aria-label={minutesText.tools} className="row tools">
      {props.first}
      <fieldset className="row" aria-label={minutesText.toolbar}>
        <ToolButton act={acts.bold} skipped={skipped} pressed={active.has('bold')} />
        <ToolButton act={acts.italic} skipped={skipped} pressed={active.has('italic')} />
        <ToolButton act={acts.bulletList} skipped={skipped} pressed={active.has('bulletList')} />
        <ToolButton act={acts.orderedList} skipped={skipped} pressed={active.has('orderedList')} />
        <ToolButton act={acts.quote} skipped={skipped} pressed={active.has('blockquote')} />
        <ToolButton act={acts.link} skipped={skipped} pressed={active.has('link')} />
        <ToolButton act={acts.table} skipped={skipped} />
        <ToolButton act={acts.picture} skipped={skipped} />
        <PictureFiles input={files} editor={editor} />
        {isInTable && editor !== null && !off.readOnly ? <TableTools acts={acts} /> : null}
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
function ToolButton({ act, pressed, skipped }: { act: BoundAct; pressed?: boolean; skipped: boolean }) {
  const [key] = act.keys
  const inert = act.whyNot !== null
  return (
    <button
      type="button"
      className={`button ghost compact icon ${pressed === true ? 'on' : ''}`}
      aria-label={act.label}
      tabIndex={skipped ? -1 : undefined}
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
