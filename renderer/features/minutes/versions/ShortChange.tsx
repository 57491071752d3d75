import { useMemo } from 'react'
import { readRuns, type WordRun } from '../../../../electron/domain/text/word-changes.ts'
import { MarkedRuns } from '../../../ui/MarkedRuns.tsx'

/** Letters shown around a change. */
const AROUND = 70

export function ShortChange({ before, after }: { before: string; after: string }) {
  const runs = useMemo(() => shortened(readRuns(before.trim(), after.trim())), [before, after])
  return <MarkedRuns runs={runs} />
}

/** Words that both texts have are cut to those next to a change. */
function shortened(runs: readonly WordRun[]): WordRun[] {
  return runs.map((run, index) => {
    if (run.type !== 'same') return run
    const start = index === 0 ? '' : head(run.text)
    const end = index === runs.length - 1 ? '' : tail(run.text)
    return start.length + end.length + 3 >= run.text.length
      ? run
      : { ...run, text: start === '' || end === '' ? `${start}…${end}` : `${start} … ${end}` }
  })
}

/** The first words, whole. */
function head(words: string): string {
  return words.length <= AROUND ? words : words.slice(0, AROUND).replace(/(?<!\S)\S*$/u, '')
}

/** The last words, whole. */
function tail(words: string): string {
  return words.length <= AROUND ? words : words.slice(-AROUND).replace(/^\S*/u, '')
}
