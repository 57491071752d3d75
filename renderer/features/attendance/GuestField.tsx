// Guest field: adds a person to the attendance: one of the directory, or a guest by name and organisation.
import Plus from 'lucide-react/icons/plus'
import { useId, useMemo, useState } from 'react'
import type { DirectoryView } from '../../../electron/contract/directory.ts'
import type { AttendeeFields } from '../../../electron/domain/attendance.ts'
import { useQuery } from '../../api/use-query.ts'
import { attendanceText } from '../../text/attendance.ts'
import { Button } from '../../ui/Button.tsx'
import { Field } from '../../ui/Field.tsx'
import { fullName, guestFrom } from './attendance-groups.ts'

type NewAttendee = Partial<AttendeeFields> & { familyName: string }

/** Enter adds and the field stays ready for the next name. */
export function GuestField({ onAdd }: { onAdd: (fields: NewAttendee) => void }) {
  const directory = useQuery('directory.list', {})
  const [typed, setTyped] = useState('')
  const listId = useId()
  const known = useMemo(() => knownPersons(directory.data), [directory.data])
  const add = () => {
    const fields = known.get(typed.trim()) ?? guestFrom(typed)
    if (fields === null) return
    onAdd(fields)
    setTyped('')
  }
  return (
    <form
      className="guest"
      aria-label={attendanceText.addGuest}
      onSubmit={(event) => {
        event.preventDefault()
        add()
      }}
    >
      <Field label={attendanceText.guestName} help={attendanceText.guestHelp}>
        {(ids) => (
          <input
            {...ids}
            className="input"
            list={listId}
            autoComplete="off"
            maxLength={500}
            value={typed}
            onChange={(event) => setTyped(event.target.value)}
          />
        )}
      </Field>
      <datalist id={listId}>
        {[...known.keys()].map((label) => (
          <option key={label} value={label} />
        ))}
      </datalist>
      <Button type="submit" icon={Plus}>
        {attendanceText.addGuest}
      </Button>
    </form>
  )
}

/** "Prénom Nom, Sigle" → what the attendance keeps of that person, as printed today. */
function knownPersons(directory: DirectoryView | undefined): Map<string, NewAttendee> {
  const persons = new Map<string, NewAttendee>()
  for (const person of directory?.persons ?? []) {
    const organisation = directory?.organisations.find((one) => one.id === person.organisationId)
    const short = organisation === undefined ? '' : organisation.acronym || organisation.name
    const college = directory?.colleges.find((one) => one.id === organisation?.collegeId)?.name ?? ''
    const label = [fullName(person), short].filter((part) => part !== '').join(', ')
    persons.set(label, {
      personId: person.id,
      familyName: person.familyName,
      givenName: person.givenName,
      organisation: organisation?.name ?? '',
      college,
      role: person.jobTitle,
    })
  }
  return persons
}
