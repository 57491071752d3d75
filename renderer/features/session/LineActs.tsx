import ArrowDown from 'lucide-react/icons/arrow-down'
import ArrowUp from 'lucide-react/icons/arrow-up'
import CornerDownRight from 'lucide-react/icons/corner-down-right'
import Pencil from 'lucide-react/icons/pencil'
import Trash2 from 'lucide-react/icons/trash-2'
import { readLine } from '../../../electron/domain/session/notation.ts'
import type { LineKind, SessionLine, SessionLineFields } from '../../../electron/domain/session/session.ts'
import { lineFields } from '../../../electron/domain/text/line-fields.ts'
import { retyped } from '../../../electron/domain/text/retyped-line.ts'
import { lineKindText, sessionText as text } from '../../text/session.ts'
import { Button } from '../../ui/Button.tsx'
import { Menu, type MenuAct } from '../../ui/Menu.tsx'
import { lineIcon } from './line-look.ts'
import type { Edited } from './NoteLine.tsx'
import type { LiveItem, Session } from './use-session.ts'

export type LineActsOf = {
  edit: (edited: Edited) => void
  change: (line: SessionLine, patch: Partial<SessionLineFields>) => void
  remove: (line: SessionLine) => void
}

const kinds = Object.keys(lineKindText) as LineKind[]

export function LineActs(props: { line: SessionLine; session: Session; acts: LineActsOf }) {
  const { line, acts } = props
  return (
    <div className="note-acts">
      <Button small look="ghost" icon={Pencil} label={text.edit} onPress={() => acts.edit({ line })} />
      <Menu
        label={text.lineActs(line.text)}
        acts={[...kindActs(props), ...moveActs(props), removal(props)]}
      />
    </div>
  )
}

type Of = Parameters<typeof LineActs>[0]

function kindActs({ line, session, acts }: Of): MenuAct[] {
  const { meeting, vocabulary } = session
  const context = { saidOn: meeting.date, ...vocabulary }
  return kinds.flatMap((kind) => {
    const raw = kind === line.kind ? null : retyped(line, kind, context)
    if (raw === null) return []
    const { itemId: _, ...fields } = lineFields(raw, readLine(raw, context), line.itemId)
    return [
      {
        id: kind,
        label: text.makeKind(lineKindText[kind]),
        icon: lineIcon[kind],
        onAct: () => acts.change(line, fields),
      },
    ]
  })
}

function moveActs({ line, session, acts }: Of): MenuAct[] {
  const at = session.items.findIndex(({ item }) => item.id === line.itemId)
  const to = (live: LiveItem | undefined, id: string, icon: MenuAct['icon']): MenuAct[] =>
    live === undefined
      ? []
      : [
          {
            id,
            label: text.moveTo(live.number, live.item.title),
            icon,
            onAct: () => acts.change(line, { itemId: live.item.id }),
          },
        ]
  return [
    ...to(session.items[at - 1], 'before', ArrowUp),
    ...to(session.items[at + 1], 'after', ArrowDown),
    {
      id: 'elsewhere',
      label: text.moveElsewhere,
      icon: CornerDownRight,
      onAct: () => acts.edit({ line, typed: `# ${line.raw}`, caret: 1 }),
    },
  ]
}

function removal({ line, acts }: Of): MenuAct {
  return { id: 'remove', label: text.remove, icon: Trash2, danger: true, onAct: () => acts.remove(line) }
}
