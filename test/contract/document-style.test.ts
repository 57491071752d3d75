import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import Database from 'better-sqlite3'
import { strFromU8, strToU8, unzipSync, zipSync } from 'fflate'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { storedHashes } from '../../electron/db/files/stored-hashes.ts'
import { nativeOptions } from '../../electron/db/native.ts'
import { DATABASE_NAME } from '../../electron/db/replace.ts'
import { minutesModel } from '../../electron/documents/minutes/model.ts'
import { sampleTemplate } from '../../electron/documents/word/sample-templates.ts'
import { noArticles } from '../../electron/domain/people/organisation-article.ts'
import { newId } from '../../renderer/api/new-id.ts'
import { hostileSvg, jpeg, png, svg } from '../logos.ts'
import { isOfTeam } from '../team/engine.ts'
import { type OpenedCore, openTestCore } from './open-core.ts'

let opened: OpenedCore
beforeEach(async () => {
  opened = await openTestCore()
})
afterEach(() => opened.dispose())

const letterheads = () => opened.ok('documentStyle.letterheads', {})
const first = async () => {
  const [one] = await letterheads()
  if (one === undefined) throw new Error('no letterhead')
  return one
}
const create = async (date: string) =>
  (await opened.ok('meetings.create', { fields: { date }, fromTemplate: false })).id
const modelOf = async (meetingId: string) =>
  minutesModel({ ...(await opened.ok('meetings.get', { id: meetingId })), articles: noArticles })
const addLogo = async (role: 'issuer' | 'partner', fileName: string, bytes: Uint8Array) =>
  opened.ok('documentStyle.addLogo', { letterheadId: (await first()).id, role, file: { fileName, bytes } })

describe('the style', () => {
  it('goes from the call to the head of a document, undone in one step', async () => {
    const meetingId = await create('2026-12-10')
    const { version } = await opened.ok('documentStyle.get', {})
    await opened.ok('documentStyle.update', {
      version,
      patch: {
        accent: '#5a1d0a',
        decisionColour: '#333333',
        footer: 'Document de travail',
        embedsData: false,
      },
    })
    const { look, metadata } = (await modelOf(meetingId)).head
    expect(look).toMatchObject({
      accent: '#5a1d0a',
      decisionColour: '#333333',
      decisionGround: '#f1f1f1',
      footer: 'Document de travail',
    })
    expect(metadata.dataFile).toBe('')
    await opened.ok('history.undo', {})
    expect((await modelOf(meetingId)).head).toMatchObject({
      look: { accent: '#0a5a66', footer: '' },
      metadata: { dataFile: 'compte-rendu.json' },
    })
  })

  it('refuses a colour that cannot be read, with its field, and an edit of what changed meanwhile', async () => {
    const { version } = await opened.ok('documentStyle.get', {})
    const pale = await opened.core.call('documentStyle.update', {
      version,
      patch: { footer: 'perdu', actionColour: '#f5a623' },
    })
    expect(pale).toMatchObject({ ok: false, error: { code: 'colour-illegible', field: 'actionColour' } })
    expect((await opened.ok('documentStyle.get', {})).footer).toBe('')
    await opened.ok('documentStyle.update', { version, patch: { footer: 'A' } })
    expect(await opened.refused('documentStyle.update', { version, patch: { footer: 'B' } })).toBe('conflict')
    expect(await opened.refused('documentStyle.update', { version, patch: { accent: 'red' } })).toBe(
      'invalid-input',
    )
  })
})

