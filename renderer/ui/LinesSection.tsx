import Plus from 'lucide-react/icons/plus'
import type { ReactNode } from 'react'
import { ErrorBanner } from './Banner.tsx'
import { Button } from './Button.tsx'
import { Skeleton } from './Skeleton.tsx'

export function LinesSection<T>(props: {
  title: string
  lead: string
  /** Undefined while they are being read. */
  lines: readonly T[] | undefined
  empty: string
  error: unknown
  onRetry: () => void
  add: string
  onAdd: () => void
  /** The list, when there is something in it. */
  children: (lines: readonly T[]) => ReactNode
}) {
  const { lines, error } = props
  return (
    <section className="stack" aria-label={props.title}>
      <h2 className="h2">{props.title}</h2>
      <p className="mute">{props.lead}</p>
      {error === null ? null : <ErrorBanner error={error} onRetry={props.onRetry} />}
      {lines === undefined ? (
        error === null ? (
          <Skeleton />
        ) : null
      ) : lines.length === 0 ? (
        <p className="mute">{props.empty}</p>
      ) : (
        props.children(lines)
      )}
      <div className="row">
        <Button icon={Plus} onPress={props.onAdd}>
          {props.add}
        </Button>
      </div>
    </section>
  )
}
