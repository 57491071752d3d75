import PenLine from 'lucide-react/icons/pen-line'
import { memo } from 'react'
import { useWriters } from '../app/team.ts'
import { matesText } from '../text/mates.ts'
import { Badge } from '../ui/Badge.tsx'

/** Says quietly who else writes here; nothing is locked by it. Beside each of many sections: drawn when that changes. */
export const Writers = memo(function Writers(props: { screen: string; meetingId: string; part: string }) {
  const writers = useWriters(props.screen, props.meetingId, props.part)
  if (writers.length === 0) return null
  return (
    <span className="writers">
      <Badge icon={PenLine} tone="plum">
        {matesText.writes(writers)}
      </Badge>
    </span>
  )
})
