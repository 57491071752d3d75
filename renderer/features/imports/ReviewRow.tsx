import Check from 'lucide-react/icons/check'
import { type Dispatch, memo } from 'react'
import type { WrittenName } from '../../../electron/contract/imports.ts'
import { isAsked } from '../../../electron/domain/agenda/reimport.ts'
import { formatDuration } from '../../../electron/domain/text/french.ts'
import { natureMark } from '../../parts/natures.ts'
import { commonText } from '../../text/common.ts'
import { importsText } from '../../text/imports.ts'
import { Button } from '../../ui/Button.tsx'
import { Icon } from '../../ui/Icon.tsx'
import { LineEditor } from './LineEditor.tsx'
import { asksName, Changes, DurationChoice, NameChoice, SameSubject } from './RowChanges.tsx'
import { Certainty, Compared } from './RowStanding.tsx'
import type { ReviewAct } from './review.ts'
import { isDoubtful, type Line, type Policy, type Standing, type Target } from './review-line.ts'

type RowProps = {
  line: Line
  /** How it stands to the present agenda; undefined when there is none. */
  standing: Standing | undefined
  target: Target | undefined
  name: WrittenName | undefined
  /** The act on points that exist already. */
  all: Policy
  number: string | null
  isChosen: boolean
  isCorrecting: boolean
  isFirst: boolean
  onCorrect: (key: number | null) => void
  act: Dispatch<ReviewAct>
}

export const ReviewRow = memo(function ReviewRow(props: RowProps) {
  const { line, isChosen, act, standing, target } = props
  const { fields, key } = line
  const mark = natureMark(fields.kind, fields.nature)
  const at = fields.fixedStart === null ? null : importsText.at(fields.fixedStart)
  const asked = fields.requester === null ? null : importsText.requestedBy(fields.requester)
  const beside = [at, fields.presenter, fields.organisation, asked].filter((words) => words).join(', ')
  const toCheck = isDoubtful(line, target)
  const title = fields.title || importsText.untitled
  const named = asksName(line, props.name, target) ? props.name : undefined
  const isOpen =
    isChosen ||
    standing?.type === 'changed' ||
    named !== undefined ||
    (line.taken && (line.range !== null || (target !== undefined && isAsked(target.likeness))))
  return (
    <tr
      data-line={key}
      tabIndex={isChosen ? 0 : -1}
      aria-selected={line.taken}
      className={`import-row level-${line.depth} ${isChosen ? 'on' : ''} ${line.taken ? '' : 'left'}`}
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
      <td className="agenda-no">{props.number}</td>
      <td
        className="import-title"
        title={importsText.readSurely(line.source.excerpt, line.source.confidence)}
      >
        <span className="agenda-title">{title}</span>
        {beside === '' ? null : <span className="agenda-meta">{beside}</span>}
      </td>
      <td className="numeric nowrap">
        {fields.durationMinutes === null ? commonText.none : formatDuration(fields.durationMinutes)}
      </td>
      <td className="nature">
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
        <Certainty line={line} isDoubtful={toCheck} />
      </td>
      {standing === undefined ? null : (
        <td>
          <Compared line={line} standing={standing} />
        </td>
      )}
      {isOpen ? (
        <td className="why" colSpan={7}>
          {standing === undefined ? null : <Changes line={line} act={act} standing={standing} />}
          {line.taken ? <DurationChoice line={line} act={act} /> : null}
          {target === undefined || !line.taken ? null : (
            <SameSubject line={line} act={act} target={target} all={props.all} />
          )}
          {named ? <NameChoice line={line} act={act} name={named} /> : null}
          {isChosen && !props.isCorrecting ? <RowActs {...props} toCheck={toCheck} /> : null}
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

function RowActs({ line, act, toCheck, isFirst, onCorrect }: RowProps & { toCheck: boolean }) {
  const { key, source, fields } = line
  return (
    <div className="row wrap">
      <span className="mute">{importsText.readSurely(source.excerpt, source.confidence)}</span>
      {toCheck && fields.title.trim() !== '' ? (
        <Button small onPress={() => act({ type: 'confirm', key })}>
          {importsText.right}
        </Button>
      ) : null}
      <Button small onPress={() => onCorrect(key)}>
        {importsText.correct}
      </Button>
      {isFirst ? null : (
        <Button small onPress={() => act({ type: 'mergeUp', key })}>
          {importsText.mergeUp}
        </Button>
      )}
    </div>
  )
}
