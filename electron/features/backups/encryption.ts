// The copies of the second folder are encrypted from now on, or no more; the passphrase itself stays nowhere.
import { existsSync } from 'node:fs'
import type { EncryptionState } from '../../contract/encryption.ts'
import { AppError } from '../../contract/errors.ts'
import type { Desk } from '../../db/desk/desk.ts'
import { keepKey } from '../../db/encryption/backup-encrypted.ts'
import { recoverySheet } from '../../documents/text/recovery-sheet.ts'
import { passphraseStrength } from '../../domain/text/passphrase.ts'
import type { Handlers, LongContext } from '../context.ts'
import { encryptFolder, expectEncryptable } from './second-folder.ts'
import { stoppable } from './stoppable.ts'

export const handlers: Handlers<'encryption'> = {
  async 'encryption.turnOn'(context, { passphrase }) {
    refuseWeak(passphrase)
    if (context.desk.encryption !== null) throw new AppError('conflict')
    await expectEncryptable(context.desk)
    return stoppable(context, async (signal) => {
      const { formerEncryptionKeys: former } = context.desk
      const key = await context.runJob('makeEncryptionKey', { passphrase, former }, { signal })
      const desk = await context.setDesk({ encryption: { ...key, since: context.now.toISOString() } })
      // From here on nothing is copied in clear; what could not be encrypted now is with the next copy.
      await encryptFolder(context, signal)
      return stateOf(desk)
    })
  },
  async 'encryption.changePassphrase'(context, { current, next }) {
    refuseWeak(next)
    const { encryption, copyFolder } = context.desk
    if (encryption === null) throw new AppError('conflict')
    const key = await context.runJob('changeEncryptionKey', { keys: [encryption.text], current, next })
    // The key of another sheet.
    if (key.recipient !== encryption.recipient) throw new AppError('passphrase-wrong')
    const desk = await context.setDesk({ encryption: { ...key, since: encryption.since } })
    // A folder that is away gets it with the next copy.
    if (copyFolder !== null && existsSync(copyFolder)) await keepKey(copyFolder, key).catch(() => undefined)
    return stateOf(desk)
  },
  async 'encryption.turnOff'(context) {
    const { encryption, formerEncryptionKeys } = context.desk
    if (encryption !== null)
      await context.setDesk({
        encryption: null,
        formerEncryptionKeys: [...new Set([encryption.text, ...formerEncryptionKeys])],
      })
    return {}
  },
}

/** The key that opens encrypted copies, for whoever forgets the passphrase. */
export async function renderRecoverySheet(context: LongContext, passphrase: string): Promise<Uint8Array> {
  const { encryption } = context.desk
  if (encryption === null) throw new AppError('conflict')
  const key = await context.runJob('openEncryptionKey', { keys: [encryption.text], passphrase })
  if (key.recipient !== encryption.recipient) throw new AppError('passphrase-wrong')
  const text = recoverySheet.text({ ...key, keyName: encryption.name, now: context.now })
  return new TextEncoder().encode(text)
}

/** How copies are encrypted; null when they are not. */
export function encryptionState({ encryption }: Desk): EncryptionState | null {
  return encryption === null ? null : { since: encryption.since, keyName: encryption.name }
}

function stateOf(desk: Desk): EncryptionState {
  const state = encryptionState(desk)
  // Turned off meanwhile.
  if (state === null) throw new AppError('conflict')
  return state
}

function refuseWeak(passphrase: string): void {
  if (passphraseStrength(passphrase) === 'refused') throw new AppError('passphrase-weak')
}
