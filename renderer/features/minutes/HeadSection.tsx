import { useEffect, useMemo, useState } from 'react'
import type { Minutes, MinutesFields } from '../../../electron/domain/minutes/minutes.ts'
import { useSavedRow } from '../../api/outbox/window.ts'
import { minutesText } from '../../text/minutes.ts'
import { TimeField } from '../../ui/ParsedField.tsx'
import { AttendanceList } from '../attendance/index.ts'
import { ConflictBanner } from './ConflictBanner.tsx'
import { RichField } from './RichField.tsx'
import { richSource } from './rich-source.ts'
import { useMinutesStores } from './row-stores.ts'

export function HeadSection({ minutes }: { minutes: Minutes }) {
  const stores = useMinutesStores(minutes.meetingId)
  const saved = useSavedRow<MinutesFields>(`minutes:${minutes.id}`, minutes, stores.minutes(minutes.id))
  const opening = useMemo(() => richSource(saved, 'opening'), [saved])
  const [openedAt, setOpenedAt] = useState(() => saved.row.value('openedAt'))
  useEffect(() => saved.row.onAdopt(() => setOpenedAt(saved.row.value('openedAt'))), [saved.row])
  return (
    <>
      <h2>{minutesText.head}</h2>
      <ConflictBanner saved={saved} />
      <div className="minutes-facts">
        <TimeField
          label={minutesText.openingTime}
          value={openedAt}
          onCommit={(time) => {
            saved.edit('openedAt', () => time)
            setOpenedAt(time)
          }}
        />
      </div>
      <AttendanceList meetingId={minutes.meetingId} />
      <RichField
        meetingId={minutes.meetingId}
        label={minutesText.openingText}
        source={opening}
        history={{ kind: 'minutes', id: minutes.id, field: 'opening' }}
      />
    </>
  )
}
