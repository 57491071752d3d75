import { KeyHints } from './Keys.tsx'
import { type KeyHint, useStatus } from './status.ts'

export function StatusLine({ commonKeys }: { commonKeys: readonly KeyHint[] }) {
  const status = useStatus()
  return (
    <footer className="status">
      {status.left.map((words) => (
        <span key={words}>{words}</span>
      ))}
      <span className="keys">
        <KeyHints hints={status.keys ?? commonKeys} />
      </span>
    </footer>
  )
}
