import { readdirSync } from 'node:fs'
import { join } from 'node:path'
import { Refused } from '../child-core.ts'
import { type Act, attach, COPIES, type Journey, keepNewest } from './journey.ts'

/** Passphrases that open the copies, one after the other. */
export const WORDS = [
  'tulipe ardoise café marmotte dix-sept',
  'girafe lavande tournevis onze brumes',
] as const

/** Every backup goes to the second folder too, encrypted. */
export const encryptCopy: Act = async (journey) => {
  const { core, ledger, backups, root } = journey
  const { token } = await ledger.send('encrypted copy', {}, () => core.call('backups.make', {}))
  await expectCopied(core)
  await keepNewest(journey)
  ledger.keep(`${COPIES}/${token}.age`, true)
  backups.set(`${token}.age`, ledger.now)
  const clear = inClear(root)
  if (clear.length > 0) throw new Error(`in clear beside encrypted copies: ${clear.join(', ')}`)
}

/** Copies in clear in the second folder are encrypted there. */
export const encrypt: Act = async (journey) => {
  const { core, ledger, root } = journey
  const passphrase = ledger.word ?? WORDS[0]
  await ledger.send(
    'encryption',
    { encrypted: 'yes' },
    () => core.call('encryption.turnOn', { passphrase }),
    passphrase,
  )
  await expectCopied(core)
  // On a disk so full that not even a failure could be noted, what is still in clear is shown by the list, and is next.
  if (inClear(root).length > 0) throw new Refused('the copies that are still in clear', 'disk-full')
  await keepNewest(journey)
}

export const changeWord: Act = async ({ core, ledger }) => {
  const current = ledger.word ?? WORDS[0]
  const next = current === WORDS[0] ? WORDS[1] : WORDS[0]
  await ledger.send('passphrase', {}, () => core.call('encryption.changePassphrase', { current, next }), next)
}

export const restoreEncrypted: Act = async (journey) => {
  const { core, ledger, dice, backups } = journey
  const token = dice.pick(await openable(journey))?.token ?? ''
  const state = backups.get(token)
  if (state === undefined) return
  // Settings of the desk are in no backup.
  const { pattern = '', encrypted = '' } = ledger.now
  await ledger.replace('restore of an encrypted copy', { ...state, pattern, encrypted }, () =>
    core.call('backups.restore', { place: 'copies', token, passphrase: ledger.word ?? '' }),
  )
  await keepNewest(journey)
}

/** Where each act begins. */
export const encryptReady = {
  async encryptCopy(journey: Journey) {
    await encrypted(journey)
    // Something new to encrypt.
    await attach(journey)
  },
  async encrypt(journey: Journey) {
    const { core, ledger } = journey
    await secondFolder(journey)
    if (ledger.now.encrypted === 'yes')
      await ledger.send('encryption', { encrypted: '' }, () => core.call('encryption.turnOff', {}))
    await attach(journey)
    await core.call('backups.make', {})
    await keepNewest(journey)
  },
  changeWord: encrypted,
  async restoreEncrypted(journey: Journey) {
    await encrypted(journey)
    if ((await openable(journey)).length === 0) await encryptCopy(journey)
  },
} as const satisfies Record<string, Act>

async function secondFolder(journey: Journey): Promise<void> {
  const { core, root } = journey
  if ((await core.call('settings.copies', {})).folderName === COPIES) return
  await core.internal('setCopyFolder', { path: join(root, COPIES) })
  await keepNewest(journey)
}

async function encrypted(journey: Journey): Promise<void> {
  await secondFolder(journey)
  if (journey.ledger.now.encrypted !== 'yes') await encrypt(journey)
}

/** The encrypted copies of which it is known what they hold. */
async function openable({ core, backups }: Journey) {
  const { files } = await core.call('backups.list', {})
  return files.filter(
    ({ place, isEncrypted, token }) => place === 'copies' && isEncrypted && backups.has(token),
  )
}

/** The call returns when the backup is there; how its copy went is said apart. */
async function expectCopied(core: Journey['core']): Promise<void> {
  const { lastFailure } = await core.call('settings.copies', {})
  if (lastFailure !== null) throw new Refused('the copy to the second folder', lastFailure)
}

function inClear(root: string): string[] {
  return readdirSync(join(root, COPIES), { recursive: true })
    .map(String)
    .filter((name) => /(\.seances|pieces\/[0-9a-f]{64})$/.test(name))
}
