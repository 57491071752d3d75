import type { DirectoryView } from '../../../electron/contract/directory.ts'
import { ADDRESS_LENGTH } from '../../../electron/domain/limits.ts'
import { addressesIn, isAddress } from '../../../electron/domain/people/addresses.ts'
import { fullName } from '../../../electron/domain/people/full-name.ts'
import { showUndoToast } from '../../api/toasts.ts'
import { usePatch } from '../../api/use-patch.ts'
import { useQuery } from '../../api/use-query.ts'
import { useWrite } from '../../api/use-write.ts'
import { directoryText as text } from '../../text/directory.ts'
import { Banner, ErrorBanner } from '../../ui/Banner.tsx'
import { Button } from '../../ui/Button.tsx'
import { Select } from '../../ui/Select.tsx'
import { TextField } from '../../ui/TextField.tsx'
import { type EntryActs, EntryInspector, versionOf } from './EntryInspector.tsx'
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
      <TextField
        label={fields.familyName}
        value={person.familyName}
        fresh={{ id: person.id, name: text.fresh.persons }}
        needed
        onCommit={(familyName) => patch({ familyName })}
      />
      <div className="directory-pair">
        <TextField
          label={fields.givenName}
          value={person.givenName}
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
      <FormerSpellings id={person.id} name={fullName(person)} />
      <TextField
        label={fields.jobTitle}
        value={person.jobTitle}
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
        maxLength={ADDRESS_LENGTH}
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
        onCommit={(otherNames) => patch({ otherNames })}
      />
    </EntryInspector>
  )
}

/** Where a name that was corrected still stands as it was, and the one act that corrects it there too. */
function FormerSpellings({ id, name }: { id: string; name: string }) {
  const { data } = useQuery('directory.formerSpellings', { id })
  const write = useWrite('directory.correctSpellings', {
    onSuccess: () => showUndoToast(text.former.corrected(name)),
  })
  if (data === undefined || data.places.length === 0) return null
  const many = data.places.reduce((sum, place) => sum + place.many, 0)
  return (
    <>
      {write.error === null ? null : <ErrorBanner error={write.error} />}
      <Banner
        acts={
          <Button
            small
            writes
            busy={write.isPending ? text.former.correcting : undefined}
            onPress={() => write.mutate({ id })}
          >
            {text.former.correct(many)}
          </Button>
        }
      >
        {text.former.still(
          data.names,
          data.places.map(({ place, many: here }) => text.former.places[place](here)),
        )}
      </Banner>
    </>
  )
}
