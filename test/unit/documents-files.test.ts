import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import fc from 'fast-check'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { documentFileName, safeFileName } from '../../electron/documents/file-name.ts'
import { writeAtomically, writeFailure } from '../../electron/documents/write-atomically.ts'
import { emptyFile } from './documents-builders.ts'

describe('file names', () => {
  const file = emptyFile()
  it('says date, paper, body, meeting and state', () => {
    expect(documentFileName('minutes', file)).toBe('2026-11-12_CR_INP_seance-10_projet.pdf')
    expect(documentFileName('agenda', file)).toBe('2026-11-12_ODJ_INP_seance-10.pdf')
    const approved = { ...file, minutes: file.minutes && { ...file.minutes, state: 'approved' as const } }
    expect(documentFileName('minutes', approved)).toBe('2026-11-12_CR_INP_seance-10.pdf')
    const unnamed = {
      ...file,
      body: { ...file.body, acronym: ' ', meetingWord: 'réunion' as const },
      meeting: { ...file.meeting, number: null },
    }
    expect(documentFileName('minutes', unnamed)).toBe('2026-11-12_CR_INP_projet.pdf')
    const odd = { ...file, body: { ...file.body, acronym: 'CŒUR/É: <x>' } }
    expect(documentFileName('agenda', odd)).toBe('2026-11-12_ODJ_COEUR-E-x_seance-10.pdf')
  })

  it.each(['CON', 'con', 'NUL.txt', 'COM1', 'lpt9 ', 'AUX.a.b', 'COM¹'])(
    'does not propose the device %s',
    (stem) => {
      expect(safeFileName(stem, 'pdf')).toMatch(/^_/)
    },
  )

  it('is a name Windows accepts, whatever was typed', () => {
    const typed = fc.string({
      unit: fc.oneof(fc.constantFrom(...'<>:"/\\|?*. \u0007é😀a1'), fc.string()),
      maxLength: 200,
    })
    fc.assert(
      fc.property(typed, fc.constantFrom('pdf', 'docx', 'x. '), (stem, extension) => {
        const name = safeFileName(stem, extension)
        expect(name).not.toMatch(/[\p{Cc}<>:"/\\|?*]/u)
        expect(name).not.toMatch(/[. ]$/)
        expect(name).not.toMatch(/^\.|^(con|prn|aux|nul|com\d|lpt\d)(\.|$)/i)
        expect(name.length).toBeLessThanOrEqual(120)
        expect(name).not.toMatch(/\p{Surrogate}/u)
        expect(name.endsWith(`.${extension.replace(/[. ]+$/, '')}`)).toBe(true)
      }),
      { numRuns: 500 },
    )
  })
})

describe('writing a file', () => {
  let folder = ''
  beforeEach(() => {
    folder = mkdtempSync(join(tmpdir(), 'documents-'))
  })
  afterEach(() => rmSync(folder, { recursive: true, force: true }))

  it('writes new bytes over old ones and leaves nothing beside', async () => {
    const path = join(folder, 'a.pdf')
    writeFileSync(path, 'old')
    await writeAtomically(path, new Uint8Array([1, 2, 3]))
    expect([...readFileSync(path)]).toEqual([1, 2, 3])
    expect(readdirSync(folder)).toEqual(['a.pdf'])
  })

  it('says that the folder is gone', async () => {
    await expect(writeAtomically(join(folder, 'absent', 'a.pdf'), new Uint8Array(1))).rejects.toMatchObject({
      code: 'folder-gone',
    })
  })

  it('keeps what is in the way and leaves nothing beside when it cannot replace', async () => {
    const path = join(folder, 'a.pdf')
    mkdirSync(path)
    writeFileSync(join(path, 'kept'), 'kept')
    await expect(writeAtomically(path, new Uint8Array(1))).rejects.toMatchObject({ name: 'AppError' })
    expect(readdirSync(folder)).toEqual(['a.pdf'])
    expect(readdirSync(path)).toEqual(['kept'])
  })

  it.each([
    ['ENOSPC', 'write', 'disk-full'],
    ['EDQUOT', 'write', 'disk-full'],
    ['EROFS', 'write', 'folder-read-only'],
    ['EACCES', 'write', 'folder-read-only'],
    ['ENAMETOOLONG', 'replace', 'name-too-long'],
    ['EHOSTDOWN', 'write', 'folder-unreachable'],
    ['EPERM', 'replace', 'file-locked'],
    ['EACCES', 'replace', 'file-locked'],
    ['EBUSY', 'replace', 'file-locked'],
    ['EWHATEVER', 'write', 'unexpected'],
  ] as const)('%s while asked to %s means %s', (system, step, code) => {
    expect(writeFailure(Object.assign(new Error(system), { code: system }), step).code).toBe(code)
  })
})
