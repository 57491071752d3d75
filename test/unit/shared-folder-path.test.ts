import { posix, win32 } from 'node:path'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { patternFault, sharedPath } from '../../electron/documents/shared-path.ts'

const values = { année: '2026', date: '2026-12-10', numéro: '11', titre: 'Plénière', document: 'ODJ.pdf' }

describe('a shared path', () => {
  it.each([
    ['{année}/{date} {titre}/{document}', '2026/2026-12-10 Plénière/ODJ.pdf'],
    ['{document}', 'ODJ.pdf'],
    ['Séances\\{ANNÉE}\\n° {numéro} - {document}', 'Séances/2026/n° 11 - ODJ.pdf'],
  ])('%s', (pattern, path) => {
    expect(patternFault(pattern)).toBeNull()
    expect(sharedPath(pattern, values)).toBe(path)
  })

  it('leaves out a part whose fields are empty', () => {
    expect(sharedPath('{titre}/{numéro}/{document}', { ...values, titre: '', numéro: '' })).toBe('ODJ.pdf')
  })

  it('never leaves the folder and never breaks a rule of Windows, whatever the words', () => {
    const words = fc.oneof(
      fc.string({ unit: 'binary', maxLength: 150 }),
      fc.constantFrom('..', '.', '../../etc', 'C:\\x', '\\\\serveur\\x', 'CON', 'a/b', 'nul.txt', ' . '),
    )
    fc.assert(
      fc.property(
        words,
        words,
        fc.constantFrom('{titre}/{document}', '{titre} {date}/x/{titre}{document}'),
        (titre, name, pattern) => {
          const path = sharedPath(pattern, { ...values, titre, document: `a${name}.pdf` })
          const parts = path.split('/')
          expect(posix.isAbsolute(path) || win32.isAbsolute(path)).toBe(false)
          for (const part of parts) {
            expect(part).not.toMatch(/[<>:"\\|?*\p{C}]|[. ]$|^\.+$|^$/u)
            expect(part).not.toMatch(/^(con|prn|aux|nul|com\d|lpt\d)(\.|$)/i)
            expect(part.length).toBeLessThanOrEqual(120)
          }
          expect(posix.normalize(path)).toBe(path)
          expect(path.endsWith('.pdf')).toBe(true)
        },
      ),
    )
  })
})

describe('a pattern', () => {
  it.each([
    ['{an}/{document}', '{an}'],
    ['{document}/{date}', 'pattern'],
    ['{date}', 'pattern'],
    ['a/../{document}', 'pattern'],
    ['/{document}', 'pattern'],
    ['\\\\serveur\\{document}', 'pattern'],
    ['d:{document}', 'pattern'],
    [`${'a/'.repeat(9)}{document}`, 'pattern'],
  ])('%s is refused', (pattern, fault) => {
    expect(patternFault(pattern)).toBe(fault)
  })
})
