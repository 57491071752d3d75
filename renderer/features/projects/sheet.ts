import type { Output } from '../../../electron/contract/index.ts'
import type { ProjectPatch } from './board-lanes.ts'

export type ProjectView = Output<'projects.get'>
export type PatchProject = (change: ProjectPatch) => void
