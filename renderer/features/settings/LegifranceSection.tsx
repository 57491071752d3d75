import { useState } from 'react'
import { LegifranceKeys } from '../../../electron/domain/watch/legifrance.ts'
import { showToast } from '../../api/toasts.ts'
import { useQuery } from '../../api/use-query.ts'
import { useAct } from '../../api/use-write.ts'
import { ManagedNote, useManaged } from '../../parts/Managed.tsx'
import { legifranceText as text } from '../../text/legifrance.ts'
import { ErrorBanner } from '../../ui/Banner.tsx'
import { Button } from '../../ui/Button.tsx'
import { Field } from '../../ui/Field.tsx'
import { useKept } from '../../ui/kept.ts'
import { PassphraseField } from '../../ui/PassphraseField.tsx'
import { Skeleton } from '../../ui/Skeleton.tsx'

export function LegifranceSection() {
  const isOff = useManaged().Legifrance === false
  return (
    <section className="stack" aria-label={text.title}>
      <h2 className="h2">{text.title}</h2>
      {isOff ? (
        <>
          <p>{text.off}</p>
          <ManagedNote />
        </>
      ) : (
        <>
          <p className="mute">{text.lead}</p>
          <KeysForm />
        </>
      )}
    </section>
  )
}

/** Both at once: a secret is that of one identifier. */
function KeysForm() {
  const access = useQuery('legifrance.access', {})
  const [clientId, setClientId, forgetTyped] = useKept('legifrance-keys', '')
  const [secret, setSecret] = useState('')
  const again = () => {
    forgetTyped()
    setClientId('')
    setSecret('')
    void access.refetch()
  }
  const save = useAct('legifrance.setKeys', {
    onSuccess: () => {
      again()
      showToast(text.saved)
    },
  })
  const forget = useAct('legifrance.forgetKeys', {
    onSuccess: () => {
      again()
      showToast(text.forgotten)
    },
  })
  const read = LegifranceKeys.safeParse({ clientId, secret })
  const error = access.error ?? save.error ?? forget.error
  if (access.data === undefined) return error === null ? <Skeleton /> : <ErrorBanner error={error} />
  const { clientId: known, secret: standing } = access.data
  return (
    <form
      className="stack"
      onSubmit={(event) => {
        event.preventDefault()
        if (read.success) save.mutate(read.data)
      }}
    >
      {error === null ? null : <ErrorBanner error={error} />}
      {known === null ? null : (
        <div className="row wrap">
          <span>{text.known(known)}</span>
          <Button look="ghost" onPress={() => forget.mutate({})}>
            {text.forget}
          </Button>
        </div>
      )}
      <Field label={text.clientId}>
        {(ids) => (
          <input
            {...ids}
            className="input"
            value={clientId}
            maxLength={200}
            spellCheck={false}
            autoComplete="off"
            onChange={(event) => setClientId(event.target.value)}
          />
        )}
      </Field>
      <PassphraseField
        label={text.secret}
        help={text.secretHelp(standing.canKeep)}
        value={secret}
        onChange={setSecret}
      />
      <div className="row wrap">
        <Button
          type="submit"
          busy={save.isPending ? text.saving : undefined}
          unavailable={read.success ? undefined : text.bothNeeded}
        >
          {text.save}
        </Button>
      </div>
    </form>
  )
}
