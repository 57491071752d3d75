import { useMemo } from 'react'
import type { AwaitedDocument } from '../../../../electron/domain/documents/attachment.ts'
import { usePatch } from '../../../api/use-patch.ts'
import { useQuery } from '../../../api/use-query.ts'
import { attachmentsText } from '../../../text/attachments.ts'
import { ErrorBanner } from '../../../ui/Banner.tsx'
import { ComboBox, type ComboChoice } from '../../../ui/ComboBox.tsx'
import { DateField } from '../../../ui/DateField.tsx'
import { TextField } from '../../../ui/TextField.tsx'

const text = attachmentsText.field

export function AwaitedFields({ awaited: stored }: { awaited: AwaitedDocument }) {
  const { id, version } = stored
  const {
    patch,
    error,
    retry,
    row: awaited,
  } = usePatch(
    'attachments.updateAwaited',
    { id, version },
    stored,
    (list) => list.find((one) => one.id === id)?.version,
  )
  const directory = useQuery('directory.list', {})
  const persons = useMemo(
    () =>
      (directory.data?.persons ?? []).map(
        (person): ComboChoice => ({
          id: person.id,
          label: `${person.givenName} ${person.familyName}`.trim(),
        }),
      ),
    [directory.data],
  )
  return (
    <div className="doc-details">
      <div className="doc-fields">
        <TextField
          label={text.title}
          prose
          value={awaited.title}
          maxLength={500}
          autoFocus
          // A promise of nothing is none: an emptied title stays what it was.
          onCommit={(title) => (title.trim() === '' ? undefined : patch({ title }))}
        />
        <ComboBox
          label={text.from}
          value={awaited.fromName}
          choices={persons}
          onCommit={(fromName, fromId) => patch({ fromName, fromId })}
        />
        <DateField label={text.due} value={awaited.dueOn} onCommit={(dueOn) => patch({ dueOn })} />
      </div>
      {error === null ? null : <ErrorBanner error={error} onRetry={retry} />}
    </div>
  )
}
