import ArrowDown from 'lucide-react/icons/arrow-down'
import ArrowUp from 'lucide-react/icons/arrow-up'
import CornerDownRight from 'lucide-react/icons/corner-down-right'
import Pencil from 'lucide-react/icons/pencil'
import Trash2 from 'lucide-react/icons/trash-2'
import { type ReadLine, readLine } from '../../../electron/domain/session/notation.ts'
import type { LineKind, SessionLine, SessionLineFields } from '../../../electron/domain/session/session.ts'
import { lineFields } from '../../../electron/domain/text/line-fields.ts'
import { retyped } from '../../../electron/domain/text/retyped-line.ts'
import { type Act, declareActs } from '../../acts/act.ts'
import { titled } from '../../text/common.ts'
import { lineKindText, sessionText as text } from '../../text/session.ts'
import type { IconShape } from '../../ui/Icon.tsx'
import { lineIcon } from './line-look.ts'
import type { LiveItem, Session } from './use-session.ts'
import type { Reading } from './use-typed-line.ts'

/**
 * A kept line that is corrected in the field, with what is typed to begin with when it is not its own text, and how that
 * is read where somebody said so.
 */
export type Edited = { line: SessionLine; typed?: string; reading?: Reading; caret?: number }

export type LineContext = {
  line: SessionLine
  session: Session
  acts: {
    edit: (edited: Edited) => void
    change: (line: SessionLine, patch: Partial<SessionLineFields>) => void
    remove: (line: SessionLine) => void
  }
}

const kinds = (Object.keys(lineKindText) as ReadLine['kind'][]).filter(
  (kind): kind is LineKind => kind !== 'position',
)
const kindActs = Object.fromEntries(kinds.map((kind) => [kind, makeKind(kind)])) as Record<
  LineKind,
  Act<LineContext>
>

export const lineActs = declareActs<LineContext>(
  'session.line',
  text.lines,
  'rows',
)({
  edit: { label: text.edit, icon: Pencil, perform: ({ line, acts }) => acts.edit({ line }) },
  ...kindActs,
  before: moveTo(-1, ArrowUp),
  after: moveTo(1, ArrowDown),
  elsewhere: {
    label: text.moveElsewhere,
    icon: CornerDownRight,
    perform: ({ line, acts }) => acts.edit({ line, typed: `# ${line.raw}`, caret: 1 }),
  },
  remove: { label: text.remove, icon: Trash2, danger: true, perform: ({ line, acts }) => acts.remove(line) },
})

function makeKind(kind: LineKind): Act<LineContext> {
  const fieldsOf = ({ line, session: { meeting, vocabulary } }: LineContext) => {
    const context = { saidOn: meeting.date, ...vocabulary }
    const raw = kind === line.kind ? null : retyped(line, kind, context)
    if (raw === null) return null
    const { itemId: _, ...fields } = lineFields(raw, readLine(raw, context), line.itemId)
    return fields
  }
  return {
    label: text.makeKind(lineKindText[kind]),
    icon: lineIcon[kind],
    offered: (context) => fieldsOf(context) !== null,
    perform: (context) => {
      const fields = fieldsOf(context)
      if (fields !== null) context.acts.change(context.line, fields)
    },
  }
}

function moveTo(by: 1 | -1, icon: IconShape): Act<LineContext> {
  const target = ({ line, session }: LineContext): LiveItem | undefined =>
    session.items[session.items.findIndex(({ item }) => item.id === line.itemId) + by]
  return {
    label: (context) => {
      const live = target(context)
      return live === undefined ? '' : text.moveTo(live.number, titled(live.item.title))
    },
    icon,
    offered: (context) => target(context) !== undefined,
    perform: (context) => {
      const live = target(context)
      if (live !== undefined) context.acts.change(context.line, { itemId: live.item.id })
    },
  }
}
