// Use directory add: a new person, organisation or college at the end of the protocol order, chosen at once.
import type { DirectoryView } from '../../../electron/contract/directory.ts'
import type { ApiError } from '../../api/api-error.ts'
import { newId } from '../../api/new-id.ts'
import { useWrite } from '../../api/use-write.ts'
import { directoryText } from '../../text/directory.ts'

export type DirectoryKind = 'persons' | 'organisations' | 'colleges'

export function useDirectoryAdd(
  kind: DirectoryKind,
  onAdded: (id: string) => void,
): { add: (view: DirectoryView) => void; error: ApiError | null } {
  const chooseAdded = { onSuccess: (_: unknown, input: { id: string }) => onAdded(input.id) }
  const person = useWrite('directory.addPerson', chooseAdded)
  const organisation = useWrite('directory.addOrganisation', chooseAdded)
  const college = useWrite('directory.addCollege', chooseAdded)
  const add = (view: DirectoryView) => {
    const id = newId()
    const protocolOrder = view[kind].reduce((most, row) => Math.max(most, row.protocolOrder + 1), 0)
    const fresh = directoryText.fresh[kind]
    if (kind === 'persons') person.mutate({ id, fields: { familyName: fresh, protocolOrder } })
    else if (kind === 'organisations') organisation.mutate({ id, fields: { name: fresh, protocolOrder } })
    else college.mutate({ id, fields: { name: fresh, protocolOrder } })
  }
  return { add, error: person.error ?? organisation.error ?? college.error }
}
