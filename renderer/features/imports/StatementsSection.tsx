import { formatDateWithoutWeekday } from '../../../electron/domain/text/french.ts'
import { civilDate } from '../../../electron/domain/time/civil-date.ts'
import { importsText } from '../../text/imports.ts'
import { importMinutesText } from '../../text/imports-minutes.ts'
import { Button } from '../../ui/Button.tsx'
import { DateField } from '../../ui/DateField.tsx'
import { Select } from '../../ui/Select.tsx'
import { TextArea, TextField } from '../../ui/TextField.tsx'
import { useFilePlace } from './file-states.ts'
import { datesMeant } from './meeting-form.ts'
import { ownerShown, type PlaceChoice, type StatementRow, statementDoubt } from './minutes-rows.ts'
import { asWords, type GridRow, RowGrid } from './RowGrid.tsx'
import type { MinutesReview, SectionProps } from './use-minutes-review.ts'

const text = importMinutesText
const NO_PLACE = 'none'
const WRITTEN = 'written'

export function StatementsSection(props: SectionProps & { list: 'decisions' | 'actions' }) {
  const { review, list, chosen, onChoose, onlyDoubtful } = props
  const { rows, act } = review
  if (rows[list].length === 0) return <p className="import-none mute">{text.none[list]}</p>
  const shown = review
    .ordered(list)
    .filter((row) => !onlyDoubtful || doubtOf(row, review) !== null || row.key === chosen)
  const columns =
    list === 'decisions'
      ? [text.columns.text, text.columns.place]
      : [text.columns.text, text.columns.place, text.columns.owner, text.columns.due]
  return (
    <RowGrid
      list={`imports.${list}`}
      label={text.section[list]}
      className={list === 'decisions' ? 'import-decisions' : 'import-actions'}
      columns={columns}
      rows={shown.map((row) => gridRow(row, list, review))}
      chosen={chosen}
      onChoose={onChoose}
      onToggle={(key) => act({ type: 'toggle', list, key })}
      onConfirm={(key) => act({ type: 'confirm', list, key })}
      editor={(key) => <Editor row={rows[list][key]} list={list} review={review} />}
    />
  )
}

function doubtOf(row: StatementRow, { matches, lines }: MinutesReview) {
  return statementDoubt(row, row.kind === 'action' ? matches?.owners[row.key] : undefined, lines.keys)
}

function gridRow(row: StatementRow, list: 'decisions' | 'actions', review: MinutesReview): GridRow {
  const { fields, key } = row
  const { matches, draft } = review
  const doubt = doubtOf(row, review)
  const isKnown = (list === 'decisions' ? matches?.knownDecisions : matches?.knownActions)?.[key] === true
  const who = ownerShown(row, draft.actions[key], matches?.owners[key])
  return {
    key,
    id: row.id,
    name: fields.text,
    taken: row.taken,
    seen: row.seen,
    doubt: doubt === null ? null : text.doubts[doubt],
    excerpt: row.source.excerpt,
    isConfirmable: doubt === 'reading' || doubt === 'place' || doubt === 'year',
    answers: <Answers row={row} doubt={doubt} review={review} />,
    cells: [
      {
        words: fields.text,
        content: (
          <span className="import-who">
            <span className="agenda-title">{fields.text}</span>
            {fields.number === null && !isKnown ? null : (
              <span className="agenda-meta">
                {[fields.number, isKnown ? text.known[row.kind] : null]
                  .filter((words) => words !== null)
                  .join(', ')}
              </span>
            )}
          </span>
        ),
      },
      {
        words: placeWords(fields.place, review),
        content: <Place words={placeWords(fields.place, review)} />,
      },
      ...(list === 'decisions'
        ? []
        : [
            asWords([who.owner, who.organisation].filter((words) => words !== '').join(', ') || text.notSaid),
            asWords(fields.dueDate === null ? text.notSaid : formatDateWithoutWeekday(fields.dueDate)),
          ]),
    ],
  }
}

