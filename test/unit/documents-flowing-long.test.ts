import { describe, expect, it } from 'vitest'
import { renderFlowing } from '../../electron/documents/flowing.ts'
import { minutesModel } from '../../electron/documents/minutes/model.ts'
import { readWord } from '../../electron/documents/read-back.ts'
import type { FileToPrint } from '../../electron/domain/meetings/meeting-file.ts'
import type { RichBlock } from '../../electron/domain/text/rich-text.ts'
import { attendee, bullets, emptyFile, item, paragraph, rich, section, table } from './documents-builders.ts'
import { dressedMeeting, images } from './documents-dressed.ts'

const deep = (levels: number): RichBlock =>
  levels === 0 ? paragraph('Au fond.') : bullets([paragraph(`Niveau ${levels}.`), deep(levels - 1)])
const [picture] = dressedMeeting().sections.flatMap(({ presentation }) =>
  presentation.content.filter(({ type }) => type === 'image'),
)
if (picture === undefined) throw new Error('the sample shows no picture')
const pictured: RichBlock = {
  type: 'table',
  content: [
    {
      type: 'tableRow',
      content: [{ type: 'tableHeader', attrs: { colspan: 2 }, content: [paragraph('Cartes')] }],
    },
    {
      type: 'tableRow',
      content: [
        { type: 'tableCell', attrs: { rowspan: 2 }, content: [picture] },
        { type: 'tableCell', content: [bullets('Dans une case'), table(['Tête'], ['Table dans la case'])] },
      ],
    },
    {
      type: 'tableRow',
      content: [{ type: 'tableCell', content: [{ type: 'blockquote', content: [picture] }] }],
    },
  ],
}
const words = 'Le calendrier doit laisser le temps aux collectivités. '

const full: FileToPrint = {
  ...emptyFile(),
  items: [item(1, { title: 'Intitulé très long '.repeat(40).slice(0, 600) })],
  attendees: Array.from({ length: 400 }, (_, index) =>
    attendee(index, {
      familyName: `Nom${index}`,
      organisation: `Organisme ${index}`,
      college: index % 2 === 0 ? 'État' : 'Élus',
    }),
  ),
  sections: [
    section(1, {
      presentation: rich(
        deep(14),
        pictured,
        paragraph(`https://exemple.fr/${'a'.repeat(400)}`),
        paragraph('مرحبا بالعالم، Ωμέγα'),
      ),
      exchanges: rich(
        // About forty pages.
        ...Array.from({ length: 250 }, () => paragraph(words.repeat(9))),
        table(['N°', 'Montant'], ...Array.from({ length: 200 }, (_, index) => [`${index}`, `${index * 7}`])),
      ),
    }),
  ],
}

describe.each(['docx', 'odt', 'html'] as const)('%s', (format) => {
  it('is made of a crowd, a title of 600 signs, an item of forty pages and a table of 200 rows', async () => {
    const model = minutesModel(full)
    const bytes = await renderFlowing(model, format, images)
    expect(bytes.length).toBeGreaterThan(10_000)
  })

  it('is made of empty minutes', async () => {
    expect((await renderFlowing(minutesModel(emptyFile()), format)).length).toBeGreaterThan(1000)
  })
})

it('the longest minutes are read back whole from Word', async () => {
  const model = minutesModel(full)
  const reading = readWord(await renderFlowing(model, 'docx', images))
  expect(reading.changed).toBe(false)
  expect(reading.model).toEqual(model)
})
