import type { Output } from '../../../../electron/contract/index.ts'
import type { SeriesFields } from '../../../../electron/domain/meetings/series.ts'
import { newId } from '../../../api/new-id.ts'
import { useQuery } from '../../../api/use-query.ts'
import { useWrite } from '../../../api/use-write.ts'
import { seriesText } from '../../../text/series.ts'

type Next = Output<'home.get'>['next']

/** @param onAdded called with the id of the series that was added. */
export function useSeriesAdd(onAdded: (id: string) => void) {
  const home = useQuery('home.get', {})
  const add = useWrite('series.add', { onSuccess: (_, { id }) => onAdded(id) })
  return {
    error: add.error,
    addSeries: (isFirst: boolean) =>
      add.mutate({ id: newId(), fields: fresh(home.data?.next ?? null, isFirst) }),
  }
}

/** The second Thursday of every month but August, which a secretary changes or keeps. */
function fresh(next: Next, isFirst: boolean): SeriesFields {
  return {
    name: isFirst ? seriesText.firstName : seriesText.otherName,
    rule: { ordinal: 2, weekday: 4, months: [1, 2, 3, 4, 5, 6, 7, 9, 10, 11, 12] },
    startTime: next?.startTime ?? '14:00',
    endTime: next === null ? '16:30' : next.endTime,
    mode: next?.mode ?? 'hybride',
    place: next?.place ?? '',
    videoLink: next?.videoLink ?? '',
    chair: next?.chair ?? '',
    secretary: next?.secretary ?? '',
  }
}
