import ArchiveRestore from 'lucide-react/icons/archive-restore'
import FileText from 'lucide-react/icons/file-text'
import { useState } from 'react'
import { errorSentences } from '../../../../electron/contract/error-sentences.ts'
import { ErrorCode } from '../../../../electron/contract/errors.ts'
import type { OldFilesChoice } from '../../../../electron/contract/old-files.ts'
import type { OldFilesGroup } from '../../../../electron/domain/old-files/old-files.ts'
import { formatDate } from '../../../../electron/domain/text/french.ts'
import { civilDate } from '../../../../electron/domain/time/civil-date.ts'
import { useQuery } from '../../../api/use-query.ts'
import { href } from '../../../app/paths.ts'
import {
  oldFilesKindText,
  oldFilesNoteText,
  oldFilesReasonWords,
  oldFilesRoleText,
  oldFilesText as text,
} from '../../../text/old-files.ts'
import { Button } from '../../../ui/Button.tsx'
import { DateField } from '../../../ui/DateField.tsx'
import { Inspector } from '../../../ui/Inspector.tsx'
import { useKept } from '../../../ui/kept.ts'
import { NumberField } from '../../../ui/ParsedField.tsx'
import { CheckBox, Select } from '../../../ui/Select.tsx'
import { TextField } from '../../../ui/TextField.tsx'
import { NONE, seriesChoices } from '../../meetings/index.ts'
import { fileName } from './group-words.ts'
import { OldFilesBadge } from './OldFilesTable.tsx'
import { contestedOf, type Standing, StandingChoice } from './StandingChoice.tsx'

export function GroupInspector(props: {
  group: OldFilesGroup
  unavailable: string | undefined
  fileId: string | null
  onShow: (id: string) => void
  /** `done` once it is taken over. */
  onTake: (choice: OldFilesChoice, openActions: boolean, done: () => void) => void
  onDrop: () => void
  onClose: () => void
}) {
  const { group } = props
  const { items, participants, decisions, actions } = group.counts
  const title = group.date === null ? fileName(group.files[0]?.path ?? '') : formatDate(group.date)
  return (
    <Inspector title={title} onClose={props.onClose}>
      <div className="stack">
        <div className="row wrap">
          <OldFilesBadge state={group.state} />
          {group.state === 'refused' ? null : (
            <span className="mute">{text.counts(items, participants, decisions, actions)}</span>
          )}
        </div>
        {group.code === null ? null : <p>{errorSentences[ErrorCode.parse(group.code)]}</p>}
        {group.reasons.length === 0 ? null : (
          <Told
            title={text.toCheck}
            lines={group.reasons.map((reason) => oldFilesReasonWords(reason, group))}
          />
        )}
        {group.notes.length === 0 ? null : (
          <Told title={text.good} lines={group.notes.map((note) => oldFilesNoteText[note])} />
        )}
        <h3 className="h3">{text.filesOf}</h3>
        <ul className="old-files-files">
          {group.files.map((file) => (
            <li key={file.id}>
              {file.format === null ? (
                <span className="cut" title={file.path}>
                  {fileName(file.path)}
                </span>
              ) : (
                <Button
                  small
                  look="ghost"
                  icon={FileText}
                  pressed={props.fileId === file.id}
                  onPress={() => props.onShow(file.id)}
                >
                  {fileName(file.path)}
                </Button>
              )}
              <span className="mute text-15">
                {file.format === null
                  ? file.path
                  : `${oldFilesKindText[file.kind]}, ${oldFilesRoleText[file.role]} · ${file.path}`}
              </span>
            </li>
          ))}
        </ul>
        {group.meetingId === null ? null : (
          <p>
            <a href={href('agenda', { meetingId: group.meetingId })}>{text.openMeeting}</a>
          </p>
        )}
        {group.state === 'sure' || group.state === 'doubtful' ? <TakeForm {...props} /> : null}
        {group.state === 'taken' ? null : (
          <div className="row">
            <Button small unavailable={props.unavailable} onPress={props.onDrop}>
              {text.drop}
            </Button>
          </div>
        )}
      </div>
    </Inspector>
  )
}

function Told({ title, lines }: { title: string; lines: readonly string[] }) {
  return (
    <section>
      <h3 className="h3">{title}</h3>
      <ul className="old-files-told">
        {lines.map((line) => (
          <li key={line}>{line}</li>
        ))}
      </ul>
    </section>
  )
}

function TakeForm(props: {
  group: OldFilesGroup
  unavailable: string | undefined
  onTake: (choice: OldFilesChoice, openActions: boolean, done: () => void) => void
}) {
  const { group } = props
  const series = useQuery('series.list', {})
  const [read] = useState({
    date: group.date,
    number: group.number,
    title: group.title,
    seriesId: group.seriesId,
    openActions: false,
    stands: {} as Standing,
  })
  const [fields, setFields, forget] = useKept(`old-file:${group.id}`, read, (typed) => [typed.title])
  const change = (part: Partial<typeof read>) => setFields((before) => ({ ...before, ...part }))
  const { date, number, title, seriesId, openActions, stands } = fields
  const all = series.data ?? []
  const isPast = date !== null && date < civilDate(new Date())
  const { meetingId } = group
  const asked = contestedOf(group)
  const chosen = asked.flatMap(([sort]) => stands[sort] ?? [])
  const whyNot = chosen.length < asked.length ? text.standsNeeded : isPast ? undefined : text.dateNeeded
  return (
    <form className="stack" onSubmit={(event) => event.preventDefault()}>
      {meetingId === null ? null : (
        <Button
          look="primary"
          icon={ArchiveRestore}
          unavailable={props.unavailable}
          onPress={() => props.onTake({ id: group.id, joins: meetingId }, openActions, forget)}
        >
          {text.join}
        </Button>
      )}
      {asked.map(([sort, files]) => (
        <StandingChoice
          key={sort}
          sort={sort}
          files={files}
          chosen={stands[sort] ?? null}
          onChoose={(fileId) => change({ stands: { ...stands, [sort]: fileId } })}
        />
      ))}
      <DateField
        label={text.date}
        keptAs={`old-file:${group.id}:date`}
        value={date}
        onCommit={(next) => change({ date: next })}
      />
      <NumberField
        label={text.number}
        value={number}
        onCommit={(next) => change({ number: next })}
        min={1}
        max={999}
      />
      <TextField label={text.title} value={title} onCommit={(next) => change({ title: next })} prose />
      {all.length === 0 ? null : (
        <Select
          label={text.series}
          value={seriesId ?? NONE}
          choices={seriesChoices(all)}
          onCommit={(value) => change({ seriesId: value === NONE ? null : value })}
        />
      )}
      {group.counts.actions === 0 ? null : (
        <div>
          <CheckBox
            label={text.openActions}
            checked={openActions}
            onCommit={(next) => change({ openActions: next })}
          />
          <p className="mute text-15">{text.openActionsHint}</p>
        </div>
      )}
      <Button
        look={meetingId === null ? 'primary' : 'plain'}
        icon={ArchiveRestore}
        unavailable={props.unavailable ?? whyNot}
        onPress={() => {
          if (date !== null)
            props.onTake(
              {
                ...{ id: group.id, date, number, title, seriesId },
                ...(chosen.length === 0 ? {} : { stands: chosen }),
              },
              openActions,
              forget,
            )
        }}
      >
        {text.take}
      </Button>
    </form>
  )
}