describe('letterheads', () => {
  it('are used by documents of their own days, and start as a copy with its logos', async () => {
    const before = await create('2026-11-12')
    const after = await create('2026-12-10')
    const { id, version } = await first()
    await opened.ok('documentStyle.updateLetterhead', {
      id,
      version,
      patch: { issuer: 'Mission A', address: '1 rue de l’Exemple\n75000 Paris' },
    })
    await addLogo('issuer', 'a.svg', svg())
    const added = newId()
    for (let again = 0; again < 2; again += 1)
      await opened.ok('documentStyle.addLetterhead', { id: added, validFrom: '2026-12-01' })
    const [, second] = await letterheads()
    expect(second).toMatchObject({ id: added, issuer: 'Mission A', logos: [{ fileName: 'a.svg' }] })
    await opened.ok('documentStyle.updateLetterhead', {
      id: added,
      version: 1,
      patch: { issuer: 'Mission B' },
    })
    expect((await modelOf(before)).head).toMatchObject({
      issuer: 'Mission A',
      look: { address: ['1 rue de l’Exemple', '75000 Paris'], logos: [{ role: 'issuer' }] },
    })
    expect((await modelOf(after)).head.issuer).toBe('Mission B')
    await opened.ok('documentStyle.removeLetterhead', { id: added, version: 2 })
    expect((await modelOf(after)).head.issuer).toBe('Mission A')
    await opened.ok('history.undo', {})
    expect((await letterheads())[1]?.logos).toHaveLength(1)
  })

  it('keep the first one undated and in place, and never start two on one day', async () => {
    const { id, version } = await first()
    const target = { id, version }
    expect(await opened.refused('documentStyle.removeLetterhead', target)).toBe('invalid-input')
    const dated = { ...target, patch: { validFrom: '2026-01-01' } }
    expect(await opened.refused('documentStyle.updateLetterhead', dated)).toBe('invalid-input')
    const [one, two] = [newId(), newId()]
    await opened.ok('documentStyle.addLetterhead', { id: one, validFrom: '2027-01-01' })
    const same = { id: two, validFrom: '2027-01-01' }
    expect(await opened.refused('documentStyle.addLetterhead', same)).toBe('invalid-input')
    await opened.ok('documentStyle.addLetterhead', { id: two, validFrom: '2027-02-01' })
    const move = (validFrom: string | null) => ({ id: two, version: 1, patch: { validFrom } })
    expect(await opened.refused('documentStyle.updateLetterhead', move('2027-01-01'))).toBe('invalid-input')
    expect(await opened.refused('documentStyle.updateLetterhead', move(null))).toBe('invalid-input')
    await opened.ok('documentStyle.updateLetterhead', move('2027-03-01'))
    expect((await letterheads()).map(({ validFrom }) => validFrom)).toEqual([
      null,
      '2027-01-01',
      '2027-03-01',
    ])
  })
})

