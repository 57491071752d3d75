import { useDeskChoice } from '../api/desk-choices.ts'
import { KeyHints } from './Keys.tsx'
import { type KeyHint, useStatus } from './status.ts'
import { Toasts, useIsSaid } from './Toasts.tsx'

export function StatusLine({ commonKeys }: { commonKeys: readonly KeyHint[] }) {
  const status = useStatus()
  const isSaid = useIsSaid()
  const hasKeys = useDeskChoice('keyHints') === 'montre'
  return (
    <footer className="status">
      <Toasts />
      {isSaid ? null : status.left.map((words) => <span key={words}>{words}</span>)}
      {hasKeys && !isSaid ? (
        <span className="keys">
          <KeyHints hints={status.keys ?? commonKeys} />
        </span>
      ) : null}
    </footer>
  )
}
