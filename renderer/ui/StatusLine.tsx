import { Keys } from './Keys.tsx'
import { type KeyHint, useStatus } from './status.ts'

export function StatusLine({ commonKeys }: { commonKeys: readonly KeyHint[] }) {
  const status = useStatus()
  return (
    <footer className="status">
      {status.left.map((words) => (
        <span key={words}>{words}</span>
      ))}
      <span className="keys">
        {(status.keys ?? commonKeys).map((hint) => (
          <span key={hint.label}>
            <Keys keys={hint.keys} /> {hint.label}
          </span>
        ))}
      </span>
    </footer>
  )
}
