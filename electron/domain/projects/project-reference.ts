import { z } from 'zod'
import { CivilDate, Id, Line, PlainText, Version } from '../ids.ts'
import type { ProjectFields } from './project.ts'

export const ReferenceKind = z.enum(['programme', 'axis', 'recommendation'])
export type ReferenceKind = z.infer<typeof ReferenceKind>

export const ReferenceFields = z.strictObject({
  /** "9"; empty where they are not numbered. */
  number: z.string().max(20),
  /** Short name, as cards and charts show it; empty while nobody knows the words of a numbered one. */
  title: Line,
  /** In its own words. */
  wording: PlainText,
  /** No longer offered since that day; what has it keeps it. */
  archivedOn: CivilDate.nullable(),
})
export type ReferenceFields = z.infer<typeof ReferenceFields>

export const ProjectReference = ReferenceFields.extend({
  id: Id,
  version: Version,
  kind: ReferenceKind,
  position: z.int().min(0),
})
export type ProjectReference = z.infer<typeof ProjectReference>

/** Of one kind. */
export const MAX_REFERENCES = 200

/** Whether somebody could tell it from the others: by its number or by its name. */
export function isNamed({ number, title }: Pick<ReferenceFields, 'number' | 'title'>): boolean {
  return number.trim() !== '' || title.trim() !== ''
}

/** The list after one of it was put at a place; `index` counts among the others. */
export function reordered<T extends { id: string }>(list: readonly T[], id: string, index: number): T[] {
  const moved = list.find((one) => one.id === id)
  if (moved === undefined) return [...list]
  const others = list.filter((one) => one.id !== id)
  return [...others.slice(0, index), moved, ...others.slice(index)]
}

/** The field of a project that holds a reference of each kind. */
export const referenceFieldOf = {
  programme: 'programmeId',
  axis: 'axisId',
  recommendation: 'recommendationId',
} as const satisfies Record<ReferenceKind, keyof ProjectFields>
