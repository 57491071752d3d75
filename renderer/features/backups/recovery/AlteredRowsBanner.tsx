import { formatDateWithoutWeekday } from '../../../../electron/domain/text/french.ts'
import { useQuery } from '../../../api/use-query.ts'
import { useAct } from '../../../api/use-write.ts'
import { href } from '../../../app/paths.ts'
import { damageText as text } from '../../../text/damage.ts'
import { Banner, ErrorBanner } from '../../../ui/Banner.tsx'
import { Button } from '../../../ui/Button.tsx'
import { minuteWords } from './when.ts'

/** Names the texts that are not what was written, until each was written again or somebody has read them. */
export function AlteredRowsBanner() {
  const damage = useQuery('recovery.damage', {})
  const keep = useAct('recovery.keepRows')
  if (damage.data === undefined || damage.data.rows.count === 0) return null
  const { count, named, lastGood } = damage.data.rows
  const shown = named.map(({ where, name, meetingDate }) => ({
    where,
    name,
    meeting: meetingDate === null ? null : formatDateWithoutWeekday(meetingDate),
  }))
  return (
    <div className="core-lost stack">
      {keep.error === null ? null : <ErrorBanner error={keep.error} />}
      <Banner
        tone="warn"
        acts={
          <>
            <a className="button plain compact" href={href('backups')}>
              {text.toBackups}
            </a>
            <Button small busy={keep.isPending ? text.keepRows : undefined} onPress={() => keep.mutate({})}>
              {text.keepRows}
            </Button>
          </>
        }
      >
        {text.rows(count, shown, minuteWords(lastGood))}
      </Banner>
    </div>
  )
}
