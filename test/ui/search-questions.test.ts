// What people type into the one field, written down by people who had not read the search: the answer is expected in the
// first three lines, among 300 persons whose names begin alike and among 10,000.
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest'
import { missed, questionsOf } from './search-questions.ts'
import { addCrowd, makeSearched, SearchedWindow, TODAY } from './search-world.ts'

const tables = [
  { table: 'questions', asked: questionsOf('questions'), mostMissed: 0.05 },
  // As an office types them, of all that the screens do.
  { table: 'everyday', asked: questionsOf('everyday'), mostMissed: 0.05 },
]

let folder: string
let shown: SearchedWindow
beforeAll(async () => {
  vi.useFakeTimers({ toFake: ['Date'], now: new Date(`${TODAY}T09:00:00Z`) })
  folder = await makeSearched()
  await addCrowd(folder, 0, 300)
  shown = await SearchedWindow.open(folder)
}, 180_000)
afterAll(async () => {
  vi.useRealTimers()
  await shown.close(folder)
})

describe('the questions', () => {
  it.each(tables)(
    'of $table find their answer in the first three lines, among 300 persons of a like name',
    async ({ asked, mostMissed }) => {
      const misses = await missed(shown, asked)
      expect(misses.length / asked.length, misses.join('\n')).toBeLessThanOrEqual(mostMissed)
    },
    120_000,
  )

  it('find it among 10,000', async () => {
    await shown.leave()
    await addCrowd(folder, 300, 10_000)
    shown = await SearchedWindow.open(folder)
    for (const { asked, mostMissed } of tables) {
      const misses = await missed(shown, asked)
      expect(misses.length / asked.length, misses.join('\n')).toBeLessThanOrEqual(mostMissed)
    }
  }, 180_000)

  it('are all missed by a search that shows nobody', async () => {
    const elsewhere = { lines: () => shown.lines({ typed: '@zzz', screen: null }) }
    for (const { asked } of tables) expect(await missed(elsewhere, asked)).toHaveLength(asked.length)
  }, 60_000)
})
