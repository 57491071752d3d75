import type { SubjectView } from '../../../../electron/contract/subjects.ts'
import { showUndoToast } from '../../../api/toasts.ts'
import { subjectText as text } from '../../../text/subjects.ts'

export function usePasted(onTaken: (id: string) => void) {
  return {
    onSuccess: ({ subject }: SubjectView, { id }: { id: string }) => {
      onTaken(subject.id)
      showUndoToast(subject.id === id ? text.pasted : text.joined(subject.title))
    },
  }
}
