import type { Input, Output } from '../../../electron/contract/index.ts'
import { ProjectStage } from '../../../electron/domain/projects/project.ts'
import { projectStageWords } from '../../../electron/domain/projects/project-words.ts'
import { foldedName, foldedWords } from '../../../electron/domain/text/fold.ts'
import { referenceKindText } from '../../text/project.ts'
import { projectReferencesText } from '../../text/project-references.ts'

export type ListedProject = Output<'projects.list'>[number]
export type ProjectRow = Output<'projects.get'>['project']
export type ReferenceRow = Output<'projectReferences.list'>[number]
export type ProjectPatch = Input<'projects.update'>['patch']

/** One column; `patch` is what a project becomes that is put there. */
export type Lane = { id: string; title: string; rows: readonly ListedProject[]; patch: ProjectPatch }

export type ProjectFilter = {
  words: string
  /** '' stands for projects without one. */
  axisId: string | null
  owner: string | null
  onlyRegulatory: boolean
}

export const noFilter: ProjectFilter = { words: '', axisId: null, owner: null, onlyRegulatory: false }

/** The organisation that carries it, else the person. */
export function ownerOf({
  organisation,
  projectOwner,
}: Pick<ListedProject, 'organisation' | 'projectOwner'>): string {
  return organisation.trim() || projectOwner.trim()
}

export function filtered(rows: readonly ListedProject[], filter: ProjectFilter): ListedProject[] {
  const words = foldedWords(filter.words)
  return rows.filter((row) => {
    if (filter.axisId !== null && (row.axisId ?? '') !== filter.axisId) return false
    if (filter.owner !== null && ownerOf(row) !== filter.owner) return false
    if (filter.onlyRegulatory && !row.isRegulatory) return false
    const haystack = foldedName(`${row.title} ${row.projectOwner} ${row.organisation}`)
    return words.every((word) => haystack.includes(word))
  })
}

export function stageLanes(rows: readonly ListedProject[]): Lane[] {
  return ProjectStage.options.map((stage) => ({
    id: stage,
    title: projectStageWords[stage],
    rows: rows.filter((row) => row.stage === stage),
    patch: { stage },
  }))
}

/** One column for each axis that is offered or that a project has; those without come last. */
export function axisLanes(rows: readonly ListedProject[], references: readonly ReferenceRow[]): Lane[] {
  const axes = references.filter(
    ({ id, kind, archivedOn }) =>
      kind === 'axis' && (archivedOn === null || rows.some((row) => row.axisId === id)),
  )
  return [
    ...axes.map((axis) => ({
      id: axis.id,
      title: referenceName(axis),
      rows: rows.filter((row) => row.axisId === axis.id),
      patch: { axisId: axis.id },
    })),
    {
      id: 'none',
      title: referenceKindText.axis.none,
      rows: rows.filter((row) => row.axisId === null),
      patch: { axisId: null },
    },
  ]
}

export function referenceName({
  kind,
  number,
  title,
}: Pick<ReferenceRow, 'kind' | 'number' | 'title'>): string {
  const words = projectReferencesText
  return title.trim() === '' ? words.unnamed(referenceKindText[kind].one, number) : title
}

export type Way = 'Up' | 'Down' | 'Left' | 'Right' | 'Home' | 'End'

/** The card that a key leads to: in its column, or beside at the same height; empty columns are passed over. */
export function cardAt(lanes: readonly Lane[], id: string, way: Way): string | null {
  const at = lanes.findIndex(({ rows }) => rows.some((row) => row.id === id))
  const rows = lanes[at]?.rows ?? []
  const index = rows.findIndex((row) => row.id === id)
  if (index < 0) return null
  if (way === 'Home') return rows[0]?.id ?? null
  if (way === 'End') return rows.at(-1)?.id ?? null
  if (way === 'Up') return rows[index - 1]?.id ?? null
  if (way === 'Down') return rows[index + 1]?.id ?? null
  const side = way === 'Right' ? lanes.slice(at + 1) : lanes.slice(0, at).reverse()
  const beside = side.find((lane) => lane.rows.length > 0)?.rows ?? []
  return (beside[index] ?? beside.at(-1))?.id ?? null
}

/** The column beside that of a card; null at the edge. */
export function laneBeside(lanes: readonly Lane[], id: string, step: 1 | -1): Lane | null {
  const at = lanes.findIndex(({ rows }) => rows.some((row) => row.id === id))
  return at < 0 ? null : (lanes[at + step] ?? null)
}
