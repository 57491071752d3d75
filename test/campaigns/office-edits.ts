// Minutes opened, changed and saved by LibreOffice: what somebody changed there is read as it was made, and the rest is kept.
import assert from 'node:assert/strict'
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { strFromU8, unzipSync } from 'fflate'
import { agendaModel } from '../../electron/documents/agenda/model.ts'
import { renderFlowing } from '../../electron/documents/flowing.ts'
import { minutesModel } from '../../electron/documents/minutes/model.ts'
import { readWord } from '../../electron/documents/read-back.ts'
import { reviewDifferences } from '../../electron/domain/minutes/review-differences.ts'
import { sentMinutes } from '../../electron/features/minutes/observations/sent-minutes.ts'
import { readReview } from '../../electron/imports/word-review/read-review.ts'
import { docxBlocks, odtBlocks } from '../documents-check/flowing-blocks.ts'
import { longMeeting, shortMeeting } from '../unit/documents-samples.ts'
import { editedByLibreOffice, readByLibreOffice } from './libre-office.ts'

const change = { before: 'Douze', after: 'Treize' }
const partOf = (bytes: Uint8Array, name: string) => strFromU8(unzipSync(bytes)[name] ?? new Uint8Array())

/** @returns what was wrong, a line each; none when everything is read back */
export async function editedElsewhere(): Promise<string[]> {
  const folder = mkdtempSync(join(tmpdir(), 'seances-office-'))
  const faults: string[] = []
  for (const [name, check] of Object.entries({ docx: word, odt: openDocument, numbers }))
    await check(folder).catch((thrown: unknown) => faults.push(`${name}: ${String(thrown)}`))
  rmSync(folder, { recursive: true, force: true })
  return faults
}

/** The change is recorded there. */
async function word(folder: string): Promise<void> {
  const file = shortMeeting()
  const model = minutesModel(file)
  const made = await renderFlowing(model, 'docx')
  const edited = editedByLibreOffice(made, 'docx', { folder, ...change })
  const { differences, ignored } = reviewDifferences(
    sentMinutes(file, model),
    readReview({ fileName: 'retour.docx', bytes: edited }),
  )
  assert.deepEqual(ignored, [])
  assert.deepEqual(
    differences.map(({ source }) => source),
    ['tracked'],
  )
  assert.match(JSON.stringify(differences), /Treize/)
  // What was taken out is still in the file, crossed out.
  const wanted = await docxBlocks(made)
  const changed = wanted.map((block) => block.replace(change.before, change.before + change.after))
  assert.deepEqual(await docxBlocks(edited), changed)
  assert.equal(readWord(edited).model, null)
  const settings = partOf(edited, 'word/settings.xml')
  for (const kept of ['w:trackRevisions', 'w:autoHyphenation']) assert.ok(settings.includes(kept), kept)
  // A decision keeps the columns that it joins; items stay headings of their level.
  const main = partOf(edited, 'word/document.xml')
  for (const kept of ['<w:gridSpan w:val="3"/>', '<w:pStyle w:val="Heading1"/>'])
    assert.ok(main.includes(kept), kept)
}

/** An item is put in: the office program counts all that follow. */
async function numbers(folder: string): Promise<void> {
  const file = longMeeting()
  const minutes = file.minutes === null ? null : { ...file.minutes, state: 'approved' as const }
  const [paper, agenda] = [minutesModel({ ...file, minutes }), agendaModel(file)]
  for (const [kind, model, items] of [
    ['minutes', paper, paper.sections],
    ['agenda', agenda, agenda.rows],
  ] as const) {
    const before = items.find(({ number }) => number === '2')?.title ?? ''
    for (const format of ['docx', 'odt'] as const) {
      const made = await renderFlowing(model, format)
      const edited = editedByLibreOffice(made, format, { folder, before, added: ADDED })
      const [sent, seen] = [made, edited].map((bytes) => shownLines(bytes, format, folder))
      for (const { number, title } of items) {
        const line = (own: string) => ` ${own} ${title} `.replace(/\s+/gu, ' ')
        assert.ok(sent?.includes(line(number)), `${kind}.${format}: ${number} ${title}`)
        assert.ok(seen?.includes(line(oneMore(number))), `${kind}.${format}, one more: ${number} ${title}`)
      }
      assert.ok(seen?.includes(` 2 ${ADDED} `), `${kind}.${format}: the new one`)
    }
  }
}

const ADDED = 'Un point de plus'
/** What a number becomes when an item is put in before the second one. */
const oneMore = (number: string) =>
  number.replace(/^\d+/, (first) => String(Number(first) + (Number(first) < 2 ? 0 : 1)))

/** As a reader sees them in LibreOffice, numbers included, in one line. */
function shownLines(bytes: Uint8Array, format: 'docx' | 'odt', folder: string): string {
  const path = join(folder, `shown.${format}`)
  writeFileSync(path, bytes)
  const read = readByLibreOffice([path], mkdtempSync(join(folder, 'lines-')), 'txt:Text (encoded):UTF8')
  return ` ${[...read.values()].join(' ')} `.replace(/\s+/gu, ' ')
}

async function openDocument(folder: string): Promise<void> {
  const made = await renderFlowing(minutesModel(shortMeeting()), 'odt')
  const edited = editedByLibreOffice(made, 'odt', { folder, ...change })
  const wanted = (await odtBlocks(made)).map((block) => block.replace(change.before, change.after))
  // It ends a text with a paragraph.
  const found = (await odtBlocks(edited)).filter((block) => block !== '')
  assert.deepEqual(found, wanted)
  // What was taken out is kept apart, and not on the page.
  assert.match(partOf(edited, 'content.xml'), /<text:tracked-changes.*Douze.*<\/text:tracked-changes>/su)
}
