// Sidebar places: the places of the sidebar in order, their icons and their keys (Ctrl 1 to Ctrl 8).
import BookUser from 'lucide-react/icons/book-user'
import CalendarDays from 'lucide-react/icons/calendar-days'
import HistoryIcon from 'lucide-react/icons/history'
import House from 'lucide-react/icons/house'
import Presentation from 'lucide-react/icons/presentation'
import ScrollText from 'lucide-react/icons/scroll-text'
import type { IconShape } from '../ui/Icon.tsx'
import type { PlaceId } from './paths.ts'

type SidebarPlace = {
  readonly id: Extract<PlaceId, 'home' | 'meetings' | 'projects' | 'watch' | 'directory' | 'history'>
  readonly icon: IconShape
  /** Shown shorter than the screen's own title. */
  readonly label: string
}

export const sidebarPlaces: readonly SidebarPlace[] = [
  { id: 'home', icon: House, label: 'Accueil' },
  { id: 'meetings', icon: CalendarDays, label: 'Séances' },
  { id: 'projects', icon: Presentation, label: 'Projets' },
  { id: 'watch', icon: ScrollText, label: 'Veille' },
  { id: 'directory', icon: BookUser, label: 'Annuaire' },
  { id: 'history', icon: HistoryIcon, label: 'Historique' },
]

/** The place of the sidebar that a screen belongs to. */
export function sidebarPlaceOf(id: PlaceId): PlaceId {
  if (id === 'bin') return 'meetings'
  return id === 'importReview' ? 'home' : id
}
