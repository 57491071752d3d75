import type { Input } from '../../../electron/contract/index.ts'
import { type Patcher, usePatch } from '../../api/use-patch.ts'
import type { WatchRow } from './watch-columns.tsx'

type Patch = Input<'watch.update'>['patch']
export type PatchText = (change: Patch) => void

export function useTextPatch<R extends Pick<WatchRow, 'id' | 'version'>>(
  stored: R,
): Patcher<Patch> & { readonly row: R } {
  const { id, version } = stored
  return usePatch('watch.update', { id, version }, stored, (after) => after.version)
}
