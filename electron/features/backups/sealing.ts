// The copies of the second folder are encrypted from now on, or no more; the passphrase itself stays nowhere.
import { existsSync } from 'node:fs'
import { AppError } from '../../contract/errors.ts'
import type { SealingState } from '../../contract/sealing.ts'
import type { Desk } from '../../db/desk/desk.ts'
import { keepKey } from '../../db/encryption/backup-sealed.ts'
import { recoverySheet } from '../../documents/text/recovery-sheet.ts'
import { passphraseStrength } from '../../domain/text/passphrase.ts'
import type { Handlers, LongContext } from '../context.ts'
import { expectSealable, sealFolder } from './second-folder.ts'
import { stoppable } from './stoppable.ts'

export const handlers: Handlers<'sealing'> = {
  async 'sealing.turnOn'(context, { passphrase }) {
    refuseWeak(passphrase)
    if (context.desk.seal !== null) throw new AppError('conflict')
    await expectSealable(context.desk)
    return stoppable(context, async (signal) => {
      const { formerSealKeys: former } = context.desk
      const key = await context.runJob('makeSealKey', { passphrase, former }, { signal })
      const desk = await context.setDesk({ seal: { ...key, since: context.now.toISOString() } })
      // From here on nothing is copied in clear; what could not be encrypted now is with the next copy.
      await sealFolder(context, signal)
      return stateOf(desk)
    })
  },
  async 'sealing.changePassphrase'(context, { current, next }) {
    refuseWeak(next)
    const { seal, copyFolder } = context.desk
    if (seal === null) throw new AppError('conflict')
    const key = await context.runJob('changeSealKey', { keys: [seal.text], current, next })
    // The key of another sheet.
    if (key.recipient !== seal.recipient) throw new AppError('passphrase-wrong')
    const desk = await context.setDesk({ seal: { ...key, since: seal.since } })
    // A folder that is away gets it with the next copy.
    if (copyFolder !== null && existsSync(copyFolder)) await keepKey(copyFolder, key).catch(() => undefined)
    return stateOf(desk)
  },
  async 'sealing.turnOff'(context) {
    const { seal, formerSealKeys } = context.desk
    if (seal !== null)
      await context.setDesk({ seal: null, formerSealKeys: [...new Set([seal.text, ...formerSealKeys])] })
    return {}
  },
}

/** The key that opens encrypted copies, for whoever forgets the passphrase. */
export async function renderRecoverySheet(context: LongContext, passphrase: string): Promise<Uint8Array> {
  const { seal } = context.desk
  if (seal === null) throw new AppError('conflict')
  const key = await context.runJob('openSealKey', { keys: [seal.text], passphrase })
  if (key.recipient !== seal.recipient) throw new AppError('passphrase-wrong')
  const text = recoverySheet.text({ ...key, keyName: seal.name, now: context.now })
  return new TextEncoder().encode(text)
}

/** How copies are encrypted; null when they are not. */
export function sealingState({ seal }: Desk): SealingState | null {
  return seal === null ? null : { since: seal.since, keyName: seal.name }
}

function stateOf(desk: Desk): SealingState {
  const state = sealingState(desk)
  // Turned off meanwhile.
  if (state === null) throw new AppError('conflict')
  return state
}

function refuseWeak(passphrase: string): void {
  if (passphraseStrength(passphrase) === 'refused') throw new AppError('passphrase-weak')
}
