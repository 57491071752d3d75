import { existsSync, readdirSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { sha256 } from '../../electron/db/files/store.ts'
import type { RichBlock, RichImageFields, RichText } from '../../electron/domain/text/rich-text.ts'
import { figureAlts } from '../documents-check/figure-alts.ts'
import { isOfTeam } from '../team/engine.ts'
import { jpeg, jpegSegment, png, pngChunk } from '../unit/picture-builders.ts'
import { type OpenedCore, openTestCore } from './open-core.ts'

let opened: OpenedCore
let meetingId: string
beforeEach(async () => {
  opened = await openTestCore()
  meetingId = (await opened.ok('meetings.create', { fields: { date: '2026-12-10' }, fromTemplate: true })).id
  await opened.ok('minutes.start', { meetingId })
})
afterEach(() => opened.dispose())

const add = (bytes: Uint8Array) => opened.ok('minutes.addPicture', { meetingId, bytes })
const refused = (bytes: Uint8Array) => opened.refused('minutes.addPicture', { meetingId, bytes })
const image = (attrs: Omit<RichImageFields, 'alt'>, alt: string): RichBlock => ({
  type: 'image',
  attrs: { ...attrs, alt },
})

async function write(...content: RichBlock[]): Promise<void> {
  const view = await opened.ok('minutes.get', { meetingId })
  const { id, version } = view?.sections[0] ?? { id: '', version: 1 }
  const presentation: RichText = { type: 'doc', content }
  await opened.ok('minutes.updateSection', { id, version, patch: { presentation } })
}

describe('a picture of the minutes', () => {
  it('is kept once, by what is seen of it alone', async () => {
    const secret = Buffer.from('Hélène Marchetti, 48.8566 N')
    const first = await add(png(40, 20, { extra: [pngChunk('tEXt', secret)] }))
    expect(first).toEqual({ sha256: sha256(png(40, 20)), mediaType: 'image/png', width: 40, height: 20 })
    expect(await add(png(40, 20, { after: secret }))).toEqual(first)
    expect(readdirSync(join(opened.folder, 'pieces'))).toEqual([first.sha256])
    const photograph = await add(jpeg(16, 8, { extra: [jpegSegment(0xe1, secret)] }))
    for (const { sha256: hash } of [first, photograph]) {
      const kept = await opened.ok('minutes.picture', { sha256: hash })
      expect(Buffer.from(kept.bytes).includes('Marchetti')).toBe(false)
    }
  })

  it('is refused by its header when too large, damaged, empty or of another kind; nothing is kept', async () => {
    expect(await refused(png(1, 1, { stated: [10_000, 8001] }))).toBe('picture-too-large')
    expect(await refused(png(9, 9).subarray(0, 60))).toBe('file-damaged')
    expect(await refused(new Uint8Array())).toBe('file-empty')
    expect(await refused(Buffer.from('\0\0\0\x18ftypheic', 'latin1'))).toBe('picture-unknown')
    expect(await refused(Buffer.from('<svg xmlns="http://www.w3.org/2000/svg"/>'))).toBe('picture-unknown')
    expect(existsSync(join(opened.folder, 'pieces'))).toBe(false)
  })

  it('without a description is told before its document is exported', async () => {
    const fields = await add(png(40, 20))
    const asked = (kind: 'minutes' | 'timedAgenda') =>
      opened.core.internal('undescribedPictures', { subject: { kind, meetingId } })
    const { items } = await opened.ok('agenda.list', { meetingId })
    await write(image(fields, ' '), image(fields, 'Le plan du site'), image(fields, ''))
    const title = expect.stringContaining(items[0]?.title ?? 'no item')
    expect(await asked('minutes')).toEqual({ ok: true, value: { items: [title, title] } })
    expect(await asked('timedAgenda')).toEqual({ ok: true, value: { items: [] } })
    await write(image(fields, 'Le plan du site'))
    expect(await asked('minutes')).toEqual({ ok: true, value: { items: [] } })
  })

  it('is no way to the other files of the store', async () => {
    const bytes = new TextEncoder().encode('pièce jointe')
    await opened.ok('attachments.add', { meetingId, itemId: null, file: { fileName: 'note.txt', bytes } })
    expect(await opened.refused('minutes.picture', { sha256: sha256(bytes) })).toBe('not-found')
    expect(await opened.refused('minutes.picture', { sha256: '0'.repeat(64) })).toBe('kept-file-missing')
    expect(await opened.refused('minutes.picture', { sha256: '../seances.sqlite' })).toBe('invalid-input')
  })

  it('goes with its words into the search, the PDF, the next start and the restored backup', async () => {
    const picture = await add(png(300, 200))
    await write(
      image(picture, 'Carte des antennes'),
      image({ ...(await add(jpeg(64, 32))), size: 'small' }, ''),
    )
    const { hits: found } = await opened.ok('search.query', { words: 'antennes', only: null })
    expect(found).toMatchObject([{ kind: 'section' }])
    const alts = async () =>
      figureAlts((await opened.ok('documents.render', { kind: 'minutes', meetingId })).bytes)
    // Nothing stands for words that nobody wrote: the second one is told by the check, and by no reader.
    expect(await alts()).toEqual(['Carte des antennes'])
    await opened.restart()
    expect(await alts()).toHaveLength(1)
    // A team's server is saved, and not by a desk.
    if (isOfTeam) return
    const backup = await opened.ok('backups.make', {})
    rmSync(join(opened.folder, 'pieces'), { recursive: true })
    await opened.ok('backups.restore', { place: 'desk', token: backup.token })
    expect(await alts()).toHaveLength(1)
    expect((await opened.ok('minutes.picture', { sha256: picture.sha256 })).bytes).toHaveLength(
      png(300, 200).length,
    )
  })

  it('that is gone or altered on disk is said, and no document is made without it', async () => {
    const picture = await add(png(30, 20))
    await write(image(picture, 'Carte'))
    writeFileSync(join(opened.folder, 'pieces', picture.sha256), png(30, 21))
    expect(await opened.refused('documents.render', { kind: 'minutes', meetingId })).toBe('picture-missing')
    expect(await opened.refused('minutes.picture', { sha256: picture.sha256 })).toBe('kept-file-altered')
  })
})
