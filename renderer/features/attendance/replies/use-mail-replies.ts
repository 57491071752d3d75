import { useQueryClient } from '@tanstack/react-query'
import { useRef, useState } from 'react'
import type { RepliesView, ReplyDraft } from '../../../../electron/contract/replies.ts'
import { MOST_READ_BYTES } from '../../../../electron/domain/limits.ts'
import { ApiError } from '../../../api/api-error.ts'
import { sameJson } from '../../../api/same-json.ts'
import { showToast, showUndoToast } from '../../../api/toasts.ts'
import { queryKey } from '../../../api/use-query.ts'
import { saidByCaller, useAct, useWrite } from '../../../api/use-write.ts'
import { repliesText as text } from '../../../text/replies.ts'
import { type MailLine, mailLine, repliesToRecord } from './mail-lines.ts'

export type MailReplies = {
  readonly lines: readonly MailLine[]
  /** Null when nothing is being read. */
  readonly reading: { done: number; all: number } | null
  readonly recording: boolean
  readonly error: unknown
  read: (files: readonly File[]) => void
  stop: () => void
  change: (key: number, change: Partial<MailLine>) => void
  remove: (key: number) => void
  record: () => void
  giveUp: () => void
}

export function useMailReplies(meetingId: string): MailReplies {
  const [lines, setLines] = useState<readonly MailLine[]>([])
  const [reading, setReading] = useState<MailReplies['reading']>(null)
  const nextKey = useRef(1)
  const stopped = useRef(false)
  const client = useQueryClient()
  const before = useRef<unknown>(null)
  const { mutateAsync: readMails } = useAct('replies.readMails', saidByCaller)
  const setAll = useWrite('replies.setAll', {
    onSuccess: ({ asked }, { replies }) => {
      setLines([])
      const words = text.recorded(replies.length)
      // All of it was known already: there is nothing of ours to take back.
      if (sameJson(before.current, asked)) showToast(words)
      else showUndoToast(words)
    },
  })
  const read = async (files: readonly File[]) => {
    if (reading !== null || files.length === 0) return
    stopped.current = false
    for (const [done, file] of files.entries()) {
      setReading({ done: done + 1, all: files.length })
      const draft = await readOne(file, (bytes) =>
        readMails({ meetingId, files: [{ fileName: file.name.slice(0, 255), bytes }] }),
      )
      if (stopped.current) break
      const line = mailLine(nextKey.current++, draft)
      setLines((before) => [...before, line])
    }
    setReading(null)
  }
  return {
    lines,
    reading,
    recording: setAll.isPending,
    error: setAll.error,
    read: (files) => void read(files),
    stop: () => {
      stopped.current = true
    },
    change: (key, change) =>
      setLines((before) => before.map((line) => (line.key === key ? { ...line, ...change } : line))),
    remove: (key) => setLines((before) => before.filter((line) => line.key !== key)),
    record: () => {
      before.current = client.getQueryData<RepliesView>(queryKey('replies.list', { meetingId }))?.asked
      setAll.mutate({ meetingId, replies: repliesToRecord(lines) })
    },
    giveUp: () => setLines([]),
  }
}

/** One file at a time: a large mail must not hold up the others, nor a bad one stop them. */
async function readOne(
  file: File,
  ask: (bytes: Uint8Array) => Promise<readonly ReplyDraft[]>,
): Promise<ReplyDraft> {
  try {
    if (file.size > MOST_READ_BYTES) return failed(file, 'file-too-large')
    const [draft] = await ask(new Uint8Array(await file.arrayBuffer()))
    return draft ?? failed(file, 'file-damaged')
  } catch (error) {
    // Anything else is a folder, or a file taken away meanwhile.
    return failed(file, error instanceof ApiError ? error.code : 'file-damaged')
  }
}

function failed(file: File, failure: NonNullable<ReplyDraft['failure']>): ReplyDraft {
  return {
    fileName: file.name,
    from: '',
    sentAt: null,
    personId: null,
    answer: null,
    representedBy: '',
    excerpt: '',
    calendar: null,
    otherMeeting: false,
    failure,
  }
}
