import { type QueryClient, useQueryClient } from '@tanstack/react-query'
import Plus from 'lucide-react/icons/plus'
import Presentation from 'lucide-react/icons/presentation'
import ScrollText from 'lucide-react/icons/scroll-text'
import { Suspense, useEffect, useMemo, useState } from 'react'
import { alphabetical } from '../../../electron/domain/text/alphabetical.ts'
import { keyHints } from '../../acts/act.ts'
import { openActs } from '../../acts/list-acts.ts'
import { newId } from '../../api/new-id.ts'
import { useQuery } from '../../api/use-query.ts'
import { useWrite } from '../../api/use-write.ts'
import { navigate } from '../../app/location.ts'
import { href } from '../../app/paths.ts'
import { PlaceTabs } from '../../parts/PlaceTabs.tsx'
import { useUpcoming } from '../../parts/use-upcoming.ts'
import { sidebarText } from '../../text/place.ts'
import { projectText as text } from '../../text/project.ts'
import { ErrorBanner } from '../../ui/Banner.tsx'
import { Button } from '../../ui/Button.tsx'
import { EmptyState } from '../../ui/EmptyState.tsx'
import { FilterField } from '../../ui/FilterField.tsx'
import { FilterSelect } from '../../ui/FilterSelect.tsx'
import { Head } from '../../ui/Head.tsx'
import { part } from '../../ui/part.ts'
import { Segments } from '../../ui/Segments.tsx'
import { Skeleton } from '../../ui/Skeleton.tsx'
import { useStatusLine } from '../../ui/status.ts'
import { Board } from './Board.tsx'
import { boardActs, projectActs } from './board-acts.ts'
import {
  axisLanes,
  filtered,
  type Lane,
  type ListedProject,
  noFilter,
  ownerOf,
  type ProjectFilter,
  referenceName,
  stageLanes,
} from './board-lanes.ts'
import { ProjectTable } from './ProjectTable.tsx'
import { useMoves } from './use-moves.ts'

const InscribeDialog = part(() => import('./InscribeDialog.tsx').then((m) => m.InscribeDialog))

type View = keyof typeof text.views

const opens = { ...openActs.acts.open, short: text.keys.open.toLowerCase() }
const { left, right } = boardActs.acts
const { after, inscribe } = projectActs.acts
const listHints = keyHints([opens, after, inscribe])
const boardHints = keyHints([left, right, after, inscribe, opens])

const none: [] = []

const views = (Object.keys(text.views) as View[]).map((value) => ({ value, label: text.views[value] }))

type Look = { view: View; filter: ProjectFilter; current: string | null }

/** The last view, until the window closes: coming back from a sheet finds it again. */
const remembered = new WeakMap<QueryClient, Look>()
const firstLook: Look = { view: 'stages', filter: noFilter, current: null }

