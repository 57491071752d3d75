// Our own Word files, opened and saved by a real LibreOffice: nothing was edited, so nothing is asked.
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { afterAll, afterEach, beforeAll, beforeEach, expect, it } from 'vitest'
import { type OpenedCore, openTestCore } from '../contract/open-core.ts'
import { writtenMeeting } from '../contract/returned-meeting.ts'
import { editDocument } from '../unit/word-edits.ts'
import { Office } from './office.ts'

let office: Office
beforeAll(() => {
  office = new Office()
})
afterAll(() => office.dispose())

let opened: OpenedCore
let meetingId: string
beforeEach(async () => {
  opened = await openTestCore()
  ;({ meetingId } = await writtenMeeting(opened))
  await opened.ok('minutesVersions.keep', { meetingId, note: '' })
})
afterEach(() => opened.dispose())

async function sent(kind: 'minutes' | 'agenda'): Promise<Buffer> {
  const path = join(opened.folder, `${kind}.docx`)
  const envelope = await opened.core.internal('writeDocument', {
    subject: { kind, meetingId },
    format: 'docx',
    path,
  })
  if (!envelope.ok) throw new Error(envelope.error.code)
  return readFileSync(path)
}

it.each(['minutes', 'agenda'] as const)('of the %s no remark is read', async (kind) => {
  const read = async (bytes: Uint8Array) => {
    const files = [{ fileName: `${kind}.docx`, bytes }]
    const [file] = await opened.ok('observations.readFiles', { meetingId, paper: kind, files })
    return { failure: file?.failure, drafts: file?.drafts.length }
  }
  const odt = office.converted(`${kind}.docx`, await sent(kind), 'odt')
  const again = office.converted(`${kind}.odt`, odt, 'docx:MS Word 2007 XML')
  expect(await read(again)).toEqual({ failure: 'no-difference', drafts: 0 })
  // What somebody edits in it is.
  const edited = editDocument(again, (xml) => xml.replace('Annuaire partagé', 'Annuaire commun'))
  expect(await read(edited)).toEqual({ failure: null, drafts: 1 })
})
