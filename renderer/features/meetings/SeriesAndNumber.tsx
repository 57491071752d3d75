import type { Meeting } from '../../../electron/domain/meetings/meeting.ts'
import { useQuery } from '../../api/use-query.ts'
import { useWrite } from '../../api/use-write.ts'
import { meetingText as text } from '../../text/meeting.ts'
import { ErrorBanner } from '../../ui/Banner.tsx'
import { NumberField } from '../../ui/ParsedField.tsx'
import { Select } from '../../ui/Select.tsx'
import { NONE, seriesChoices } from './series-choices.ts'

/** Not patched with the other fields: what is refused here would be sent again with each of them. */
export function SeriesAndNumber({ meeting }: { meeting: Meeting }) {
  const series = useQuery('series.list', {})
  const update = useWrite('meetings.update')
  const target = { id: meeting.id, version: meeting.version }
  const isTaken = update.error?.field === 'number'
  return (
    <>
      <Select
        label={text.series}
        help={text.seriesHelp}
        value={meeting.seriesId ?? NONE}
        choices={seriesChoices(series.data ?? [])}
        onCommit={(id) => update.mutate({ ...target, patch: { seriesId: id === NONE ? null : id } })}
      />
      <NumberField
        label={text.number}
        help={text.numberHelp}
        error={isTaken ? text.numberTaken : undefined}
        value={meeting.number}
        min={1}
        max={999}
        onCommit={(number) => update.mutate({ ...target, patch: { number } })}
      />
      {update.error === null || isTaken ? null : (
        <div className="whole">
          <ErrorBanner error={update.error} />
        </div>
      )}
    </>
  )
}
