import CircleDashed from 'lucide-react/icons/circle-dashed'
import Headphones from 'lucide-react/icons/headphones'
import MapPin from 'lucide-react/icons/map-pin'
import UserCheck from 'lucide-react/icons/user-check'
import UserMinus from 'lucide-react/icons/user-minus'
import UserRoundCheck from 'lucide-react/icons/user-round-check'
import UserX from 'lucide-react/icons/user-x'
import Video from 'lucide-react/icons/video'
import type { AttendanceStatus } from '../../../electron/domain/attendance/attendance.ts'
import type { IconShape } from '../../ui/Icon.tsx'

const icons: Readonly<Record<AttendanceStatus, IconShape>> = {
  surPlace: MapPin,
  visio: Video,
  audio: Headphones,
  present: UserRoundCheck,
  excuse: UserX,
  absent: UserMinus,
  represente: UserCheck,
}

export const statusIcon = (status: AttendanceStatus | null): IconShape =>
  status === null ? CircleDashed : icons[status]
