import { useContext } from 'react'
import type { ActionRow } from '../../../electron/contract/follow-up.ts'
import { isOpenAction } from '../../../electron/domain/minutes/action.ts'
import { ActButton } from '../../acts/ActButton.tsx'
import { ActMenu } from '../../acts/ActMenu.tsx'
import { bindActs } from '../../acts/act.ts'
import { useQuery } from '../../api/use-query.ts'
import type { Selection } from '../../parts/grid/selection.ts'
import { HistoryLink } from '../../parts/HistoryLink.tsx'
import { commonText } from '../../text/common.ts'
import { followUpText as text } from '../../text/follow-up.ts'
import { Banner, ErrorBanner, sayGivenUp } from '../../ui/Banner.tsx'
import { Button } from '../../ui/Button.tsx'
import { DateField } from '../../ui/DateField.tsx'
import { EditingOff } from '../../ui/editing.ts'
import { Inspector } from '../../ui/Inspector.tsx'
import { useKept } from '../../ui/kept.ts'
import { TextField } from '../../ui/TextField.tsx'
import { ActionFacts } from './ActionFacts.tsx'
import { numberOf } from './action-row.tsx'
import { EditForm } from './EditForm.tsx'
import { type Asked, actionActs } from './follow-up-acts.ts'
import { ReasonForm } from './ReasonForm.tsx'
import { ReassignForm } from './ReassignForm.tsx'
import type { ActionActs } from './use-action-acts.ts'
import { useReminders } from './use-reminders.ts'

type Props = {
  selection: Selection
  rows: readonly ActionRow[]
  acts: ActionActs
  asked: Asked
  onAsk: (asked: Asked) => void
  onClose: () => void
}

export function ChosenActions(props: Props) {
  const { selection, rows } = props
  const [only] = selection.ids
  if (selection.ids.size === 1 && only !== undefined)
    return <OneAction key={only} id={only} known={rows.find(({ action }) => action.id === only)} {...props} />
  const chosen = rows.filter(({ action }) => selection.ids.has(action.id))
  return (
    <Inspector title={text.many(chosen.length)} onClose={props.onClose}>
      <p className="mute text-15">{text.manyHint}</p>
      <ActionActsPanel rows={chosen} acts={props.acts} asked={props.asked} onAsk={props.onAsk} />
      <ul className="register-many">
        {chosen.map((row) => (
          <li key={row.action.id}>
            <span className="ref">{numberOf(row)}</span>
            <span className="cut" title={row.action.text}>
              {row.action.text}
            </span>
          </li>
        ))}
      </ul>
    </Inspector>
  )
}

/** Shown from the list at once; its history follows, and what is on another page is read by itself. */
function OneAction({
  id,
  known,
  acts,
  asked,
  onAsk,
  onClose,
}: Props & { id: string; known: ActionRow | undefined }) {
  const detail = useQuery('followUp.action', { id }, { keepPrevious: true })
  const row = known ?? detail.data?.row
  return (
    <Inspector
      title={row === undefined ? text.action : numberOf(row)}
      acts={<HistoryLink of={id} />}
      onClose={onClose}
    >
      {detail.error === null ? null : (
        <ErrorBanner error={detail.error} onRetry={() => void detail.refetch()} />
      )}
      {row === undefined ? null : (
        <ActionFacts row={row} detail={detail.data}>
          <ActionActsPanel rows={[row]} acts={acts} asked={asked} onAsk={onAsk} />
        </ActionFacts>
      )}
    </Inspector>
  )
}

function ActionActsPanel(props: {
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
    <section className="register-acts" aria-label={text.acts.region}>
      {acts.failure === null ? null : <Banner tone="bad">{acts.failure}</Banner>}
      {asked === 'postpone' && open.length > 0 ? (
        <PostponeForm rows={open} acts={acts} onGiveUp={giveUp} />
      ) : asked === 'drop' && open.length > 0 ? (
        <ReasonForm
          of={rows.map(({ action }) => action.id).join()}
          label={text.form.whyDropped}
          act={text.form.drop}
          isPending={acts.isPending}
          onGiveUp={giveUp}
          onSend={(reason, forget) => acts.setState(open, 'dropped', reason, null, forget)}
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
        <div className="row wrap register-buttons">
          <ActButton act={own.done} look="primary" />
          <ActButton act={own.postpone} />
          <ActButton act={own.remind} iconOnly busy={reminders.isPending ? text.reminding : undefined} />
          <ActMenu acts={[own.start, own.drop, own.reassign, own.edit]} />
        </div>
      )}
    </section>
  )
}

function PostponeForm(props: { rows: readonly ActionRow[]; acts: ActionActs; onGiveUp: () => void }) {
  const { rows, acts } = props
  const [{ to, reason }, setTyped, forget] = useKept(
    `postpone:${rows.map(({ action }) => action.id).join()}`,
    { to: null as string | null, reason: '' },
    (typed) => [typed.reason],
  )
  const change = (part: { to: string | null } | { reason: string }) =>
    setTyped((before) => ({ ...before, ...part }))
  const [only] = rows
  const error =
    to === null || rows.length > 1 || only === undefined
      ? undefined
      : to === only.now.due
        ? text.form.sameDate
        : to < only.origin.date
          ? text.form.beforeMeeting
          : undefined
  const missing =
    to === null ? text.form.needsDate : (error ?? (reason.trim() === '' ? text.form.needsReason : undefined))
  return (
    <form
      className="register-form"
      onKeyDown={(event) => {
        if (event.key !== 'Escape' || event.defaultPrevented) return
        event.preventDefault()
        props.onGiveUp()
      }}
      onSubmit={(event) => {
        event.preventDefault()
        if (missing !== undefined || to === null) return
        acts.postpone(rows, to, reason.trim(), forget)
      }}
    >
      <DateField
        label={text.form.newDate}
        keptAs={`postpone:${rows.map(({ action }) => action.id).join()}:to`}
        value={to}
        onCommit={(day) => change({ to: day })}
        error={error}
        autoFocus
      />
      <TextField label={text.form.why} prose value={reason} onCommit={(words) => change({ reason: words })} />
      <div className="row">
        <Button
          type="submit"
          look="primary"
          unavailable={missing}
          busy={acts.isPending ? text.form.postpone : undefined}
        >
          {text.form.postpone}
        </Button>
        <Button
          onPress={() => {
            sayGivenUp(forget())
            props.onGiveUp()
          }}
        >
          {commonText.cancel}
        </Button>
      </div>
    </form>
  )
}
