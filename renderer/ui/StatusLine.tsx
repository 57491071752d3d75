import { Keys } from './Keys.tsx'
import { useStatus } from './status.ts'

export function StatusLine() {
  const status = useStatus()
  return (
    <footer className="status">
      {status.left.map((words) => (
        <span key={words}>{words}</span>
      ))}
      <span className="keys">
        {status.keys.map((hint) => (
          <span key={hint.label}>
            <Keys keys={hint.keys} /> {hint.label}
          </span>
        ))}
      </span>
    </footer>
  )
}
