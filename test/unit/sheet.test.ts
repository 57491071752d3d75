import { readdirSync, readFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import fc from 'fast-check'
import { strFromU8, unzipSync } from 'fflate'
import { describe, expect, it } from 'vitest'
import { writeSheet } from '../../electron/documents/sheet/sheet.ts'
import { itemNatureWords } from '../../electron/domain/agenda/agenda-words.ts'
import { noAnswers, type SheetField, sheetQuestions } from '../../electron/domain/attendance/sheet.ts'
import { ReadSheet } from '../../electron/domain/attendance/sheet-draft.ts'
import { projectStageWords } from '../../electron/domain/projects/project-words.ts'
import { readSheet } from '../../electron/imports/sheet/read-sheet.ts'
import { sheetDraft } from '../../electron/imports/sheet/sheet-draft.ts'
import { expectedSheets } from '../fixtures/sheets/expected.ts'

const folder = fileURLToPath(new URL('../fixtures/sheets/', import.meta.url))
const file = (fileName: string) => ({ fileName, bytes: new Uint8Array(readFileSync(folder + fileName)) })
const body = { name: 'Instance de démonstration', email: '' }

describe('a filled sheet', () => {
  it('has its expectation', () => {
    const files = readdirSync(folder).filter((name) => name.endsWith('.docx') && name !== 'autre.docx')
    expect(files.sort()).toEqual(Object.keys(expectedSheets).sort())
  })

  it.each(Object.entries(expectedSheets))('%s', (fileName, expected) => {
    expect(readSheet(file(fileName))).toEqual(expected)
  })

  it('becomes fields, with what is missing by its question', () => {
    const draft = ReadSheet.parse(sheetDraft(file('word.docx')))
    expect(draft.subject).toMatchObject({ durationMinutes: 25, nature: 'avis', requester: 'Odile Quémener' })
    expect(draft.project).toMatchObject({
      organisation: 'Mission de démonstration',
      stage: 'experiment',
    })
    expect(draft.missing).toEqual(['Dimension réglementaire'])
    expect(sheetDraft(file('sans-tableau.docx')).subject.durationMinutes).toBe(30)
    expect(sheetDraft(file('remaniee.docx')).subject).toMatchObject({
      durationMinutes: 75,
      nature: 'information',
    })
    expect(sheetDraft(file('vierge.docx')).project).toMatchObject({ title: '', stage: null })
  })

  it('is told from another document, an empty file and an old one', () => {
    const code = (fileName: string, bytes: Uint8Array) => {
      try {
        return readSheet({ fileName, bytes }).title
      } catch (error) {
        return (error as { code: string }).code
      }
    }
    expect(code('autre.docx', file('autre.docx').bytes)).toBe('file-format-unknown')
    expect(code('note.txt', new TextEncoder().encode('Demandeur : moi'))).toBe('file-format-unknown')
    expect(code('vide.docx', new Uint8Array())).toBe('file-empty')
    expect(code('faux.docx', new TextEncoder().encode('faux'))).toBe('file-damaged')
  })
})

describe('a sheet as it is written', () => {
  it('is read back whole, whatever the answers', async () => {
    const words = fc
      .array(fc.constantFrom('annuaire', 'Écoles', '12 %', 'l’été', '&', '<sic>', 'fin ;'), {
        minLength: 1,
        maxLength: 5,
      })
      .map((all) => all.join(' '))
    const long = new Set<SheetField>(['purpose', 'localImpact', 'regulatorySide', 'askedOfBody'])
    const answer = (field: SheetField) => {
      if (field === 'nature') return fc.constantFrom('', ...Object.values(itemNatureWords))
      if (field === 'stage') return fc.constantFrom('', ...Object.values(projectStageWords))
      const text = long.has(field)
        ? fc.array(words, { minLength: 1, maxLength: 3 }).map((all) => all.join('\n'))
        : words
      return fc.oneof(fc.constant(''), text)
    }
    const fields = Object.keys(noAnswers) as SheetField[]
    const answers = fc.record(
      Object.fromEntries(fields.map((field) => [field, answer(field)])),
    ) as fc.Arbitrary<typeof noAnswers>
    await fc.assert(
      fc.asyncProperty(answers, async (filled) => {
        expect(readSheet({ fileName: 'fiche.docx', bytes: await writeSheet(filled, body) })).toEqual(filled)
      }),
      { numRuns: 25 },
    )
  })

  it('is in French, with headings, header rows and one box for each question', async () => {
    const parts = unzipSync(await writeSheet(noAnswers, body))
    const part = (name: string) => strFromU8(parts[name] ?? new Uint8Array())
    const xml = part('word/document.xml')
    const count = (piece: string) => xml.split(piece).length - 1
    expect(part('word/styles.xml')).toContain('w:lang w:val="fr-FR"')
    expect(part('docProps/core.xml')).toContain('Fiche de présentation d’un sujet')
    expect(count('w:val="Heading1"')).toBe(2)
    expect(count('<w:tblHeader/>')).toBe(2)
    expect(count('<w:sdt>')).toBe(sheetQuestions.length)
    for (const { field, label } of sheetQuestions) {
      expect(count(`<w:tag w:val="${field}"/>`)).toBe(1)
      expect(count(`<w:alias w:val="${label}"/>`)).toBe(1)
    }
    // Every prompt is marked, so that typing replaces it.
    expect(count('<w:showingPlcHdr/>')).toBe(sheetQuestions.length)
  })
})
