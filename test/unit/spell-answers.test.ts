import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import { SpellAnswers } from '../../electron/shell/spell-answers.ts'

let asked: string[][]
let looked: number
let core: (words: readonly string[]) => Promise<readonly string[] | null>
let answers: SpellAnswers
beforeEach(() => {
  vi.useFakeTimers()
  asked = []
  looked = 0
  core = async (words) => words.filter((word) => word.startsWith('aso'))
  answers = new SpellAnswers(
    (words) => {
      asked.push([...words])
      return core(words)
    },
    () => {
      looked += 1
    },
  )
})
afterEach(() => vi.useRealTimers())

/** Puts a question; the list fills with the answers to it. */
function put(...words: string[]): string[][] {
  const told: string[][] = []
  answers.check(words, (misspelt) => told.push(misspelt))
  expect(told).toEqual([])
  return told
}

describe('a question', () => {
  it('is answered once, and never asked of the core again', async () => {
    const first = put('Une', 'asociation', '12e', 'ADF', 'à')
    await vi.advanceTimersByTimeAsync(10_000)
    expect(first).toEqual([['asociation']])
    expect(asked).toEqual([['Une', 'asociation']])
    const again = put('asociation')
    await vi.advanceTimersByTimeAsync(0)
    expect(again).toEqual([['asociation']])
    expect(asked).toHaveLength(1)
  })

  it('about thousands of words is asked in parts that the contract takes', async () => {
    const told = put(
      ...Array.from({ length: 1_201 }, (_, rank) => `aso${'x'.repeat(rank % 40)}${'yz'.repeat(rank % 7)}`),
    )
    await vi.advanceTimersByTimeAsync(0)
    expect(asked.map((words) => words.length)).toEqual([500, 500, 201])
    expect(told).toHaveLength(1)
  })

  it('that the core is slow about passes in time, and the texts are looked at again', async () => {
    core = () => new Promise((resolve) => setTimeout(resolve, 5_000, ['asociation']))
    const told = put('asociation')
    await vi.advanceTimersByTimeAsync(3_000)
    expect(told).toEqual([[]])
    await vi.advanceTimersByTimeAsync(2_000)
    expect([told.length, looked]).toEqual([1, 1])
    const again = put('asociation')
    await vi.advanceTimersByTimeAsync(0)
    expect(again).toEqual([['asociation']])
  })

  it('that the core cannot answer passes, and is asked again the next time', async () => {
    core = async () => null
    const told = put('asociation')
    await vi.advanceTimersByTimeAsync(0)
    expect([told, looked]).toEqual([[[]], 0])
    put('asociation')
    expect(asked).toHaveLength(2)
  })
})

describe('what changes the answers', () => {
  it('has the texts looked at once for a burst, and the words asked anew', async () => {
    put('asociation')
    await vi.advanceTimersByTimeAsync(0)
    for (let rank = 0; rank < 20; rank += 1) answers.forget()
    await vi.advanceTimersByTimeAsync(1_000)
    expect(looked).toBe(1)
    core = async () => []
    const told = put('asociation')
    await vi.advanceTimersByTimeAsync(0)
    expect(told).toEqual([[]])
  })

  it('an ignored word passes in either apostrophe', async () => {
    answers.ignore('l’asociation')
    const told = put("l'asociation", 'l’asociation')
    await vi.advanceTimersByTimeAsync(0)
    expect([told, asked, looked]).toEqual([[[]], [], 1])
  })
})
