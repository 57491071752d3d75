import { showToast } from '../api/toasts.ts'
import { useQuery } from '../api/use-query.ts'
import { useAct } from '../api/use-write.ts'
import { AlteredRowsBanner } from '../features/backups/recovery/AlteredRowsBanner.tsx'
import { OlderDataBanner } from '../features/backups/recovery/OlderDataBanner.tsx'
import { minuteWords } from '../features/backups/recovery/when.ts'
import { damageText as text } from '../text/damage.ts'
import { Banner, ErrorBanner } from '../ui/Banner.tsx'
import { Button } from '../ui/Button.tsx'
import { href, type Place } from './paths.ts'

/** What is wrong with the data, above every screen. */
export function DataBanners({ place }: { place: Place }) {
  return (
    <>
      <DamageBanner place={place} />
      <OlderDataBanner />
      <AlteredRowsBanner />
    </>
  )
}

const told = { 'data-damaged': text.data, 'disk-failing': text.disk, 'data-missing': text.gone } as const

function DamageBanner({ place }: { place: Place }) {
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
          {told[data.code](minuteWords(data.at) ?? '')}{' '}
          {data.code === 'data-missing' ? null : text.safe(minuteWords(data.lastGood))} {text.typed}
        </Banner>
      )}
      {saysFiles ? (
        <Banner
          tone="warn"
          acts={
            <a className="button plain compact" href={href('keptFiles')}>
              {text.openFiles}
            </a>
          }
        >
          {text.files(files.missing, files.altered)}
        </Banner>
      ) : null}
    </div>
  )
}
