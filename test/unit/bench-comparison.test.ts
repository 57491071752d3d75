import { expect, it } from 'vitest'
import { comparison, tableIn } from '../perf/comparison.ts'
import { markdown } from '../perf/measure.ts'

const round = (start: string, screens: string) =>
  tableIn(
    `── app\nrenderer 120 MB\n${markdown([
      {
        what: 'start: spawn → second frame; 20 runs',
        measured: `${start} ms`,
        budget: '≤ 450 ms',
        holds: true,
      },
      { what: `screens, ${screens.length} times (slowest Veille)`, measured: screens },
    ])}\n`,
  )

it('figures of two commits stand beside one another, each the middle of its rounds', () => {
  const before = {
    commit: 'aaaa',
    rounds: [
      round('1,000', 'p50 10 ms, p95 90 ms'),
      round('1,200', 'p50 12 ms, p95 80 ms'),
      round('9,000', 'p50 11 ms, p95 100 ms'),
    ],
  }
  const now = { commit: 'bbbb', rounds: before.rounds.map(() => round('600', 'p50 5.5 ms, p95 180 ms')) }
  expect(comparison(before, now).split('\n')).toEqual([
    '| Middle of 3 rounds | aaaa | bbbb | now ÷ before |',
    '|---|---|---|---|',
    '| start | 1,200 ms | 600 ms | 0.50 × |',
    '| screens | p50 11 ms, p95 90 ms | p50 5.5 ms, p95 180 ms | 0.50 ×, 2.00 × |',
  ])
})

it('a figure that only one of two commits has is shown without a ratio', () => {
  const before = { commit: 'aaaa', rounds: [tableIn('| gone | 5 ms | 9 ms | yes |')] }
  const now = { commit: 'bbbb', rounds: [tableIn('| new | 7 ms |  |  |')] }
  expect(comparison(before, now).split('\n').slice(2)).toEqual([
    '| new | — | 7 ms |  |',
    '| gone | 5 ms | — |  |',
  ])
})