function Answers(props: { row: StatementRow; doubt: ReturnType<typeof doubtOf>; review: MinutesReview }) {
  const { row, doubt, review } = props
  const { act, matches, people } = review
  const { key, partialDue, source } = row
  if (doubt === 'year' && partialDue !== null)
    return datesMeant(partialDue, source.excerpt, civilDate(new Date())).map((date) => (
      <Button
        key={date}
        small
        onPress={() => act({ type: 'statement', list: 'actions', key, patch: { dueDate: date } })}
      >
        {importsText.meeting.proposal(date)}
      </Button>
    ))
  if (doubt !== 'name') return null
  return (
    <>
      {(matches?.owners[key]?.person.candidates ?? []).slice(0, 4).map((id) => (
        <Button
          key={id}
          small
          onPress={() => act({ type: 'entry', list: 'actions', key, entry: { type: 'entry', id } })}
        >
          {text.itIs(people.get(id) ?? text.unknown)}
        </Button>
      ))}
      <Button small onPress={() => act({ type: 'entry', list: 'actions', key, entry: { type: 'written' } })}>
        {text.written}
      </Button>
    </>
  )
}

/** Two lines of a long title: the whole of it is in the list of places. */
function Place({ words }: { words: string }) {
  return (
    <span className="import-place" title={words}>
      {words}
    </span>
  )
}

function placeWords(place: PlaceChoice, { lines, agenda }: MinutesReview): string {
  if (place.type === 'item') return agenda.find(({ id }) => id === place.id)?.label ?? text.lostPlace
  if (place.type === 'none') return text.noPlace
  return lines.all.find(({ key }) => key === place.key)?.label ?? text.lostPlace
}

function Editor(props: {
  row: StatementRow | undefined
  list: 'decisions' | 'actions'
  review: MinutesReview
}) {
  const { row, list, review } = props
  const place = useFilePlace()
  if (row === undefined) return null
  const { act, lines, agenda, matches, draft } = review
  const { key, fields } = row
  const correct = (patch: Partial<StatementRow['fields']>) => act({ type: 'statement', list, key, patch })
  const who = ownerShown(row, draft.actions[key], matches?.owners[key])
  const places = [
    ...lines.all.map((line) => ({ value: `line ${line.key}`, label: line.label })),
    ...agenda.map((item) => ({ value: `item ${item.id}`, label: item.label })),
    { value: NO_PLACE, label: text.noPlace },
  ]
  const value =
    fields.place.type === 'line'
      ? `line ${fields.place.key}`
      : fields.place.type === 'item'
        ? `item ${fields.place.id}`
        : NO_PLACE
  const candidates = matches?.owners[key]?.person.candidates ?? []
  return (
    <>
      <TextArea
        label={text.fields.text}
        value={fields.text}
        rows={2}
        onCommit={(words) => correct({ text: words })}
      />
      <div className="import-fields">
        <Select
          label={text.fields.place}
          value={places.some((place) => place.value === value) ? value : NO_PLACE}
          choices={places}
          onCommit={(chosen) => correct({ place: placeOf(chosen) })}
        />
        {list === 'actions' ? (
          <>
            <TextField label={text.fields.owner} value={who.owner} onCommit={(owner) => correct({ owner })} />
            <TextField
              label={text.fields.organisation}
              value={who.organisation}
              onCommit={(organisation) => correct({ organisation })}
            />
            <DateField
              label={text.fields.dueDate}
              keptAs={`${place}:${list}:${key}:dueDate`}
              value={fields.dueDate}
              onCommit={(dueDate) => correct({ dueDate })}
            />
            {candidates.length === 0 ? null : (
              <Select
                label={text.fields.entry}
                value={who.ownerId ?? WRITTEN}
                choices={[
                  { value: WRITTEN, label: text.written },
                  ...candidates.map((id) => ({ value: id, label: review.people.get(id) ?? text.unknown })),
                ]}
                onCommit={(id) =>
                  act({
                    type: 'entry',
                    list: 'actions',
                    key,
                    entry: id === WRITTEN ? { type: 'written' } : { type: 'entry', id },
                  })
                }
              />
            )}
          </>
        ) : null}
        <TextField
          label={text.fields.number}
          value={fields.number ?? ''}
          maxLength={40}
          onCommit={(number) => correct({ number: number === '' ? null : number })}
        />
      </div>
    </>
  )
}

function placeOf(value: string): PlaceChoice {
  const [type, id = ''] = value.split(' ')
  if (type === 'line') return { type: 'line', key: Number(id) }
  return type === 'item' ? { type: 'item', id } : { type: 'none' }
}
