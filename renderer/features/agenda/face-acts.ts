import Columns3 from 'lucide-react/icons/columns-3'
import FileDown from 'lucide-react/icons/file-down'
import ListTodo from 'lucide-react/icons/list-todo'
import Paperclip from 'lucide-react/icons/paperclip'
import TextCursorInput from 'lucide-react/icons/text-cursor-input'
import { type Act, declareActs } from '../../acts/act.ts'
import { navigate } from '../../app/location.ts'
import { href, type PlaceId } from '../../app/paths.ts'
import { faceKey } from '../../parts/FacesPane.tsx'
import { agendaText } from '../../text/agenda.ts'
import { panesText } from '../../text/panes.ts'
import type { IconShape } from '../../ui/Icon.tsx'

/** What the pane at right shows, by the address of the screen. */
export type Face = Extract<PlaceId, 'agenda' | 'preparation' | 'attachments' | 'agendaPage'>
export const faces: readonly Face[] = ['agenda', 'preparation', 'attachments', 'agendaPage']

export function faceHref(face: Face, meetingId: string): string {
  return href(face, { meetingId })
}

const icons: Readonly<Record<Face, IconShape>> = {
  agenda: TextCursorInput,
  preparation: ListTodo,
  attachments: Paperclip,
  agendaPage: Columns3,
}

const { labels, synonyms } = agendaText.faces

export type FaceContext = {
  meetingId: string
  /** Puts away what covers the faces, and stores what is being typed: the page shows what is stored. */
  uncover: () => Promise<void>
  save: () => void
}

export const faceActs = declareActs<FaceContext>(
  'agenda.faces',
  panesText.right.title,
  'screen',
)({
  agenda: shows(0),
  preparation: shows(1),
  attachments: shows(2),
  agendaPage: shows(3),
  save: {
    label: agendaText.export,
    icon: FileDown,
    keys: ['CmdOrCtrl+E'],
    reads: true,
    perform: ({ save }) => save(),
  },
})

function shows(rank: 0 | 1 | 2 | 3): Act<FaceContext> {
  const face = faces[rank] ?? 'agenda'
  return {
    label: labels[face],
    synonyms: synonyms[face],
    icon: icons[face],
    keys: [faceKey(rank + 1)],
    reads: true,
    perform: ({ meetingId, uncover }) => void uncover().then(() => navigate(faceHref(face, meetingId))),
  }
}
