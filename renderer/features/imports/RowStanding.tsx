import ArrowLeftRight from 'lucide-react/icons/arrow-left-right'
import CircleCheck from 'lucide-react/icons/circle-check'
import CircleSlash from 'lucide-react/icons/circle-slash-2'
import Plus from 'lucide-react/icons/plus'
import TriangleAlert from 'lucide-react/icons/triangle-alert'
import { importsText } from '../../text/imports.ts'
import { Icon } from '../../ui/Icon.tsx'
import type { Line, Standing } from './review-line.ts'

const text = importsText.compared

/** The same as words. */
export const certaintyWords = (line: Line, isDoubtful: boolean): string =>
  !line.taken
    ? importsText.left
    : isDoubtful
      ? importsText.check
      : line.seen
        ? importsText.seen
        : importsText.sure

export function Certainty({ line, isDoubtful }: { line: Line; isDoubtful: boolean }) {
  if (!line.taken) {
    return (
      <span className="confidence mute">
        <Icon of={CircleSlash} size={16} />
        {importsText.left}
      </span>
    )
  }
  if (isDoubtful) {
    return (
      <span className="confidence warn strong">
        <Icon of={TriangleAlert} size={16} />
        {importsText.check}
      </span>
    )
  }
  return (
    <span className="confidence ok">
      <Icon of={CircleCheck} size={16} />
      {line.seen ? importsText.seen : importsText.sure}
    </span>
  )
}

export function Compared({ line, standing }: { line: Line; standing: Standing }) {
  switch (standing.type) {
    case 'left':
      return null
    case 'new':
      return (
        <span className="confidence strong">
          <Icon of={Plus} size={16} />
          {text.new}
        </span>
      )
    case 'skipped':
      return <span className="confidence mute">{text.skipped}</span>
    case 'same':
      return <span className="confidence mute">{text.same}</span>
    case 'changed': {
      const isMoved = standing.moved && !line.kept.has('place')
      if (standing.changes.length === 0 && !isMoved)
        return <span className="confidence mute">{text.nothingKept}</span>
      return (
        <span className="confidence strong">
          <Icon of={ArrowLeftRight} size={16} />
          {text.changed(standing.changes, isMoved)}
        </span>
      )
    }
  }
}
