// The acts of the frame that are there with the first screen; the others of the window are in window-acts.ts.
import ArrowLeft from 'lucide-react/icons/arrow-left'
import ArrowRight from 'lucide-react/icons/arrow-right'
import CalendarPlus from 'lucide-react/icons/calendar-plus'
import CircleHelp from 'lucide-react/icons/circle-help'
import FileInput from 'lucide-react/icons/file-input'
import Redo2 from 'lucide-react/icons/redo-2'
import Undo2 from 'lucide-react/icons/undo-2'
import { useEffect, useRef } from 'react'
import { type MenuCommand, menuActs } from '../../electron/contract/menu-acts.ts'
import { type Bound, declareActs, keyHints } from '../acts/act.ts'
import { errorSentence } from '../api/api-error.ts'
import { onEvent } from '../api/client.ts'
import { setImportStart } from '../api/import-start.ts'
import { showToast } from '../api/toasts.ts'
import { frameText, shortcutsText as text } from '../text/frame.ts'
import { ownsUndo } from '../ui/typing.ts'
import { importAddress, navigate } from './location.ts'

export type FrameContext = {
  search: () => void
  help: () => void
  newMeeting: () => void
}

/** Starts an import with the system's dialog. */
export function chooseImport(): void {
  setImportStart({ type: 'choose' })
  navigate(importAddress())
}

/** The first screen takes nothing back, and does without. */
function takesBack(way: 'undoLast' | 'redoLast'): void {
  import('./undo.ts').then(
    (undoing) => undoing[way](),
    (error) => showToast(errorSentence(error)),
  )
}
const isInText = () => ownsUndo(document.activeElement)

export const frameActs = declareActs<FrameContext>(
  'frame',
  text.everywhere,
  'window',
)({
  search: { ...menuActs.search, short: frameText.findAll, reads: true, perform: ({ search }) => search() },
  newMeeting: {
    ...menuActs.newMeeting,
    synonyms: frameText.synonyms.newMeeting,
    icon: CalendarPlus,
    perform: ({ newMeeting }) => newMeeting(),
  },
  importFile: {
    ...menuActs.importFile,
    synonyms: frameText.synonyms.importFile,
    icon: FileInput,
    perform: chooseImport,
  },
  undo: {
    ...menuActs.undo,
    synonyms: frameText.synonyms.undo,
    icon: Undo2,
    leavesKey: isInText,
    perform: () => takesBack('undoLast'),
  },
  redo: {
    ...menuActs.redo,
    synonyms: frameText.synonyms.redo,
    icon: Redo2,
    leavesKey: isInText,
    perform: () => takesBack('redoLast'),
  },
  back: {
    label: frameText.back,
    short: text.back,
    icon: ArrowLeft,
    keys: ['Alt+Left'],
    reads: true,
    perform: () => window.history.back(),
  },
  forward: {
    label: frameText.forward,
    short: text.forward,
    icon: ArrowRight,
    keys: ['Alt+Right'],
    reads: true,
    perform: () => window.history.forward(),
  },
  nextPane: { label: text.nextPane, keys: ['F6'], reads: true, perform: () => focusPane(1) },
  previousPane: { label: text.previousPane, keys: ['Shift+F6'], reads: true, perform: () => focusPane(-1) },
  help: {
    ...menuActs.help,
    keys: [...menuActs.help.keys, '?'],
    short: frameText.helpHere,
    synonyms: frameText.synonyms.help,
    icon: CircleHelp,
    reads: true,
    perform: ({ help }) => help(),
  },
})

/** Keys for a screen that has none of its own. */
export const commonKeys = keyHints([frameActs.acts.search, frameActs.acts.nextPane, frameActs.acts.help])

/** Does what the system's menu asks of these acts; it takes the key before the text does, and the text gets it back. */
export function useMenu(acts: Partial<Bound<MenuCommand>>): void {
  const latest = useRef(acts)
  latest.current = acts
  useEffect(
    () =>
      onEvent((event) => {
        if (event.topic !== 'menu') return
        const act = latest.current[event.command]
        if (act === undefined) return
        if ((event.command === 'undo' || event.command === 'redo') && isInText())
          document.execCommand(event.command)
        else act.run()
      }),
    [],
  )
}

/** Moves the focus into the next pane: title bar, sidebar, then the panes of the screen. */
function focusPane(step: 1 | -1): void {
  const panes = [
    ...document.querySelectorAll<HTMLElement>('.titlebar, .side, .main .pane, .main:not(:has(.pane))'),
  ]
  const found = panes.findIndex((pane) => pane.contains(document.activeElement))
  // From the screen as a whole on to its first pane, or back to what stands before it.
  const first = panes.findIndex((pane) => pane.closest('.main') !== null)
  const isAtScreen = found < 0 && document.activeElement?.id === 'main'
  const here = isAtScreen ? first - (step === 1 ? 1 : 0) : found
  const next = panes[(here + step + panes.length) % panes.length]
  const target = next?.querySelector<HTMLElement>(
    'a[href], button, input, select, textarea, [contenteditable="true"], [tabindex]',
  )
  target?.focus()
}
