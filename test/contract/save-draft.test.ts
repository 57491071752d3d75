import { existsSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { putInSession } from '../put-in-session.ts'
import { type OpenedCore, openTestCore } from './open-core.ts'

let opened: OpenedCore
let meetingId: string
let folder: string
beforeEach(async () => {
  opened = await openTestCore()
  folder = join(opened.folder, 'sortie')
  mkdirSync(folder)
  const meeting = await opened.ok('meetings.create', { fields: { date: '2026-12-10' }, fromTemplate: true })
  meetingId = meeting.id
  await putInSession(opened.ok, meetingId)
  await opened.ok('session.close', { meetingId })
})
afterEach(() => opened.dispose())

const write = () => opened.core.internal('writeDraft', { meetingId, base: join(folder, 'projet') })
const produced = async () =>
  (await opened.ok('documents.produced', { meetingId })).map(({ fileName, format }) => [fileName, format])

describe('the draft in two files', () => {
  it('writes and records both', async () => {
    const written = await write()
    expect(written).toMatchObject({
      ok: true,
      value: {
        docx: { path: join(folder, 'projet.docx') },
        pdf: { path: join(folder, 'projet.pdf') },
      },
    })
    expect(readdirSync(folder).sort()).toEqual(['projet.docx', 'projet.pdf'])
    expect(readFileSync(join(folder, 'projet.pdf')).subarray(0, 5).toString()).toBe('%PDF-')
    expect((await produced()).sort()).toEqual([
      ['projet.docx', 'docx'],
      ['projet.pdf', 'pdf'],
    ])
  })

  it('keeps its papers once, under a version that names them', async () => {
    const subject = { kind: 'minutes', meetingId } as const
    const alone = join(folder, 'seul.pdf')
    expect((await opened.core.internal('writeDocument', { subject, format: 'pdf', path: alone })).ok).toBe(
      true,
    )
    await write()
    await write()
    const versions = await opened.ok('minutesVersions.list', { meetingId })
    expect(versions.map(({ reason, pdfSha256 }) => [reason, pdfSha256 !== null])).toEqual([
      ['kept', true],
      ['kept', false],
    ])
    const named = versions.flatMap(({ pdfSha256, docxSha256 }) => [pdfSha256, docxSha256])
    expect(named).toEqual(expect.arrayContaining(readdirSync(join(opened.folder, 'pieces'))))
  })

  it('replaces both', async () => {
    await write()
    writeFileSync(join(folder, 'projet.docx'), 'ancien')
    expect((await write()).ok).toBe(true)
    expect(readFileSync(join(folder, 'projet.docx'), 'latin1')).not.toContain('ancien')
    expect(readdirSync(folder)).toHaveLength(2)
  })

  it('leaves no half: what is in the way of the second keeps the first from being written', async () => {
    mkdirSync(join(folder, 'projet.pdf', 'plein'), { recursive: true })
    expect((await write()).ok).toBe(false)
    expect(existsSync(join(folder, 'projet.docx'))).toBe(false)
    writeFileSync(join(folder, 'projet.docx'), 'ancien')
    expect((await write()).ok).toBe(false)
    expect(readFileSync(join(folder, 'projet.docx'), 'utf8')).toBe('ancien')
    expect(readdirSync(folder).sort()).toEqual(['projet.docx', 'projet.pdf'])
    expect(await produced()).toEqual([])
  })
})
