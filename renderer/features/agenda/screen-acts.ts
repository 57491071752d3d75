import BadgeCheck from 'lucide-react/icons/badge-check'
import Coffee from 'lucide-react/icons/coffee'
import FileCheck from 'lucide-react/icons/file-check'
import FileClock from 'lucide-react/icons/file-clock'
import FileInput from 'lucide-react/icons/file-input'
import History from 'lucide-react/icons/history'
import MessageSquareDiff from 'lucide-react/icons/message-square-diff'
import PenLine from 'lucide-react/icons/pen-line'
import Plus from 'lucide-react/icons/plus'
import Send from 'lucide-react/icons/send'
import Undo2 from 'lucide-react/icons/undo-2'
import type { AgendaStatus } from '../../../electron/contract/agenda.ts'
import { isAhead } from '../../../electron/domain/meetings/opened.ts'
import { type Act, declareActs } from '../../acts/act.ts'
import { hasItems, isUnlocked } from '../../acts/suits.ts'
import { setImportStart } from '../../api/import-start.ts'
import { navigate } from '../../app/location.ts'
import { href } from '../../app/paths.ts'
import { agendaText } from '../../text/agenda.ts'
import { versionsText } from '../../text/agenda-versions.ts'
import { carryOverText } from '../../text/carry-over.ts'
import { observationsText } from '../../text/observations.ts'
import type { IconShape } from '../../ui/Icon.tsx'
import { type AgendaAct, agendaActs, needsValidation, nextNumber } from './next-act.ts'
import { addBreak, openBelow } from './row-acts.ts'
import type { Workspace } from './workspace.ts'

export type ScreenContext = {
  workspace: Workspace
  meetingId: string
  /** It has begun, or will not be. */
  isOver: boolean
  /** Items that are asked for from the meetings before. */
  carriedOver: number
  toggle: (side: 'versions' | 'returns' | 'carryOver') => void
}

const { synonyms } = agendaText

export const screenActs = declareActs<ScreenContext>(
  'agenda',
  agendaText.region,
  'rows',
  'agenda',
)({
  add: {
    label: agendaText.add,
    synonyms: synonyms.add,
    icon: Plus,
    suits: isUnlocked,
    perform: ({ workspace }) => openBelow(workspace, workspace.chosenId),
  },
  addBreak: {
    label: agendaText.addBreak,
    icon: Coffee,
    suits: isUnlocked,
    perform: ({ workspace }) => addBreak(workspace, workspace.chosenId),
  },
  import: {
    label: agendaText.import,
    synonyms: synonyms.import,
    icon: FileInput,
    offered: ({ isOver }) => !isOver,
    suits: (meeting) => isUnlocked(meeting) && (isAhead(meeting) || meeting.takenOver !== null),
    perform: ({ meetingId }) => {
      setImportStart({ type: 'choose' })
      navigate(href('importReview', {}, meetingId))
    },
  },
  versions: {
    label: versionsText.openPane,
    synonyms: synonyms.versions,
    icon: FileClock,
    reads: true,
    perform: ({ toggle }) => toggle('versions'),
  },
  carryOver: {
    label: ({ carriedOver }) => carryOverText.open(carriedOver),
    icon: History,
    reads: true,
    offered: ({ isOver }) => !isOver,
    perform: ({ toggle }) => toggle('carryOver'),
  },
  returns: {
    label: observationsText.openAgenda,
    icon: MessageSquareDiff,
    reads: true,
    offered: ({ workspace }) => workspace.agenda.rows.length > 0,
    suits: hasItems,
    perform: ({ toggle }) => toggle('returns'),
  },
})

export type StatusContext = {
  status: AgendaStatus
  isConvened: boolean
  isEmpty: boolean
  act: (what: AgendaAct) => void
}

/** Acts on the agenda as a whole; `next-act.ts` says which of them is due. */
export const statusActs = declareActs<StatusContext>(
  'agenda.state',
  versionsText.menu,
  'rows',
  'agenda',
)({
  sendDraft: stateAct('sendDraft', Send, ({ submittedAt }) =>
    submittedAt === null ? versionsText.sendDraft : versionsText.sendDraftAgain,
  ),
  submit: stateAct('submit', PenLine, () => versionsText.submit),
  validate: stateAct('validate', BadgeCheck, () => versionsText.validate),
  publish: stateAct('publish', FileCheck, (status) =>
    needsValidation(status)
      ? versionsText.publishAsking(nextNumber(status))
      : versionsText.publish(nextNumber(status)),
  ),
  backToDraft: stateAct('backToDraft', Undo2, () => versionsText.backToDraft),
  send: stateAct('send', Send, () => versionsText.send),
})

function stateAct(
  id: AgendaAct,
  icon: IconShape,
  label: (status: AgendaStatus) => string,
): Act<StatusContext> {
  return {
    label: ({ status }) => label(status),
    icon,
    offered: ({ status, isConvened }) => agendaActs(status, isConvened).includes(id),
    whyNot: ({ isEmpty }) => (isEmpty ? versionsText.emptyAgenda : null),
    perform: ({ act }) => act(id),
  }
}
