import CalendarPlus from 'lucide-react/icons/calendar-plus'
import CircleHelp from 'lucide-react/icons/circle-help'
import Diamond from 'lucide-react/icons/diamond'
import FileInput from 'lucide-react/icons/file-input'
import Handshake from 'lucide-react/icons/handshake'
import Palette from 'lucide-react/icons/palette'
import Redo2 from 'lucide-react/icons/redo-2'
import SettingsIcon from 'lucide-react/icons/settings'
import Trash2 from 'lucide-react/icons/trash-2'
import TriangleAlert from 'lucide-react/icons/triangle-alert'
import Undo2 from 'lucide-react/icons/undo-2'
import { fold, foldedWords } from '../../../electron/domain/fold.ts'
import { navigate } from '../../app/location.ts'
import { href } from '../../app/paths.ts'
import type { FrameActs } from '../../app/shortcuts.ts'
import { sidebarPlaces } from '../../app/sidebar-places.ts'
import { shortcutsText } from '../../text/frame.ts'
import { placeText } from '../../text/place.ts'
import { searchText } from '../../text/search.ts'
import type { IconShape } from '../../ui/Icon.tsx'
import { markedParts, type PaletteEntry } from './palette-entry.ts'

const { ctrl } = shortcutsText.keys

/** Acts and places whose words begin with every word typed; all of them when nothing is typed. */
export function commandEntries(words: string, acts: FrameActs): PaletteEntry[] {
  const wanted = foldedWords(words)
  return allEntries(acts).filter((entry) => {
    const own = foldedWords(fold(entry.parts.map((part) => part.text).join('')))
    return wanted.every((word) => own.some((one) => one.startsWith(word)))
  })
}

function allEntries(acts: FrameActs): PaletteEntry[] {
  const act = (
    id: string,
    icon: IconShape,
    words: string,
    keys: string[],
    onOpen: () => void,
  ): PaletteEntry => ({
    id,
    group: searchText.groups.acts,
    icon,
    parts: markedParts(words, []),
    detail: '',
    end: '',
    keys,
    onOpen,
  })
  // Choosing it says the reason too.
  const writing: typeof act = (...entry) => ({ ...act(...entry), detail: acts.reason ?? '' })
  const place = (
    id: string,
    icon: IconShape,
    words: string,
    keys: string[],
    address: string,
  ): PaletteEntry => ({
    ...act(id, icon, words, keys, () => navigate(address)),
    group: searchText.groups.places,
  })
  return [
    writing('new-meeting', CalendarPlus, searchText.newMeeting, [ctrl, 'N'], acts.newMeeting),
    writing('import', FileInput, searchText.importFile, [ctrl, 'O'], acts.importFile),
    writing('undo', Undo2, searchText.undo, [ctrl, 'Z'], acts.undo),
    writing('redo', Redo2, searchText.redo, [ctrl, 'Y'], acts.redo),
    act('shortcuts', CircleHelp, searchText.shortcuts, ['F1'], acts.help),
    ...sidebarPlaces.map((one, index) =>
      place(one.id, one.icon, placeText[one.id], [ctrl, String(index + 1)], href(one.id)),
    ),
    place('decisions', Diamond, placeText.followUpDecisions, [], href('followUpDecisions')),
    place('checks', TriangleAlert, placeText.followUpChecks, [], href('followUpChecks')),
    place('bin', Trash2, placeText.bin, [], href('bin')),
    place('settings', SettingsIcon, placeText.settings, [], href('settings')),
    place('hand-over', Handshake, placeText.handOver, [], href('handOver')),
    place('document-style', Palette, placeText.documentStyle, [], href('documentStyle')),
  ]
}