describe('logos', () => {
  it('are one of the issuer and several of partners, in the order that somebody gave', async () => {
    const { id, version } = await first()
    await opened.ok('documentStyle.updateLetterhead', { id, version, patch: { issuer: 'Mission A' } })
    await addLogo('issuer', 'ancien.png', png(40, 20))
    await addLogo('issuer', 'nouveau.svg', svg())
    await addLogo('partner', 'logo_association-demo_v2.svg', svg('#111111'))
    await addLogo('partner', 'b.jpg', jpeg(30, 10))
    const [letterhead] = await addLogo('partner', 'c.png', png(10, 10))
    expect(letterhead?.logos.map(({ role, fileName, alt }) => [role, fileName, alt])).toEqual([
      ['issuer', 'nouveau.svg', 'Mission A'],
      ['partner', 'logo_association-demo_v2.svg', 'association demo'],
      ['partner', 'b.jpg', ''],
      ['partner', 'c.png', ''],
    ])
    expect(letterhead?.logos[2]).toMatchObject({ mediaType: 'image/jpeg', width: 30, height: 10 })
    const [, , , last] = letterhead?.logos ?? []
    if (last === undefined) throw new Error('no logo')
    const moved = await opened.ok('documentStyle.moveLogo', { id: last.id, version: 1, index: 0 })
    expect(moved[0]?.logos.map(({ fileName }) => fileName)).toEqual([
      'nouveau.svg',
      'c.png',
      'logo_association-demo_v2.svg',
      'b.jpg',
    ])
    await opened.ok('documentStyle.updateLogo', { id: last.id, version: 2, patch: { alt: 'Association C' } })
    await opened.ok('documentStyle.removeLogo', { id: last.id, version: 3 })
    expect((await first()).logos.map(({ position }) => position)).toEqual([0, 0, 1])
    await opened.ok('history.undo', {})
    const { logos } = (await modelOf(await create('2026-12-10'))).head.look
    expect(logos.map(({ image }) => image.alt)).toEqual([
      'Mission A',
      'Association C',
      'association demo',
      '',
    ])
    const image = await opened.ok('documentStyle.logoImage', { id: last.id })
    expect(new Uint8Array(image.bytes)).toEqual(png(10, 10))
  })

  it('of a hostile drawing are what is harmless in it, in every file', async () => {
    const [letterhead] = await addLogo('partner', 'piege.svg', hostileSvg())
    const [logo] = letterhead?.logos ?? []
    const { bytes } = await opened.ok('documentStyle.logoImage', { id: logo?.id ?? '' })
    expect(new TextDecoder().decode(bytes)).not.toMatch(
      /script|onload|onclick|https?:\/\/(?!www\.w3\.org)|@import/i,
    )
  })

  it('are refused before anything is written: too large, of another kind, broken, empty, twice', async () => {
    const { id: letterheadId } = await first()
    const refusal = (bytes: Uint8Array) =>
      opened.refused('documentStyle.addLogo', {
        letterheadId,
        role: 'partner',
        file: { fileName: 'x.png', bytes },
      })
    const huge = png(2, 2)
    new DataView(huge.buffer).setUint32(16, 10_000)
    new DataView(huge.buffer).setUint32(20, 8_000)
    expect(await refusal(huge)).toBe('logo-too-large')
    expect(await refusal(new Uint8Array(5 * 1024 * 1024 + 1))).toBe('logo-too-large')
    expect(await refusal(new TextEncoder().encode('GIF89a\x01\0\x01\0'))).toBe('picture-unknown')
    expect(await refusal(new TextEncoder().encode('%PDF-1.7'))).toBe('picture-unknown')
    expect(await refusal(png(40, 40).slice(0, 60))).toBe('file-damaged')
    expect(await refusal(new TextEncoder().encode('<svg><rect'))).toBe('file-damaged')
    expect(await refusal(new TextEncoder().encode('<svg viewBox="0 0 9 9"><script/></svg>'))).toBe(
      'drawing-refused',
    )
    expect(await refusal(new Uint8Array())).toBe('file-empty')
    await addLogo('partner', 'a.svg', svg())
    expect(await refusal(svg())).toBe('file-already-there')
    expect((await first()).logos).toHaveLength(1)
  })
})

describe('sentences', () => {
  const ownOf = async (key: string) =>
    (await opened.ok('documentStyle.sentences', {})).find((one) => one.key === key)

  it('are the shipped ones until somebody writes their own, and again after', async () => {
    const key = 'minutes.closed'
    const shipped = await ownOf(key)
    expect(shipped).toMatchObject({ version: 0, fields: ['séance', 'heure'] })
    expect(shipped?.text).toBe(shipped?.shipped)
    await opened.ok('documentStyle.updateSentence', {
      key,
      version: 0,
      patch: { text: 'La {séance} prend fin.' },
    })
    const stale = { key, version: 0, patch: { text: 'Fin.' } }
    expect(await opened.refused('documentStyle.updateSentence', stale)).toBe('conflict')
    const meetingId = await create('2026-11-12')
    await opened.ok('meetings.setState', { id: meetingId, version: 1, state: 'held' })
    expect((await modelOf(meetingId)).closing.sentence).toBe('La séance prend fin.')
    await opened.ok('documentStyle.resetSentence', { key })
    expect(await ownOf(key)).toEqual(shipped)
    await opened.ok('history.undo', {})
    expect((await ownOf(key))?.text).toBe('La {séance} prend fin.')
  })

  it('refuse a word in braces that they do not have', async () => {
    const failed = await opened.core.call('documentStyle.updateSentence', {
      key: 'minutes.closed',
      version: 0,
      patch: { text: 'La {séance} de {lieu}.' },
    })
    expect(failed).toMatchObject({ ok: false, error: { code: 'invalid-input', field: '{lieu}' } })
  })
})

