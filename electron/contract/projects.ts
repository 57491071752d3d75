// Contract of projects: list, create, edit, remove, and where each was presented.
import { z } from 'zod'
import { Id, Version } from '../domain/ids.ts'
import { Hearing, Project, ProjectFields } from '../domain/project.ts'
import { read, write } from './method.ts'

export const ProjectRow = Project.extend({ hearings: z.array(Hearing) })
export type ProjectRow = z.infer<typeof ProjectRow>

const target = z.strictObject({ id: Id, version: Version })

export const projects = {
  'projects.list': read(z.strictObject({}), z.array(ProjectRow)),
  'projects.add': write(
    z.strictObject({ id: Id, fields: ProjectFields.partial().required({ title: true }) }),
    ProjectRow,
  ),
  'projects.update': write(target.extend({ patch: ProjectFields.partial() }), ProjectRow),
  'projects.remove': write(target, z.strictObject({ id: Id })),
}
