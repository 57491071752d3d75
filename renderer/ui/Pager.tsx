import ArrowLeft from 'lucide-react/icons/arrow-left'
import ArrowRight from 'lucide-react/icons/arrow-right'
import { pagerText as text } from '../text/pager.ts'
import { Button } from './Button.tsx'

/** Rows of one page: enough for the tallest window, few enough to paint at once. */
export const PAGE = 60

export function Pager(props: {
  offset: number
  shown: number
  total: number
  onMove: (offset: number) => void
}) {
  const { offset, total, onMove } = props
  const last = offset + props.shown
  if (total <= PAGE) return null
  const words = text.shown(offset + 1, last, total)
  return (
    <div className="row pager">
      <span className="mute">{words}</span>
      <Button
        small
        icon={ArrowLeft}
        steps
        label={text.previous}
        unavailable={offset === 0 ? words : undefined}
        onPress={() => onMove(Math.max(0, offset - PAGE))}
      />
      <Button
        small
        icon={ArrowRight}
        steps
        label={text.next}
        unavailable={last >= total ? words : undefined}
        onPress={() => onMove(offset + PAGE)}
      />
    </div>
  )
}
