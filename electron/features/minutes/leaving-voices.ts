import type { Reader } from '../../db/driver.ts'
import type { MinutesFacts } from '../../domain/meetings/leaving.ts'
import type { FileToPrint } from '../../domain/meetings/meeting-file.ts'
import { plainText } from '../../domain/text/rich-text.ts'

/** Names of a transcript that nobody told who they are, and that a text has: the program's own, or those of a room. */
export async function voicesIn(
  tx: Reader,
  { meeting, sections }: FileToPrint,
): Promise<MinutesFacts['voices']> {
  const heard = await tx
    .selectFrom('sessionLine')
    .select('speaker')
    .distinct()
    .where('meetingId', '=', meeting.id)
    .where('notebookId', 'is not', null)
    .where('state', '=', 'kept')
    .where('speaker', '!=', '')
    .where('organisation', '=', '')
    .where('personId', 'is', null)
    .execute()
  return sections.flatMap(({ itemId, presentation, exchanges }) => {
    const words = heard.length === 0 ? '' : `${plainText(presentation)}\n${plainText(exchanges)}`
    return heard.flatMap(({ speaker }) =>
      words.includes(speaker) ? [{ section: itemId, name: speaker }] : [],
    )
  })
}
