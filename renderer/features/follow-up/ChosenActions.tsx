import type { ActionRow } from '../../../electron/contract/follow-up.ts'
import { useQuery } from '../../api/use-query.ts'
import { followUpText as text } from '../../text/follow-up.ts'
import { ErrorBanner } from '../../ui/Banner.tsx'
import { Inspector } from '../../ui/Inspector.tsx'
import { ActionActsPanel } from './ActionActsPanel.tsx'
import { ActionFacts } from './ActionFacts.tsx'
import { numberOf } from './action-row.tsx'
import type { Asked } from './follow-up-acts.ts'
import type { Selection } from './selection.ts'
import type { ActionActs } from './use-action-acts.ts'

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
      <p className="mute t-15">{text.manyHint}</p>
      <ActionActsPanel rows={chosen} acts={props.acts} asked={props.asked} onAsk={props.onAsk} />
      <ul className="fu-many">
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
    <Inspector title={row === undefined ? text.action : numberOf(row)} onClose={onClose}>
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
