import { rmSync } from 'node:fs'
import { QueryClientProvider } from '@tanstack/react-query'
import { cleanup, render } from '@testing-library/react'
import type { ReactNode } from 'react'
import type { Bridge, CoreEvent, Input, Method, MethodsOf, Output } from '../../electron/contract/index.ts'
import type { RunJob } from '../../electron/contract/wire.ts'
import { openCore } from '../../electron/features/core.ts'
import { outbox } from '../../renderer/api/outbox/window.ts'
import { followChanges, makeQueryClient } from '../../renderer/api/query-client.ts'
import { StatusLine } from '../../renderer/ui/StatusLine.tsx'
import { emptyData } from '../empty-database.ts'
import { UnderBar } from './under-bar.tsx'

export type RealCore = {
  ok<M extends Method>(method: M, input: Input<M>): Promise<Output<M>>
  show(screen: ReactNode): void
  dispose(): Promise<void>
}

export type ShellAnswers = { [M in MethodsOf<'shell'>]?: (input: Input<M>) => Output<M> }

/**
 * A core on an empty folder. Its jobs run where `runJob` has them done; what is asked of the shell, which is
 * not there, is answered by `shell`.
 */
export async function openRealCore(
  options: { runJob?: RunJob; shell?: ShellAnswers } = {},
): Promise<RealCore> {
  const folder = emptyData()
  const listeners = new Set<(event: CoreEvent) => void>()
  const core = await openCore({
    dataFolder: folder,
    who: 'essai',
    runJob:
      options.runJob ??
      (() => {
        throw new Error('no job in this test')
      }),
    emit: (event) => {
      for (const listener of listeners) listener(event)
    },
    log: () => undefined,
  })
  const bridge: Bridge = {
    async call(method, input) {
      const answer = options.shell?.[method as MethodsOf<'shell'>] as
        | ((input: unknown) => unknown)
        | undefined
      return answer === undefined
        ? core.call(method, input)
        : { ok: true, value: answer(input) as Output<typeof method> }
    },
    on: (listener) => {
      listeners.add(listener)
      return () => listeners.delete(listener)
    },
  }
  Object.defineProperty(window, 'seances', { value: bridge, configurable: true })
  const client = makeQueryClient()
  const stop = followChanges(client)
  return {
    async ok(method, input) {
      const envelope = await core.call(method, input)
      if (!envelope.ok) throw new Error(`${method}: ${JSON.stringify(envelope.error)}`)
      return envelope.value
    },
    show(screen) {
      render(
        <QueryClientProvider client={client}>
          <UnderBar>{screen}</UnderBar>
          <StatusLine commonKeys={[]} />
        </QueryClientProvider>,
      )
    },
    async dispose() {
      cleanup()
      await outbox.flush()
      stop()
      await core.close()
      rmSync(folder, { recursive: true, force: true })
    },
  }
}
