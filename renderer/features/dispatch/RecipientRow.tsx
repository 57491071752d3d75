import X from 'lucide-react/icons/x'
import { type KeyboardEvent, memo, useContext, useRef } from 'react'
import type { Recipient } from '../../../electron/domain/dispatch/dispatch.ts'
import { addressFault } from '../../../electron/domain/people/addresses.ts'
import { bindActs, pressKey } from '../../acts/act.ts'
import { usePatch } from '../../api/use-patch.ts'
import { href } from '../../app/paths.ts'
import { dispatchText, fieldNameText } from '../../text/dispatch.ts'
import { ErrorBanner } from '../../ui/Banner.tsx'
import { Button } from '../../ui/Button.tsx'
import { EditingOff } from '../../ui/editing.ts'
import { Icon } from '../../ui/Icon.tsx'
import { Segments } from '../../ui/Segments.tsx'
import { TextField } from '../../ui/TextField.tsx'
import { recipientActs } from './recipient-acts.ts'
import { calledBy } from './recipient-groups.ts'
import { useKeepView } from './use-keep-view.ts'

const text = dispatchText.recipients

/** Acts of a row on its list; the same functions for every row, so that only changed rows are drawn again. */
export type RecipientActs = {
  readonly stop: (id: string) => void
  readonly move: (id: string, step: 1 | -1) => void
  readonly toggle: (id: string | null) => void
  readonly remove: (recipient: Recipient) => void
}

export const RecipientRow = memo(function RecipientRow(props: {
  recipient: Recipient
  reason: string
  isStop: boolean
  isOpen: boolean
  acts: RecipientActs
}) {
  const { recipient, acts, isOpen } = props
  const who = calledBy(recipient)
  const row = useRef<HTMLButtonElement>(null)
  const fault = addressFault(recipient.email)
  const off = useContext(EditingOff)
  const onKeyDown = (event: KeyboardEvent) => {
    const move = (step: 1 | -1) => acts.move(recipient.id, step)
    const bound = bindActs(recipientActs, { move, remove: () => acts.remove(recipient) }, off)
    pressKey(event, Object.values(bound))
  }
  return (
    <li className={isOpen ? 'dispatch-person open' : 'dispatch-person'}>
      <div className="dispatch-person-line">
        <button
          ref={row}
          type="button"
          className="dispatch-person-row"
          data-recipient={recipient.id}
          tabIndex={props.isStop ? 0 : -1}
          aria-expanded={isOpen}
          onFocus={() => acts.stop(recipient.id)}
          onClick={() => acts.toggle(isOpen ? null : recipient.id)}
          onKeyDown={onKeyDown}
        >
          <span className="dispatch-who">
            {who} {recipient.organisation === '' ? null : <small>{recipient.organisation}</small>}
          </span>{' '}
          <span className={fault === null ? 'dispatch-mail' : 'dispatch-mail warn'}>
            {fault === 'none'
              ? text.noAddress
              : fault === 'invalid'
                ? text.invalid(recipient.email)
                : recipient.email}
          </span>{' '}
          <span className="dispatch-why">{props.reason}</span>
        </button>
        {/* With the keyboard it is Delete on the row: one stop for Tab, not two hundred. */}
        <button
          type="button"
          className="button ghost compact icon"
          tabIndex={-1}
          aria-label={text.remove(who)}
          title={text.remove(who)}
          onClick={() => acts.remove(recipient)}
        >
          <Icon of={X} size={16} />
        </button>
      </div>
      {isOpen ? (
        <RecipientForm
          recipient={recipient}
          onRemove={() => acts.remove(recipient)}
          onClose={() => {
            acts.toggle(null)
            row.current?.focus()
          }}
        />
      ) : null}
    </li>
  )
})

function RecipientForm(props: { recipient: Recipient; onRemove: () => void; onClose: () => void }) {
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
    <fieldset
      className="dispatch-person-form"
      aria-label={calledBy(recipient)}
      onKeyDown={(event) => {
        if (event.key !== 'Escape' || event.defaultPrevented) return
        event.preventDefault()
        event.stopPropagation()
        props.onClose()
      }}
    >
      {error === null ? null : <ErrorBanner error={error} onRetry={retry} onGiveUp={giveUp} />}
      <div className="form-grid">
        <TextField
          label={text.name}
          value={recipient.name}
          maxLength={500}
          autoFocus={fault === null}
          onCommit={(name) => patch({ name })}
        />
        <TextField
          label={text.organisation}
          value={recipient.organisation}
          maxLength={500}
          onCommit={(organisation) => patch({ organisation })}
        />
        <TextField
          label={text.email}
          type="email"
          value={recipient.email}
          maxLength={320}
          autoFocus={fault !== null}
          error={fault === 'invalid' ? text.emailRule : undefined}
          onCommit={(email) => patch({ email: email.trim() })}
        />
      </div>
      <div className="row wrap">
        <Segments
          label={text.field}
          value={recipient.field}
          choices={(['to', 'cc', 'bcc'] as const).map((value) => ({
            value,
            label: fieldNameText[value].short,
          }))}
          onChange={(field) => patch({ field })}
        />
        <Button small look="ghost" onPress={props.onRemove}>
          {text.removeShort}
        </Button>
        {recipient.personId === null ? null : (
          <a
            className="small"
            href={href('directory', {}, recipient.personId)}
            aria-label={text.directory(calledBy(recipient))}
          >
            {text.directoryShort}
          </a>
        )}
      </div>
    </fieldset>
  )
}
