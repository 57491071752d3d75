// Somebody who types slowly, at a server that takes its time; both by a clock that the test moves.
import { act } from '@testing-library/react'
import { userEvent } from '@testing-library/user-event'
import { vi } from 'vitest'
import type { Bridge } from '../../electron/contract/index.ts'

/** Between two keys: long enough that what is typed is sent before the word ends. */
const KEY_MS = 150

/** From now on time passes only when the hand types or `passes` is awaited. */
export function slowHand() {
  vi.useFakeTimers()
  // What the library asks whether it has to move the clock itself.
  vi.stubGlobal('jest', { advanceTimersByTime: vi.advanceTimersByTime })
  const passes = (ms: number) => act(() => vi.advanceTimersByTimeAsync(ms))
  return { user: userEvent.setup({ delay: KEY_MS, advanceTimers: passes }), passes }
}

/** The clock of the world again. */
export function ownPace(): void {
  vi.useRealTimers()
  vi.unstubAllGlobals()
}

/** The window's calls take that long to come to the core, and as long to come back. */
export function farAway(ms: number): void {
  const near: Bridge = window.seances
  const half = () => new Promise((resolve) => setTimeout(resolve, ms / 2))
  const call: Bridge['call'] = async (...asked) => {
    await half()
    const answer = await near.call(...asked)
    await half()
    return answer
  }
  Object.defineProperty(window, 'seances', { value: { ...near, call }, configurable: true })
}
