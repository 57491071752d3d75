import Check from 'lucide-react/icons/check'
import CircleCheck from 'lucide-react/icons/circle-check'
import CircleDashed from 'lucide-react/icons/circle-dashed'
import CircleSlash from 'lucide-react/icons/circle-slash-2'
import TriangleAlert from 'lucide-react/icons/triangle-alert'
import { type Dispatch, memo } from 'react'
import type { DirectoryView } from '../../../electron/contract/directory.ts'
import { fullName } from '../../../electron/domain/people/full-name.ts'
import { commonText } from '../../text/common.ts'
import { directoryImportText as text } from '../../text/directory-import.ts'
import { Icon } from '../../ui/Icon.tsx'
import type { Judgement, ReviewAct, ReviewRow } from './draft-review.ts'
import { ListReviewDetail } from './ListReviewDetail.tsx'

export const ListReviewRow = memo(function ListReviewRow(props: {
  one: ReviewRow
  judgement: Judgement
  view: DirectoryView
  isChosen: boolean
  act: Dispatch<ReviewAct>
}) {
  const { one, judgement, view, isChosen, act } = props
  const { certainty, changes } = judgement
  const { row, key } = one
  const { person } = row
  const name = person.familyName === '' ? text.unnamed(row.line) : fullName(person)
  const known = view.persons.find(({ id }) => id === row.match?.personId)
  const isTaken = row.take !== 'skip'
  return (
    <tr
      data-line={key}
      tabIndex={isChosen ? 0 : -1}
      aria-selected={isTaken}
      className={`import-row directory-line ${isChosen ? 'on' : ''} ${isTaken ? '' : 'left'}`}
    >
      <td>
        <span className="check-box">
          <input
            type="checkbox"
            tabIndex={-1}
            aria-label={text.take(name)}
            checked={isTaken}
            disabled={person.familyName === ''}
            onChange={() => act({ type: 'toggle', key })}
          />
          <span className={isTaken ? 'check on' : 'check'} aria-hidden="true">
            {isTaken ? <Icon of={Check} size={15} /> : null}
          </span>
        </span>
      </td>
      <th scope="row">
        <span className="agenda-title">{name}</span>
        <span className="agenda-meta cut">{[person.jobTitle, person.email].filter(Boolean).join(', ')}</span>
      </th>
      <td className="small">
        <span className="cut-two-lines" title={row.organisation}>
          {row.organisation || row.acronym || commonText.none}
        </span>
        {row.warnings.includes('unknown-organisation') ? (
          <span className="agenda-meta">{text.newOrganisation}</span>
        ) : null}
      </td>
      <td className="small">
        {row.take === 'update' && known !== undefined
          ? text.decisions.update(fullName(known))
          : row.take === 'skip'
            ? text.decisions.skip
            : text.decisions.add}
      </td>
      <td>
        <Certainty certainty={certainty} />
      </td>
      <td className="small directory-changes">
        {changes.length === 0 ? (
          row.take === 'update' ? (
            text.noChange
          ) : (
            commonText.none
          )
        ) : (
          <ul>
            {changes.map(({ field, before, after }) => (
              <li key={field}>{text.change(text.fields[field], before, after)}</li>
            ))}
          </ul>
        )}
      </td>
      {isChosen ? (
        <td className="why" colSpan={6}>
          <ListReviewDetail one={one} certainty={certainty} view={view} act={act} />
        </td>
      ) : null}
    </tr>
  )
})

const looks = {
  sure: { icon: CircleCheck, className: 'confidence ok' },
  seen: { icon: CircleCheck, className: 'confidence ok' },
  likely: { icon: CircleDashed, className: 'confidence' },
  check: { icon: TriangleAlert, className: 'confidence warn strong' },
  left: { icon: CircleSlash, className: 'confidence mute' },
} as const

function Certainty({ certainty }: { certainty: keyof typeof looks }) {
  const { icon, className } = looks[certainty]
  return (
    <span className={className}>
      <Icon of={icon} size={16} />
      {text.certainties[certainty]}
    </span>
  )
}
