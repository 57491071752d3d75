import { QueryClientProvider } from '@tanstack/react-query'
import { cleanup, render, screen } from '@testing-library/react'
import { userEvent } from '@testing-library/user-event'
import { afterEach, expect, it } from 'vitest'
import type { UpdateState } from '../../electron/contract/desk.ts'
import type { ErrorCode } from '../../electron/contract/errors.ts'
import { makeQueryClient } from '../../renderer/api/query-client.ts'
import { UpdatesSection } from '../../renderer/parts/UpdatesSection.tsx'
import { type FakeCore, installFakeCore } from './fake-core.ts'

const user = userEvent.setup()
afterEach(cleanup)

const calls = (core: FakeCore) => core.calls.map(({ method }) => method)

function open(standing: UpdateState, next: UpdateState | { failure: ErrorCode } = standing): FakeCore {
  const core = installFakeCore({
    'desk.updates': () => standing,
    'desk.lookForUpdate': () => next,
    'desk.fetchUpdate': () => next,
    'desk.installUpdate': () => next,
  })
  render(
    <QueryClientProvider client={makeQueryClient()}>
      <UpdatesSection />
    </QueryClientProvider>,
  )
  return core
}

it('looks for nothing by itself', async () => {
  const core = open({ standing: 'unasked' })
  await screen.findByRole('button', { name: 'Chercher une nouvelle version' })
  expect(calls(core)).toEqual(['desk.updates'])
})

it('offers nothing where the administration brings new versions', async () => {
  open({ standing: 'elsewhere' })
  await screen.findByText(/apportées par l’administration/)
  expect(screen.queryByRole('button')).toBeNull()
})

it('says what was found, and fetches it only when asked', async () => {
  const core = open({ standing: 'unasked' }, { standing: 'offered', version: '9.0.0', bytes: 120_000_000 })
  await user.click(await screen.findByRole('button', { name: 'Chercher une nouvelle version' }))
  await screen.findByText(/La version 9\.0\.0 est disponible \(114/)
  await screen.findByRole('button', { name: 'Télécharger' })
  expect(calls(core)).toEqual(['desk.updates', 'desk.lookForUpdate'])
})

it('closes nothing under a meeting in session', async () => {
  const core = open({ standing: 'ready', version: '9.0.0' }, { failure: 'update-in-session' })
  const button = await screen.findByRole('button', { name: 'Fermer et installer' })
  await user.click(button)
  await screen.findByText(/^Une séance est en cours\. La lever/)
  // It may be closed by now.
  await user.click(button)
  expect(calls(core)).toEqual(['desk.updates', 'desk.installUpdate', 'desk.installUpdate'])
})

it('says that the last one could not be installed, and lets it be looked for again', async () => {
  open({ standing: 'failed' }, { standing: 'newest' })
  await screen.findByText('La nouvelle version n’a pas pu être installée. Celle-ci n’a pas changé.')
  await user.click(screen.getByRole('button', { name: 'Chercher une nouvelle version' }))
  await screen.findByText('Cette version est la dernière.')
})

it('says that the network failed, and lets it be tried again', async () => {
  const core = open({ standing: 'unasked' }, { failure: 'update-away' })
  const look = await screen.findByRole('button', { name: 'Chercher une nouvelle version' })
  await user.click(look)
  await screen.findByText(/Rien n’a changé/)
  await user.click(look)
  expect(calls(core)).toEqual(['desk.updates', 'desk.lookForUpdate', 'desk.lookForUpdate'])
})
