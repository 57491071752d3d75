// Review row: one line as it will enter the agenda, how surely it was read, and what the file said when in doubt.
import Check from 'lucide-react/icons/check'
import CircleCheck from 'lucide-react/icons/circle-check'
import CircleSlash from 'lucide-react/icons/circle-slash-2'
import TriangleAlert from 'lucide-react/icons/triangle-alert'
import { type Dispatch, memo } from 'react'
import { toMinutes } from '../../../electron/domain/agenda.ts'
import { formatDuration } from '../../../electron/domain/french.ts'
import { clock } from '../../text/agenda.ts'
import { commonText } from '../../text/common.ts'
import { importsText } from '../../text/imports.ts'
import { Button } from '../../ui/Button.tsx'
import { Icon } from '../../ui/Icon.tsx'
import { natureMark } from '../agenda/natures.ts'
import { LineEditor } from './LineEditor.tsx'
import { isDoubtful, type Line, type ReviewAct } from './review.ts'

export const ReviewRow = memo(function ReviewRow(props: {
  line: Line
  number: string | null
  isChosen: boolean
  isCorrecting: boolean
  isFirst: boolean
  onCorrect: (key: number | null) => void
  act: Dispatch<ReviewAct>
}) {
  const { line, isChosen, act } = props
  const { fields, key } = line
  const mark = natureMark(fields.kind, fields.nature)
  const people = [fields.presenter, fields.organisation].filter((words) => words).join(', ')
  const title = fields.title || importsText.untitled
  return (
    <tr
      data-line={key}
      tabIndex={isChosen ? 0 : -1}
      aria-selected={line.taken}
      className={`im-row level-${line.depth} ${isChosen ? 'on' : ''} ${line.taken ? '' : 'left'}`}
    >
      <td>
        <span className="check-box">
          <input
            type="checkbox"
            tabIndex={-1}
            aria-label={importsText.take(title)}
            checked={line.taken}
            onChange={() => act({ type: 'toggle', key })}
          />
          <span className={line.taken ? 'check on' : 'check'} aria-hidden="true">
            {line.taken ? <Icon of={Check} size={15} /> : null}
          </span>
        </span>
      </td>
      <td className="ag-no">{props.number}</td>
      <td className="im-title">
        <span className="ag-title">{title}</span>
        {people === '' ? null : <span className="ag-meta">{people}</span>}
      </td>
      <td className="num nowrap">
        {fields.fixedStart === null ? commonText.none : clock(toMinutes(fields.fixedStart))}
      </td>
      <td className="num nowrap">
        {fields.durationMinutes === null ? commonText.none : formatDuration(fields.durationMinutes)}
      </td>
      <td className="nat">
        {mark === null ? (
          commonText.none
        ) : (
          <>
            <Icon of={mark.icon} size={16} />
            {mark.label}
          </>
        )}
      </td>
      <td>
        <Certainty line={line} />
      </td>
      {isChosen && !props.isCorrecting ? (
        <td className="why" colSpan={7}>
          {isDoubtful(line) ? <span>{importsText.readAs(line.source.excerpt)}</span> : null}
          {isDoubtful(line) && fields.title.trim() !== '' ? (
            <Button small onPress={() => act({ type: 'confirm', key })}>
              {importsText.right}
            </Button>
          ) : null}
          <Button small onPress={() => props.onCorrect(key)}>
            {importsText.correct}
          </Button>
          {props.isFirst ? null : (
            <Button small onPress={() => act({ type: 'mergeUp', key })}>
              {importsText.mergeUp}
            </Button>
          )}
        </td>
      ) : null}
      {props.isCorrecting ? (
        <td className="why" colSpan={7}>
          <LineEditor line={line} act={act} onDone={() => props.onCorrect(null)} />
        </td>
      ) : null}
    </tr>
  )
})

function Certainty({ line }: { line: Line }) {
  if (!line.taken) {
    return (
      <span className="conf mute">
        <Icon of={CircleSlash} size={16} />
        {importsText.left}
      </span>
    )
  }
  if (isDoubtful(line)) {
    return (
      <span className="conf warn strong">
        <Icon of={TriangleAlert} size={16} />
        {importsText.check}
      </span>
    )
  }
  return (
    <span className="conf ok">
      <Icon of={CircleCheck} size={16} />
      {line.seen ? importsText.seen : importsText.sure}
    </span>
  )
}
