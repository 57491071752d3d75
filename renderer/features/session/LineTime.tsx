import { type SessionLine, UNTIMED } from '../../../electron/domain/session/session.ts'
import { formatTime } from '../../../electron/domain/text/french.ts'
import { clockTime } from '../../../electron/domain/time/civil-date.ts'
import { notebooksText as text } from '../../text/notebooks.ts'

export function LineTime({ line }: { line: Pick<SessionLine, 'at' | 'author'> }) {
  if (line.at === UNTIMED)
    return (
      <small className="mute cut" title={text.theirs(line.author)}>
        {text.short}
      </small>
    )
  return <time dateTime={line.at}>{formatTime(clockTime(line.at))}</time>
}
