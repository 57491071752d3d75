import { useMemo } from 'react'
import type { Subject, SubjectFields } from '../../../../electron/domain/agenda/subject.ts'
import { useQuery } from '../../../api/use-query.ts'
import { subjectText as text } from '../../../text/subjects.ts'
import { ComboBox, type ComboChoice } from '../../../ui/ComboBox.tsx'

export function SubjectPeople(props: { subject: Subject; onPatch: (patch: Partial<SubjectFields>) => void }) {
  const { subject, onPatch } = props
  const directory = useQuery('directory.list', {})
  const { persons, organisations } = directory.data ?? { persons: [], organisations: [] }
  const organisationChoices = useMemo(
    () =>
      organisations.map(
        ({ id, name, acronym }): ComboChoice =>
          acronym === '' ? { id, label: name } : { id, label: name, detail: acronym },
      ),
    [organisations],
  )
  const personChoices = useMemo(() => {
    const names = new Map(organisations.map((one) => [one.id, one.acronym || one.name]))
    return persons.map((person): ComboChoice => {
      const detail = person.organisationId === null ? undefined : names.get(person.organisationId)
      const label = `${person.givenName} ${person.familyName}`.trim()
      return detail === undefined ? { id: person.id, label } : { id: person.id, label, detail }
    })
  }, [persons, organisations])
  const choosePerson = (requester: string, requesterId: string | null) => {
    const person = persons.find(({ id }) => id === requesterId)
    const own = organisations.find(({ id }) => id === person?.organisationId)
    onPatch({
      requester,
      requesterId,
      // Who is taken from the directory comes with their organisation.
      ...(own === undefined ? {} : { organisation: own.name, organisationId: own.id }),
    })
  }
  return (
    <>
      <ComboBox
        label={text.fields.requester}
        value={subject.requester}
        choices={personChoices}
        onCommit={choosePerson}
      />
      <ComboBox
        label={text.fields.organisation}
        value={subject.organisation}
        choices={organisationChoices}
        onCommit={(organisation, organisationId) => onPatch({ organisation, organisationId })}
      />
    </>
  )
}
