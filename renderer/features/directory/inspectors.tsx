// Directory inspectors: the fields of a person, an organisation or a college, saved as they are typed.
import Trash2 from 'lucide-react/icons/trash-2'
import type { ReactNode } from 'react'
import type { DirectoryView } from '../../../electron/contract/directory.ts'
import type { ApiError } from '../../api/api-error.ts'
import { usePatch } from '../../api/use-patch.ts'
import { useWrite } from '../../api/use-write.ts'
import { commonText } from '../../text/common.ts'
import { directoryText as text } from '../../text/directory.ts'
import { ErrorBanner } from '../../ui/Banner.tsx'
import { Button } from '../../ui/Button.tsx'
import { Inspector } from '../../ui/Inspector.tsx'
import { NumberField } from '../../ui/ParsedField.tsx'
import { CheckBox, Select } from '../../ui/Select.tsx'
import { TextField } from '../../ui/TextField.tsx'
import { showUndoToast } from '../../ui/toasts.ts'
import { personName } from './DirectoryTable.tsx'
import type { DirectoryKind } from './use-directory-add.ts'

const fields = text.fields
const NONE = ''
const MAX_ORDER = 99_999

type Saver = { error: ApiError | null; retry: () => void }

function EntryInspector(props: {
  title: string
  saver: Saver
  remove: { mutate: () => void; error: ApiError | null }
  onClose: () => void
  children: ReactNode
}) {
  return (
    <Inspector
      title={props.title}
      onClose={props.onClose}
      acts={
        <Button small look="ghost" icon={Trash2} label={commonText.remove} onPress={props.remove.mutate} />
      }
    >
      {props.saver.error === null ? null : (
        <ErrorBanner error={props.saver.error} onRetry={props.saver.retry} />
      )}
      {props.remove.error === null ? null : <ErrorBanner error={props.remove.error} />}
      {props.children}
    </Inspector>
  )
}

function whenRemoved(kind: DirectoryKind, onClose: () => void) {
  return {
    onSuccess: () => {
      onClose()
      void showUndoToast(text.removed[kind])
    },
  }
}

/** A name may not be empty: an emptied field waits for a name and saves nothing. */
function named(name: string, save: (name: string) => void): void {
  if (name.trim() !== '') save(name.trim())
}

function OrderField({ value, onCommit }: { value: number; onCommit: (order: number) => void }) {
  return (
    <NumberField
      label={fields.order}
      help={fields.orderHelp}
      value={value}
      min={0}
      max={MAX_ORDER}
      onCommit={(order) => {
        if (order !== null) onCommit(order)
      }}
    />
  )
}

export function PersonInspector(props: {
  person: DirectoryView['persons'][number]
  view: DirectoryView
  onClose: () => void
}) {
  const { person, view, onClose } = props
  const target = { id: person.id, version: person.version }
  const saver = usePatch('directory.updatePerson', target, (after) => versionOf(after.persons, person.id))
  const remove = useWrite('directory.removePerson', whenRemoved('persons', onClose))
  const { patch } = saver
  return (
    <EntryInspector
      title={personName(person)}
      saver={saver}
      remove={{ mutate: () => remove.mutate(target), error: remove.error }}
      onClose={onClose}
    >
      <TextField
        label={fields.familyName}
        value={person.familyName}
        maxLength={500}
        autoFocus={person.familyName === text.fresh.persons}
        onCommit={(name) => named(name, (familyName) => patch({ familyName }))}
      />
      <TextField
        label={fields.givenName}
        value={person.givenName}
        maxLength={500}
        onCommit={(givenName) => patch({ givenName })}
      />
      <Select
        label={fields.civility}
        value={person.civility}
        choices={[
          { value: '', label: fields.noCivility },
          { value: 'Mme', label: 'Mme' },
          { value: 'M.', label: 'M.' },
        ]}
        onCommit={(civility) => patch({ civility })}
      />
      <TextField
        label={fields.jobTitle}
        value={person.jobTitle}
        maxLength={500}
        onCommit={(jobTitle) => patch({ jobTitle })}
      />
      <Select
        label={fields.organisation}
        value={person.organisationId ?? NONE}
        choices={[
          { value: NONE, label: fields.noOrganisation },
          ...view.organisations.map((one) => ({ value: one.id, label: one.name })),
        ]}
        onCommit={(id) => patch({ organisationId: id === NONE ? null : id })}
      />
      <TextField
        label={fields.email}
        type="email"
        value={person.email}
        maxLength={320}
        onCommit={(email) => patch({ email })}
      />
      <TextField
        label={fields.phone}
        type="tel"
        value={person.phone}
        maxLength={60}
        onCommit={(phone) => patch({ phone })}
      />
      <CheckBox
        label={fields.isMember}
        checked={person.isMember}
        onCommit={(isMember) => patch({ isMember })}
      />
      <OrderField value={person.protocolOrder} onCommit={(protocolOrder) => patch({ protocolOrder })} />
    </EntryInspector>
  )
}

export function OrganisationInspector(props: {
  organisation: DirectoryView['organisations'][number]
  view: DirectoryView
  onClose: () => void
}) {
  const { organisation, view, onClose } = props
  const target = { id: organisation.id, version: organisation.version }
  const saver = usePatch('directory.updateOrganisation', target, (after) =>
    versionOf(after.organisations, organisation.id),
  )
  const remove = useWrite('directory.removeOrganisation', whenRemoved('organisations', onClose))
  const { patch } = saver
  return (
    <EntryInspector
      title={organisation.name}
      saver={saver}
      remove={{ mutate: () => remove.mutate(target), error: remove.error }}
      onClose={onClose}
    >
      <TextField
        label={fields.name}
        value={organisation.name}
        maxLength={500}
        autoFocus={organisation.name === text.fresh.organisations}
        onCommit={(next) => named(next, (name) => patch({ name }))}
      />
      <TextField
        label={fields.acronym}
        value={organisation.acronym}
        maxLength={40}
        onCommit={(acronym) => patch({ acronym })}
      />
      <Select
        label={fields.college}
        value={organisation.collegeId ?? NONE}
        choices={[
          { value: NONE, label: fields.noCollege },
          ...view.colleges.map((one) => ({ value: one.id, label: one.name })),
        ]}
        onCommit={(id) => patch({ collegeId: id === NONE ? null : id })}
      />
      <OrderField value={organisation.protocolOrder} onCommit={(protocolOrder) => patch({ protocolOrder })} />
    </EntryInspector>
  )
}

export function CollegeInspector({
  college,
  onClose,
}: {
  college: DirectoryView['colleges'][number]
  onClose: () => void
}) {
  const target = { id: college.id, version: college.version }
  const saver = usePatch('directory.updateCollege', target, (after) => versionOf(after.colleges, college.id))
  const remove = useWrite('directory.removeCollege', whenRemoved('colleges', onClose))
  return (
    <EntryInspector
      title={college.name}
      saver={saver}
      remove={{ mutate: () => remove.mutate(target), error: remove.error }}
      onClose={onClose}
    >
      <TextField
        label={fields.name}
        value={college.name}
        maxLength={500}
        autoFocus={college.name === text.fresh.colleges}
        onCommit={(next) => named(next, (name) => saver.patch({ name }))}
      />
      <OrderField
        value={college.protocolOrder}
        onCommit={(protocolOrder) => saver.patch({ protocolOrder })}
      />
    </EntryInspector>
  )
}

function versionOf(rows: readonly { id: string; version: number }[], id: string): number | undefined {
  return rows.find((row) => row.id === id)?.version
}
