import type { Reader } from '../../db/driver.ts'
import { followUpItem } from '../../domain/agenda/template.ts'
import type { FileToPrint } from '../../domain/meetings/meeting-file.ts'
import { actionsBefore } from './carry-over/open-actions.ts'
import { provenanceOf } from './carry-over/provenance.ts'
import { meetingFile } from './meetings.ts'
import { templateLines } from './template-lines.ts'

export async function fileToPrint(tx: Reader, meetingId: string): Promise<FileToPrint> {
  const file = await meetingFile(tx, meetingId)
  const item = followUpItem(file.items, await templateLines(tx, 'followUp'))
  const followedUp =
    item === null ? null : { itemId: item.id, actions: await actionsBefore(tx, file.meeting) }
  return { ...file, earlier: { provenance: await provenanceOf(tx, meetingId), followedUp } }
}
