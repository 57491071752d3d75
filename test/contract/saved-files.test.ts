import { existsSync, readdirSync, statSync } from 'node:fs'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { type FileFormat, formatsToSave, type OtherFile } from '../../electron/contract/saved-files.ts'
import { everyText, newestTexts } from '../../electron/contract/watch.ts'
import { type OpenedCore, openTestCore } from './open-core.ts'

let opened: OpenedCore
const personId = '01890000-0000-7000-8000-000000000001'
let meetingId: string
beforeAll(async () => {
  opened = await openTestCore({ now: '2027-01-20T09:00:00.000Z' })
  const fields = { givenName: 'Paule', familyName: 'Modèle' }
  await opened.ok('directory.addPerson', { id: personId, fields })
  meetingId = (await opened.ok('meetings.create', { fields: { date: '2027-02-11' }, fromTemplate: false })).id
})
afterAll(() => opened.dispose())

const nowhere = '01890000-0000-7000-8000-000000000000'
const period = { from: '2026-01-01', to: '2026-12-31' }
/** One of each kind, and what its name is; null where there is nothing of the kind to save. */
const files = (): { [K in OtherFile['kind']]: [Extract<OtherFile, { kind: K }>, RegExp | null] } => ({
  agendaVersion: [{ kind: 'agendaVersion', id: nowhere }, null],
  message: [{ kind: 'message', id: nowhere }, null],
  sheet: [{ kind: 'sheet', subjectId: null }, /^Fiche de présentation\.docx$/],
  sampleTemplate: [{ kind: 'sampleTemplate', sample: 'cadre' }, /^Modèle Word avec cadre\.docx$/],
  notebook: [{ kind: 'notebook', meetingId }, /^Carnet de notes.*\.docx$/],
  processingRegister: [{ kind: 'processingRegister' }, /\.html$/],
  knownPerson: [{ kind: 'knownPerson', personId }, /Paule Modèle.*\.html$/],
  recoverySheet: [{ kind: 'recoverySheet', passphrase: 'azalée tulipe marmotte' }, /\.txt$/],
  followUp: [
    {
      kind: 'followUp',
      register: {
        of: 'decisions',
        filter: { words: '', state: null, meetingId: null, seriesId: null },
        sort: { by: 'number', descending: true },
      },
    },
    /^Décisions au 2027-01-20\.xlsx$/,
  ],
  watchList: [{ kind: 'watchList', words: '', filter: everyText, sort: newestTexts }, /\.xlsx$/],
  dueCalendar: [{ kind: 'dueCalendar', span: '90' }, /\.ics$/],
  reportFigures: [{ kind: 'reportFigures', period }, /^2026_BILAN.*\.xlsx$/],
  reportChart: [{ kind: 'reportChart', period, chart: 'decisions' }, /\.svg$/],
})
const write = (subject: OtherFile, format: FileFormat) =>
  opened.core.internal('writeDocument', {
    subject,
    format,
    path: join(opened.folder, `${subject.kind}.${format}`),
  })

describe('a file that is no document', () => {
  it('has a name of its own in its usual format, or is not there', async () => {
    for (const [subject, name] of Object.values(files())) {
      const proposed = await opened.core.internal('proposedFileName', { subject })
      if (name === null) expect(proposed).toMatchObject({ ok: false, error: { code: 'not-found' } })
      else expect(proposed.ok && proposed.value.fileName).toMatch(name)
    }
  })

  it('is written in each of its formats, recorded nowhere, and refused in another', async () => {
    const absent = ['agendaVersion', 'message', 'recoverySheet', 'reportChart']
    for (const [subject] of Object.values(files())) {
      for (const format of formatsToSave(subject)) {
        const written = await write(subject, format)
        const path = join(opened.folder, `${subject.kind}.${format}`)
        // No version, no message, no encryption, nothing to draw.
        expect([subject.kind, written.ok, existsSync(path)]).toEqual(
          absent.includes(subject.kind) ? [subject.kind, false, false] : [subject.kind, true, true],
        )
        if (!written.ok) continue
        expect(written.value).toEqual({ path, producedId: null, besideName: null })
        expect(statSync(path).size).toBeGreaterThan(20)
      }
      expect(await write(subject, 'odt')).toMatchObject({
        ok: false,
        error: { code: 'invalid-input', field: 'format' },
      })
    }
    expect(
      readdirSync(opened.folder).filter((name) => name.endsWith('.odt') || name.endsWith('.tmp')),
    ).toEqual([])
  })
})
