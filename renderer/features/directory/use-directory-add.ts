import type { ApiError } from '../../api/api-error.ts'
import { newId } from '../../api/new-id.ts'
import { useWrite } from '../../api/use-write.ts'
import { directoryText } from '../../text/directory.ts'
import type { DirectoryKind } from './directory-order.ts'

export function useDirectoryAdd(
  kind: DirectoryKind,
  onAdded: (id: string) => void,
): { add: () => void; error: ApiError | null } {
  const chooseAdded = { onSuccess: (_: unknown, input: { id: string }) => onAdded(input.id) }
  const person = useWrite('directory.addPerson', chooseAdded)
  const organisation = useWrite('directory.addOrganisation', chooseAdded)
  const college = useWrite('directory.addCollege', chooseAdded)
  const add = () => {
    const id = newId()
    const fresh = directoryText.fresh[kind]
    if (kind === 'persons') person.mutate({ id, fields: { familyName: fresh } })
    else if (kind === 'organisations') organisation.mutate({ id, fields: { name: fresh } })
    else college.mutate({ id, fields: { name: fresh } })
  }
  return { add, error: person.error ?? organisation.error ?? college.error }
}
