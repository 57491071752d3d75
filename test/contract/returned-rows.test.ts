// A row of an agenda that was cut and pasted with tracking is one row taken out and one put in (ECMA-376 part 1,
// 17.13.5.12 and 16): on accepting all, Word keeps the second as it stands, whatever was edited in it.
import { afterEach, beforeEach, expect, it } from 'vitest'
import { agendaModel } from '../../electron/documents/agenda/model.ts'
import { renderFlowing } from '../../electron/documents/flowing.ts'
import { agendaMeeting } from '../fixtures/returned/source/meetings.ts'
import { editDocument } from '../unit/word-edits.ts'
import { type OpenedCore, openTestCore } from './open-core.ts'
import { writtenMeeting } from './returned-meeting.ts'

const by = 'w:id="901" w:author="Ève" w:date="2026-11-20T10:00:00Z"'
const RUN = /<w:r>.*?<\/w:r>/gsu
const DURATION = /\d+\smin/u
const NAME = /Odile\sQuémener/u
const rowsIn = (xml: string) => xml.match(/<w:tr>.*?<\/w:tr>/gsu) ?? []
const marked = (row: string, kind: 'ins' | 'del') => {
  const mark = `<w:${kind} ${by}/>`
  return row.includes('<w:trPr>')
    ? row.replace('</w:trPr>', `${mark}</w:trPr>`)
    : row.replace('<w:tr>', `<w:tr><w:trPr>${mark}</w:trPr>`)
}
const out = (row: string) =>
  marked(row, 'del').replace(
    RUN,
    (run) => `<w:del ${by}>${run.replace(/<(\/?)w:t(?=[ >])/gu, '<$1w:delText')}</w:del>`,
  )
const put = (row: string) =>
  marked(row.replace(/<w:bookmark(?:Start|End) [^>]*>/gu, ''), 'ins').replace(
    RUN,
    (run) => `<w:ins ${by}>${run}</w:ins>`,
  )

let opened: OpenedCore
let meetingId: string
beforeEach(async () => {
  opened = await openTestCore()
  ;({ meetingId } = await writtenMeeting(opened, agendaMeeting()))
})
afterEach(() => opened.dispose())

const agenda = async () =>
  (await opened.ok('agenda.list', { meetingId })).items.map(
    ({ title, presenter, durationMinutes }) => [title, presenter, durationMinutes] as const,
  )

const sent = await renderFlowing(agendaModel(agendaMeeting()), 'docx')

/** The file in which something was done to the row of an item, and to the one below it. */
const edited = (edit: (row: string, next: string) => string) =>
  editDocument(sent, (xml) => {
    const row = rowsIn(xml).find((one) => one.includes('Passerelle'))
    const next = rowsIn(xml).find((one) => one.includes('Annuaire partagé'))
    if (row === undefined || next === undefined) throw new Error('no such row')
    expect(xml).toContain(row + next)
    return xml.replace(row + next, () => edit(row, next))
  })

async function readFile(bytes: Uint8Array) {
  const files = [{ fileName: 'retour.docx', bytes }]
  const [read] = await opened.ok('observations.readFiles', { meetingId, paper: 'agenda', files })
  if (read === undefined) throw new Error('no answer')
  return read
}

it('keeps what was edited in a row where it was pasted', async () => {
  const [first, second, third, ...others] = await agenda()
  if (second === undefined) throw new Error('no such row')
  const file = edited((row, next) => {
    const pasted = put(row).replace(DURATION, '50 min').replace(NAME, 'Alix Verne')
    return out(row) + next + pasted
  })
  const { fileName, sha256, minutesVersionId, circle, drafts } = await readFile(file)
  const files = [{ fileName, sha256, minutesVersionId, circle, drafts }]
  await opened.ok('observations.take', { meetingId, paper: 'agenda', files })
  for (const { id, version } of await opened.ok('observations.list', { meetingId })) {
    const answer = { state: 'accepted' as const, answer: '', write: true, over: null }
    await opened.ok('observations.decide', { id, version, ...answer })
  }
  expect(await opened.ok('observations.standing', { meetingId })).toEqual([])
  expect(await agenda()).toEqual([
    first,
    third,
    [second[0], second[1].replace('Odile Quémener', 'Alix Verne'), 50],
    ...others,
  ])
  expect(drafts.every(({ author }) => author === 'Ève')).toBe(true)
})

const struck = (row: string) =>
  row.replace(
    '<w:r><w:t xml:space="preserve">Concertation',
    '<w:r><w:rPr><w:strike/></w:rPr><w:t>Concertation',
  )

it.each([
  ['that was pasted elsewhere', (row: string, next: string) => out(row) + next + struck(put(row))],
  [
    'that is new',
    (row: string, next: string) => row + struck(put(row.replace('Passerelle', 'Autre passerelle'))) + next,
  ],
])('asks whether words struck by hand in a row %s are to go', async (_, edit) => {
  const { drafts } = await readFile(edited(edit))
  const asked = drafts.filter(({ comment }) => comment.includes('Barré à la main'))
  expect(asked).toHaveLength(1)
  expect(asked[0]?.comment).toContain('Concertation')
})

it('takes the same change of two lines beside the table as two', async () => {
  const again = '<w:p><w:r><w:t>Salle à fixer</w:t></w:r></w:p>'
  const asked = (words: string) =>
    `<w:del ${by}><w:r><w:delText>${words}</w:delText></w:r></w:del><w:ins ${by}><w:r><w:t>Salle Verte</w:t></w:r></w:ins>`
  const file = editDocument(sent, (xml) =>
    xml.replace('<w:sectPr', (end) => again.replace(RUN, asked('Salle à fixer')).repeat(2) + end),
  )
  const { fileName, sha256, minutesVersionId, circle, drafts } = await readFile(file)
  expect(drafts.map(({ afterText }) => afterText)).toEqual(['Salle Verte', 'Salle Verte'])
  const files = [{ fileName, sha256, minutesVersionId, circle, drafts }]
  expect(await opened.ok('observations.take', { meetingId, paper: 'agenda', files })).toEqual({
    added: 2,
    known: 0,
  })
})
