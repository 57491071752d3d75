import { useState } from 'react'
import { MAX_REPORT_BYTES, type ReportDraft } from '../../../electron/domain/attendance/report.ts'
import { ApiError } from '../../api/api-error.ts'
import { showUndoToast } from '../../api/toasts.ts'
import { useAct, useWrite } from '../../api/use-write.ts'
import { attendanceReportText as text } from '../../text/attendance.ts'
import { useKept } from '../../ui/kept.ts'

/** Under what a pasted report is kept until it was applied. */
export const pastedReport = (meetingId: string) => `attendance-report:${meetingId}`

export type Report = {
  readonly meetingId: string
  readonly isOpen: boolean
  readonly isReading: boolean
  readonly draft: ReportDraft | null
  readonly error: unknown
  open: () => void
  close: () => void
  readFile: (file: File | undefined) => void
  readNames: (pasted: string) => void
  readonly isApplying: boolean
  apply: ReturnType<typeof useApply>['mutate']
}

function useApply(onDone: () => void) {
  return useWrite('attendance.applyReport', {
    onSuccess: (_, { lines }) => {
      onDone()
      showUndoToast(text.applied(lines.length))
    },
  })
}

export function useReport(meetingId: string): Report {
  const [isOpen, setOpen] = useState(false)
  const [failure, setFailure] = useState<unknown>(null)
  const read = useAct('attendance.readReport')
  const close = () => {
    setOpen(false)
    setFailure(null)
    read.reset()
    apply.reset()
  }
  const [, , forgetPasted] = useKept(pastedReport(meetingId), '')
  const apply = useApply(() => {
    forgetPasted()
    close()
  })
  const readBytes = (fileName: string, bytes: Uint8Array) => {
    setFailure(null)
    apply.reset()
    read.mutate({ meetingId, fileName: fileName.slice(0, 255), bytes })
  }
  const readFile = async (file: File) => {
    setOpen(true)
    // Told before a huge file is read: it would only fill the memory.
    if (file.size > MAX_REPORT_BYTES) setFailure(new ApiError('report-too-large'))
    else
      try {
        readBytes(file.name, new Uint8Array(await file.arrayBuffer()))
      } catch {
        // A folder, or a file taken away meanwhile.
        setFailure(new ApiError('file-damaged'))
      }
  }
  return {
    meetingId,
    isOpen,
    isReading: read.isPending,
    draft: read.data ?? null,
    error: failure ?? read.error ?? apply.error,
    open: () => setOpen(true),
    close,
    readFile: (file) => {
      if (file !== undefined && !read.isPending) void readFile(file)
    },
    readNames: (pasted) => {
      setOpen(true)
      readBytes(text.pastedName, new Uint8Array(new TextEncoder().encode(pasted)))
    },
    isApplying: apply.isPending,
    apply: apply.mutate,
  }
}