export function ProjectsPage({ focusId }: { focusId: string | null }) {
  const list = useQuery('projects.list', {})
  const references = useQuery('projectReferences.list', {})
  const client = useQueryClient()
  const [before] = useState(remembered.get(client) ?? firstLook)
  const [view, setView] = useState(before.view)
  const [filter, setFilter] = useState(before.filter)
  const [current, setCurrent] = useState(focusId ?? before.current)
  useEffect(() => {
    remembered.set(client, { view, filter, current })
  }, [client, view, filter, current])
  const [inscribing, setInscribing] = useState<ListedProject | null>(null)
  const add = useWrite('projects.add', {
    onSuccess: ({ id }) => navigate(href('projectSheet', {}, id)),
  })
  const { rows: all, move, error: moveError } = useMoves(list.data ?? none)
  const rows = useMemo(() => filtered(all, filter), [all, filter])
  const lanes = useMemo(
    () => (view === 'axes' ? axisLanes(rows, references.data ?? []) : stageLanes(rows)),
    [view, rows, references.data],
  )
  const axes = useMemo(
    () => new Map((references.data ?? []).map((reference) => [reference.id, referenceName(reference)])),
    [references.data],
  )
  const axisOf = ({ axisId }: ListedProject) => (axisId === null ? null : (axes.get(axisId) ?? null))
  const narrow = (change: Partial<ProjectFilter>) => setFilter({ ...filter, ...change })
  const addProject = (lane?: Lane) =>
    add.mutate({ id: newId(), fields: { ...lane?.patch, title: text.fresh } })
  const failure = list.error ?? add.error ?? moveError
  const said = text.facts(all.length, all.filter((row) => row.isRegulatory).length)
  useStatusLine(
    [rows.some(({ id }) => id === current) ? text.chosen(said) : said],
    view === 'list' ? listHints : boardHints,
  )
  return (
    <>
      <Head
        title={sidebarText.subjects}
        facts={<a href={href('projectReferences')}>{text.references}</a>}
        tabs={<PlaceTabs of="subjects" current="projects" />}
        acts={
          <>
            <Segments label={text.view} value={view} choices={views} onChange={setView} />
            <Button look="primary" icon={Plus} onPress={() => addProject()}>
              {text.add}
            </Button>
          </>
        }
      />
      <section className="pane grow projects" aria-label={text.title}>
        <div className="toolbar">
          <FilterField label={text.filter} value={filter.words} onChange={(words) => narrow({ words })} />
          <FilterSelect
            label={text.axis}
            all={text.all}
            value={filter.axisId}
            choices={axisChoices(all, axes)}
            onChange={(axisId) => narrow({ axisId })}
          />
          <FilterSelect
            label={text.owner}
            all={text.all}
            value={filter.owner}
            choices={ownerChoices(all)}
            onChange={(owner) => narrow({ owner })}
          />
          <Button
            reads
            icon={ScrollText}
            pressed={filter.onlyRegulatory}
            onPress={() => narrow({ onlyRegulatory: !filter.onlyRegulatory })}
          >
            {text.regulatory}
          </Button>
          <Inscribed rows={all} />
        </div>
        {failure === null ? null : (
          <div className="pad">
            <ErrorBanner error={failure} onRetry={() => void list.refetch()} />
          </div>
        )}
        {list.data === undefined ? (
          list.error === null ? (
            <Skeleton lines={8} />
          ) : null
        ) : all.length === 0 ? (
          <EmptyState
            icon={Presentation}
            title={text.empty}
            act={<Button onPress={() => addProject()}>{text.add}</Button>}
          >
            {text.emptyHint}
          </EmptyState>
        ) : rows.length === 0 ? (
          <p className="pad mute" role="status">
            {text.noMatch}
          </p>
        ) : view === 'list' ? (
          <ProjectTable
            rows={rows}
            lanes={lanes}
            axes={axes}
            current={current}
            onCurrent={setCurrent}
            onMove={move}
            onInscribe={setInscribing}
          />
        ) : (
          <Board
            label={text.boardOf[view]}
            lanes={lanes}
            current={current}
            axisOf={view === 'axes' ? null : axisOf}
            onCurrent={setCurrent}
            onMove={move}
            onInscribe={setInscribing}
            onAdd={addProject}
          />
        )}
      </section>
      {inscribing === null ? null : (
        <Suspense>
          <InscribeDialog row={inscribing} onClose={() => setInscribing(null)} />
        </Suspense>
      )}
    </>
  )
}

/** How many projects the next meeting hears. */
function Inscribed({ rows }: { rows: readonly ListedProject[] }) {
  const [next] = useUpcoming()
  if (next === undefined) return null
  const many = rows.filter(({ coming }) => coming.some(({ meetingId }) => meetingId === next.id)).length
  return many === 0 ? null : <span className="mute end">{text.inscribed(many, next.words)}</span>
}

/** Only axes that a project has; '' for those without. */
function axisChoices(rows: readonly ListedProject[], names: ReadonlyMap<string, string>) {
  const used = new Set(rows.map(({ axisId }) => axisId ?? ''))
  const choices = [...names].filter(([id]) => used.has(id)).map(([value, label]) => ({ value, label }))
  return choices
}

function ownerChoices(rows: readonly ListedProject[]) {
  const owners = new Set(rows.map(ownerOf).filter((owner) => owner !== ''))
  return [...owners].sort(alphabetical).map((owner) => ({ value: owner, label: owner }))
}
