import { mkdirSync, mkdtempSync, readdirSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { type ChildCore, startChildCore } from './child-core.ts'
import { dice } from './dice.ts'
import { acts, makeReady, prepare } from './journey/acts.ts'
import { Colleague, SHARED } from './journey/colleague.ts'
import { encryptedFaults } from './journey/encrypted-faults.ts'
import { WORDS } from './journey/encryption-acts.ts'
import { COPIES, type Journey } from './journey/journey.ts'
import { Ledger, type State } from './journey/ledger.ts'
import { seen } from './journey/seen.ts'

let root: string
let core: ChildCore
beforeAll(async () => {
  root = mkdtempSync(join(tmpdir(), 'seances-encrypted-faults-'))
  for (const folder of ['out', SHARED, COPIES]) mkdirSync(join(root, folder))
  core = startChildCore(join(root, 'data'))
  await core.opened
  const ledger = new Ledger(await seen(core), () => 0)
  const colleague = new Colleague(root, startChildCore)
  const start = { core, ledger, dice: dice(1), root, colleague, backups: new Map<string, State>() }
  const journey: Journey = { ...start, ...(await prepare(start)) }
  await makeReady('encryptCopy', journey)
  await acts.encryptCopy(journey)
})
afterAll(async () => {
  await core.kill()
  rmSync(root, { recursive: true, force: true })
})

const copies = () => join(root, COPIES)
const named = (folder: string, end: RegExp) => {
  const name = readdirSync(folder).find((one) => end.test(one))
  if (name === undefined) throw new Error(`nothing there named ${end}`)
  return join(folder, name)
}

it('a whole folder of encrypted copies has no fault', async () => {
  expect(await encryptedFaults(root, [WORDS[0]])).toEqual([])
})

it('another passphrase than the acknowledged one is a fault', async () => {
  expect(await encryptedFaults(root, [WORDS[1]])).not.toEqual([])
})

it.each([
  ['a copy cut short', () => named(copies(), /\.seances\.age$/)],
  ['an attachment cut short', () => named(join(copies(), 'pieces'), /\.age$/)],
  ['a key cut short', () => named(copies(), /^cle-.*\.age$/)],
])('a copy that is %s under its name, or gone from there, is a fault', async (_, find) => {
  const path = find()
  const bytes = readFileSync(path)
  writeFileSync(path, bytes.subarray(0, bytes.length - 20))
  expect(await encryptedFaults(root, [WORDS[0]])).not.toEqual([])
  writeFileSync(path, bytes)
  if (!path.endsWith('.seances.age')) {
    renameSync(path, `${path}.ailleurs`)
    expect(await encryptedFaults(root, [WORDS[0]])).not.toEqual([])
    renameSync(`${path}.ailleurs`, path)
  }
  expect(await encryptedFaults(root, [WORDS[0]])).toEqual([])
})

it('a copy that was opened and stays in clear is a fault', async () => {
  const opened = join(root, 'data', 'copies-ouvertes', 'x')
  mkdirSync(opened, { recursive: true })
  expect(await encryptedFaults(root, [WORDS[0]])).not.toEqual([])
  rmSync(opened, { recursive: true })
})
