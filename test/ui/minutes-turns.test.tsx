import { act, screen } from '@testing-library/react'
import userEvent from '@testing-library/user-event'
import { afterEach, beforeEach, expect, it } from 'vitest'
import { newId } from '../../renderer/api/new-id.ts'
import { MinutesPage } from '../../renderer/features/minutes/MinutesPage.tsx'
import { openRealCore, type RealCore } from './minutes-real-core.tsx'

const ITEMS = 12
const titleOf = (rank: number) => `Point ${rank}`

let core: RealCore
/** What tells that a section has come into sight or has left it. */
let sights: Map<Element, (isIntersecting: boolean) => void>
/** What waits until nothing else runs. */
let idle: (() => void)[]
const user = userEvent.setup()

beforeEach(async () => {
  sights = new Map()
  idle = []
  Object.defineProperty(window, 'IntersectionObserver', {
    value: class {
      readonly #tell: (entries: { isIntersecting: boolean }[]) => void
      readonly #watched = new Set<Element>()
      constructor(tell: (entries: { isIntersecting: boolean }[]) => void) {
        this.#tell = tell
      }
      observe(element: Element): void {
        this.#watched.add(element)
        sights.set(element, (isIntersecting) => this.#tell([{ isIntersecting }]))
      }
      disconnect(): void {
        for (const element of this.#watched) sights.delete(element)
      }
    },
    configurable: true,
  })
  window.requestAnimationFrame = (then) => {
    then(0)
    return 0
  }
  window.requestIdleCallback = (then) => {
    idle.push(() => then({ didTimeout: false, timeRemaining: () => 50 }))
    return 0
  }
  core = await openRealCore()
  const { id: meetingId } = await core.ok('meetings.create', {
    fields: { date: '2026-11-12', startTime: '14:00' },
    fromTemplate: false,
  })
  let afterId: string | null = null
  for (let rank = 1; rank <= ITEMS; rank += 1) {
    const id = newId()
    await core.ok('agenda.add', { id, meetingId, parentId: null, afterId, fields: { title: titleOf(rank) } })
    afterId = id
  }
  await core.ok('minutes.start', { meetingId })
  core.show(<MinutesPage meetingId={meetingId} focusId={null} />)
  await screen.findByRole('article', { name: titleOf(1) })
  while (idle.length > 0) turn()
})

afterEach(() => core.dispose())

/** Nothing else runs: the next in turn is made ready. */
function turn(): void {
  act(() => idle.shift()?.())
}

const section = (rank: number) => screen.getByRole('article', { name: titleOf(rank) })
const isReady = (rank: number) => section(rank).querySelector('[contenteditable="true"]') !== null

function seen(rank: number, isIntersecting: boolean): void {
  act(() => sights.get(section(rank))?.(isIntersecting))
}

it('makes a section ready in turn, not after all that were only scrolled past', () => {
  for (let rank = 1; rank < ITEMS; rank += 1) {
    seen(rank, true)
    if (rank > 1) seen(rank - 1, false)
  }
  seen(ITEMS - 1, false)
  seen(ITEMS, true)
  expect(isReady(ITEMS)).toBe(false)
  turn()
  turn()
  expect(isReady(ITEMS)).toBe(true)
  while (idle.length > 0) turn()
  expect(Array.from({ length: ITEMS }, (_, index) => index + 1).filter(isReady)).toEqual([ITEMS])
  seen(3, true)
  turn()
  turn()
  expect(isReady(3)).toBe(true)
})

it('makes a section ready at once where somebody presses on its words', async () => {
  const words = section(4).querySelector('.text-words')
  if (words === null) throw new Error('no words')
  await user.click(words)
  expect(isReady(4)).toBe(true)
})
