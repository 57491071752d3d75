// Changed words: one text with what is taken out struck and what is put in underlined, each also said to who cannot see it.
import { useMemo } from 'react'
import { wordRuns } from '../../../electron/domain/word-changes.ts'
import { observationsText as text } from '../../text/observations.ts'

export function ChangedWords({ before, after }: { before: string; after: string }) {
  const runs = useMemo(() => wordRuns(before.trim(), after.trim()), [before, after])
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
            <span className="sr">{text.removedWords}</span>
            {run.text}
          </del>
        ) : (
          <ins key={key}>
            <span className="sr">{text.addedWords}</span>
            {run.text}
          </ins>
        )
      })}
    </span>
  )
}
