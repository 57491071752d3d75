// One text with what is taken out struck and what is put in underlined, each also said to who cannot see it.
import { useMemo } from 'react'
import { readRuns } from '../../../../electron/domain/text/word-changes.ts'
import { MarkedRuns } from '../../../ui/MarkedRuns.tsx'

export function ChangedWords({ before, after }: { before: string; after: string }) {
  const runs = useMemo(() => readRuns(before.trim(), after.trim()), [before, after])
  return <MarkedRuns runs={runs} />
}
