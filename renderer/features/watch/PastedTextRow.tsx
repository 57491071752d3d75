import { formatShortDate } from '../../../electron/domain/text/french.ts'
import type { PastedText } from '../../../electron/domain/watch/pasted-text.ts'
import { href } from '../../app/paths.ts'
import { watchStatusText, watchText } from '../../text/watch.ts'
import { watchPasteText as text } from '../../text/watch-paste.ts'
import { CheckBox } from '../../ui/Select.tsx'
import { DraftChoice } from './DraftChoice.tsx'
import type { PastedRow } from './pasted-choice.ts'

export function PastedTextRow(props: {
  row: PastedRow
  isTaken: boolean
  draft: PastedRow['drafts'][number] | null
  onTake: (isTaken: boolean) => void
  onDraft: (id: string | null) => void
}) {
  const { row } = props
  return (
    <li className="watch-pasted-text">
      {row.known === null ? (
        <CheckBox label={row.title} checked={props.isTaken} onCommit={props.onTake} />
      ) : (
        <p>
          {text.known} <a href={href('watch', {}, row.known.id)}>{row.known.title}</a>
          {`, ${watchStatusText[row.known.status].toLowerCase()}`}
        </p>
      )}
      <dl className="facts-list">
        {factsOf(row.text).map(([label, value]) => (
          <div key={label}>
            <dt>{label}</dt>
            <dd>{value}</dd>
          </div>
        ))}
      </dl>
      {row.drafts.length === 0 || !props.isTaken ? null : (
        <DraftChoice drafts={row.drafts} chosen={props.draft?.id ?? null} onChoose={props.onDraft} />
      )}
    </li>
  )
}

/** The fields read, under their names; the title says nature, number and signature already. */
function factsOf(read: PastedText): [string, string][] {
  const { fields } = watchText
  const date = (value: string | null) => (value === null ? null : formatShortDate(value, true))
  const issue = read.joNumber === null ? null : text.issue(read.joNumber, read.joTextNumber)
  const facts: [string, string | null][] = [
    [fields.nor, read.nor],
    [text.fields.jorfText, read.jorfText],
    [text.fields.celex, read.celex],
    [text.fields.eli, read.eli],
    [fields.publishedOn, date(read.publishedOn)],
    [text.fields.issue, issue],
    [fields.ministry, read.ministry],
    [fields.sourceUrl, read.sourceUrl === read.eli ? null : read.sourceUrl],
  ]
  return facts.flatMap(([label, value]) => (value === null ? [] : [[label, value] as [string, string]]))
}
