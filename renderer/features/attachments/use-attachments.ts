// Use attachments: the files of a meeting, and adding, opening, removing them; what is refused is said per file.
import { useQueryClient } from '@tanstack/react-query'
import { useState } from 'react'
import type { Output } from '../../../electron/contract/index.ts'
import { type Attachment, isRefusedFile, MAX_ATTACHMENT_BYTES } from '../../../electron/domain/attachment.ts'
import type { Id } from '../../../electron/domain/ids.ts'
import { ApiError, errorSentence } from '../../api/api-error.ts'
import { queryKey, useQuery } from '../../api/use-query.ts'
import { useWrite } from '../../api/use-write.ts'
import { attachmentsText } from '../../text/attachments.ts'
import { showUndoToast } from '../../ui/toasts.ts'

export type Attachments = {
  all: readonly Attachment[]
  isLoading: boolean
  /** Of the first read; null when it went well. */
  error: unknown
  isAdding: boolean
  /** One sentence per file or act that failed; emptied by the next act. */
  failures: readonly string[]
  addFiles: (files: readonly File[], itemId: Id | null) => Promise<void>
  choose: (itemId: Id | null) => void
  open: (id: Id) => void
  remove: (attachment: Attachment) => void
}

export function useAttachments(meetingId: Id): Attachments {
  const client = useQueryClient()
  const query = useQuery('attachments.list', { meetingId })
  const [failures, setFailures] = useState<readonly string[]>([])
  const [isReading, setReading] = useState(false)
  const keep = (list: Output<'attachments.list'>) =>
    client.setQueryData(queryKey('attachments.list', { meetingId }), list)
  const fail = (error: unknown) => setFailures((before) => [...before, errorSentence(error)])
  const add = useWrite('attachments.add')
  const choosing = useWrite('attachments.choose', { onSuccess: keep, onError: fail })
  const opening = useWrite('attachments.open', { onError: fail })
  const removing = useWrite('attachments.remove')

  return {
    all: query.data ?? [],
    isLoading: query.isPending,
    error: query.error,
    isAdding: isReading || choosing.isPending,
    failures,
    addFiles: async (files, itemId) => {
      setFailures([])
      setReading(true)
      for (const file of files) {
        try {
          keep(await add.mutateAsync({ meetingId, itemId, file: await readable(file) }))
        } catch (error) {
          setFailures((before) => [...before, `${attachmentsText.failed(file.name)} ${errorSentence(error)}`])
        }
      }
      setReading(false)
    },
    choose: (itemId) => {
      setFailures([])
      choosing.mutate({ meetingId, itemId })
    },
    open: (id) => {
      setFailures([])
      opening.mutate({ id })
    },
    remove: (attachment) => {
      setFailures([])
      removing.mutate(
        { id: attachment.id, version: attachment.version },
        {
          onSuccess: (list) => {
            keep(list)
            void showUndoToast(attachmentsText.removed(attachment.fileName))
          },
          onError: fail,
        },
      )
    },
  }
}

/** Refused before its bytes are read: a folder of programs need not travel to be turned away. */
async function readable(file: File): Promise<{ fileName: string; bytes: Uint8Array }> {
  if (isRefusedFile(file.name)) throw new ApiError('file-refused')
  if (file.size > MAX_ATTACHMENT_BYTES) throw new ApiError('file-too-large')
  if (file.size === 0) throw new ApiError('file-empty')
  return { fileName: file.name, bytes: new Uint8Array(await file.arrayBuffer()) }
}
