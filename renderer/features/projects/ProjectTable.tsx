import { href } from '../../app/paths.ts'
import { commonText } from '../../text/common.ts'
import { projectStageText, projectText as text } from '../../text/project.ts'
import { Table, type TableColumn } from '../../ui/Table.tsx'
import { isAtStake, ownerOf, type ProjectRow } from './board-lanes.ts'
import { lastPassage, ProjectBadges, regulatoryWords } from './ProjectCard.tsx'

export function ProjectTable(props: {
  rows: readonly ProjectRow[]
  axisOf: (row: ProjectRow) => string | null
  current: string | null
  onCurrent: (id: string) => void
}) {
  const columns: readonly TableColumn<ProjectRow>[] = [
    {
      id: 'title',
      label: text.columns.title,
      cell: (row) => (
        <a className="cut-two-lines" href={href('projectSheet', {}, row.id)} title={row.title}>
          {row.title}
        </a>
      ),
      rowHeader: true,
    },
    { id: 'owner', label: text.columns.owner, cell: (row) => ownerOf(row) || commonText.none },
    {
      id: 'stage',
      label: text.columns.stage,
      cell: (row) => projectStageText[row.stage],
      className: 'nowrap',
    },
    { id: 'axis', label: text.columns.axis, cell: (row) => props.axisOf(row) ?? commonText.none },
    {
      id: 'regulatory',
      label: text.columns.regulatory,
      cell: (row) => (isAtStake(row) ? regulatoryWords(row) : commonText.none),
      className: 'hide-narrow',
    },
    {
      id: 'hearings',
      label: text.columns.hearings,
      cell: (row) => (
        <>
          <div>{lastPassage(row)}</div>
          <ProjectBadges row={row} />
        </>
      ),
    },
  ]
  return (
    <div className="scroll">
      <Table
        label={text.title}
        columns={columns}
        rows={props.rows}
        chosen={props.current}
        onChoose={(id) => {
          if (id !== null) props.onCurrent(id)
        }}
        isVoid={(one) => one.stage === 'closed'}
        textOf={(one) => one.title}
      />
    </div>
  )
}
