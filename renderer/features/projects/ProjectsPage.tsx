// Projects page: the table of projects, with the chosen one edited beside it.
import Plus from 'lucide-react/icons/plus'
import Presentation from 'lucide-react/icons/presentation'
import { lazy, Suspense, useState } from 'react'
import { fold, foldedWords } from '../../../electron/domain/fold.ts'
import { newId } from '../../api/new-id.ts'
import { useQuery } from '../../api/use-query.ts'
import { useWrite } from '../../api/use-write.ts'
import { commonText } from '../../text/common.ts'
import { shortcutsText } from '../../text/frame.ts'
import { meetingText } from '../../text/meeting.ts'
import { projectStageText, projectText as text } from '../../text/project.ts'
import { ErrorBanner } from '../../ui/Banner.tsx'
import { Button } from '../../ui/Button.tsx'
import { EmptyState } from '../../ui/EmptyState.tsx'
import { FilterField } from '../../ui/FilterField.tsx'
import { Head } from '../../ui/Head.tsx'
import { Inspector } from '../../ui/Inspector.tsx'
import { Skeleton } from '../../ui/Skeleton.tsx'
import { useStatusLine } from '../../ui/status.ts'
import { Table, type TableColumn } from '../../ui/Table.tsx'
import { SaveDocument } from '../documents/SaveDocument.tsx'
import { hearingWords, latestHearing } from './Hearings.tsx'
import { ProjectInspector, type ProjectRow } from './ProjectInspector.tsx'

const DocumentPreview = lazy(() =>
  import('../documents/DocumentPreview.tsx').then((module) => ({ default: module.DocumentPreview })),
)

const columns: readonly TableColumn<ProjectRow>[] = [
  {
    id: 'title',
    label: text.columns.title,
    cell: (row) => (
      <span className="cut2" title={row.title}>
        {row.title}
      </span>
    ),
    rowHeader: true,
  },
  {
    id: 'owner',
    label: text.columns.owner,
    cell: (row) => row.organisation || row.projectOwner || commonText.none,
  },
  { id: 'stage', label: text.columns.stage, cell: (row) => projectStageText[row.stage], className: 'nowrap' },
  {
    id: 'regulatory',
    label: text.columns.regulatory,
    cell: (row) => (row.regulatorySide.trim() === '' ? commonText.none : text.yes),
    className: 'hide-narrow',
  },
  {
    id: 'hearings',
    label: text.columns.hearings,
    cell: (row) => {
      const latest = latestHearing(row.hearings)
      return latest === undefined ? text.never : hearingWords(latest)
    },
    className: 'nowrap',
  },
]

export function ProjectsPage({ focusId }: { focusId: string | null }) {
  const list = useQuery('projects.list', {})
  const [words, setWords] = useState('')
  const [chosen, setChosen] = useState(focusId)
  const [isReading, setIsReading] = useState(false)
  const add = useWrite('projects.add', {
    onSuccess: (added) => {
      setChosen(added.id)
      setIsReading(false)
    },
  })
  const all = list.data ?? []
  const rows = all.filter((row) => matches(row, words))
  const row = all.find((one) => one.id === chosen)
  // The fiche of the chosen project: choosing another shows that one's.
  const sheet = isReading && row !== undefined ? { kind: 'projectSheet' as const, projectId: row.id } : null
  useStatusLine(
    [text.facts(all.length, 0)],
    [
      { keys: ['↑', '↓'], label: meetingText.choose },
      { keys: [shortcutsText.keys.ctrl, 'F'], label: shortcutsText.filter },
    ],
  )
  const addProject = () => add.mutate({ id: newId(), fields: { title: text.fresh } })
  return (
    <>
      <Head
        title={text.title}
        facts={
          <span>{text.facts(all.length, all.filter((one) => one.regulatorySide.trim() !== '').length)}</span>
        }
        acts={
          sheet === null ? (
            <Button look="primary" icon={Plus} onPress={addProject}>
              {text.add}
            </Button>
          ) : (
            <SaveDocument key={sheet.projectId} subject={sheet} />
          )
        }
      />
      <div className={sheet === null ? 'cols' : 'cols previewing'}>
        <section className="pane grow" aria-label={text.title}>
          <div className="toolbar">
            <FilterField label={text.filter} value={words} onChange={setWords} />
          </div>
          <div className="scroll">
            {list.error !== null || add.error !== null ? (
              <div className="pad">
                <ErrorBanner error={list.error ?? add.error} onRetry={() => void list.refetch()} />
              </div>
            ) : null}
            {list.data === undefined ? (
              list.error === null ? (
                <Skeleton lines={8} />
              ) : null
            ) : all.length === 0 ? (
              <EmptyState
                icon={Presentation}
                title={text.empty}
                act={<Button onPress={addProject}>{text.add}</Button>}
              >
                {text.emptyHint}
              </EmptyState>
            ) : rows.length === 0 ? (
              <p className="pad mute">{text.noMatch}</p>
            ) : (
              <Table
                label={text.title}
                columns={columns}
                rows={rows}
                chosen={chosen}
                onChoose={setChosen}
                isVoid={(one) => one.stage === 'closed'}
                textOf={(one) => one.title}
              />
            )}
          </div>
        </section>
        {row === undefined ? null : sheet === null ? (
          <ProjectInspector
            key={row.id}
            row={row}
            onOpenSheet={() => setIsReading(true)}
            onClose={() => setChosen(null)}
          />
        ) : (
          <Inspector title={text.sheet} onClose={() => setIsReading(false)}>
            <Suspense fallback={<Skeleton lines={8} />}>
              <DocumentPreview key={row.id} subject={sheet} />
            </Suspense>
          </Inspector>
        )}
      </div>
    </>
  )
}

function matches(row: ProjectRow, words: string): boolean {
  const haystack = fold(`${row.title} ${row.projectOwner} ${row.organisation}`)
  return foldedWords(words).every((word) => haystack.includes(word))
}
