import BadgeCheck from 'lucide-react/icons/badge-check'
import UserPlus from 'lucide-react/icons/user-plus'
import UserRound from 'lucide-react/icons/user-round'
import { directoryText as text } from '../../text/directory.ts'
import { Badge, type Tone } from '../../ui/Badge.tsx'
import type { IconShape } from '../../ui/Icon.tsx'
import type { Quality } from './quality.ts'

const looks: Readonly<Record<Quality, { icon: IconShape; tone: Tone }>> = {
  titulaire: { icon: BadgeCheck, tone: 'acc' },
  suppleant: { icon: UserPlus, tone: 'info' },
  guest: { icon: UserRound, tone: 'line' },
}

export function QualityBadge({ quality }: { quality: Quality }) {
  return <Badge {...looks[quality]}>{text.quality[quality]}</Badge>
}
