import Check from 'lucide-react/icons/check'
import CircleCheck from 'lucide-react/icons/circle-check'
import CircleSlash from 'lucide-react/icons/circle-slash'
import Equal from 'lucide-react/icons/equal-approximately'
import Replace from 'lucide-react/icons/replace'
import Undo2 from 'lucide-react/icons/undo-2'
import X from 'lucide-react/icons/x'
import { memo } from 'react'
import { type SessionLine, UNTIMED } from '../../../../electron/domain/session/session.ts'
import { formatNarrowDate, formatTime } from '../../../../electron/domain/text/french.ts'
import { readRuns } from '../../../../electron/domain/text/word-changes.ts'
import { clockTime } from '../../../../electron/domain/time/civil-date.ts'
import { notebooksText as text } from '../../../text/notebooks.ts'
import { lineKindText } from '../../../text/session.ts'
import { Badge } from '../../../ui/Badge.tsx'
import { Button } from '../../../ui/Button.tsx'
import { Icon } from '../../../ui/Icon.tsx'
import { lineIcon, lineTone } from '../line-look.ts'
import type { Row } from './groups.ts'
import type { Merge } from './use-merge.ts'

/** Drawn again only when one of its lines changed: an item can hold hundreds. */
export const MergeRow = memo(function MergeRow(props: Row & { merge: Merge; authors: boolean }) {
  const { own, line, twin, merge, authors } = props
  return (
    <li className="merge-row">
      <div className="merge-cell">{own === null ? null : <OwnLine line={own} merge={merge} />}</div>
      <div className="merge-cell">
        {line === null ? null : <TheirLine line={line} twin={twin} merge={merge} withAuthor={authors} />}
      </div>
    </li>
  )
})

function OwnLine({ line, merge }: { line: SessionLine; merge: Merge }) {
  const isLeft = line.state === 'left'
  return (
    <div className={isLeft ? 'merge-line decided' : 'merge-line'}>
      <LineHead line={line} />
      <p className={isLeft ? 'gone' : ''}>{line.text}</p>
      {isLeft ? (
        <div className="merge-acts">
          <Badge icon={CircleSlash}>{text.replaced}</Badge>
          <Button small look="ghost" icon={Undo2} onPress={() => merge.decide([line], 'kept')}>
            {text.restore}
          </Button>
        </div>
      ) : null}
    </div>
  )
}

function TheirLine(props: {
  line: SessionLine
  twin: SessionLine | null
  merge: Merge
  withAuthor: boolean
}) {
  const { line, twin, merge } = props
  const isOpen = line.state === 'proposed'
  const mine = twin?.state === 'kept' ? twin : null
  return (
    <fieldset
      className={isOpen ? 'merge-line open' : 'merge-line decided'}
      data-line={line.id}
      data-open={isOpen || undefined}
      aria-label={text.line(lineKindText[line.kind], line.text)}
    >
      <LineHead line={line} author={props.withAuthor ? line.author : ''} isAlike={twin !== null && isOpen} />
      <p className={line.state === 'left' ? 'gone' : ''}>
        {twin === null ? line.text : <Compared before={twin.text} after={line.text} />}
      </p>
      <div className="merge-acts">
        {isOpen ? (
          <>
            <Button small icon={Check} onPress={() => merge.decide([line], 'kept')}>
              {text.take}
            </Button>
            {mine === null ? null : (
              <Button small icon={Replace} onPress={() => merge.takeInstead(line, mine)}>
                {text.instead}
              </Button>
            )}
            <Button small look="ghost" icon={X} onPress={() => merge.decide([line], 'left')}>
              {text.leave}
            </Button>
          </>
        ) : (
          <>
            {line.state === 'kept' ? (
              <Badge icon={CircleCheck} tone="ok">
                {text.taken}
              </Badge>
            ) : (
              <Badge icon={CircleSlash}>{text.left}</Badge>
            )}
            <Button small look="ghost" icon={Undo2} onPress={() => merge.decide([line], 'proposed')}>
              {text.again}
            </Button>
          </>
        )}
      </div>
    </fieldset>
  )
}

/** Kind, hour, who spoke or must act, by when. */
function LineHead(props: { line: SessionLine; author?: string; isAlike?: boolean }) {
  const { line, author = '' } = props
  const who =
    line.speaker === '' || line.organisation === '' || line.speaker === line.organisation
      ? line.speaker || line.organisation
      : `${line.speaker} (${line.organisation})`
  const due = line.dueDate === null ? line.dueWords : formatNarrowDate(line.dueDate)
  return (
    <div className="merge-head">
      <span className={`merge-kind ${lineTone[line.kind]}`}>
        <Icon of={lineIcon[line.kind]} size={16} />
        {lineKindText[line.kind]}
      </span>
      {who === '' ? null : <b>{who}</b>}
      {due === '' ? null : <span>{due}</span>}
      {author === '' ? null : <span className="mute">{author}</span>}
      {props.isAlike === true ? (
        <Badge icon={Equal} tone="info">
          {text.alike}
        </Badge>
      ) : null}
      {line.at === UNTIMED ? null : (
        <time className="mute end" dateTime={line.at}>
          {formatTime(clockTime(line.at))}
        </time>
      )}
    </div>
  )
}

/** The words that one's own line does not have stand out. */
function Compared({ before, after }: { before: string; after: string }) {
  let at = 0
  return readRuns(before, after).flatMap((run) => {
    if (run.type === 'removed') return []
    at += 1
    return [run.type === 'added' ? <mark key={at}>{run.text}</mark> : <span key={at}>{run.text}</span>]
  })
}
