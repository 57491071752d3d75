import type { Series } from '../../../../electron/domain/meetings/series.ts'
import { useQuery } from '../../../api/use-query.ts'
import { useWrite } from '../../../api/use-write.ts'
import { seriesText as text } from '../../../text/series.ts'
import { Banner, ErrorBanner } from '../../../ui/Banner.tsx'
import { Button } from '../../../ui/Button.tsx'
import { showUndoToast } from '../../../ui/toasts.ts'

export function Strays({ series, year }: { series: Series; year: number }) {
  const meetings = useQuery('meetings.list', { year })
  const adopt = useWrite('series.adoptMeetings', { onSuccess: () => void showUndoToast(text.adopted) })
  const strays = (meetings.data ?? []).filter(({ seriesId }) => seriesId === null).length
  if (strays === 0 && adopt.error === null) return null
  return (
    <div className="pad">
      {adopt.error === null ? null : <ErrorBanner error={adopt.error} />}
      {strays === 0 ? null : (
        <Banner
          acts={
            <Button small onPress={() => adopt.mutate({ id: series.id, year })}>
              {text.adopt(series.name)}
            </Button>
          }
        >
          {text.strays(strays, year)}
        </Banner>
      )}
    </div>
  )
}
