import type { DatabaseSurvey } from '../../../../electron/contract/recovery.ts'
import { useQuery } from '../../../api/use-query.ts'
import { useAct } from '../../../api/use-write.ts'
import { href } from '../../../app/paths.ts'
import { damageText as text } from '../../../text/damage.ts'
import { Banner, ErrorBanner } from '../../../ui/Banner.tsx'
import { Button } from '../../../ui/Button.tsx'
import { minuteWords } from './when.ts'

/** Says that the open data lack what a copy of them holds, until somebody says which of them counts. */
export function OlderDataBanner() {
  const older = useQuery('recovery.older', {})
  const keep = useAct('recovery.keepData')
  if (older.data == null) return null
  const { newer, lostLog, now } = older.data
  const [newest] = newer
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
            <Button small busy={keep.isPending ? text.keep : undefined} onPress={() => keep.mutate({})}>
              {text.keep}
            </Button>
          </>
        }
      >
        {lostLog ? text.lostLog : null}{' '}
        {newest === undefined
          ? null
          : text.older(
              minuteWords(newest.at) ?? '',
              newest.changes,
              newest.survey === null ? null : { inside: counts(newest.survey), now: counts(now) },
            )}
      </Banner>
    </div>
  )
}

function counts({ meetings, minutes, actions }: DatabaseSurvey): string {
  return text.counts(meetings ?? 0, minutes ?? 0, actions ?? 0)
}
