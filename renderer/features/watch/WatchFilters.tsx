import { DueSpan, everyText, type WatchFilter } from '../../../electron/contract/watch.ts'
import { WatchFollowUp, WatchStatus } from '../../../electron/domain/watch/watch.ts'
import { watchFollowUpWords, watchStatusWords } from '../../../electron/domain/watch/watch-words.ts'
import { useQuery } from '../../api/use-query.ts'
import { watchText } from '../../text/watch.ts'
import { Button } from '../../ui/Button.tsx'
import { FilterField } from '../../ui/FilterField.tsx'
import { FilterSelect } from '../../ui/FilterSelect.tsx'

const text = watchText.filters

const followUps = [
  { value: 'open', label: text.open },
  ...WatchFollowUp.options.map((value) => ({ value, label: watchFollowUpWords[value] })),
]
const statuses = WatchStatus.options.map((value) => ({ value, label: watchStatusWords[value] }))
const spans = DueSpan.options.map((value) => ({ value, label: text.spans[value] }))
const asChoices = (words: readonly string[] | undefined) =>
  (words ?? []).map((value) => ({ value, label: value }))

export function WatchFilters(props: {
  words: string
  filter: WatchFilter
  onWords: (words: string) => void
  onFilter: (filter: WatchFilter) => void
}) {
  const { words, filter } = props
  const { data: choices } = useQuery('watch.choices', {})
  const patch = (change: Partial<WatchFilter>) => props.onFilter({ ...filter, ...change })
  const isNarrowed = words !== '' || Object.values(filter).some((value) => value !== null)
  return (
    <div className="toolbar watch-filters">
      <FilterField label={watchText.filter} value={words} onChange={props.onWords} />
      <FilterSelect
        label={text.followUp}
        all={text.all}
        value={filter.followUp}
        choices={followUps}
        onChange={(value) => patch({ followUp: value === 'open' ? value : chosen(WatchFollowUp, value) })}
      />
      <FilterSelect
        label={text.status}
        all={text.all}
        value={filter.status}
        choices={statuses}
        onChange={(value) => patch({ status: chosen(WatchStatus, value) })}
      />
      <FilterSelect
        label={text.audience}
        all={text.all}
        value={filter.audience}
        choices={asChoices(choices?.audiences)}
        onChange={(audience) => patch({ audience })}
      />
      <FilterSelect
        label={text.ministry}
        all={text.all}
        value={filter.ministry}
        choices={asChoices(choices?.ministries)}
        onChange={(ministry) => patch({ ministry })}
      />
      <FilterSelect
        label={text.dueWithin}
        all={text.always}
        value={filter.dueWithin}
        choices={spans}
        onChange={(value) => patch({ dueWithin: chosen(DueSpan, value) })}
      />
      {isNarrowed ? (
        <Button
          look="ghost"
          onPress={() => {
            props.onWords('')
            props.onFilter(everyText)
          }}
        >
          {text.clear}
        </Button>
      ) : null}
    </div>
  )
}

function chosen<T extends string>({ options }: { options: readonly T[] }, value: string | null): T | null {
  return options.find((one) => one === value) ?? null
}
