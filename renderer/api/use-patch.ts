import { useQueryClient } from '@tanstack/react-query'
import { useCallback, useEffect, useMemo, useRef, useSyncExternalStore } from 'react'
import type { Input, MethodsOf, Output } from '../../electron/contract/index.ts'
import { type ApiError, ConflictError } from './api-error.ts'
import { fateOf } from './outbox/outbox.ts'
import { OutboxRow, type Row } from './outbox/row.ts'
import type { GivenUp } from './outbox/unsent.ts'
import { ask, pick, useUnsent } from './outbox/window.ts'

/** Methods that change a row by a patch under its version. */
export type PatchMethod = {
  [M in MethodsOf<'write'>]: Input<M> extends { version: number; patch: object } ? M : never
}[MethodsOf<'write'>]

type PatchOf<M extends PatchMethod> = Input<M> extends { patch: infer P extends object } ? P : never

/** The fields of any row: which of them a patch may hold is said by its method. */
type Fields = Record<string, unknown>

export type Patcher<P> = {
  /** Takes a finished edit in; edits made while another is on its way are sent together after it. */
  patch: (change: P) => void
  /** Why the last edit is not stored; what was typed waits. Null once it is. */
  error: ApiError | null
  /** Sends again what failed, over what is stored by now. */
  retry: () => void
  /** Gives up what was refused; undefined while that may still be stored. */
  giveUp: (() => GivenUp | null) | undefined
}

/**
 * @param target the row as the method names it, with the version that the screen read.
 * @param stored the row as the screen read it; it comes back as `row` with what is typed and not yet stored.
 * @param versionIn finds the row's new version in the answer.
 */
export function usePatch<M extends PatchMethod, R extends object>(
  method: M,
  target: Omit<Input<M>, 'patch'> & { version: number },
  stored: R,
  versionIn: (output: Output<M>) => number | undefined,
): Patcher<PatchOf<M>> & { readonly row: R } {
  const client = useQueryClient()
  const { version, ...name } = target
  const id = Object.values(name).map(String).join() || method
  const read = useMemo((): Row<Fields> => ({ ...stored, id, version }), [stored, id, version])
  const find = useRef(versionIn)
  find.current = versionIn
  const kept = useUnsent(`${method}:${id}`, () => {
    const row: OutboxRow<Fields> = new OutboxRow(read, {
      update: async (known, patch) => {
        const answer = await ask(method, { ...name, version: known, patch } as unknown as Input<M>)
        // The row changed elsewhere: the screen reads what it is now, and gives it to `adopt`.
        if (!answer.ok && answer.error.code === 'conflict') void client.invalidateQueries()
        return pick(answer, (output) => ({
          ...row.known,
          ...patch,
          version: find.current(output) ?? known,
        }))
      },
    })
    return row
  })
  const failure = useSyncExternalStore(kept.subscribe, () => kept.error)
  const conflicts = useSyncExternalStore(kept.subscribe, () => kept.conflicts)
  const error = useMemo(
    () => (conflicts.length === 0 ? failure : new ConflictError(conflicts, failure?.by)),
    [failure, conflicts],
  )
  useSyncExternalStore(kept.subscribe, () => kept.revision)
  useEffect(() => {
    // After a conflict, what was read before it may be the newer.
    if (error === null || error.code === 'conflict') kept.adopt(read, true)
  }, [kept, read, error])
  const patch = useCallback((change: PatchOf<M>) => kept.patch(change), [kept])
  const retry = useCallback(() => {
    if (kept.isUndecided) kept.resolve('mine')
    else void kept.settle()
  }, [kept])
  const giveUp = useCallback(() => kept.giveUp(), [kept])
  const isRefused = conflicts.length > 0 || (error !== null && fateOf(error.code) === 'shown')
  return { patch, error, retry, giveUp: isRefused ? giveUp : undefined, row: kept.over(stored) }
}
