// Body section: the words printed at the head of every document.
import type { Output } from '../../../electron/contract/index.ts'
import { usePatch } from '../../api/use-patch.ts'
import { useQuery } from '../../api/use-query.ts'
import { settingsText as text } from '../../text/settings.ts'
import { ErrorBanner } from '../../ui/Banner.tsx'
import { Select } from '../../ui/Select.tsx'
import { Skeleton } from '../../ui/Skeleton.tsx'
import { TextField } from '../../ui/TextField.tsx'

export function BodySection() {
  const body = useQuery('settings.body', {})
  return (
    <section className="stack" aria-label={text.body}>
      <h2 className="h2">{text.body}</h2>
      <p className="mute">{text.bodyLead}</p>
      {body.error === null ? null : <ErrorBanner error={body.error} onRetry={() => void body.refetch()} />}
      {body.data === undefined ? body.error === null ? <Skeleton /> : null : <BodyForm body={body.data} />}
    </section>
  )
}

function BodyForm({ body }: { body: Output<'settings.body'> }) {
  const { patch, error, retry } = usePatch(
    'settings.updateBody',
    { version: body.version },
    (after) => after.version,
  )
  const fields = text.fields
  return (
    <>
      {error === null ? null : <ErrorBanner error={error} onRetry={retry} />}
      <div className="form-grid">
        <TextField
          label={fields.name}
          value={body.name}
          maxLength={500}
          onCommit={(name) => {
            if (name.trim() !== '') patch({ name: name.trim() })
          }}
        />
        <TextField
          label={fields.acronym}
          value={body.acronym}
          maxLength={40}
          onCommit={(acronym) => patch({ acronym })}
        />
        <TextField
          label={fields.contact}
          value={body.contact}
          maxLength={500}
          onCommit={(contact) => patch({ contact })}
        />
        <Select
          label={fields.meetingWord}
          value={body.meetingWord}
          choices={[
            { value: 'séance', label: 'séance' },
            { value: 'réunion', label: 'réunion' },
          ]}
          onCommit={(meetingWord) => patch({ meetingWord })}
        />
      </div>
    </>
  )
}
