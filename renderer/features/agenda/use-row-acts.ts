import { useContext } from 'react'
import type { Id } from '../../../electron/domain/ids.ts'
import { bindActs } from '../../acts/act.ts'
import { EditingOff } from '../../ui/editing.ts'
import { rowActs } from './row-acts.ts'
import { useWorkspace } from './workspace.ts'

/** The acts on one item, for its buttons and its menu. */
export function useRowActs(id: Id) {
  return bindActs(rowActs, { workspace: useWorkspace(), id }, useContext(EditingOff))
}
