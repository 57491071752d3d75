// The password of the mail account: in the system's keychain where it encrypts; where it does not, in memory until the
// application ends. The core is given it with each call that needs it, and keeps none.
import { readFile, rename, rm, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { safeStorage } from 'electron'
import { z } from 'zod'
import type { Envelope } from '../contract/method.ts'
import type { MailPasswordState } from '../contract/sending.ts'
import type { MailAccount } from '../domain/dispatch/sending.ts'
import { log } from './log.ts'

const NAME = 'messagerie.json'
const Kept = z.strictObject({ account: z.string(), secret: z.base64() })

/** A password is that of one account of one server, and of no other. */
const nameOf = ({ host, user }: MailAccount) => `${user} ${host}`

export class MailPassword {
  readonly #path: string
  #known: { account: string; password: string } | null = null

  /** @param folder of this machine's profile: never of the data, which are copied and handed over. */
  constructor(folder: string) {
    this.#path = join(folder, NAME)
  }

  async of(account: MailAccount): Promise<string | null> {
    const name = nameOf(account)
    if (this.#known?.account === name) return this.#known.password
    const kept = await this.#kept()
    if (kept?.account !== name || !canKeep()) return null
    try {
      return safeStorage.decryptString(Buffer.from(kept.secret, 'base64'))
    } catch (cause) {
      // Another person's keychain, or one that was made anew: it is asked for again.
      log.warn(`the password of the mail account could not be read: ${String(cause)}`)
      return null
    }
  }

  async set(account: MailAccount, password: string): Promise<Envelope<MailPasswordState>> {
    this.#known = { account: nameOf(account), password }
    if (canKeep()) {
      const secret = safeStorage.encryptString(password).toString('base64')
      const text = JSON.stringify({ account: nameOf(account), secret })
      await writeFile(`${this.#path}.tmp`, text, { mode: 0o600 })
      await rename(`${this.#path}.tmp`, this.#path)
    }
    return this.state(account)
  }

  async forget(): Promise<void> {
    this.#known = null
    await rm(this.#path, { force: true })
  }

  async state(account: MailAccount | null): Promise<Envelope<MailPasswordState>> {
    const name = account === null ? null : nameOf(account)
    const isKept = canKeep() && (await this.#kept())?.account === name
    const standing = isKept ? 'kept' : this.#known?.account === name ? 'session' : 'none'
    return { ok: true, value: { standing, canKeep: canKeep() } }
  }

  async #kept(): Promise<z.infer<typeof Kept> | null> {
    try {
      return Kept.parse(JSON.parse(await readFile(this.#path, 'utf8')))
    } catch {
      return null
    }
  }
}

/** Chromium's stand-in for a keychain, on a Linux without one, hides a password from nobody. */
function canKeep(): boolean {
  if (!safeStorage.isEncryptionAvailable()) return false
  if (process.platform !== 'linux') return true
  return !['basic_text', 'unknown'].includes(safeStorage.getSelectedStorageBackend())
}
