import { useSyncExternalStore } from 'react'
import type { ListedAttachment } from '../../../../electron/contract/attachments.ts'
import type { AwaitedDocument } from '../../../../electron/domain/documents/attachment.ts'
import { bearsNameOf, bearsTitle } from '../../../../electron/domain/documents/document-name.ts'
import type { Id } from '../../../../electron/domain/ids.ts'

export type Choice =
  | { kind: 'replace'; old: ListedAttachment }
  | { kind: 'receive'; awaited: AwaitedDocument }

/** More than these would be a list to read, not a question. */
const MAX_PROMISES = 3

/** The likeliest first; none when the file can only be a document of its own. */
export function choicesFor(
  attachment: ListedAttachment,
  all: readonly ListedAttachment[],
  awaited: readonly AwaitedDocument[],
): Choice[] {
  const before = all.slice(0, Math.max(0, all.indexOf(attachment)))
  const old = before.findLast(
    (one) => one.itemId === attachment.itemId && bearsNameOf(attachment.fileName, one),
  )
  const open = awaited.filter((one) => one.itemId === attachment.itemId && one.attachmentId === null)
  const named = open.filter((one) => bearsTitle(attachment.fileName, one.title))
  const promises = named.length > 0 ? named : open
  return [
    ...(old === undefined ? [] : [{ kind: 'replace' as const, old }]),
    ...promises.slice(0, MAX_PROMISES).map((one) => ({ kind: 'receive' as const, awaited: one })),
  ]
}

let asked: readonly Id[] = []
const listeners = new Set<() => void>()

function publish(next: readonly Id[]): void {
  asked = next
  for (const listener of listeners) listener()
}

/** Asks what these attachments are, before what is asked already: the last drop is what one thinks of. */
export function ask(ids: readonly Id[]): void {
  if (ids.length > 0) publish([...ids, ...asked])
}

/** The question about an attachment is answered. */
export function answered(id: Id): void {
  publish(asked.filter((one) => one !== id))
}

/** Attachments asked about, the latest first. */
export function useAsked(): readonly Id[] {
  return useSyncExternalStore(
    (listener) => {
      listeners.add(listener)
      return () => listeners.delete(listener)
    },
    () => asked,
  )
}
