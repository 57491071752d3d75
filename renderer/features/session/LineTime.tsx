import { formatTime } from '../../../electron/domain/french.ts'
import { type SessionLine, UNTIMED } from '../../../electron/domain/session.ts'
import { notebooksText as text } from '../../text/notebooks.ts'
import { clockOf } from './use-now.ts'

export function LineTime({ line }: { line: Pick<SessionLine, 'at' | 'author'> }) {
  if (line.at === UNTIMED)
    return (
      <small className="mute cut" title={text.theirs(line.author)}>
        {text.short}
      </small>
    )
  return <time dateTime={line.at}>{formatTime(clockOf(line.at))}</time>
}
