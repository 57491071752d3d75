import Plus from 'lucide-react/icons/plus'
import type { ReactNode } from 'react'
import type { ApiError } from '../api/api-error.ts'
import { ErrorBanner } from './Banner.tsx'
import { Button } from './Button.tsx'

/** @param opened the line that is open; one that was just added is opened by whoever adds it. */
export function OpenedLines<T extends { readonly id: string }>(props: {
  title: string
  /** A small heading, inside another section. */
  isSmall?: boolean
  lines: readonly T[]
  empty: string
  error: ApiError | null
  add: string
  onAdd: () => void
  opened: string | null
  onOpen: (id: string | null) => void
  children: (line: T, state: { isOpen: boolean; onToggle: () => void }) => ReactNode
}) {
  const { title, lines, opened, onOpen } = props
  return (
    <section className="stack" aria-label={title}>
      {props.isSmall === true ? <h3 className="label">{title}</h3> : <h2 className="h2">{title}</h2>}
      {props.error === null ? null : <ErrorBanner error={props.error} />}
      {lines.length === 0 ? (
        <p className="mute text-15">{props.empty}</p>
      ) : (
        <ul className="list">
          {lines.map((line) =>
            props.children(line, {
              isOpen: opened === line.id,
              onToggle: () => onOpen(opened === line.id ? null : line.id),
            }),
          )}
        </ul>
      )}
      <div className="row">
        <Button small icon={Plus} onPress={props.onAdd}>
          {props.add}
        </Button>
      </div>
    </section>
  )
}
