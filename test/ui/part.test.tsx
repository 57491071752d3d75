// Parts of the window that are loaded when they are wanted: what could not be read once is asked for again.
import { cleanup, render, screen, waitFor } from '@testing-library/react'
import userEvent from '@testing-library/user-event'
import { type ReactNode, Suspense, useState } from 'react'
import { afterEach, beforeEach, expect, it, vi } from 'vitest'
import { loadAhead } from '../../renderer/app/after-start.ts'
import { later, near } from '../../renderer/app/later.ts'
import { ScreenBoundary } from '../../renderer/app/ScreenBoundary.tsx'
import { part } from '../../renderer/ui/part.ts'

beforeEach(() => {
  isReadable = false
  vi.stubGlobal('requestIdleCallback', (then: () => void) => setTimeout(then))
  // A screen that fails is told there.
  vi.spyOn(console, 'error').mockReturnValue()
})
afterEach(() => {
  cleanup()
  vi.restoreAllMocks()
  vi.unstubAllGlobals()
})

const There = () => <p>Là</p>
let isReadable = false
const load = vi.fn(async () => {
  if (!isReadable) throw new Error('not read')
  return There
})
const shown = (children: ReactNode) =>
  render(
    <Suspense fallback={<p>Attendre</p>}>
      <ScreenBoundary>{children}</ScreenBoundary>
    </Suspense>,
  )

it.each(['a screen', 'a part of one'])(
  '%s that could not be loaded is, once it is shown again',
  async (what) => {
    const now = later(load)
    const Part = what === 'a screen' ? () => Screen(now) : part(load)
    shown(<Part />)
    const again = await screen.findByRole('button', { name: 'Afficher de nouveau' })
    isReadable = true
    await userEvent.click(again)
    expect(await screen.findByText('Là')).toBeTruthy()
  },
)

function Screen(now: ReturnType<typeof later<object>>) {
  const [Shown] = useState(now)
  return <Shown />
}

it('what could not be loaded ahead holds up nothing that comes after', async () => {
  const before = near.length
  const next = vi.fn(async () => There)
  near.push(load, next)
  try {
    void loadAhead()
    await waitFor(() => expect(next).toHaveBeenCalledOnce())
  } finally {
    near.length = before
  }
})
