import type { AttendanceStatus } from '../../../electron/domain/attendance/attendance.ts'
import { fullName } from '../../../electron/domain/people/full-name.ts'
import { attendanceStatusText } from '../../text/attendance.ts'
import { importMinutesText } from '../../text/imports-minutes.ts'
import { Button } from '../../ui/Button.tsx'
import { type Choice, Select } from '../../ui/Select.tsx'
import { TextField } from '../../ui/TextField.tsx'
import { entryOf, type ParticipantRow, participantDoubt } from './minutes-rows.ts'
import { NewPeople } from './NewPeople.tsx'
import { asWords, type GridRow, RowGrid } from './RowGrid.tsx'
import type { SectionProps } from './use-minutes-review.ts'

const text = importMinutesText
const NOT_SAID = 'none'
const WRITTEN = 'written'
const statuses: readonly Choice<AttendanceStatus | typeof NOT_SAID>[] = [
  { value: NOT_SAID, label: text.notSaid },
  ...(['present', 'surPlace', 'visio', 'audio', 'excuse', 'absent', 'represente'] as const).map((value) => ({
    value,
    label: attendanceStatusText[value],
  })),
]

export function ParticipantsSection({ review, chosen, onChoose, onlyDoubtful }: SectionProps) {
  const { rows, matches, act } = review
  if (rows.participants.length === 0) return <p className="import-none mute">{text.none.participants}</p>
  const shown = review
    .ordered('participants')
    .filter(
      (row) =>
        !onlyDoubtful || participantDoubt(row, matches?.participants[row.key]) !== null || row.key === chosen,
    )
  return (
    <>
      <RowGrid
        list="imports.participants"
        label={text.section.participants}
        className="import-people"
        columns={[text.columns.name, text.columns.organisation, text.columns.status, text.columns.directory]}
        rows={shown.map((row) => gridRow(row, review))}
        chosen={chosen}
        onChoose={onChoose}
        onToggle={(key) => act({ type: 'toggle', list: 'participants', key })}
        onConfirm={(key) => act({ type: 'confirm', list: 'participants', key })}
        editor={(key) => <Editor row={rows.participants[key]} review={review} />}
      />
      {onlyDoubtful ? null : <NewPeople review={review} />}
    </>
  )
}

function gridRow(row: ParticipantRow, review: SectionProps['review']): GridRow {
  const { matches, people, rows, act } = review
  const { fields, key } = row
  const match = matches?.participants[key]
  const doubt = participantDoubt(row, match)
  const entry = people.get(entryOf(row.entry, match?.match) ?? '')
  const name = fullName(fields)
  const answers =
    doubt === 'name' ? (
      <>
        {(match?.match.candidates ?? []).slice(0, 4).map((id) => (
          <Button
            key={id}
            small
            onPress={() => act({ type: 'entry', list: 'participants', key, entry: { type: 'entry', id } })}
          >
            {text.itIs(people.get(id) ?? text.unknown)}
          </Button>
        ))}
        <Button
          small
          onPress={() => act({ type: 'entry', list: 'participants', key, entry: { type: 'written' } })}
        >
          {text.written}
        </Button>
      </>
    ) : doubt === 'mark' ? (
      <>
        <span>{text.markKept(statusWords(match?.listed?.status ?? null), statusWords(fields.status))}</span>
        <Button small onPress={() => act({ type: 'mark', key, replaces: true })}>
          {text.replaceMark}
        </Button>
        <Button small onPress={() => act({ type: 'mark', key, replaces: false })}>
          {text.keepMark}
        </Button>
      </>
    ) : null
  return {
    key,
    id: row.id,
    name: name === '' ? text.missing.participants : name,
    taken: row.taken,
    seen: row.seen,
    doubt: doubt === null ? null : doubt === 'empty' ? text.missing.participants : text.doubts[doubt],
    excerpt: row.source.excerpt,
    isConfirmable: doubt === 'reading' || doubt === 'like',
    answers,
    cells: [
      {
        words: name,
        content: (
          <span className="import-who">
            <span className="agenda-title">{name}</span>
            {fields.role === '' ? null : <span className="agenda-meta">{fields.role}</span>}
          </span>
        ),
      },
      asWords(fields.organisation === '' ? text.notSaid : fields.organisation),
      asWords(presenceWords(fields)),
      asWords(
        matches === undefined
          ? '…'
          : entry !== undefined
            ? entry
            : doubt === 'name'
              ? text.asked
              : rows.newPersons.has(key)
                ? text.toAdd
                : text.unknown,
      ),
    ],
  }
}

const statusWords = (status: ParticipantRow['fields']['status']) =>
  status === null ? text.notSaid : attendanceStatusText[status]

/** "Représentation par Mme Roy". */
function presenceWords({ status, representedBy }: ParticipantRow['fields']): string {
  return status === 'represente' && representedBy !== ''
    ? text.representedBy(representedBy)
    : statusWords(status)
}

function Editor({ row, review }: { row: ParticipantRow | undefined; review: SectionProps['review'] }) {
  if (row === undefined) return null
  const { act, matches, people } = review
  const { key, fields } = row
  const correct = (patch: Partial<ParticipantRow['fields']>) => act({ type: 'participant', key, patch })
  const match = matches?.participants[key]?.match
  const own = entryOf(row.entry, match)
  const candidates = [...new Set([...(match?.candidates ?? []), ...(own === null ? [] : [own])])]
  return (
    <div className="import-fields">
      <TextField
        label={text.fields.familyName}
        value={fields.familyName}
        onCommit={(familyName) => correct({ familyName })}
      />
      <TextField
        label={text.fields.givenName}
        value={fields.givenName}
        onCommit={(givenName) => correct({ givenName })}
      />
      <TextField
        label={text.fields.organisation}
        value={fields.organisation}
        onCommit={(organisation) => correct({ organisation })}
      />
      <TextField label={text.fields.role} value={fields.role} onCommit={(role) => correct({ role })} />
      <Select
        label={text.fields.status}
        value={fields.status ?? NOT_SAID}
        choices={statuses}
        onCommit={(value) => correct({ status: value === NOT_SAID ? null : value })}
      />
      {fields.status === 'represente' ? (
        <TextField
          label={text.fields.representedBy}
          value={fields.representedBy}
          onCommit={(representedBy) => correct({ representedBy })}
        />
      ) : null}
      {candidates.length === 0 ? null : (
        <Select
          label={text.fields.entry}
          value={own ?? WRITTEN}
          choices={[
            { value: WRITTEN, label: text.written },
            ...candidates.map((id) => ({ value: id, label: people.get(id) ?? text.unknown })),
          ]}
          onCommit={(value) =>
            act({
              type: 'entry',
              list: 'participants',
              key,
              entry: value === WRITTEN ? { type: 'written' } : { type: 'entry', id: value },
            })
          }
        />
      )}
    </div>
  )
}
