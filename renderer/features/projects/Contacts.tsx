import X from 'lucide-react/icons/x'
import { useMemo, useState } from 'react'
import { fullName } from '../../../electron/domain/people/full-name.ts'
import { shortName } from '../../../electron/domain/people/short-name.ts'
import { isNamedBy } from '../../../electron/domain/text/fold.ts'
import { newId } from '../../api/new-id.ts'
import { showUndoToast } from '../../api/toasts.ts'
import { usePatch } from '../../api/use-patch.ts'
import { useQuery } from '../../api/use-query.ts'
import { useWrite } from '../../api/use-write.ts'
import { projectSheetText } from '../../text/project-sheet.ts'
import { ErrorBanner } from '../../ui/Banner.tsx'
import { Button } from '../../ui/Button.tsx'
import { Picker } from '../../ui/Picker.tsx'
import { TextField } from '../../ui/TextField.tsx'
import type { ProjectView } from './sheet.ts'

const text = projectSheetText.contacts
const MOST = 8

export function Contacts({ view }: { view: ProjectView }) {
  const [words, setWords] = useState('')
  const directory = useQuery('directory.list', {})
  const add = useWrite('projects.addContact')
  const { contacts } = view
  const proposals = useMemo(() => {
    const known = new Set(contacts.map(({ contact }) => contact.personId))
    const names = new Map((directory.data?.organisations ?? []).map((one) => [one.id, shortName(one)]))
    return (directory.data?.persons ?? [])
      .filter(({ id }) => !known.has(id))
      .map(({ id, givenName, familyName, organisationId }) => ({
        id,
        label: fullName({ givenName, familyName }),
        detail: organisationId === null ? '' : (names.get(organisationId) ?? ''),
      }))
      .filter(({ label, detail }) => isNamedBy(`${label} ${detail}`, words.trim()))
      .slice(0, MOST)
  }, [directory.data, contacts, words])
  return (
    <section className="stack" aria-label={text.title}>
      <h3 className="label">{text.title}</h3>
      {add.error === null ? null : <ErrorBanner error={add.error} />}
      {contacts.length === 0 ? <p className="mute text-15">{text.none}</p> : null}
      {contacts.map((one) => (
        <ContactLine key={one.contact.id} of={one} />
      ))}
      <Picker
        label={text.add}
        words={words}
        proposals={proposals}
        onWords={setWords}
        onPick={({ id }) =>
          add.mutate({ id: newId(), projectId: view.project.id, fields: { personId: id, part: '' } })
        }
      />
    </section>
  )
}

function ContactLine({
  of: { contact: stored, name, organisation, email, phone },
}: {
  of: ProjectView['contacts'][number]
}) {
  const { id, version } = stored
  const {
    patch,
    error,
    retry,
    giveUp,
    row: contact,
  } = usePatch(
    'projects.updateContact',
    { id, version },
    stored,
    (after) => after.contacts.find((one) => one.contact.id === id)?.contact.version,
  )
  const remove = useWrite('projects.removeContact', { onSuccess: () => showUndoToast(text.removed) })
  const failure = error ?? remove.error
  return (
    <div className="project-contact">
      {failure === null ? null : (
        <ErrorBanner error={failure} onRetry={error === null ? undefined : retry} onGiveUp={giveUp} />
      )}
      <div className="row">
        <div className="grow">
          <b>{name}</b>
          <div className="mute small">
            {[organisation, email, phone].filter((word) => word !== '').join(' · ')}
          </div>
        </div>
        <Button
          small
          look="ghost"
          icon={X}
          writes
          label={text.remove(name)}
          onPress={() => remove.mutate({ id, version })}
        />
      </div>
      <TextField label={text.part} prose value={contact.part} onCommit={(part) => patch({ part })} />
    </div>
  )
}
