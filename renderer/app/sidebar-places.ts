import BookUser from 'lucide-react/icons/book-user'
import CalendarDays from 'lucide-react/icons/calendar-days'
import House from 'lucide-react/icons/house'
import Inbox from 'lucide-react/icons/inbox'
import ListChecks from 'lucide-react/icons/list-checks'
import ScrollText from 'lucide-react/icons/scroll-text'
import { sidebarText } from '../text/place.ts'
import type { IconShape } from '../ui/Icon.tsx'
import type { PlaceId } from './paths.ts'

export type SidebarPlaceId = keyof typeof sidebarText

type SidebarPlace = {
  readonly id: SidebarPlaceId
  readonly icon: IconShape
  /** Of all the screens that belong to the place: its first one has a title of its own. */
  readonly label: string
}

export const sidebarPlaces: readonly SidebarPlace[] = [
  sidebarPlace('home', House),
  sidebarPlace('meetings', CalendarDays),
  sidebarPlace('subjects', Inbox),
  sidebarPlace('watch', ScrollText),
  sidebarPlace('followUp', ListChecks),
  sidebarPlace('directory', BookUser),
]

function sidebarPlace(id: SidebarPlaceId, icon: IconShape): SidebarPlace {
  return { id, icon, label: sidebarText[id] }
}

type Belongs = SidebarPlaceId | 'settings'

/** Where a screen belongs that is not itself in the sidebar; the screens of a meeting are in none of these. */
const belongsTo: { readonly [P in PlaceId]?: Belongs } = {
  series: 'meetings',
  yearlyReport: 'meetings',
  projects: 'subjects',
  projectSheet: 'subjects',
  projectReferences: 'subjects',
  watchText: 'watch',
  watchDue: 'watch',
  deliveries: 'watch',
  followUpClosed: 'followUp',
  followUpDecisions: 'followUp',
  followUpChecks: 'followUp',
  directoryImport: 'directory',
  directoryDuplicates: 'directory',
  documentStyle: 'settings',
  personalData: 'settings',
  handOver: 'settings',
  team: 'settings',
  backups: 'settings',
  keptFiles: 'settings',
  history: 'settings',
  bin: 'settings',
  oldFiles: 'settings',
  importReview: 'home',
}

/** The place of the sidebar that a screen belongs to. */
export function sidebarPlaceOf(id: PlaceId): PlaceId {
  return belongsTo[id] ?? id
}
