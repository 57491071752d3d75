import type { Input } from '../../../electron/contract/index.ts'
import { type Patcher, usePatch } from '../../api/use-patch.ts'
import type { WatchRow } from './watch-columns.tsx'

type Patch = Input<'watch.update'>['patch']
export type PatchText = (change: Patch) => void

export function useTextPatch({ id, version }: Pick<WatchRow, 'id' | 'version'>): Patcher<Patch> {
  return usePatch('watch.update', { id, version }, (after) => after.version)
}
