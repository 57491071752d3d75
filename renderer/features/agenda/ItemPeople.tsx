import { useMemo } from 'react'
import type { AgendaItem } from '../../../electron/domain/agenda/agenda.ts'
import { fullName } from '../../../electron/domain/people/full-name.ts'
import { shortName } from '../../../electron/domain/people/short-name.ts'
import { useQuery } from '../../api/use-query.ts'
import { agendaText } from '../../text/agenda.ts'
import { ComboBox, type ComboChoice } from '../../ui/ComboBox.tsx'
import { useWorkspace } from './workspace.ts'

export function ItemPeople({ item }: { item: AgendaItem }) {
  const { edit } = useWorkspace()
  const directory = useQuery('directory.list', {})
  const organisations = directory.data?.organisations ?? []
  const persons = directory.data?.persons ?? []
  const organisationChoices = useMemo(
    () =>
      (directory.data?.organisations ?? []).map(
        ({ id, name, acronym }): ComboChoice =>
          acronym === '' ? { id, label: name } : { id, label: name, detail: acronym },
      ),
    [directory.data],
  )
  const personChoices = useMemo(() => {
    const names = new Map((directory.data?.organisations ?? []).map((one) => [one.id, shortName(one)]))
    return (directory.data?.persons ?? []).map((person): ComboChoice => {
      const detail = person.organisationId === null ? undefined : names.get(person.organisationId)
      const label = fullName(person)
      return detail === undefined ? { id: person.id, label } : { id: person.id, label, detail }
    })
  }, [directory.data])

  const present = (presenter: string, presenterId: string | null) => {
    const person = persons.find((one) => one.id === presenterId)
    const organisation = organisations.find((one) => one.id === person?.organisationId)
    edit(item.id, {
      presenter,
      presenterId,
      // The person's own organisation, unless another was already said.
      ...(organisation === undefined || item.organisation !== ''
        ? {}
        : { organisation: shortName(organisation), organisationId: organisation.id }),
    })
  }
  return (
    <>
      <ComboBox
        label={agendaText.inspector.presenter}
        value={item.presenter}
        choices={personChoices}
        onCommit={present}
      />
      <ComboBox
        label={agendaText.inspector.organisation}
        value={item.organisation}
        choices={organisationChoices}
        onCommit={(organisation, organisationId) => edit(item.id, { organisation, organisationId })}
      />
      <ComboBox
        label={agendaText.inspector.requester}
        value={item.requester}
        choices={organisationChoices}
        onCommit={(requester) => edit(item.id, { requester })}
      />
    </>
  )
}
