import type { DirectoryView } from '../../../electron/contract/directory.ts'
import { addressesIn, isAddress } from '../../../electron/domain/people/addresses.ts'
import { fullName } from '../../../electron/domain/people/full-name.ts'
import { usePatch } from '../../api/use-patch.ts'
import { directoryText as text } from '../../text/directory.ts'
import { Select } from '../../ui/Select.tsx'
import { TextField } from '../../ui/TextField.tsx'
import { type EntryActs, EntryInspector, named, versionOf } from './EntryInspector.tsx'
import { FormerSpellings } from './FormerSpellings.tsx'
import { Mandates } from './Mandates.tsx'

const fields = text.fields
const NONE = ''

export function PersonInspector(props: {
  person: DirectoryView['persons'][number]
  view: DirectoryView
  acts: EntryActs
}) {
  const { person: stored, view } = props
  const target = { id: stored.id, version: stored.version }
  const saver = usePatch('directory.updatePerson', target, stored, (after) =>
    versionOf(after.persons, stored.id),
  )
  const person = saver.row
  const { patch } = saver
  const email = person.email.trim()
  return (
    <EntryInspector kind="persons" id={person.id} title={fullName(person)} acts={props.acts} saver={saver}>
      <FormerSpellings id={person.id} name={fullName(person)} />
      <TextField
        label={fields.familyName}
        value={person.familyName}
        maxLength={500}
        fresh={{ id: person.id, name: text.fresh.persons }}
        onCommit={(name) => named(name, (familyName) => patch({ familyName }))}
      />
      <div className="directory-pair">
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
      </div>
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
      <Mandates person={person} view={view} />
      <TextField
        label={fields.email}
        type="email"
        value={person.email}
        maxLength={320}
        error={email === '' || isAddress(email) ? undefined : fields.badEmail}
        onCommit={(next) => patch({ email: next.trim() })}
      />
      <TextField
        label={fields.phone}
        type="tel"
        value={person.phone}
        maxLength={60}
        onCommit={(phone) => patch({ phone })}
      />
      <TextField
        label={fields.copyEmails}
        help={fields.copyEmailsHelp}
        value={person.copyEmails}
        maxLength={1000}
        error={addressesIn(person.copyEmails).every(isAddress) ? undefined : fields.badCopyEmails}
        onCommit={(copyEmails) => patch({ copyEmails })}
      />
      <TextField
        label={fields.otherNames}
        help={fields.otherNamesHelp}
        value={person.otherNames}
        maxLength={500}
        onCommit={(otherNames) => patch({ otherNames })}
      />
    </EntryInspector>
  )
}
