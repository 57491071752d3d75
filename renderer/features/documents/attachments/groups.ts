import type { ListedAttachment } from '../../../../electron/contract/attachments.ts'
import {
  type AgendaItem,
  depths,
  inAgendaOrder,
  itemNumbers,
} from '../../../../electron/domain/agenda/agenda.ts'
import type { AwaitedDocument } from '../../../../electron/domain/documents/attachment.ts'
import { attachmentsText } from '../../../text/attachments.ts'
import { titled } from '../../../text/common.ts'

export type Group = {
  /** Null for the whole meeting. */
  item: AgendaItem | null
  label: string
  depth: number
  /** Still to come. */
  awaited: AwaitedDocument[]
  files: ListedAttachment[]
}

export function groupsOf(
  items: readonly AgendaItem[],
  files: readonly ListedAttachment[],
  awaited: readonly AwaitedDocument[],
): Group[] {
  const numbers = itemNumbers(items)
  const depth = depths(items)
  const groups = new Map<string | null, Group>([
    [null, { item: null, label: attachmentsText.wholeMeeting, depth: 1, awaited: [], files: [] }],
  ])
  for (const item of inAgendaOrder(items))
    groups.set(item.id, {
      item,
      label: `${numbers.get(item.id) ?? ''} ${titled(item.title)}`.trim(),
      depth: depth.get(item.id) ?? 1,
      awaited: [],
      files: [],
    })
  for (const file of files) groups.get(file.itemId)?.files.push(file)
  for (const one of awaited) if (one.attachmentId === null) groups.get(one.itemId)?.awaited.push(one)
  return [...groups.values()]
}
