import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { strFromU8, unzipSync } from 'fflate'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { renderFlowing } from '../../electron/documents/flowing.ts'
import { minutesModel } from '../../electron/documents/minutes/model.ts'
import { readWord } from '../../electron/documents/read-back.ts'
import { reviewDifferences } from '../../electron/domain/minutes/review-differences.ts'
import { sentMinutes } from '../../electron/features/minutes/observations/sent-minutes.ts'
import { readReview } from '../../electron/imports/word-review/read-review.ts'
import { docxBlocks, odtBlocks } from '../documents-check/flowing-blocks.ts'
import { shortMeeting } from '../unit/documents-samples.ts'
import { editedByLibreOffice, isHere } from './libre-office.ts'

let folder: string
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'seances-office-'))
})
afterEach(() => rmSync(folder, { recursive: true, force: true }))

const file = shortMeeting()
const model = minutesModel(file)
const change = { before: 'Douze', after: 'Treize' }
const partOf = (bytes: Uint8Array, name: string) => strFromU8(unzipSync(bytes)[name] ?? new Uint8Array())

// Where it is not installed nothing is said of it: docs/verified.md tells where it ran.
describe.skipIf(!isHere())('a file that LibreOffice opened, changed and saved', { timeout: 240_000 }, () => {
  it('as Word has the change recorded, which is read as it was made, and keeps all the rest', async () => {
    const made = await renderFlowing(model, 'docx')
    const edited = editedByLibreOffice(made, 'docx', { folder, ...change })
    const { differences, ignored } = reviewDifferences(
      sentMinutes(file, model),
      readReview({ fileName: 'retour.docx', bytes: edited }),
    )
    expect(ignored).toEqual([])
    expect(differences).toHaveLength(1)
    expect(differences[0]).toMatchObject({ source: 'tracked' })
    expect(JSON.stringify(differences[0])).toContain('Treize')
    const wanted = await docxBlocks(made)
    // What was taken out is still in the file, crossed out.
    const changed = wanted.map((block) => block.replace(change.before, change.before + change.after))
    expect(await docxBlocks(edited)).toEqual(changed)
    expect(readWord(edited)).toMatchObject({ model: null })
    const [settings, main] = [partOf(edited, 'word/settings.xml'), partOf(edited, 'word/document.xml')]
    expect(settings).toContain('w:trackRevisions')
    expect(settings).toContain('w:autoHyphenation')
    // A decision keeps the columns that it joins; items stay headings of their level.
    expect(main.includes('<w:gridSpan w:val="3"/>')).toBe(true)
    expect(main.includes('<w:pStyle w:val="Heading1"/>')).toBe(true)
  })

  it('as OpenDocument says the same but for the word', async () => {
    const made = await renderFlowing(model, 'odt')
    const edited = editedByLibreOffice(made, 'odt', { folder, ...change })
    const wanted = (await odtBlocks(made)).map((block) => block.replace(change.before, change.after))
    // It ends a text with a paragraph.
    expect((await odtBlocks(edited)).filter((block) => block !== '')).toEqual(wanted)
  })
})
