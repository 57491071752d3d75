import { QueryClientProvider } from '@tanstack/react-query'
import { cleanup, render, waitFor } from '@testing-library/react'
import { userEvent } from '@testing-library/user-event'
import { afterEach } from 'vitest'
import { scopesOnScreen } from '../../renderer/acts/use-acts.ts'
import { followChanges, makeQueryClient } from '../../renderer/api/query-client.ts'
import { closeToast, toastStore } from '../../renderer/api/toasts.ts'
import { Frame } from '../../renderer/app/Frame.tsx'
import { type Answers, type FakeCore, installFakeCore } from './fake-core.ts'
import { home, noHistory, writer } from './sample.ts'

let stop: (() => void) | undefined
afterEach(() => {
  stop?.()
  cleanup()
  closeToast(toastStore.get().current?.id ?? 0)
})

/** @param address what `href` makes, such as `#/seances`. */
export function show(
  address: string,
  answers: Answers = {},
): { core: FakeCore; user: ReturnType<typeof userEvent.setup> } {
  const core = installFakeCore({
    'home.get': () => home(),
    'home.beside': () => ({ deadlines: [], done: [], steps: [] }),
    'history.state': () => noHistory,
    'handOver.writer': () => writer,
    ...answers,
  })
  window.history.replaceState(null, '', address)
  const client = makeQueryClient()
  stop = followChanges(client)
  render(
    <QueryClientProvider client={client}>
      <Frame />
    </QueryClientProvider>,
  )
  return { core, user: userEvent.setup() }
}

/** What comes right after the first screen is there: drops are taken, and the keys of every screen. */
export const beside = () =>
  waitFor(() => {
    if (!scopesOnScreen().some(({ scope }) => scope.name === 'window')) throw new Error('not yet')
  })

/** An answer that never comes. */
export const never = () => new Promise<never>(() => undefined)
