// The acts of every screen that the first does without, and the places that one can go to. Loaded after it.
import AArrowDown from 'lucide-react/icons/a-arrow-down'
import AArrowUp from 'lucide-react/icons/a-arrow-up'
import ALargeSmall from 'lucide-react/icons/a-large-small'
import CalendarDays from 'lucide-react/icons/calendar-days'
import ChartColumn from 'lucide-react/icons/chart-column'
import Diamond from 'lucide-react/icons/diamond'
import Handshake from 'lucide-react/icons/handshake'
import HistoryIcon from 'lucide-react/icons/history'
import MessageSquareQuote from 'lucide-react/icons/message-square-quote'
import MessageSquareText from 'lucide-react/icons/message-square-text'
import Palette from 'lucide-react/icons/palette'
import Presentation from 'lucide-react/icons/presentation'
import Printer from 'lucide-react/icons/printer'
import SettingsIcon from 'lucide-react/icons/settings'
import TextSearch from 'lucide-react/icons/text-search'
import Trash2 from 'lucide-react/icons/trash-2'
import TriangleAlert from 'lucide-react/icons/triangle-alert'
import UsersRound from 'lucide-react/icons/users-round'
import { type MenuAct, type MenuCommand, menuActs } from '../../electron/contract/menu-acts.ts'
import { type Act, declareActs } from '../acts/act.ts'
import { errorSentence } from '../api/api-error.ts'
import { showToast } from '../api/toasts.ts'
import { frameText, shortcutsText as text } from '../text/frame.ts'
import { placeText } from '../text/place.ts'
import type { IconShape } from '../ui/Icon.tsx'
import type { frameActs } from './frame-acts.ts'
import { navigate } from './location.ts'
import { type ParamsOf, type PlaceId, paths } from './paths.ts'
import { type SidebarPlaceId, sidebarPlaces } from './sidebar-places.ts'
import { changeTextSize } from './text-size.ts'

export type WindowContext = {
  messages: () => void
  find: () => void
}

export const windowActs = declareActs<WindowContext>(
  'window',
  text.everywhere,
  'window',
)({
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
} satisfies Readonly<Record<Exclude<MenuCommand, keyof typeof frameActs.acts>, Act<WindowContext>>> &
  Readonly<Record<string, Act<WindowContext>>>)

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

/**
 * Where a list has a field of its own, that finds in all of its rows, those that are not drawn too. Pressed again there,
 * the key finds in the page as everywhere else.
 */
function findHere(find: () => void): void {
  const field = document.querySelector('[data-filter=""]')
  if (field instanceof HTMLElement && field !== document.activeElement) field.focus()
  else find()
}

function sizes(act: MenuAct, icon: IconShape, step: 1 | -1 | 0): Act<WindowContext> {
  return { ...act, icon, reads: true, perform: () => void changeTextSize(step) }
}
