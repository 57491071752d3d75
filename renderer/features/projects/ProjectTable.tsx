import { useContext, useMemo } from 'react'
import { ProjectStage } from '../../../electron/domain/projects/project.ts'
import { projectStageWords } from '../../../electron/domain/projects/project-words.ts'
import { bindActs } from '../../acts/act.ts'
import { useRowKeys } from '../../acts/use-acts.ts'
import { navigate } from '../../app/location.ts'
import { href } from '../../app/paths.ts'
import type { GridColumn } from '../../parts/grid/columns.ts'
import { Grid } from '../../parts/grid/Grid.tsx'
import { theOne } from '../../parts/grid/selection.ts'
import { useShownOne } from '../../parts/grid/use-shown-one.ts'
import { commonText } from '../../text/common.ts'
import { projectText as text } from '../../text/project.ts'
import { EditingOff } from '../../ui/editing.ts'
import { projectActs } from './board-acts.ts'
import { type Lane, type ListedProject, laneBeside, ownerOf } from './board-lanes.ts'
import { lastPassage, ProjectBadges, regulatoryWords } from './ProjectCard.tsx'

export function ProjectTable(props: {
  rows: readonly ListedProject[]
  /** By stage. */
  lanes: readonly Lane[]
  axes: ReadonlyMap<string, string>
  current: string | null
  onCurrent: (id: string) => void
  onMove: (row: ListedProject, lane: Lane) => void
  onInscribe: (row: ListedProject) => void
}) {
  const { axes, lanes } = props
  const off = useContext(EditingOff)
  useRowKeys(projectActs)
  const columns = useMemo(() => columnsOf(axes), [axes])
  const selected = useShownOne(props.current, (id) => {
    if (id !== null) props.onCurrent(id)
  })
  const row = props.rows.find(({ id }) => id === theOne(selected.selection))
  const acts =
    row === undefined
      ? []
      : Object.values(
          bindActs(
            projectActs,
            {
              move: (step) => {
                const lane = laneBeside(lanes, row.id, step)
                if (lane !== null) props.onMove(row, lane)
              },
              inscribe: () => props.onInscribe(row),
            },
            off,
          ),
        )
  return (
    <div className="scroll">
      <Grid
        list="projects"
        label={text.title}
        className="project-grid"
        columns={columns}
        rows={props.rows}
        {...selected}
        onOpen={(row) => navigate(href('projectSheet', {}, row.id))}
        clickOpens
        acts={acts}
        isVoid={(row) => row.stage === 'closed'}
      />
    </div>
  )
}

function columnsOf(axes: ReadonlyMap<string, string>): readonly GridColumn<ListedProject>[] {
  return [
    {
      id: 'title',
      label: text.columns.title,
      text: (row) => row.title,
      cell: (row) => (
        <span className="cut-two-lines strong" title={row.title}>
          {row.title}
        </span>
      ),
      rowHeader: true,
    },
    {
      id: 'owner',
      label: text.columns.owner,
      className: 'project-owner',
      text: (row) => ownerOf(row) || commonText.none,
    },
    {
      id: 'stage',
      label: text.columns.stage,
      text: (row) => projectStageWords[row.stage],
      rank: (row) => ProjectStage.options.indexOf(row.stage),
      className: 'nowrap project-stage',
    },
    {
      id: 'axis',
      label: text.columns.axis,
      className: 'project-axis',
      text: ({ axisId }) => (axisId === null ? null : axes.get(axisId)) ?? commonText.none,
    },
    {
      id: 'regulatory',
      label: text.columns.regulatory,
      text: (row) => (row.isRegulatory ? regulatoryWords(row) : commonText.none),
      className: 'hide-narrow project-rules',
    },
    {
      id: 'hearings',
      label: text.columns.hearings,
      className: 'project-hearings',
      text: lastPassage,
      rank: (row) => row.lastHeard?.meetingDate ?? null,
      cell: (row) => (
        <>
          <div>{lastPassage(row)}</div>
          <ProjectBadges row={row} />
        </>
      ),
    },
  ]
}
