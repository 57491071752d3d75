import type { WordRun } from '../../electron/domain/text/word-changes.ts'
import { commonText } from '../text/common.ts'

export function MarkedRuns({ runs }: { runs: readonly WordRun[] }) {
  let at = 0
  return (
    <span className="changed">
      {runs.map((run) => {
        // A run is known by the place where it begins.
        const key = `${run.type}${at}`
        at += run.text.length
        if (run.type === 'same') return <span key={key}>{run.text}</span>
        return run.type === 'removed' ? (
          <del key={key}>
            <span className="visually-hidden">{commonText.removedWords}</span>
            {run.text}
          </del>
        ) : (
          <ins key={key}>
            <span className="visually-hidden">{commonText.addedWords}</span>
            {run.text}
          </ins>
        )
      })}
    </span>
  )
}
