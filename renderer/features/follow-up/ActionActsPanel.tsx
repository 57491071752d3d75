import { useContext } from 'react'
import type { ActionRow } from '../../../electron/contract/follow-up.ts'
import { isOpenAction } from '../../../electron/domain/minutes/action.ts'
import { ActButton, ActMenu } from '../../acts/ActButton.tsx'
import { bindActs } from '../../acts/act.ts'
import { followUpText as text } from '../../text/follow-up.ts'
import { Banner } from '../../ui/Banner.tsx'
import { EditingOff } from '../../ui/editing.ts'
import { EditForm } from './EditForm.tsx'
import { type Asked, actionActs } from './follow-up-acts.ts'
import { PostponeForm } from './PostponeForm.tsx'
import { ReasonForm } from './ReasonForm.tsx'
import { ReassignForm } from './ReassignForm.tsx'
import type { ActionActs } from './use-action-acts.ts'
import { useReminders } from './use-reminders.ts'

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
  const own = bindActs(actionActs, { rows, acts, reminders, ask: onAsk }, useContext(EditingOff))
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
          <ActButton act={own.reopen} />
          {rows[0]?.action.state === 'done' ? <ActButton act={own.edit} /> : null}
        </div>
      ) : (
        <div className="row wrap fu-buttons">
          <ActButton act={own.done} look="primary" />
          <ActButton act={own.postpone} />
          <ActButton act={own.remind} iconOnly busy={reminders.isPending ? text.reminding : undefined} />
          <ActMenu acts={[own.start, own.drop, own.reassign, own.edit]} />
        </div>
      )}
    </section>
  )
}
