import { rmSync } from 'node:fs'
import { QueryClientProvider } from '@tanstack/react-query'
import { cleanup, render } from '@testing-library/react'
import type { ReactNode } from 'react'
import { vi } from 'vitest'
import type { Bridge, CoreEvent, Input, Method, Output } from '../../electron/contract/index.ts'
import { openCore } from '../../electron/features/core.ts'
import { followChanges, makeQueryClient } from '../../renderer/api/query-client.ts'
import { closeToast, toastStore } from '../../renderer/api/toasts.ts'
import { AgendaPage } from '../../renderer/features/agenda/AgendaPage.tsx'
import { Toasts } from '../../renderer/ui/Toasts.tsx'
import { emptyData } from '../empty-database.ts'
import { UnderBar } from './under-bar.tsx'

export type AgendaCore = {
  /** A call from elsewhere, whose event reaches the window. */
  ok<M extends Method>(method: M, input: Input<M>): Promise<Output<M>>
  showAgenda(meetingId: string): void
  show(screen: ReactNode): void
  dispose(): Promise<void>
}

/** @param shell answers the methods that need the system's dialogs. */
export async function openAgendaCore(
  shell: Partial<Record<Method, () => unknown>> = {},
): Promise<AgendaCore> {
  const folder = emptyData()
  const listeners = new Set<(event: CoreEvent) => void>()
  const core = await openCore({
    dataFolder: folder,
    who: 'Secrétariat',
    // The model stands for its pages.
    runJob: async (_, input) =>
      ({ bytes: new TextEncoder().encode(JSON.stringify(input)), pageCount: 1, undrawn: [] }) as never,
    emit: (event) => {
      for (const listener of listeners) listener(event)
    },
    log: () => undefined,
  })
  const bridge: Bridge = {
    call: async (method, input) => {
      const answer = shell[method]
      return answer === undefined ? core.call(method, input) : { ok: true, value: answer() as never }
    },
    on: (listener) => {
      listeners.add(listener)
      return () => listeners.delete(listener)
    },
  }
  Object.defineProperty(window, 'seances', { value: bridge, configurable: true })
  vi.spyOn(HTMLElement.prototype, 'clientWidth', 'get').mockReturnValue(1200)
  vi.spyOn(HTMLElement.prototype, 'clientHeight', 'get').mockReturnValue(900)
  Element.prototype.scrollIntoView = () => undefined
  const client = makeQueryClient()
  const stop = followChanges(client)
  const show = (screen: ReactNode) => {
    render(
      <QueryClientProvider client={client}>
        {screen}
        <Toasts />
      </QueryClientProvider>,
    )
  }
  return {
    async ok(method, input) {
      const envelope = await core.call(method, input)
      if (!envelope.ok) throw new Error(`${method}: ${JSON.stringify(envelope.error)}`)
      return envelope.value
    },
    show,
    showAgenda: (meetingId) => show(<WithHead meetingId={meetingId} />),
    async dispose() {
      cleanup()
      closeToast(toastStore.get().current?.id ?? 0)
      stop()
      await core.close()
      rmSync(folder, { recursive: true, force: true })
    },
  }
}

function WithHead({ meetingId }: { meetingId: string }) {
  return (
    <UnderBar>
      <AgendaPage meetingId={meetingId} place="agenda" focusId={null} />
    </UnderBar>
  )
}
