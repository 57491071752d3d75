import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { readKey } from '../../electron/contract/read-key.ts'
import { sha256 } from '../../electron/db/files/store.ts'
import type { RichText } from '../../electron/domain/text/rich-text.ts'
import { png } from '../unit/picture-builders.ts'
import { type OpenedCore, openTestCore } from './open-core.ts'

let opened: OpenedCore
let meetingId: string
let itemId: string
beforeAll(async () => {
  opened = await openTestCore({ now: '2026-11-26T09:00:00.000Z', isRunning: true })
})
afterAll(() => opened.dispose())
beforeEach(async () => {
  const meeting = await opened.ok('meetings.create', {
    fields: { date: '2026-12-10', title: 'Séance plénière' },
    fromTemplate: true,
  })
  meetingId = meeting.id
  const { items } = await opened.ok('agenda.list', { meetingId })
  itemId = items[1]?.id ?? ''
})
/** Nothing of one test is shown, or kept aside, in the next. */
afterEach(async () => {
  const shown = () => opened.ok('attachments.list', { meetingId })
  for (let [one] = await shown(); one !== undefined; [one] = await shown())
    await opened.ok('attachments.remove', { id: one.id, version: one.version })
  for (const name of ['pieces', 'pieces-alterees', 'sauvegardes'])
    rmSync(join(opened.folder, name), { recursive: true, force: true })
  expect((await list()).faults).toEqual([])
})

const bytesOf = (words: string) => new TextEncoder().encode(words)
const stored = (hash: string) => join(opened.folder, 'pieces', hash)
const list = () => opened.ok('keptFiles.list', {})
const check = () => opened.ok('keptFiles.check', {})
const damage = async () => (await opened.ok('recovery.damage', {})).files

async function attach(fileName: string, words: string): Promise<string> {
  await opened.ok('attachments.add', { meetingId, itemId, file: { fileName, bytes: bytesOf(words) } })
  return sha256(bytesOf(words))
}

/** A file somewhere else on this machine. */
function elsewhere(fileName: string, bytes: Uint8Array): { path: string; done: () => void } {
  const folder = mkdtempSync(join(tmpdir(), 'seances-fichier-'))
  writeFileSync(join(folder, fileName), bytes)
  return { path: join(folder, fileName), done: () => rmSync(folder, { recursive: true }) }
}

describe('a check', () => {
  it('finds nothing where nothing is wrong, and says how many it read', async () => {
    expect(await list()).toEqual({ checkedAt: null, checked: 0, faults: [], setAside: 0 })
    await attach('note.pdf', 'une note')
    expect(await check()).toMatchObject({ checked: 1, faults: [] })
    expect((await list()).checkedAt).not.toBeNull()
    expect(await damage()).toEqual({ missing: 0, altered: 0 })
  })

  it('finds what is gone and what is altered, each with the place that shows it', async () => {
    const gone = await attach('Note de présentation.pdf', 'une note')
    const altered = await attach('Support.pptx', 'un support')
    await attach('intact.txt', 'intact')
    rmSync(stored(gone))
    writeFileSync(stored(altered), 'autre chose')
    opened.events.length = 0
    const { faults, checked } = await check()
    expect(checked).toBe(3)
    const { items } = await opened.ok('agenda.list', { meetingId })
    const place = {
      kind: 'attachment',
      meeting: { id: meetingId, date: '2026-12-10', title: 'Séance plénière' },
      itemTitle: items.find(({ id }) => id === itemId)?.title,
      project: null,
      isReplaceable: true,
    }
    expect(new Map(faults.map((fault) => [fault.sha256, fault]))).toEqual(
      new Map([
        [
          gone,
          {
            sha256: gone,
            state: 'missing',
            leftAt: null,
            uses: [{ ...place, name: 'Note de présentation.pdf' }],
          },
        ],
        [
          altered,
          { sha256: altered, state: 'altered', leftAt: null, uses: [{ ...place, name: 'Support.pptx' }] },
        ],
      ]),
    )
    expect(await damage()).toEqual({ missing: 1, altered: 1 })
    const named = [readKey('keptFiles.list', {})]
    expect(opened.events).toContainEqual(
      expect.objectContaining({ topic: 'changed', reads: expect.arrayContaining(named) }),
    )
    expect(opened.events).toContainEqual(
      expect.objectContaining({ topic: 'progress', method: 'keptFiles.check' }),
    )
    // It is still known after a restart, and no longer once the document is taken out.
    await opened.restart()
    expect((await list()).faults).toHaveLength(2)
    for (const { id, version } of await opened.ok('attachments.list', { meetingId }))
      await opened.ok('attachments.remove', { id, version })
    expect((await list()).faults).toEqual([])
    expect(await damage()).toEqual({ missing: 0, altered: 0 })
  })

  it('reads the pictures of minutes too', async () => {
    const view = await opened.ok('minutes.start', { meetingId })
    const picture = await opened.ok('minutes.addPicture', { meetingId, bytes: png(30, 20) })
    const id = view.sections[0]?.id ?? ''
    const show = async (content: RichText['content']) => {
      const sections = (await opened.ok('minutes.get', { meetingId }))?.sections
      const version = sections?.find((one) => one.id === id)?.version ?? 0
      await opened.ok('minutes.updateSection', {
        id,
        version,
        patch: { exchanges: { type: 'doc', content } },
      })
    }
    const { sha256: hash, mediaType, width, height } = picture
    const attrs = { sha256: hash, mediaType, width, height, alt: 'Carte' }
    await show([{ type: 'image', attrs }])
    rmSync(stored(hash))
    expect((await check()).faults).toEqual([
      expect.objectContaining({ sha256: hash, uses: [expect.objectContaining({ kind: 'picture' })] }),
    ])
    await show([{ type: 'paragraph' }])
    expect((await list()).faults).toEqual([])
  })

  it('is not needed for a file that a call finds gone: that call says so, and it is known from then on', async () => {
    const gone = await attach('note.pdf', 'une note')
    const [{ id = '' } = {}] = await opened.ok('attachments.list', { meetingId })
    rmSync(stored(gone))
    expect(await opened.core.internal('attachmentFile', { id, to: 'export' })).toMatchObject({
      error: { code: 'kept-file-missing' },
    })
    expect((await list()).faults).toMatchObject([{ sha256: gone, state: 'missing' }])
    expect(await damage()).toEqual({ missing: 1, altered: 0 })
    // A name that nothing speaks of is nobody's loss.
    expect(await opened.refused('minutes.picture', { sha256: '0'.repeat(64) })).toBe('kept-file-missing')
    expect((await list()).faults).toHaveLength(1)
  })
})

