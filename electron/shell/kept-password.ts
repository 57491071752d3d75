// A password of one account: in the system's keychain where it encrypts; where it does not, in memory until the application
// ends. The core is given it when it needs it, and keeps none beyond that.
import { readFile, rename, rm, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { safeStorage } from 'electron'
import { z } from 'zod'
import type { PasswordState } from '../contract/sending.ts'
import { log } from './log.ts'

const Kept = z.strictObject({ account: z.string(), secret: z.base64() })

export class KeptPassword {
  readonly #path: string
  #known: { account: string; password: string } | null = null

  /** @param folder of this machine's profile: never of the data, which are copied and handed over. */
  constructor(folder: string, fileName: string) {
    this.#path = join(folder, fileName)
  }

  async of(account: string): Promise<string | null> {
    if (this.#known?.account === account) return this.#known.password
    const kept = await this.#kept()
    if (kept?.account !== account || !canKeep()) return null
    try {
      return safeStorage.decryptString(Buffer.from(kept.secret, 'base64'))
    } catch (cause) {
      // Another person's keychain, or one that was made anew: it is asked for again.
      log.warn(`a kept password could not be read: ${String(cause)}`)
      return null
    }
  }

  /** Whose password is known here; null for nobody's. */
  async account(): Promise<string | null> {
    if (this.#known !== null) return this.#known.account
    return canKeep() ? ((await this.#kept())?.account ?? null) : null
  }

  async set(account: string, password: string): Promise<PasswordState> {
    this.#known = { account, password }
    if (canKeep()) {
      const secret = safeStorage.encryptString(password).toString('base64')
      await writeFile(`${this.#path}.tmp`, JSON.stringify({ account, secret }), { mode: 0o600 })
      await rename(`${this.#path}.tmp`, this.#path)
    }
    return this.state(account)
  }

  async forget(): Promise<void> {
    this.#known = null
    await rm(this.#path, { force: true })
  }

  async state(account: string | null): Promise<PasswordState> {
    const isKept = canKeep() && account !== null && (await this.#kept())?.account === account
    const isKnown = account !== null && this.#known?.account === account
    return { standing: isKept ? 'kept' : isKnown ? 'session' : 'none', canKeep: canKeep() }
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
