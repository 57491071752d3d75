// Edits of one row sent one after the other, so that two fields left quickly never conflict with each other.
import { useMutation, useQueryClient } from '@tanstack/react-query'
import { useCallback, useEffect, useRef, useState } from 'react'
import type { Input, MethodsOf, Output } from '../../electron/contract/index.ts'
import { type ApiError, errorCode } from './api-error.ts'
import { call } from './client.ts'
import { beginSave } from './own-saves.ts'

/** Methods that change a row by a patch under its version. */
export type PatchMethod = {
  [M in MethodsOf<'write'>]: Input<M> extends { version: number; patch: object } ? M : never
}[MethodsOf<'write'>]

type PatchOf<M extends PatchMethod> = Input<M> extends { patch: infer P } ? P : never

export type Patcher<P> = {
  /** Takes an edit in; edits made while another is on its way are sent together after it. */
  patch: (change: P) => void
  saving: boolean
  /** The last failure; what was typed waits to be sent again. Null once a later save succeeded. */
  error: ApiError | null
  /** Sends again what failed. */
  retry: () => void
}

/**
 * @param row id and version as the screen shows them; a changed version (after an undo) is followed. One row for the
 *   life of the component: give it a `key` of the row's id.
 * @param versionIn finds the row's new version in the answer.
 */
export function usePatch<M extends PatchMethod>(
  method: M,
  row: Omit<Input<M>, 'patch'> & { version: number },
  versionIn: (output: Output<M>) => number | undefined,
): Patcher<PatchOf<M>> {
  const client = useQueryClient()
  const latest = useRef(row)
  const waiting = useRef<PatchOf<M> | null>(null)
  const busy = useRef(false)
  const [saving, setSaving] = useState(false)
  const [error, setError] = useState<ApiError | null>(null)
  const find = useRef(versionIn)
  find.current = versionIn
  const { mutateAsync } = useMutation<Output<M>, ApiError, Input<M>>({
    mutationKey: ['write', method],
    mutationFn: (input) => call(method, input),
  })

  // Only a changed version counts: right after a save the screen still shows the version before it.
  const seen = useRef(row.version)
  useEffect(() => {
    if (busy.current || seen.current === row.version) return
    seen.current = row.version
    latest.current = row
  })

  const sendAll = useCallback(async (): Promise<number | undefined> => {
    busy.current = true
    setSaving(true)
    let reached: number | undefined
    while (waiting.current !== null) {
      const patch = waiting.current
      waiting.current = null
      try {
        const output = await mutateAsync({ ...latest.current, patch } as unknown as Input<M>)
        const version = find.current(output)
        if (version !== undefined) latest.current = { ...latest.current, version }
        reached = version
        setError(null)
      } catch (failure) {
        waiting.current = merge(patch, waiting.current)
        setError(failure as ApiError)
        // The row changed elsewhere: show what it is now; the typed text stays in its field.
        if (errorCode(failure) === 'conflict') void client.invalidateQueries()
        break
      }
    }
    busy.current = false
    setSaving(false)
    return reached
  }, [client, mutateAsync])

  const send = useCallback(() => {
    // The body of the settings is the one row without an id.
    const id = 'id' in latest.current ? String(latest.current.id) : method
    if (!busy.current) beginSave(id, sendAll())
  }, [method, sendAll])

  const patch = useCallback(
    (change: PatchOf<M>) => {
      waiting.current = merge(waiting.current, change)
      send()
    },
    [send],
  )
  return { patch, saving, error, retry: send }
}

function merge<P>(earlier: P | null, later: P | null): P {
  return { ...earlier, ...later } as P
}
