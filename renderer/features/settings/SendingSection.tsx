import { useState } from 'react'
import type { MailSettings, PasswordState } from '../../../electron/contract/sending.ts'
import { MailAccount, usualPort } from '../../../electron/domain/dispatch/sending.ts'
import { ADDRESS_LENGTH } from '../../../electron/domain/limits.ts'
import type { Settled } from '../../../electron/domain/managed/policies.ts'
import { showToast } from '../../api/toasts.ts'
import { useQuery } from '../../api/use-query.ts'
import { useAct, useWrite } from '../../api/use-write.ts'
import { ManagedNote, useManaged } from '../../parts/Managed.tsx'
import { sendingText as text } from '../../text/sending.ts'
import { ErrorBanner } from '../../ui/Banner.tsx'
import { Button } from '../../ui/Button.tsx'
import { Field } from '../../ui/Field.tsx'
import { useKept } from '../../ui/kept.ts'
import { PassphraseField } from '../../ui/PassphraseField.tsx'
import { Select } from '../../ui/Select.tsx'
import { Skeleton } from '../../ui/Skeleton.tsx'

export function SendingSection() {
  const settings = useQuery('sending.settings', {})
  const password = useQuery('sending.password', {})
  const managed = useManaged()
  const again = () => {
    void settings.refetch()
    void password.refetch()
  }
  const error = settings.error ?? password.error
  return (
    <section className="stack" aria-label={text.title}>
      <h2 className="h2">{text.title}</h2>
      <p className="mute">{text.lead}</p>
      {error === null ? null : <ErrorBanner error={error} />}
      {settings.data === undefined || password.data === undefined ? (
        error === null ? (
          <Skeleton />
        ) : null
      ) : (
        <AccountForm
          key={JSON.stringify([settings.data, managed])}
          managed={managed}
          settings={settings.data}
          password={password.data}
          onSaved={again}
        />
      )}
    </section>
  )
}

type Typed = {
  way: MailAccount['way'] | 'program'
  host: string
  port: string
  security: MailAccount['security']
  user: string
}

const ways = ['program', 'drafts', 'server'] as const
const securities = ['tls', 'starttls'] as const
const mailPolicies = ['MailWay', 'MailHost', 'MailPort', 'MailSecurity'] as const

