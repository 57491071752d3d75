import { createHash } from 'node:crypto'
import { cpSync, mkdirSync, mkdtempSync, readdirSync, rmSync, truncateSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { type OpenedCore, openTestCore } from './open-core.ts'
import { dates, leaseIn, meet } from './two-desks.ts'

let first: OpenedCore
let second: OpenedCore
let folder: string
beforeEach(async () => {
  folder = mkdtempSync(join(tmpdir(), 'seances-partage-'))
  first = await openTestCore({ who: 'claire' })
  await first.core.internal('setHandOverFolder', { path: folder })
  second = await openTestCore({ who: 'noe' })
  await second.ok('handOver.nameMachine', { name: 'Poste de Noé' })
})
afterEach(async () => {
  await first.dispose()
  await second.dispose()
  rmSync(folder, { recursive: true, force: true })
})

const sharedWriter = () => leaseIn(folder)

describe('a new computer', () => {
  /** Data with an attachment in each of the places they can be taken from. */
  async function filled(): Promise<void> {
    const meeting = await meet(first, '2026-12-10')
    const bytes = new TextEncoder().encode('%PDF-1.7 note de cadrage')
    await first.ok('attachments.add', {
      meetingId: meeting.id,
      itemId: null,
      file: { fileName: 'note.pdf', bytes },
    })
    await first.core.internal('setCopyFolder', { path: folder })
  }
  const examine = async (path: string) => {
    const examined = await second.core.internal('examineSource', { path })
    if (!examined.ok) return examined.error.code
    return 'token' in examined.value ? examined.value : 'passphrase-needed'
  }

  it('takes the newest copy of the second folder, counted before and after, and the hand with it', async () => {
    await filled()
    const source = await examine(folder)
    if (typeof source === 'string') throw new Error(source)
    expect(source).toMatchObject({
      hashMatches: true,
      counts: { meetings: 1, attachments: 1, attachmentsFound: 1 },
    })
    expect(await second.ok('handOver.takeSource', { token: source.token })).toEqual(source.counts)
    expect(await dates(second)).toEqual(['2026-12-10'])
    expect(sharedWriter()).toMatchObject({ state: 'held', machine: { name: 'Poste de Noé' } })
    // The old computer, should it be used again, learns where its data went.
    await meet(first, '2026-12-17')
    await first.ok('backups.make', {})
    expect((await first.ok('handOver.writer', {})).state).toBe('lost')
  })

  it('takes a copy of the whole data folder, with what was written last', async () => {
    await filled()
    await meet(first, '2026-12-17')
    const copied = `${folder}-copie`
    cpSync(first.folder, copied, { recursive: true })
    const source = await examine(copied)
    if (typeof source === 'string') throw new Error(source)
    expect(await second.ok('handOver.takeSource', { token: source.token })).toEqual(source.counts)
    expect(await dates(second)).toEqual(['2026-12-10', '2026-12-17'])
    rmSync(copied, { recursive: true })
  })

  it('takes what was restored of a copied data folder, not the backup of before', async () => {
    await filled()
    const early = await first.ok('backups.make', {})
    await meet(first, '2026-12-17')
    await meet(first, '2026-12-18')
    await first.ok('backups.restore', { place: 'desk', token: early.token })
    await meet(first, '2026-12-11')
    const copied = `${folder}-copie`
    cpSync(first.folder, copied, { recursive: true })
    const source = await examine(copied)
    rmSync(copied, { recursive: true })
    expect(typeof source === 'string' ? source : source.counts.meetings).toBe(2)
  })

  it('takes one file; refuses an altered one, a folder without data and a token of its own making', async () => {
    await filled()
    const name = readdirSync(folder).find((file) => file.endsWith('.seances')) ?? ''
    const source = await examine(join(folder, name))
    if (typeof source === 'string') throw new Error(source)
    await second.ok('handOver.takeSource', { token: source.token })
    expect(await dates(second)).toEqual(['2026-12-10'])
    expect(await examine(join(folder, 'pieces'))).toBe('not-a-backup')
    expect(await examine(join(folder, 'absent'))).toBe('folder-unreachable')
    truncateSync(join(folder, name), 8192)
    expect(await examine(join(folder, name))).toBe('copy-not-arrived')
    expect(await second.refused('handOver.takeSource', { token: 'x' })).toBe('not-found')
  })

  it('is given up while the attachments are brought: nothing is replaced, and a second taking goes through', async () => {
    await filled()
    // Enough files of the store that the stop falls between two of them.
    for (let index = 0; index < 300; index += 1) {
      const bytes = `fichier ${index}`
      writeFileSync(join(folder, 'pieces', createHash('sha256').update(bytes).digest('hex')), bytes)
    }
    const source = await examine(folder)
    if (typeof source === 'string') throw new Error(source)
    const taking = second.refused('handOver.takeSource', { token: source.token })
    await second.ok('backups.stop', {})
    expect(await taking).toBe('cancelled')
    expect(await dates(second)).toEqual([])
    expect(await second.ok('handOver.writer', {})).toMatchObject({ state: 'mine', folderName: null })
    await second.ok('handOver.takeSource', { token: source.token })
    expect(await dates(second)).toEqual(['2026-12-10'])
  })

  it('knows the folder of a taking that was cut short, and finishes it there', async () => {
    await filled()
    const examined = await second.core.internal('examineSource', { path: folder })
    // The shared writer cannot be written: the data are here, the hand is not.
    mkdirSync(join(folder, 'passation.json.tmp'))
    const token = examined.ok && 'token' in examined.value ? examined.value.token : ''
    await second.refused('handOver.takeSource', { token })
    await second.restart(() => rmSync(join(folder, 'passation.json.tmp'), { recursive: true }))
    expect(await second.ok('handOver.look', {})).toMatchObject({ standing: 'taking', folderFailure: null })
    await second.ok('handOver.take', { breaks: false })
    expect(await dates(second)).toEqual(['2026-12-10'])
    expect(sharedWriter()).toMatchObject({ state: 'held' })
  })

  it('keeps its own folder when nothing was taken', async () => {
    await filled()
    const examined = await second.core.internal('examineSource', { path: folder })
    for (const name of readdirSync(folder).filter((file) => file.endsWith('.seances')))
      rmSync(join(folder, name))
    const token = examined.ok && 'token' in examined.value ? examined.value.token : ''
    expect(await second.refused('handOver.takeSource', { token })).toBe('copy-not-arrived')
    expect(await second.ok('handOver.writer', {})).toMatchObject({ state: 'mine', folderName: null })
  })

  it('says which attachments are missing beside the copy', async () => {
    await filled()
    rmSync(join(folder, 'pieces'), { recursive: true })
    expect(await examine(folder)).toMatchObject({ counts: { attachments: 1, attachmentsFound: 0 } })
  })
})
