// What others wrote meanwhile is told since somebody was last here, in windows that close and in one that stays open.
import { screen, waitFor } from '@testing-library/react'
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import { show } from './show.tsx'

describe('the last visit', () => {
  it('is told since the same visit when the page is loaded again, and not in the next window', async () => {
    const visit = async () => {
      vi.resetModules()
      return import('../../renderer/app/last-visit.ts')
    }
    sessionStorage.clear()
    localStorage.setItem('last-visit', '2026-11-23T17:00:00.000Z')
    const first = await visit()
    const since = first.lastVisit.since()
    expect(since?.from).toBe('2026-11-23T17:00:00.000Z')
    first.noteVisit()
    expect((await visit()).lastVisit.since()).toEqual(since)
    sessionStorage.clear()
    expect((await visit()).lastVisit.since()?.from).not.toBe('2026-11-23T17:00:00.000Z')
    localStorage.clear()
    sessionStorage.clear()
  })

  describe('in a window that stays open overnight', () => {
    beforeEach(() => {
      vi.useFakeTimers({
        now: new Date('2026-11-23T17:40:00.000Z'),
        toFake: ['Date', 'setInterval', 'clearInterval'],
      })
    })
    afterEach(() => {
      vi.useRealTimers()
      localStorage.clear()
      sessionStorage.clear()
    })

    it('is told since the evening, once somebody is back', async () => {
      vi.resetModules()
      const { lastVisit, noteVisit } = await import('../../renderer/app/last-visit.ts')
      const heard = vi.fn()
      lastVisit.subscribe(heard)
      noteVisit()
      expect(lastVisit.since()).toBeNull()
      vi.setSystemTime('2026-11-23T18:10:00.000Z')
      window.dispatchEvent(new Event('wheel'))
      expect(heard).not.toHaveBeenCalled()
      vi.setSystemTime('2026-11-24T08:00:00.000Z')
      window.dispatchEvent(new Event('focus'))
      expect(heard).toHaveBeenCalledTimes(1)
      expect(lastVisit.since()).toEqual({ from: '2026-11-23T18:10:00.000Z', to: '2026-11-24T08:00:00.000Z' })
    })

    it('has the tasks of the new day', async () => {
      const { core } = show('#/accueil')
      await screen.findByText(/Ce qui reste à faire/)
      const before = core.inputsOf('home.get').length
      vi.advanceTimersByTime(120_000)
      expect(core.inputsOf('home.get')).toHaveLength(before)
      vi.setSystemTime('2026-11-24T08:00:00.000Z')
      vi.advanceTimersByTime(60_000)
      await waitFor(() => expect(core.inputsOf('home.get')).toHaveLength(before + 1))
    })
  })
})
