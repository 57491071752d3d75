import TriangleAlert from 'lucide-react/icons/triangle-alert'
import type { ActionFilter } from '../../../electron/contract/follow-up.ts'
import { ActionState } from '../../../electron/domain/minutes/action.ts'
import { FollowUpCheck } from '../../../electron/domain/minutes/follow-up.ts'
import { actionStateWords } from '../../../electron/domain/minutes/follow-up-words.ts'
import { useQuery } from '../../api/use-query.ts'
import { checkText, followUpText as text } from '../../text/follow-up.ts'
import { Button } from '../../ui/Button.tsx'
import { FilterField } from '../../ui/FilterField.tsx'
import { FilterSelect } from '../../ui/FilterSelect.tsx'
import {
  type ActionView,
  firstFilter,
  isNarrowed,
  meetingChoices,
  ownerChoicesOf,
  seriesChoices,
  statesOf,
} from './filters.ts'

export function ActionFilters(props: {
  view: ActionView
  filter: ActionFilter
  onFilter: (filter: ActionFilter) => void
}) {
  const { view, filter, onFilter } = props
  const { data: choices } = useQuery('followUp.choices', {})
  const words = text.filters
  const patch = (change: Partial<ActionFilter>) => onFilter({ ...filter, ...change })
  const series = seriesChoices(choices)
  return (
    <>
      <FilterField label={text.filter} value={filter.words} onChange={(typed) => patch({ words: typed })} />
      {view === 'checks' ? (
        <FilterSelect
          label={words.check}
          all={words.allChecks}
          value={filter.check === 'any' ? null : filter.check}
          choices={FollowUpCheck.options.map((check) => ({ value: check, label: checkText[check] }))}
          onChange={(value) => patch({ check: FollowUpCheck.options.find((one) => one === value) ?? 'any' })}
        />
      ) : (
        <FilterSelect
          label={words.state}
          all={words.allStates}
          value={filter.states.length === 1 ? (filter.states[0] ?? null) : null}
          choices={statesOf[view].map((state) => ({ value: state, label: actionStateWords[state] }))}
          onChange={(value) => {
            const state = ActionState.options.find((one) => one === value)
            patch({ states: state === undefined ? [...statesOf[view]] : [state] })
          }}
        />
      )}
      <FilterSelect
        label={words.owner}
        all={words.allOwners}
        value={filter.owner}
        choices={ownerChoicesOf(choices)}
        onChange={(owner) => patch({ owner })}
      />
      <FilterSelect
        label={words.organisation}
        all={words.allOrganisations}
        value={filter.organisation}
        choices={(choices?.organisations ?? []).map((name) => ({ value: name, label: name }))}
        onChange={(organisation) => patch({ organisation })}
      />
      <FilterSelect
        label={words.meeting}
        all={words.allMeetings}
        value={filter.meetingId}
        choices={meetingChoices(choices)}
        onChange={(meetingId) => patch({ meetingId })}
      />
      {series.length < 2 && filter.seriesId === null ? null : (
        <FilterSelect
          label={words.series}
          all={words.allSeries}
          value={filter.seriesId}
          choices={series}
          onChange={(seriesId) => patch({ seriesId })}
        />
      )}
      {view === 'closed' ? null : (
        <Button
          icon={TriangleAlert}
          pressed={filter.lateOnly}
          onPress={() => patch({ lateOnly: !filter.lateOnly })}
        >
          {words.late}
        </Button>
      )}
      {isNarrowed(filter, view) ? (
        <Button look="ghost" onPress={() => onFilter(firstFilter(view, false))}>
          {words.clear}
        </Button>
      ) : null}
    </>
  )
}
