import type { DirectoryView } from '../../../electron/contract/directory.ts'
import type { ApiError } from '../../api/api-error.ts'
import { useWrite } from '../../api/use-write.ts'
import { directoryText } from '../../text/directory.ts'
import { showUndoToast } from '../../ui/toasts.ts'
import type { DirectoryKind } from './directory-order.ts'

export function useDirectoryRemove(
  kind: DirectoryKind,
  onRemoved: () => void,
): { remove: (view: DirectoryView, id: string) => void; errorOf: (id: string | null) => ApiError | null } {
  const done = {
    onSuccess: () => {
      onRemoved()
      void showUndoToast(directoryText.removed[kind])
    },
  }
  const writes = {
    persons: useWrite('directory.removePerson', done),
    organisations: useWrite('directory.removeOrganisation', done),
    colleges: useWrite('directory.removeCollege', done),
  }
  const write = writes[kind]
  return {
    remove: (view, id) => {
      const entry = view[kind].find((one) => one.id === id)
      if (entry !== undefined) write.mutate({ id, version: entry.version })
    },
    errorOf: (id) => (write.variables?.id === id ? write.error : null),
  }
}
