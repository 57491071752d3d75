import Check from 'lucide-react/icons/check'
import CircleOff from 'lucide-react/icons/circle-off'
import CirclePlay from 'lucide-react/icons/circle-play'
import Mail from 'lucide-react/icons/mail'
import Pencil from 'lucide-react/icons/pencil'
import RotateCcw from 'lucide-react/icons/rotate-ccw'
import UserRound from 'lucide-react/icons/user-round'
import type { ActionRow } from '../../../electron/contract/follow-up.ts'
import { isOpenAction } from '../../../electron/domain/minutes/action.ts'
import { followUpText as text } from '../../text/follow-up.ts'
import { Banner } from '../../ui/Banner.tsx'
import { Button } from '../../ui/Button.tsx'
import { Menu, type MenuAct } from '../../ui/Menu.tsx'
import { EditForm } from './EditForm.tsx'
import { PostponeForm } from './PostponeForm.tsx'
import { ReasonForm } from './ReasonForm.tsx'
import { ReassignForm } from './ReassignForm.tsx'
import type { ActionActs } from './use-action-acts.ts'
import { useReminders } from './use-reminders.ts'

/** The question that is open in the inspector. */
export type Asked = 'postpone' | 'drop' | 'reassign' | 'edit' | null

export function ActionActsPanel(props: {
  rows: readonly ActionRow[]
  acts: ActionActs
  asked: Asked
  onAsk: (asked: Asked) => void
}) {
  const { rows, acts, asked, onAsk } = props
  const reminders = useReminders()
  const open = rows.filter(({ action }) => isOpenAction(action))
  const giveUp = () => onAsk(null)
  const more: MenuAct[] = [
    ...(open.some(({ action }) => action.state !== 'inProgress')
      ? [
          {
            id: 'start',
            label: text.acts.start,
            icon: CirclePlay,
            onAct: () => acts.setState(open, 'inProgress'),
          },
        ]
      : []),
    { id: 'drop', label: text.acts.drop, icon: CircleOff, onAct: () => onAsk('drop') },
    { id: 'reassign', label: text.acts.reassign, icon: UserRound, onAct: () => onAsk('reassign') },
    ...(rows.length === 1
      ? [{ id: 'edit', label: text.acts.edit, icon: Pencil, keys: ['E'], onAct: () => onAsk('edit') }]
      : []),
  ]
  return (
    <section className="fu-acts" aria-label={text.acts.region}>
      {acts.failure === null ? null : <Banner tone="bad">{acts.failure}</Banner>}
      {asked === 'postpone' && open.length > 0 ? (
        <PostponeForm rows={open} acts={acts} onGiveUp={giveUp} />
      ) : asked === 'drop' && open.length > 0 ? (
        <ReasonForm
          label={text.form.whyDropped}
          act={text.form.drop}
          isPending={acts.isPending}
          onGiveUp={giveUp}
          onSend={(reason) => acts.setState(open, 'dropped', reason)}
        />
      ) : asked === 'reassign' ? (
        <ReassignForm rows={rows} acts={acts} onGiveUp={giveUp} />
      ) : asked === 'edit' && rows[0] !== undefined && rows.length === 1 ? (
        <EditForm row={rows[0]} acts={acts} onGiveUp={giveUp} />
      ) : open.length === 0 ? (
        <div className="row">
          <Button icon={RotateCcw} onPress={() => acts.setState(rows, 'todo')}>
            {text.acts.reopen}
          </Button>
          {rows.length === 1 && rows[0]?.action.state === 'done' ? (
            <Button icon={Pencil} onPress={() => onAsk('edit')}>
              {text.acts.edit}
            </Button>
          ) : null}
        </div>
      ) : (
        <div className="row wrap fu-buttons">
          <Button look="primary" icon={Check} onPress={() => acts.setState(open, 'done')}>
            {text.acts.done}
          </Button>
          <Button onPress={() => onAsk('postpone')}>{text.acts.postpone}</Button>
          <Button
            icon={Mail}
            label={rows.length === 1 ? text.remindOne : text.remindSome}
            busy={reminders.isPending ? text.reminding : undefined}
            onPress={() => reminders.prepare(open.map(({ action }) => action.id))}
          />
          <Menu acts={more} />
        </div>
      )}
    </section>
  )
}