describe('a file that is gone or altered', () => {
  it('comes back from a backup by its hash; altered bytes go aside, whole', async () => {
    const gone = await attach('a.pdf', 'premier')
    const altered = await attach('b.pdf', 'second')
    await opened.ok('backups.make', {})
    rmSync(stored(gone))
    writeFileSync(stored(altered), 'abîmé')
    await check()
    const answer = await opened.ok('keptFiles.bringBack', { files: [gone, altered] })
    expect(answer).toMatchObject({ found: 2, notFound: 0, list: { faults: [], setAside: 1 } })
    expect(readFileSync(stored(gone), 'utf8')).toBe('premier')
    expect(readFileSync(stored(altered), 'utf8')).toBe('second')
    const [aside = ''] = readdirSync(join(opened.folder, 'pieces-alterees'))
    expect(aside).toMatch(new RegExp(`^\\d{4}-.*_${altered}$`))
    expect(readFileSync(join(opened.folder, 'pieces-alterees', aside), 'utf8')).toBe('abîmé')
    expect(await damage()).toEqual({ missing: 0, altered: 0 })
  })

  it('comes back from the second folder when the backups here have lost it too', async () => {
    const second = mkdtempSync(join(tmpdir(), 'seances-second-'))
    const gone = await attach('a.pdf', 'premier')
    await opened.core.internal('setCopyFolder', { path: second })
    rmSync(stored(gone))
    // Altered beside the backups: not taken for what its name says.
    writeFileSync(join(opened.folder, 'sauvegardes', 'pieces', gone), 'faux')
    await check()
    expect(await opened.ok('keptFiles.bringBack', { files: [gone] })).toMatchObject({ found: 1 })
    expect(readFileSync(stored(gone), 'utf8')).toBe('premier')
    rmSync(second, { recursive: true })
  })

  it('that no backup has whole is said, and nothing is put in its place', async () => {
    const gone = await attach('a.pdf', 'premier')
    rmSync(stored(gone))
    await check()
    expect(await opened.ok('keptFiles.bringBack', { files: [gone] })).toMatchObject({
      found: 0,
      notFound: 1,
      list: { faults: [{ sha256: gone }] },
    })
    expect(existsSync(stored(gone))).toBe(false)
  })

  it('is put back from the same bytes under any name', async () => {
    const gone = await attach('a.pdf', 'premier')
    rmSync(stored(gone))
    await check()
    const file = elsewhere('copie du bureau.pdf', bytesOf('premier'))
    expect(await opened.core.internal('takeKeptFile', { file: gone, path: file.path })).toMatchObject({
      ok: true,
      value: { became: 'same', list: { faults: [] } },
    })
    expect(await opened.ok('attachments.list', { meetingId })).toMatchObject([
      { fileName: 'a.pdf', versionNumber: 1 },
    ])
    file.done()
  })

  it('takes other bytes as a new version, which can be undone; the old one stays noted', async () => {
    const gone = await attach('a.pdf', 'premier')
    rmSync(stored(gone))
    await check()
    const file = elsewhere('a corrigé.pdf', bytesOf('corrigé'))
    const taken = await opened.core.internal('takeKeptFile', { file: gone, path: file.path })
    expect(taken).toMatchObject({
      value: { became: 'newVersion', list: { faults: [{ sha256: gone, leftAt: expect.any(String) }] } },
    })
    expect(await opened.ok('attachments.list', { meetingId })).toMatchObject([
      { fileName: 'a corrigé.pdf', versionNumber: 2 },
    ])
    expect(await damage()).toEqual({ missing: 0, altered: 0 })
    await opened.ok('history.undo', {})
    expect((await list()).faults).toMatchObject([{ leftAt: null }])
    await opened.ok('history.undo', {})
    expect(await opened.ok('attachments.list', { meetingId })).toMatchObject([{ fileName: 'a.pdf' }])
    file.done()
  })

  it('that is an older version takes no other bytes', async () => {
    const gone = await attach('a.pdf', 'premier')
    await opened.ok('attachments.add', {
      meetingId,
      itemId,
      file: { fileName: 'a.pdf', bytes: bytesOf('deuxième') },
      replaces: (await opened.ok('attachments.list', { meetingId }))[0]?.id,
    })
    rmSync(stored(gone))
    await check()
    const file = elsewhere('autre.pdf', bytesOf('autre'))
    // An older version is what it was: others are refused.
    expect(await opened.core.internal('takeKeptFile', { file: gone, path: file.path })).toMatchObject({
      error: { code: 'other-bytes' },
    })
    expect(existsSync(stored(gone))).toBe(false)
    file.done()
  })

  it('can be left as it is: noted, no longer announced, and taken up again', async () => {
    const gone = await attach('a.pdf', 'premier')
    rmSync(stored(gone))
    await check()
    await opened.ok('keptFiles.leave', { files: [gone], left: true })
    expect((await list()).faults).toMatchObject([{ leftAt: expect.any(String) }])
    expect(await damage()).toEqual({ missing: 0, altered: 0 })
    // Twice is once.
    await opened.ok('keptFiles.leave', { files: [gone], left: true })
    await opened.ok('keptFiles.leave', { files: [gone], left: false })
    expect(await damage()).toEqual({ missing: 1, altered: 0 })
  })

  it('whose bytes are added again is whole again, with the altered ones aside', async () => {
    const hash = await attach('a.pdf', 'premier')
    writeFileSync(stored(hash), 'abîmé')
    await opened.ok('attachments.add', {
      meetingId,
      itemId: null,
      file: { fileName: 'a.pdf', bytes: bytesOf('premier') },
    })
    expect((await check()).faults).toEqual([])
    const [aside = ''] = readdirSync(join(opened.folder, 'pieces-alterees'))
    expect(readFileSync(join(opened.folder, 'pieces-alterees', aside), 'utf8')).toBe('abîmé')
  })
})

it('a restore sets altered bytes aside before it puts the sound ones in', async () => {
  const hash = await attach('a.pdf', 'premier')
  const backup = await opened.ok('backups.make', {})
  writeFileSync(stored(hash), 'abîmé')
  await opened.ok('backups.restore', { place: 'desk', token: backup.token })
  expect(readFileSync(stored(hash), 'utf8')).toBe('premier')
  expect(readdirSync(join(opened.folder, 'pieces-alterees'))).toHaveLength(1)
})

it('only one check runs at a time, and one that is given up leaves the former findings', async () => {
  for (let n = 0; n < 5; n += 1) await attach(`${n}.pdf`, `pièce ${n}`)
  // Asked in one breath: the second is looked at while the first one reads.
  const first = opened.core.call('keptFiles.check', {})
  const second = await opened.core.call('keptFiles.check', {})
  await opened.ok('keptFiles.stop', {})
  expect(second).toMatchObject({ ok: false, error: { code: 'busy' } })
  const ended = await first
  if (!ended.ok) expect(ended.error.code).toBe('cancelled')
  expect((await list()).faults).toEqual([])
  expect((await check()).checked).toBe(5)
})
