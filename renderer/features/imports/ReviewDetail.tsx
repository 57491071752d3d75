import type { Dispatch } from 'react'
import { isAsked } from '../../../electron/domain/agenda/reimport.ts'
import { importsText } from '../../text/imports.ts'
import { Button } from '../../ui/Button.tsx'
import { asksName, Changes, DurationChoice, NameChoice, SameSubject } from './RowChanges.tsx'
import type { ReviewAct } from './review.ts'
import { isDoubtful, type Policy, type ReviewedLine } from './review-line.ts'

const nameAsked = ({ line, name, target }: ReviewedLine) => (asksName(line, name, target) ? name : undefined)

/** Of the chosen line, and of those that ask something. */
export function hasDetail(row: ReviewedLine, isChosen: boolean): boolean {
  const { line, standing, target } = row
  return (
    isChosen ||
    standing?.type === 'changed' ||
    nameAsked(row) !== undefined ||
    (line.taken && (line.range !== null || (target !== undefined && isAsked(target.likeness))))
  )
}

/** What changes, what is asked, and what can be done with the line. */
export function ReviewDetail(props: {
  row: ReviewedLine
  /** The act on points that exist already. */
  all: Policy
  hasActs: boolean
  isFirst: boolean
  onCorrect: (key: number | null) => void
  act: Dispatch<ReviewAct>
}) {
  const { row, act } = props
  const { line, standing, target } = row
  const name = nameAsked(row)
  return (
    <div className="why">
      {standing === undefined ? null : <Changes line={line} act={act} standing={standing} />}
      {line.taken ? <DurationChoice line={line} act={act} /> : null}
      {target === undefined || !line.taken ? null : (
        <SameSubject line={line} act={act} target={target} all={props.all} />
      )}
      {name ? <NameChoice line={line} act={act} name={name} /> : null}
      {props.hasActs ? <LineActs {...props} /> : null}
    </div>
  )
}

function LineActs({ row, act, isFirst, onCorrect }: Parameters<typeof ReviewDetail>[0]) {
  const { line, target } = row
  const { key, source, fields } = line
  return (
    <div className="row wrap">
      <span className="mute">{importsText.readSurely(source.excerpt, source.confidence)}</span>
      {isDoubtful(line, target) && fields.title.trim() !== '' ? (
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
