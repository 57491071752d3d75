import type { EntryPart } from './palette-entry.ts'

/** A line of words with those marked that were searched for. */
export function Marked({ parts }: { parts: readonly EntryPart[] }) {
  return parts.map((part) =>
    part.marked ? <mark key={part.at}>{part.text}</mark> : <span key={part.at}>{part.text}</span>,
  )
}
