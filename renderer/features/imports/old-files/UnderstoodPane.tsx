import CircleCheck from 'lucide-react/icons/circle-check'
import TriangleAlert from 'lucide-react/icons/triangle-alert'
import type { Draft } from '../../../../electron/domain/agenda/draft.ts'
import { formatTime } from '../../../../electron/domain/text/french.ts'
import type { GridColumn } from '../../../parts/grid/columns.ts'
import { Grid } from '../../../parts/grid/Grid.tsx'
import { chooseOne } from '../../../parts/grid/selection.ts'
import { titled } from '../../../text/common.ts'
import { understoodText as text } from '../../../text/old-files-understood.ts'
import { Icon } from '../../../ui/Icon.tsx'
import { Segments } from '../../../ui/Segments.tsx'
import { dateWords, type Part, type UnderstoodRow, type understoodRows } from './understood-rows.ts'

const parts = ['items', 'participants', 'decisions', 'actions'] as const satisfies Part[]

const numberColumn: GridColumn<UnderstoodRow> = {
  id: 'number',
  label: text.number,
  text: ({ number }) => number ?? '',
  className: 'nowrap',
}
const otherColumns: readonly GridColumn<UnderstoodRow>[] = [
  {
    id: 'words',
    label: text.words,
    rowHeader: true,
    text: ({ title, more }) => [titled(title), ...more].join(' · '),
    cell: ({ title, more, depth }) => (
      <span className="understood-words" data-depth={Math.min(depth, 3)}>
        <span>{titled(title)}</span>
        {more.length === 0 ? null : <span className="mute text-15">{more.join(' · ')}</span>}
      </span>
    ),
  },
  {
    id: 'reading',
    label: text.reading,
    className: 'nowrap',
    text: ({ isSure }) => (isSure ? text.sure : text.toCheck),
    cell: ({ isSure }) => (
      <span className={isSure ? 'confidence ok' : 'confidence warn strong'}>
        <Icon of={isSure ? CircleCheck : TriangleAlert} size={16} />
        {isSure ? text.sure : text.toCheck}
      </span>
    ),
  },
]

export function UnderstoodPane(props: {
  draft: Draft
  rows: ReturnType<typeof understoodRows>
  part: Part
  onPart: (part: Part) => void
  chosen: number | null
  onChoose: (key: number) => void
}) {
  const { part, rows } = props
  const shown = rows[part]
  const doubtful = parts.reduce((sum, one) => sum + rows[one].filter(({ isSure }) => !isSure).length, 0)
  const columns = shown.some(({ number }) => number !== null) ? [numberColumn, ...otherColumns] : otherColumns
  return (
    <section className="pane grow old-files-understood" aria-label={text.title}>
      <div className="pane-head">
        <h2 className="grow cut">{text.title}</h2>
        <span className="mute nowrap">{text.doubtful(doubtful)}</span>
      </div>
      <div className="scroll">
        <MeetingFacts draft={props.draft} />
        <div className="old-files-parts">
          <Segments
            label={text.parts}
            value={part}
            choices={parts.map((value) => ({ value, label: text[value], count: rows[value].length }))}
            onChange={props.onPart}
          />
        </div>
        {shown.length === 0 ? (
          <p className="mute pad">{text.none[part]}</p>
        ) : (
          <Grid
            key={part}
            list={`understood.${part}`}
            label={text[part]}
            columns={columns}
            rows={shown}
            isSingle
            selection={chooseOne(props.chosen === null ? null : `${part}-${props.chosen}`)}
            onSelect={({ at }) => props.onChoose(shown.findIndex((row) => row.id === at))}
          />
        )}
      </div>
    </section>
  )
}

/** The meeting in the file's own words: the words of its date decide most doubts. */
function MeetingFacts({ draft }: { draft: Draft }) {
  const { meeting, meetingSources } = draft
  const facts = [
    { field: 'date', words: meeting.date === null ? null : dateWords(meeting.date) },
    { field: 'number', words: meeting.number === null ? null : String(meeting.number) },
    { field: 'title', words: meeting.title },
    { field: 'startTime', words: meeting.startTime === null ? null : formatTime(meeting.startTime) },
    { field: 'endTime', words: meeting.endTime === null ? null : formatTime(meeting.endTime) },
    { field: 'place', words: meeting.place },
  ] as const
  // That the date or the number is not said is worth saying; of the rest only what there is.
  const told = facts.filter(({ field, words }) => words !== null || field === 'date' || field === 'number')
  return (
    <dl className="old-files-facts" aria-label={text.facts}>
      {told.map(({ field, words }) => {
        const excerpt = meetingSources[field]?.excerpt
        // One line of the file mostly says several of them: its words stand once, by the first.
        const isNew = told.find((one) => meetingSources[one.field]?.excerpt === excerpt)?.field === field
        return (
          <div key={field}>
            <dt>{text.meeting[field]}</dt>
            <dd>
              {words ?? text.notSaid}
              {excerpt === undefined || excerpt.trim() === words || !isNew ? null : (
                <span className="mute text-15">{text.readIn(excerpt.slice(0, 160))}</span>
              )}
            </dd>
          </div>
        )
      })}
    </dl>
  )
}