/** The whole at once: half a server is none. */
function AccountForm(props: {
  settings: MailSettings
  password: PasswordState
  managed: Settled
  onSaved: () => void
}) {
  const { onSaved, managed } = props
  const { account } = props.settings
  const [known] = useState<Typed>(() => {
    const way = managed.MailWay ?? account?.way ?? 'program'
    const security = managed.MailSecurity ?? account?.security ?? 'tls'
    const usual = way === 'program' ? '' : usualPort[way][security]
    return {
      way,
      host: managed.MailHost ?? account?.host ?? '',
      port: String(managed.MailPort ?? account?.port ?? usual),
      security,
      user: account?.user ?? '',
    }
  })
  const [typed, setTyped, forgetTyped] = useKept('mail-account', known, ({ host, user }) => [host, user])
  const [secret, setSecret] = useState('')
  const [isChecked, setChecked] = useState(false)
  const tried = useAct('sending.try', { onSuccess: () => showToast(text.saved), onError: onSaved })
  const give = useAct('sending.setPassword', { onSuccess: () => tried.mutate({}, { onSettled: onSaved }) })
  const save = useWrite('sending.setAccount', {
    onSuccess: ({ account: saved }) => {
      forgetTyped()
      if (saved === null) {
        showToast(text.left)
        onSaved()
      } else if (secret !== '') give.mutate({ password: secret })
      else tried.mutate({}, { onSettled: onSaved })
    },
  })
  const forget = useAct('sending.forgetPassword', {
    onSuccess: () => {
      showToast(text.forgotten)
      onSaved()
    },
  })
  const read = MailAccount.safeParse({ ...typed, port: Number(typed.port) })
  const faultOf = (field: keyof Typed, rule: string) =>
    isChecked && !read.success && read.error.issues.some(({ path }) => path[0] === field) ? rule : undefined
  const change = (part: Partial<Typed>) =>
    setTyped((before) => {
      const after = { ...before, ...part }
      if (('way' in part || 'security' in part) && after.way !== 'program' && managed.MailPort === undefined)
        after.port = String(usualPort[after.way][after.security])
      return after
    })
  const isOff = typed.way === 'program'
  const submit = () => {
    setChecked(true)
    if (isOff) save.mutate({ account: null })
    else if (read.success) save.mutate({ account: read.data })
  }
  const error = save.error ?? give.error ?? tried.error ?? forget.error
  const isBusy = save.isPending || give.isPending || tried.isPending
  return (
    <form
      className="stack"
      onSubmit={(event) => {
        event.preventDefault()
        submit()
      }}
    >
      {error === null ? null : <ErrorBanner error={error} />}
      {mailPolicies.every((key) => managed[key] === undefined) ? null : <ManagedNote />}
      <div className="form-grid">
        <div className="whole">
          {managed.MailWay === undefined ? (
            <Select
              label={text.way}
              value={typed.way}
              choices={ways.map((value) => ({ value, label: text.choices[value] }))}
              onCommit={(way) => change({ way })}
              always
            />
          ) : (
            <Fixed label={text.way} value={text.choices[managed.MailWay]} />
          )}
        </div>
        {isOff ? null : (
          <>
            {managed.MailHost === undefined ? (
              <Typing
                label={text.host}
                value={typed.host}
                error={faultOf('host', text.hostRule)}
                onChange={(host) => change({ host })}
              />
            ) : (
              <Fixed label={text.host} value={typed.host} />
            )}
            {managed.MailSecurity === undefined ? (
              <Select
                label={text.security}
                value={typed.security}
                choices={securities.map((value) => ({ value, label: text.securities[value] }))}
                onCommit={(security) => change({ security })}
                always
              />
            ) : (
              <Fixed label={text.security} value={text.securities[typed.security]} />
            )}
            {managed.MailPort === undefined ? (
              <Typing
                label={text.port}
                value={typed.port}
                error={faultOf('port', text.portRule)}
                onChange={(port) => change({ port })}
              />
            ) : (
              <Fixed label={text.port} value={typed.port} />
            )}
            <Typing
              label={text.user}
              value={typed.user}
              error={faultOf('user', text.userRule)}
              onChange={(user) => change({ user })}
            />
            <div className="whole">
              <PassphraseField
                label={text.password}
                help={[
                  text.passwordHelp(props.password.canKeep),
                  ...(props.password.standing === 'none' ? [] : [text.passwordKept]),
                ].join(' ')}
                value={secret}
                onChange={setSecret}
              />
            </div>
          </>
        )}
      </div>
      {isOff && account === null ? null : (
        <div className="row wrap">
          <Button type="submit" busy={isBusy ? text.saving : undefined}>
            {isOff ? text.leave : text.save}
          </Button>
          {isOff || props.password.standing === 'none' ? null : (
            <Button look="ghost" onPress={() => forget.mutate({})}>
              {text.forget}
            </Button>
          )}
        </div>
      )}
    </form>
  )
}

/** What the administration of this machine has settled. */
function Fixed({ label, value }: { label: string; value: string }) {
  return (
    <p>
      <span className="strong">{label}</span>
      <br />
      {value}
    </p>
  )
}

/** Typed into a form that is sent whole. */
function Typing(props: {
  label: string
  value: string
  error: string | undefined
  onChange: (value: string) => void
}) {
  return (
    <Field label={props.label} error={props.error}>
      {(ids) => (
        <input
          {...ids}
          className="input"
          value={props.value}
          maxLength={ADDRESS_LENGTH}
          spellCheck={false}
          autoComplete="off"
          onChange={(event) => props.onChange(event.target.value)}
        />
      )}
    </Field>
  )
}
