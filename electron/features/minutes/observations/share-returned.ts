import type { Reader } from '../../../db/driver.ts'
import { agendaModel } from '../../../documents/agenda/model.ts'
import { agendaDifferences } from '../../../domain/agenda/review.ts'
import { reviewDifferences } from '../../../domain/minutes/review-differences.ts'
import type { WordReview } from '../../../domain/minutes/word-review.ts'
import { fileToPrint } from '../../reads/file-to-print.ts'
import { agendaColumns, betweenItems, sentAgenda } from './sent-agenda.ts'
import { sentAgendas } from './sent-agendas.ts'
import { sentVersions, strangerOf, titleOf, versionOf } from './sent-versions.ts'

/** How much of each paper of a meeting a file holds, from 0 to 1; nothing of one that says that it is of another. */
export async function shareReturned(
  tx: Reader,
  meetingId: string,
  review: WordReview,
): Promise<{ minutes: number; agenda: number }> {
  const file = await fileToPrint(tx, meetingId)
  const ours = (share: number, title: readonly string[]) =>
    strangerOf(review, share, title) === null ? share : 0
  const version = file.minutes === null ? null : versionOf(await sentVersions(tx, file), review)
  const minutes =
    version === null ? 0 : ours(reviewDifferences(version.places, review).share, titleOf(version))
  const shares = (await sentAgendas(tx, file)).map(
    (one) =>
      agendaDifferences(sentAgenda(one), review, {
        columnsOf: agendaColumns,
        beside: [],
        between: betweenItems,
      }).share,
  )
  return { minutes, agenda: ours(Math.max(...shares), [agendaModel(file).head.title]) }
}
