import { z } from 'zod'
import { Id, Version } from '../domain/ids.ts'
import { ProjectReference, ReferenceFields, ReferenceKind } from '../domain/projects/project-reference.ts'
import { read, write } from './method.ts'

export const ReferenceRow = ProjectReference.extend({
  /** How many projects have it. */
  projects: z.int().min(0),
})
export type ReferenceRow = z.infer<typeof ReferenceRow>

const target = z.strictObject({ id: Id, version: Version })
/** By kind, then in their order, archived ones too. */
const Rows = z.array(ReferenceRow)

export const projectReferences = {
  'projectReferences.list': read(() => [z.strictObject({}), Rows]),
  /** Last of its kind. Without number and title: `invalid-input`. */
  'projectReferences.add': write('ajout d’un programme, d’un axe ou d’une recommandation', () => [
    z.strictObject({
      id: Id,
      kind: ReferenceKind,
      fields: ReferenceFields.pick({ number: true, title: true }),
    }),
    Rows,
  ]),
  'projectReferences.update': write('modification d’un programme, d’un axe ou d’une recommandation', () => [
    target.extend({ patch: ReferenceFields.partial() }),
    Rows,
  ]),
  /** `index`: among the others of its kind. */
  'projectReferences.move': write('changement d’ordre des programmes, axes et recommandations', () => [
    target.extend({ index: z.int().min(0) }),
    Rows,
  ]),
  /** Refused (`reference-used`) when a project has it: archive it instead. */
  'projectReferences.remove': write('suppression d’un programme, d’un axe ou d’une recommandation', () => [
    target,
    Rows,
  ]),
}
