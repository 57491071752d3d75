// The acts that are there on every screen, and the places that one can go to.
import AArrowDown from 'lucide-react/icons/a-arrow-down'
import AArrowUp from 'lucide-react/icons/a-arrow-up'
import ALargeSmall from 'lucide-react/icons/a-large-small'
import ArrowLeft from 'lucide-react/icons/arrow-left'
import ArrowRight from 'lucide-react/icons/arrow-right'
import CalendarDays from 'lucide-react/icons/calendar-days'
import CalendarPlus from 'lucide-react/icons/calendar-plus'
import ChartColumn from 'lucide-react/icons/chart-column'
import CircleHelp from 'lucide-react/icons/circle-help'
import Diamond from 'lucide-react/icons/diamond'
import FileInput from 'lucide-react/icons/file-input'
import Handshake from 'lucide-react/icons/handshake'
import HistoryIcon from 'lucide-react/icons/history'
import MessageSquareQuote from 'lucide-react/icons/message-square-quote'
import MessageSquareText from 'lucide-react/icons/message-square-text'
import Palette from 'lucide-react/icons/palette'
import Presentation from 'lucide-react/icons/presentation'
import Printer from 'lucide-react/icons/printer'
import Redo2 from 'lucide-react/icons/redo-2'
import SettingsIcon from 'lucide-react/icons/settings'
import TextSearch from 'lucide-react/icons/text-search'
import Trash2 from 'lucide-react/icons/trash-2'
import TriangleAlert from 'lucide-react/icons/triangle-alert'
import Undo2 from 'lucide-react/icons/undo-2'
import UsersRound from 'lucide-react/icons/users-round'
import { type MenuAct, type MenuCommand, menuActs } from '../../electron/contract/menu-acts.ts'
import { type Act, type Bound, declareActs, keyHints } from '../acts/act.ts'
import { errorSentence } from '../api/api-error.ts'
import { setImportStart } from '../api/import-start.ts'
import { showToast } from '../api/toasts.ts'
import { frameText, shortcutsText as text } from '../text/frame.ts'
import { placeText } from '../text/place.ts'
import type { IconShape } from '../ui/Icon.tsx'
import { ownsUndo } from '../ui/typing.ts'
import { importAddress, navigate } from './location.ts'
import { type ParamsOf, type PlaceId, paths } from './paths.ts'
import { type SidebarPlaceId, sidebarPlaces } from './sidebar-places.ts'
import { changeTextSize } from './text-size.ts'

export type FrameContext = {
  search: () => void
  help: () => void
  messages: () => void
  find: () => void
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
  messages: {
    label: text.messages,
    icon: MessageSquareText,
    keys: ['CmdOrCtrl+Shift+J'],
    reads: true,
    perform: ({ messages }) => messages(),
  },
  find: {
    ...menuActs.find,
    short: text.find,
    synonyms: frameText.synonyms.find,
    icon: TextSearch,
    reads: true,
    perform: ({ find }) => findHere(find),
  },
  print: {
    ...menuActs.print,
    synonyms: frameText.synonyms.print,
    icon: Printer,
    reads: true,
    perform: () =>
      void import('./print/print-screen.ts').then(
        ({ printScreen }) => printScreen(),
        (error: unknown) => showToast(errorSentence(error)),
      ),
  },
  largerText: sizes(menuActs.largerText, AArrowUp, 1),
  smallerText: sizes(menuActs.smallerText, AArrowDown, -1),
  usualText: sizes(menuActs.usualText, ALargeSmall, 0),
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
} satisfies Readonly<Record<MenuCommand, Act<FrameContext>>> & Readonly<Record<string, Act<FrameContext>>>)

/** Keys for a screen that has none of its own. */
export const commonKeys = keyHints([frameActs.acts.search, frameActs.acts.nextPane, frameActs.acts.help])

const sidebarActs = Object.fromEntries(
  sidebarPlaces.map(({ id, icon }, index) => [id, placeAct(id, icon, [`CmdOrCtrl+${index + 1}`])]),
) as Record<SidebarPlaceId, Act<PlaceContext>>

/** On the base of a team nobody hands anything over. */
type PlaceContext = { isTeam: boolean }

export const placeActs = declareActs<PlaceContext>(
  'place',
  frameText.places,
  'window',
)({
  ...sidebarActs,
  series: placeAct('series', CalendarDays),
  yearlyReport: placeAct('yearlyReport', ChartColumn),
  projects: placeAct('projects', Presentation),
  followUpDecisions: placeAct('followUpDecisions', Diamond),
  followUpChecks: placeAct('followUpChecks', TriangleAlert),
  said: placeAct('said', MessageSquareQuote),
  settings: placeAct('settings', SettingsIcon),
  history: placeAct('history', HistoryIcon),
  bin: placeAct('bin', Trash2),
  handOver: { ...placeAct('handOver', Handshake), offered: ({ isTeam }) => !isTeam },
  team: placeAct('team', UsersRound),
  documentStyle: placeAct('documentStyle', Palette),
})

/** Screens whose address takes nothing. */
type OpenPlace = { [P in PlaceId]: ParamsOf<P> extends Record<string, never> ? P : never }[PlaceId]

function placeAct(id: OpenPlace, icon: IconShape, keys: readonly string[] = []): Act<PlaceContext> {
  return { label: placeText[id], icon, keys, reads: true, perform: () => navigate(`#${paths[id]}`) }
}

/** The system's menu takes the key before the text does: gives it back to the text. */
export function obeyMenu(command: MenuCommand, acts: Bound<MenuCommand>): void {
  if ((command === 'undo' || command === 'redo') && isInText()) document.execCommand(command)
  else acts[command].run()
}

/**
 * Where a list has a field of its own, that finds in all of its rows, those that are not drawn too. Pressed again there,
 * the key finds in the page as everywhere else.
 */
function findHere(find: () => void): void {
  const field = document.querySelector('[data-filter=""]')
  if (field instanceof HTMLElement && field !== document.activeElement) field.focus()
  else find()
}

function sizes(act: MenuAct, icon: IconShape, step: 1 | -1 | 0): Act<FrameContext> {
  return { ...act, icon, reads: true, perform: () => void changeTextSize(step) }
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
