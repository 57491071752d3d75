import type { Dispatch } from 'react'
import type { DirectoryView } from '../../../electron/contract/directory.ts'
import { fullName } from '../../../electron/domain/people/full-name.ts'
import { shortName } from '../../../electron/domain/people/short-name.ts'
import { commonText } from '../../text/common.ts'
import { directoryImportText as text } from '../../text/directory-import.ts'
import { Button } from '../../ui/Button.tsx'
import { Segments } from '../../ui/Segments.tsx'
import { Select } from '../../ui/Select.tsx'
import type { Judgement, ReviewAct, ReviewRow } from './draft-review.ts'
import { organisationById } from './names.ts'

type Person = DirectoryView['persons'][number]

export function ListReviewDetail(props: {
  one: ReviewRow
  certainty: Judgement['certainty']
  view: DirectoryView
  act: Dispatch<ReviewAct>
}) {
  const { one, certainty, view, act } = props
  const { row, key } = one
  const candidates = [row.match?.personId, ...(row.match?.others ?? [])].flatMap(
    (id) => view.persons.find((person) => person.id === id) ?? [],
  )
  const sentences = warningsOf(one, candidates[0])
  if (row.warnings.includes('no-name')) return <p>{sentences.join(' ')}</p>
  return (
    <div className="directory-detail">
      {sentences.map((sentence) => (
        <p key={sentence}>{sentence}</p>
      ))}
      <div className="directory-choices">
        <Segments
          label={text.choices.label}
          value={row.take}
          choices={[
            { value: 'add', label: text.choices.add },
            ...(candidates.length === 0 ? [] : [{ value: 'update' as const, label: text.choices.update }]),
            { value: 'skip', label: text.choices.skip },
          ]}
          onChange={(take) => act({ type: 'take', key, take })}
        />
        {candidates.length < 2 || row.match === null ? null : (
          <Select
            label={text.candidate}
            value={row.match.personId}
            choices={candidates.map((person) => ({
              value: person.id,
              label: withOrganisation(person, view),
            }))}
            onCommit={(personId) => act({ type: 'match', key, personId })}
          />
        )}
        {certainty === 'check' && row.take !== 'skip' ? (
          <Button small onPress={() => act({ type: 'confirm', key })}>
            {text.right}
          </Button>
        ) : null}
      </div>
    </div>
  )
}

function warningsOf({ row }: ReviewRow, candidate: Person | undefined): string[] {
  return row.warnings.map((warning) => {
    switch (warning) {
      case 'bad-address':
        return text.warnings[warning](row.rawAddress)
      case 'unknown-organisation':
        return text.warnings[warning](row.organisation || row.acronym)
      case 'possible-match':
        return text.warnings[warning](candidate === undefined ? '' : fullName(candidate))
      default:
        return text.warnings[warning]
    }
  })
}

/** Two of one name are told apart by where they work. */
function withOrganisation(person: Person, view: DirectoryView): string {
  return `${fullName(person)}, ${shortName(organisationById(view, person.organisationId)) || commonText.none}`
}
