import { useQuery } from '../api/use-query.ts'
import { useAct } from '../api/use-write.ts'
import { minuteWords } from '../features/backups/recovery/when.ts'
import { damageText as text } from '../text/damage.ts'
import { keptFilesText } from '../text/kept-files.ts'
import { Banner, ErrorBanner } from '../ui/Banner.tsx'
import { Button } from '../ui/Button.tsx'
import { showToast } from '../ui/toasts.ts'
import { href, type Place } from './paths.ts'

export function DamageBanner({ place }: { place: Place }) {
  const damage = useQuery('recovery.damage', {})
  const examine = useAct('recovery.examine', {
    onSuccess: ({ reason }) => {
      if (reason === null) showToast(text.sound)
    },
  })
  if (damage.data === undefined) return null
  const { data, files } = damage.data
  // The page of the files says it itself.
  const saysFiles = files.missing + files.altered > 0 && place.id !== 'keptFiles'
  if (data === null && !saysFiles && examine.error === null) return null
  return (
    <div className="core-lost stack">
      {examine.error === null ? null : <ErrorBanner error={examine.error} />}
      {data === null ? null : (
        <Banner
          tone="bad"
          acts={
            <Button
              small
              busy={examine.isPending ? text.examining : undefined}
              onPress={() => examine.mutate({})}
            >
              {text.examine}
            </Button>
          }
        >
          {(data.code === 'disk-failing' ? text.disk : text.data)(minuteWords(data.at) ?? '')}{' '}
          {text.safe(minuteWords(data.lastGood))} {text.typed}
        </Banner>
      )}
      {saysFiles ? (
        <Banner
          tone="warn"
          acts={
            <a className="btn plain sm" href={href('keptFiles')}>
              {keptFilesText.openPage}
            </a>
          }
        >
          {text.files(files.missing, files.altered)}
        </Banner>
      ) : null}
    </div>
  )
}
