import type { Recipient } from '../../../electron/domain/dispatch/dispatch.ts'
import { ADDRESS_LENGTH } from '../../../electron/domain/limits.ts'
import { addressFault } from '../../../electron/domain/people/addresses.ts'
import { usePatch } from '../../api/use-patch.ts'
import { href } from '../../app/paths.ts'
import { dispatchText, fieldNameText } from '../../text/dispatch.ts'
import { ErrorBanner } from '../../ui/Banner.tsx'
import { Inspector } from '../../ui/Inspector.tsx'
import { Segments } from '../../ui/Segments.tsx'
import { TextField } from '../../ui/TextField.tsx'
import { calledBy } from './recipient-groups.ts'
import { useKeepView } from './use-keep-view.ts'

const text = dispatchText.recipients

/** One recipient: how they are called, where the message reaches them, in which field. */
export function RecipientPane(props: { recipient: Recipient; onClose: () => void }) {
  const stored = props.recipient
  const keep = useKeepView()
  const {
    patch,
    error,
    retry,
    giveUp,
    row: recipient,
  } = usePatch('dispatch.updateRecipient', { id: stored.id, version: stored.version }, stored, (view) => {
    keep(view)
    return view.recipients.find((one) => one.id === stored.id)?.version
  })
  const fault = addressFault(recipient.email)
  return (
    <Inspector title={calledBy(stored)} onClose={props.onClose}>
      {error === null ? null : <ErrorBanner error={error} onRetry={retry} onGiveUp={giveUp} />}
      <TextField
        label={text.name}
        value={recipient.name}
        autoFocus={fault === null}
        onCommit={(name) => patch({ name })}
      />
      <TextField
        label={text.organisation}
        value={recipient.organisation}
        onCommit={(organisation) => patch({ organisation })}
      />
      <TextField
        label={text.email}
        type="email"
        value={recipient.email}
        maxLength={ADDRESS_LENGTH}
        autoFocus={fault !== null}
        error={fault === 'invalid' ? text.emailRule : undefined}
        onCommit={(email) => patch({ email: email.trim() })}
      />
      <Segments
        writes
        label={text.field}
        value={recipient.field}
        choices={(['to', 'cc', 'bcc'] as const).map((value) => ({
          value,
          label: fieldNameText[value].short,
        }))}
        onChange={(field) => patch({ field })}
      />
      {recipient.personId === null ? null : (
        <a
          className="small"
          href={href('directory', {}, recipient.personId)}
          aria-label={text.directory(calledBy(recipient))}
        >
          {text.directoryShort}
        </a>
      )}
    </Inspector>
  )
}
