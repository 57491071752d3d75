import ArrowDown from 'lucide-react/icons/arrow-down'
import ArrowUp from 'lucide-react/icons/arrow-up'
import Pencil from 'lucide-react/icons/pencil'
import Plus from 'lucide-react/icons/plus'
import Trash2 from 'lucide-react/icons/trash-2'
import { useState } from 'react'
import type { Output } from '../../../../electron/contract/index.ts'
import { ReferenceKind } from '../../../../electron/domain/projects/project-reference.ts'
import { civilDate } from '../../../../electron/domain/time/civil-date.ts'
import { newId } from '../../../api/new-id.ts'
import { showUndoToast } from '../../../api/toasts.ts'
import { usePatch } from '../../../api/use-patch.ts'
import { useQuery } from '../../../api/use-query.ts'
import { useWrite } from '../../../api/use-write.ts'
import { href } from '../../../app/paths.ts'
import { commonText } from '../../../text/common.ts'
import { referenceKindText } from '../../../text/project.ts'
import { projectReferencesText as text } from '../../../text/project-references.ts'
import { ErrorBanner } from '../../../ui/Banner.tsx'
import { Button } from '../../../ui/Button.tsx'
import { Head } from '../../../ui/Head.tsx'
import { Skeleton } from '../../../ui/Skeleton.tsx'
import { useStatusLine } from '../../../ui/status.ts'
import { TextArea, TextField } from '../../../ui/TextField.tsx'
import { referenceName } from '../board-lanes.ts'

type Row = Output<'projectReferences.list'>[number]

export function ReferencesPage() {
  const list = useQuery('projectReferences.list', {})
  useStatusLine([])
  return (
    <>
      <Head
        title={text.title}
        facts={
          <>
            <a href={href('projects')}>{text.back}</a>
            <span>{text.facts}</span>
          </>
        }
      />
      <section className="pane grow" aria-label={text.title}>
        <div className="scroll">
          <div className="project-sheet">
            {list.error === null ? null : (
              <ErrorBanner error={list.error} onRetry={() => void list.refetch()} />
            )}
            {list.data === undefined ? (
              list.error === null ? (
                <Skeleton lines={8} />
              ) : null
            ) : (
              ReferenceKind.options.map((kind) => (
                <KindSection key={kind} kind={kind} rows={list.data.filter((row) => row.kind === kind)} />
              ))
            )}
          </div>
        </div>
      </section>
    </>
  )
}

function KindSection({ kind, rows }: { kind: ReferenceKind; rows: readonly Row[] }) {
  const [opened, setOpened] = useState<string | null>(null)
  const add = useWrite('projectReferences.add', { onSuccess: (_, { id }) => setOpened(id) })
  return (
    <section className="stack" aria-label={text.kinds[kind]}>
      <h2 className="h2">{text.kinds[kind]}</h2>
      {add.error === null ? null : <ErrorBanner error={add.error} />}
      {rows.length === 0 ? <p className="mute text-15">{text.none}</p> : null}
      <ol className="list">
        {rows.map((row, index) => (
          <ReferenceLine
            key={row.id}
            row={row}
            index={index}
            isLast={index === rows.length - 1}
            isOpen={opened === row.id}
            onToggle={() => setOpened(opened === row.id ? null : row.id)}
          />
        ))}
      </ol>
      <div className="row">
        <Button
          small
          icon={Plus}
          onPress={() =>
            add.mutate({ id: newId(), kind, fields: { number: '', title: referenceKindText[kind].fresh } })
          }
        >
          {text.add[kind]}
        </Button>
      </div>
    </section>
  )
}

function ReferenceLine(props: {
  row: Row
  index: number
  isLast: boolean
  isOpen: boolean
  onToggle: () => void
}) {
  const { row: stored, index, isOpen, onToggle } = props
  const target = { id: stored.id, version: stored.version }
  const { patch, error, retry, giveUp, row } = usePatch(
    'projectReferences.update',
    target,
    stored,
    (rows) => rows.find(({ id }) => id === stored.id)?.version,
  )
  const move = useWrite('projectReferences.move')
  const remove = useWrite('projectReferences.remove', {
    onSuccess: () => showUndoToast(text.removed),
  })
  const failure = error ?? move.error ?? remove.error
  const name = referenceName(row)
  return (
    <li className="text-line">
      <div className="grow">
        <b>{row.title.trim() === '' ? name : text.named(row.number, row.title)}</b>
        {row.archivedOn === null ? null : <span className="mute">{` (${text.archived})`}</span>}
        {row.wording === '' ? null : <div className="mute small">{row.wording}</div>}
      </div>
      {row.projects === 0 ? null : <span className="mute nowrap">{text.projects(row.projects)}</span>}
      <Button
        writes
        small
        look="ghost"
        icon={ArrowUp}
        steps
        label={text.up(name)}
        unavailable={index === 0 ? text.first : undefined}
        onPress={() => move.mutate({ ...target, index: index - 1 })}
      />
      <Button
        writes
        small
        look="ghost"
        icon={ArrowDown}
        steps
        label={text.down(name)}
        unavailable={props.isLast ? text.last : undefined}
        onPress={() => move.mutate({ ...target, index: index + 1 })}
      />
      <Button
        small
        look="ghost"
        icon={Pencil}
        label={isOpen ? commonText.close : text.edit(name)}
        expanded={isOpen}
        onPress={onToggle}
      />
      {failure === null && !isOpen ? null : (
        <div className="text-line-edit">
          {failure === null ? null : (
            <ErrorBanner error={failure} onRetry={error === null ? undefined : retry} onGiveUp={giveUp} />
          )}
          {isOpen ? (
            <>
              <div className="project-pairs">
                <TextField
                  label={text.number}
                  value={row.number}
                  maxLength={20}
                  onCommit={(number) => {
                    if (number.trim() !== '' || row.title.trim() !== '') patch({ number: number.trim() })
                  }}
                />
                <TextField
                  label={text.name}
                  prose
                  value={row.title}
                  onCommit={(title) => {
                    if (title.trim() !== '' || row.number.trim() !== '') patch({ title: title.trim() })
                  }}
                />
              </div>
              <TextArea
                label={text.wording}
                rows={2}
                value={row.wording}
                onCommit={(wording) => patch({ wording })}
              />
              <div className="row wrap">
                <Button
                  small
                  onPress={() =>
                    patch({ archivedOn: row.archivedOn === null ? civilDate(new Date()) : null })
                  }
                >
                  {row.archivedOn === null ? text.archive : text.unarchive}
                </Button>
                {row.projects > 0 ? (
                  <span className="mute small">{text.inUse}</span>
                ) : (
                  <Button small look="danger" icon={Trash2} onPress={() => remove.mutate(target)}>
                    {text.remove}
                  </Button>
                )}
                <Button small onPress={onToggle}>
                  {commonText.close}
                </Button>
              </div>
            </>
          ) : null}
        </div>
      )}
    </li>
  )
}
