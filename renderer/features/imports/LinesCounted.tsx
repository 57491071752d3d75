import { importsText } from '../../text/imports.ts'
import { type ShownLine, standingCounts } from './source-roles.ts'

/** Every line of the file, counted once. */
export function LinesCounted({ lines }: { lines: readonly ShownLine[] }) {
  return <span className="mute">{importsText.lines.counts(lines.length, standingCounts(lines))}</span>
}
