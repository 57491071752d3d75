import type { Input, Output, Parsed } from '../contract/index.ts'
import type { Envelope } from '../contract/method.ts'
import type { MailAccount } from '../domain/dispatch/sending.ts'
import type { CoreHost } from './core-host.ts'
import { KeptPassword } from './kept-password.ts'

/** What needs the password of the mail account. */
export class MailSending {
  readonly #core: CoreHost
  readonly #password: KeptPassword

  constructor(core: CoreHost, folder: string) {
    this.#core = core
    this.#password = new KeptPassword(folder, 'messagerie.json')
  }

  async setAccount(change: Parsed<'sending.setAccount'>): Promise<Envelope<Output<'sending.setAccount'>>> {
    const before = await this.#account()
    const set = await this.#core.internal('setMailAccount', change)
    const { account } = change
    const isSame = before.ok && before.value?.host === account?.host && before.value?.user === account?.user
    if (set.ok && !isSame) await this.#password.forget()
    return set
  }

  async state(): Promise<Envelope<Output<'sending.password'>>> {
    const account = await this.#account()
    if (!account.ok) return account
    const name = account.value === null ? null : nameOf(account.value)
    return { ok: true, value: await this.#password.state(name) }
  }

  async setPassword({
    password,
  }: Parsed<'sending.setPassword'>): Promise<Envelope<Output<'sending.setPassword'>>> {
    const account = await this.#account()
    if (!account.ok) return account
    if (account.value === null) return notChosen
    return { ok: true, value: await this.#password.set(nameOf(account.value), password) }
  }

  async forgetPassword(): Promise<Envelope<Output<'sending.forgetPassword'>>> {
    await this.#password.forget()
    return this.state()
  }

  try(): Promise<Envelope<Output<'sending.try'>>> {
    return this.#with((password) => this.#core.internal('tryMailAccount', { password }))
  }

  send(target: Input<'sending.send'>): Promise<Envelope<Output<'sending.send'>>> {
    return this.#with((password) => this.#core.internal('sendMessage', { ...target, password }))
  }

  /** One that the server refuses is asked for again: it may have been changed there. */
  async #with<T>(work: (password: string) => Promise<Envelope<T>>): Promise<Envelope<T>> {
    const account = await this.#account()
    if (!account.ok) return account
    if (account.value === null) return notChosen
    const password = await this.#password.of(nameOf(account.value))
    if (password === null) return { ok: false, error: { code: 'mail-password-needed' } }
    const done = await work(password)
    if (!done.ok && done.error.code === 'mail-password-wrong') await this.#password.forget()
    return done
  }

  async #account(): Promise<Envelope<MailAccount | null>> {
    const settings = await this.#core.call('sending.settings', {})
    return settings.ok ? { ok: true, value: settings.value.account } : settings
  }
}

/** A password is that of one account of one server, and of no other. */
const nameOf = ({ host, user }: MailAccount) => `${user} ${host}`

const notChosen = { ok: false, error: { code: 'mail-not-chosen' } } as const
