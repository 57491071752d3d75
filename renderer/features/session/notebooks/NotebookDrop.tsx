import type { ReactNode } from 'react'
import { notebooksText as text } from '../../../text/notebooks.ts'
import { DropArea } from '../../documents/index.ts'
import { useReadNotebooks } from './use-read-notebooks.ts'

export function NotebookDrop({ meetingId, children }: { meetingId: string; children: ReactNode }) {
  const { takeFiles } = useReadNotebooks(meetingId, true)
  return (
    <DropArea label={text.drop} className="cols" onFiles={takeFiles}>
      {children}
    </DropArea>
  )
}
