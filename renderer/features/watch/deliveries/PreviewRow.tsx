import { formatShortDate } from '../../../../electron/domain/text/french.ts'
import type { PreviewRow as Row } from '../../../../electron/domain/watch/delivery.ts'
import { href } from '../../../app/paths.ts'
import { deliveryActText, deliveriesText as text, warningText } from '../../../text/deliveries.ts'
import { CheckBox } from '../../../ui/Select.tsx'
import { DraftChoice } from '../DraftChoice.tsx'

export function PreviewRow(props: {
  row: Row
  isTaken: boolean
  onTake: (isTaken: boolean) => void
  draft: string | null
  onDraft: (id: string | null) => void
  isDraftTaken: (id: string) => boolean
}) {
  const { row } = props
  const facts = [
    row.nor,
    row.publishedOn === null ? '' : formatShortDate(row.publishedOn, true),
    row.ministry,
    row.rubric.split(' > ')[1] ?? '',
  ].filter((words) => words !== '')
  return (
    <li className="watch-pasted-text">
      <CheckBox label={row.title} checked={props.isTaken} onCommit={props.onTake} />
      <div className="delivery-row-facts t-15">
        <p>
          <span className={row.act === 'new' ? 'badge info' : 'badge plum'}>{deliveryActText[row.act]}</span>{' '}
          <span className="mute">{facts.join(' · ')}</span>
        </p>
        {row.item === null ? null : (
          <p>
            {text.of} <a href={href('watch', {}, row.item.id)}>{row.item.title}</a>
          </p>
        )}
        {row.purpose === '' ? null : <p>{row.purpose}</p>}
        {row.warnings.length === 0 ? null : (
          <p className="watch-problem">{row.warnings.map((warning) => warningText[warning]).join(', ')}</p>
        )}
      </div>
      {row.drafts.length === 0 || !props.isTaken ? null : (
        <DraftChoice
          drafts={row.drafts}
          chosen={props.draft}
          onChoose={props.onDraft}
          isTaken={props.isDraftTaken}
        />
      )}
    </li>
  )
}
