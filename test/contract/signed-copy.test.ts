import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { keptPath, sha256 } from '../../electron/db/files/store.ts'
import { newId } from '../../renderer/api/new-id.ts'
import type { OpenedCore } from './open-core.ts'
import { filesBelow, fullCore, internal, temporaryFolder } from './profile-world.ts'
import { signingDesk } from './signing-desk.ts'

const desk = signingDesk()
const out = temporaryFolder()
let opened: OpenedCore
let meetingId: string
let sealed: Buffer
const add = (bytes: Uint8Array, id = newId()) =>
  opened.core.call('approval.addSignedCopy', { id, meetingId, file: { fileName: 'signé.pdf', bytes } })

beforeAll(async () => {
  opened = await fullCore()
  const meetings = await opened.ok('meetings.list', { year: null })
  meetingId = meetings.find(({ date }) => date === '2026-11-12')?.id ?? ''
  const { approval } = await opened.ok('approval.get', { meetingId })
  sealed = readFileSync(keptPath(opened.folder, approval?.sha256 ?? ''))
}, 120_000)
afterAll(async () => {
  await opened.dispose()
  desk.remove()
  out.remove()
})

describe('a signed copy of sealed minutes', () => {
  it('is kept to the byte beside the seal, with its signers, once, and is undone', async () => {
    const signed = await desk.sign(sealed, 'chair', 90_000)
    const id = newId()
    const { signedCopies, approval } = await opened.ok('approval.addSignedCopy', {
      id,
      meetingId,
      file: { fileName: 'signé.pdf', bytes: signed },
    })
    expect(signedCopies).toMatchObject([
      { id, sha256: sha256(signed), signatures: [{ signer: 'Camille Rivoire', state: 'whole' }] },
    ])
    expect(readFileSync(keptPath(opened.folder, sha256(signed)))).toEqual(signed)
    expect(approval?.sha256).toBe(sha256(sealed))
    await opened.ok('approval.addSignedCopy', {
      id,
      meetingId,
      file: { fileName: 'signé.pdf', bytes: signed },
    })
    expect(await add(signed)).toMatchObject({ error: { code: 'file-already-there' } })
    expect((await opened.ok('approval.get', { meetingId })).signedCopies).toHaveLength(1)
    await opened.ok('history.undo', {})
    expect((await opened.ok('approval.get', { meetingId })).signedCopies).toEqual([])
    await opened.ok('history.redo', {})
    expect((await opened.ok('approval.get', { meetingId })).signedCopies).toHaveLength(1)
  })

  it('goes into the archive', async () => {
    const path = join(out.path, 'archive')
    await internal(opened, 'exportArchive', { meetingId, path, form: 'folder', description: null })
    expect(filesBelow(path)).toContain('compte-rendu/signé.pdf')
  })

  it('is refused with what to do, and nothing is kept, when it is of other bytes or not signed', async () => {
    const before = filesBelow(opened.folder).length
    const other = Buffer.from(await desk.sign(sealed, 'chair', 90_000))
    other[1000] = (other[1000] ?? 0) ^ 1
    expect(await add(other)).toMatchObject({ error: { code: 'signed-other' } })
    const word = new TextEncoder().encode('PK document Word')
    expect(await add(word)).toMatchObject({ error: { code: 'not-a-pdf' } })
    expect(await add(sealed)).toMatchObject({ error: { code: 'not-signed' } })
    expect(filesBelow(opened.folder).length).toBe(before)
  })

  it('is none of minutes that are not approved', async () => {
    const meetings = await opened.ok('meetings.list', { year: null })
    const draft = meetings.find(({ date }) => date === '2027-02-11')?.id ?? ''
    expect(
      await opened.core.call('approval.addSignedCopy', {
        id: newId(),
        meetingId: draft,
        file: { fileName: 'signé.pdf', bytes: sealed },
      }),
    ).toMatchObject({ error: { code: 'not-approved' } })
  })
})
