// The typed line drawn under the field with its marks on their grounds; what is heard is the field itself.
import type { ReactNode } from 'react'
import type { LinePart } from '../../../electron/domain/session/notation.ts'

const classOf: Readonly<Record<LinePart['type'], string>> = {
  mark: 'tk-k',
  item: 'tk-i',
  speaker: 'tk-o',
  due: 'tk-d',
}

/** It breaks its lines as the field above it does, and gives the field its height. */
export function MarkedLine({ raw, parts }: { raw: string; parts: readonly LinePart[] }) {
  const drawn: ReactNode[] = []
  let at = 0
  for (const { start, end, type } of [...parts].sort((a, b) => a.start - b.start)) {
    if (start < at) continue
    drawn.push(raw.slice(at, start))
    drawn.push(
      <span key={start} className={classOf[type]}>
        {raw.slice(start, end)}
      </span>,
    )
    at = end
  }
  drawn.push(raw.slice(at))
  return (
    <div className="marked-line" aria-hidden="true">
      {drawn}
      {/* A line break at the end has no height of its own here; in the field the caret stands on it. */}
      {'\u200b'}
    </div>
  )
}
