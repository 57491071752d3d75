import BookUser from 'lucide-react/icons/book-user'
import CalendarDays from 'lucide-react/icons/calendar-days'
import ChartColumn from 'lucide-react/icons/chart-column'
import HistoryIcon from 'lucide-react/icons/history'
import House from 'lucide-react/icons/house'
import Inbox from 'lucide-react/icons/inbox'
import ListChecks from 'lucide-react/icons/list-checks'
import Presentation from 'lucide-react/icons/presentation'
import ScrollText from 'lucide-react/icons/scroll-text'
import type { IconShape } from '../ui/Icon.tsx'
import type { PlaceId } from './paths.ts'

export type SidebarPlaceId = Extract<
  PlaceId,
  | 'home'
  | 'meetings'
  | 'subjects'
  | 'projects'
  | 'watch'
  | 'followUp'
  | 'directory'
  | 'history'
  | 'yearlyReport'
>

type SidebarPlace = {
  readonly id: SidebarPlaceId
  readonly icon: IconShape
  /** Shown shorter than the screen's own title. */
  readonly label: string
}

export const sidebarPlaces: readonly SidebarPlace[] = [
  { id: 'home', icon: House, label: 'Accueil' },
  { id: 'meetings', icon: CalendarDays, label: 'Séances' },
  { id: 'subjects', icon: Inbox, label: 'Sujets' },
  { id: 'projects', icon: Presentation, label: 'Projets' },
  { id: 'watch', icon: ScrollText, label: 'Veille' },
  { id: 'followUp', icon: ListChecks, label: 'Décisions, actions' },
  { id: 'directory', icon: BookUser, label: 'Annuaire' },
  { id: 'history', icon: HistoryIcon, label: 'Historique' },
  { id: 'yearlyReport', icon: ChartColumn, label: 'Bilan' },
]

/** The place of the sidebar that a screen belongs to. */
export function sidebarPlaceOf(id: PlaceId): PlaceId {
  if (id === 'bin' || id === 'series' || id === 'oldFiles') return 'meetings'
  if (id === 'deliveries') return 'watch'
  if (id === 'projectSheet' || id === 'projectReferences') return 'projects'
  if (id === 'directoryImport' || id === 'directoryDuplicates') return 'directory'
  if (id === 'followUpClosed' || id === 'followUpDecisions' || id === 'followUpChecks') return 'followUp'
  if (id === 'watchText' || id === 'watchDue') return 'watch'
  if (id === 'documentStyle' || id === 'personalData' || id === 'handOver') return 'settings'
  if (id === 'backups' || id === 'keptFiles') return 'settings'
  return id === 'importReview' ? 'home' : id
}
