import { formatDateWithoutWeekday as dayWords } from '../../../electron/domain/text/french.ts'
import type { ListRow } from '../../../electron/domain/watch/list.ts'
import { listColumns } from '../../../electron/domain/watch/list-layout.ts'
import type { ConsultationFields, DeadlineFields } from '../../../electron/domain/watch/text-life.ts'
import { watchNatureWords } from '../../../electron/domain/watch/watch-words.ts'
import { href } from '../../app/paths.ts'
import { lifeText, opinionText } from '../../text/text-life.ts'
import { listActText, listWarningText, watchListText as text } from '../../text/watch-list.ts'
import { CheckBox } from '../../ui/Select.tsx'
import { authorityName } from './life-stops.ts'

const heads = new Map<string, string>(listColumns.map(({ column, head }) => [column, head]))

export function ListPreviewRow(props: {
  row: ListRow
  isTaken: boolean
  onTake: (isTaken: boolean) => void
}) {
  const { row } = props
  const { act, deadlines, consultations, links } = row
  const facts = [text.line(row.line), row.nature === null ? '' : watchNatureWords[row.nature], row.nor]
  const other = row.item ?? row.draft
  return (
    <li className="watch-pasted-text">
      <CheckBox label={row.title} checked={props.isTaken} onCommit={props.onTake} />
      <div className="delivery-row-facts text-15">
        <p>
          <span className={act === 'new' ? 'badge info' : 'badge plum'}>{listActText[act]}</span>{' '}
          <span className="mute">{facts.filter((words) => words !== '').join(' · ')}</span>
        </p>
        {act === 'new' || row.changed.length === 0 ? null : (
          <p>{text.changes(row.changed.map((field) => heads.get(field) ?? ''))}</p>
        )}
        {row.moved.map(({ to, ...deadline }) => (
          <p key={JSON.stringify(deadline)}>
            {text.moved(
              deadlineWords(deadline),
              dayWords(to),
              deadline.date === null ? null : dayWords(deadline.date),
            )}
          </p>
        ))}
        {row.answered.map(({ from, to }) => (
          <p key={JSON.stringify(from)}>
            {text.answered(authorityName(from.authority, from.name), answerWords(from, to))}
          </p>
        ))}
        {deadlines + consultations + links === 0 ? null : <p>{text.adds(deadlines, consultations, links)}</p>}
        {row.draft === null ? null : <p className="watch-problem">{text.draft}</p>}
        {other === null ? null : (
          <p>
            {text.of} <a href={href('watch', {}, other.id)}>{other.title}</a>
          </p>
        )}
        {row.warnings.length === 0 ? null : (
          <p className="watch-problem">
            {row.warnings.map((warning) => listWarningText[warning]).join(', ')}
          </p>
        )}
      </div>
    </li>
  )
}

/** Whom it is for, from which threshold on, and what is due. */
const deadlineWords = ({ audience, threshold, label }: DeadlineFields) =>
  [audience, threshold, label].filter((words) => words !== '').join(', ')

/** For a consultation that was new, or was said otherwise. */
function answerWords(from: ConsultationFields, to: ConsultationFields): string[] {
  const heads = lifeText.consultations
  const isPublic = to.authority === 'public'
  const days = [
    ['askedOn', isPublic ? heads.opensOn : heads.askedOn],
    ['answeredOn', isPublic ? heads.closesOn : heads.answeredOn],
  ] as const
  const dated = days.flatMap(([field, head]) =>
    to[field] === null || to[field] === from[field]
      ? []
      : text.dayChanged(head, dayWords(to[field]), from[field] === null ? null : dayWords(from[field])),
  )
  const opinion =
    to.opinion === from.opinion
      ? []
      : text.wordsChanged(
          heads.opinion,
          opinionText[to.opinion],
          from.opinion === '' ? '' : opinionText[from.opinion],
        )
  const reference =
    to.reference === from.reference ? [] : text.wordsChanged(heads.reference, to.reference, from.reference)
  return [...dated, opinion, reference].flat()
}