describe('a Word template', () => {
  const setTemplate = (kind: 'minutes' | 'agenda', bytes: Uint8Array) =>
    opened.ok('documentStyle.setTemplate', { kind, file: { fileName: 'modele.docx', bytes } })
  const exported = async (meetingId: string, kind: 'minutes' | 'timedAgenda') => {
    const path = join(opened.folder, `${kind}.docx`)
    const made = await opened.core.internal('writeDocument', {
      subject: { kind, meetingId },
      format: 'docx',
      path,
    })
    if (!made.ok) throw new Error(made.error.code)
    return strFromU8(unzipSync(readFileSync(path))['word/document.xml'] ?? new Uint8Array())
  }

  it('is filled by the exports of its kind alone, is kept with the data, and goes', async () => {
    const meetingId = await create('2026-12-10')
    await opened.ok('minutes.start', { meetingId })
    const { style, fields } = await setTemplate('minutes', sampleTemplate('cadre'))
    expect(fields.known).toContain('points')
    expect(style).toMatchObject({ minutesTemplate: 'modele.docx', version: 2 })
    const filled = await exported(meetingId, 'minutes')
    expect(filled).toContain('<w:tag w:val="emetteur"/>')
    expect(filled).not.toContain('[titre]')
    expect(await exported(meetingId, 'timedAgenda')).not.toContain('<w:tag ')
    const hash = style.minutesTemplateSha256 ?? ''
    if (isOfTeam)
      expect(await opened.rows(`SELECT 1 FROM team_file WHERE sha256 = '${hash}'`)).toHaveLength(1)
    else {
      const db = new Database(join(opened.folder, DATABASE_NAME), nativeOptions())
      expect(storedHashes(db).needed).toContain(hash)
      db.close()
    }
    await opened.ok('documentStyle.removeTemplate', { kind: 'minutes', version: 2 })
    expect(await exported(meetingId, 'minutes')).not.toContain('<w:tag ')
    await opened.ok('history.undo', {})
    expect(await exported(meetingId, 'minutes')).toContain('<w:tag w:val="emetteur"/>')
  })

  it('that an earlier version took and that no longer fits is told with what to do, the PDF being made as before', async () => {
    const meetingId = await create('2026-12-10')
    await opened.ok('minutes.start', { meetingId })
    const { style } = await setTemplate('minutes', sampleTemplate('cadre'))
    await setTemplate('agenda', sampleTemplate('ordreDuJour'))
    await opened.byHand(`UPDATE document_style SET agenda_template_sha256 = '${style.minutesTemplateSha256}'`)
    await expect(exported(meetingId, 'timedAgenda')).rejects.toThrow('template-refused')
    expect(await opened.ok('documents.render', { kind: 'timedAgenda', meetingId })).toMatchObject({
      pageCount: 1,
    })
    expect(await exported(meetingId, 'minutes')).toContain('<w:tag w:val="emetteur"/>')
    const { version } = await opened.ok('documentStyle.get', {})
    await opened.ok('documentStyle.removeTemplate', { kind: 'agenda', version })
    expect(await exported(meetingId, 'timedAgenda')).not.toContain('<w:tag ')
  })

  it('that is broken, empty or asks for what there is not leaves the style as it was', async () => {
    const before = await opened.ok('documentStyle.get', {})
    const parts = unzipSync(sampleTemplate('ordreDuJour'))
    const xml = strFromU8(parts['word/document.xml'] ?? new Uint8Array())
    const withMain = (main: string) => zipSync({ ...parts, 'word/document.xml': strToU8(main) })
    const refused = (bytes: Uint8Array) =>
      opened.refused('documentStyle.setTemplate', {
        kind: 'agenda',
        file: { fileName: 'modele.docx', bytes },
      })
    expect(await refused(withMain(xml.slice(0, -20)))).toBe('file-damaged')
    expect(await refused(strToU8('<html>'))).toBe('file-damaged')
    expect(await refused(new Uint8Array())).toBe('file-empty')
    const unknown = await setTemplate('agenda', withMain(xml.replaceAll('w:val="titre"', 'w:val="titer"')))
    expect(unknown.fields.unknown).toEqual(['titer'])
    const none = await setTemplate('agenda', withMain(xml.replaceAll('<w:tag ', '<w:lock ')))
    expect(none.fields).toEqual({ kind: 'agenda', known: [], unknown: [], misplaced: [] })
    expect(await opened.ok('documentStyle.get', {})).toEqual(before)
  })
})
