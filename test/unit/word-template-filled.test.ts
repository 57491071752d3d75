import { strToU8, unzipSync, zipSync } from 'fflate'
import { describe, expect, it } from 'vitest'
import { agendaModel } from '../../electron/documents/agenda/model.ts'
import { renderFlowing } from '../../electron/documents/flowing.ts'
import { minutesModel } from '../../electron/documents/minutes/model.ts'
import { carriedIn } from '../../electron/documents/read-back.ts'
import { sampleTemplate } from '../../electron/documents/word/sample-templates.ts'
import { fillTemplate } from '../../electron/documents/word/template.ts'
import { readFile } from '../../electron/imports/read-file.ts'
import { shortMeeting } from './documents-samples.ts'
import { changed, pages, spaced, wordOf } from './template-parts.ts'

describe('a template that a document fills', () => {
  it.each(['ordre-du-jour', 'points'])(
    'of an agenda has its items in %s, or says that it has none',
    async (field) => {
      const template = changed(
        (xml) =>
          xml.replaceAll('w:val="ordre-du-jour"', `w:val="${field}"`).replace('<w:body>', '<w:body><w:p/>'),
        'ordreDuJour',
      )
      const model = agendaModel(shortMeeting())
      const said = pages(await fillTemplate(template, model, [], false))
      for (const { title } of model.rows) expect(said.join(' ')).toContain(spaced(title))
      expect(said).not.toContain('Date')
      const empty = agendaModel({ ...shortMeeting(), items: [] })
      expect(pages(await fillTemplate(template, empty, [], false))).toContain(spaced(empty.empty))
    },
  )

  it('is seen to be a draft, records changes, and gives its model back', async () => {
    const model = minutesModel(shortMeeting())
    expect(model.head.mention).not.toBe('')
    const bare = changed((xml) => xml.replaceAll('w:val="etat"', 'w:val="objet"'))
    const parts = unzipSync(bare)
    const settings =
      '<w:settings xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"><w:zoom w:percent="100"/><w:defaultTabStop w:val="708"/></w:settings>'
    const own = zipSync({
      ...parts,
      'word/settings.xml': strToU8(settings),
      'customXml/item1.xml': strToU8('<theirs/>'),
    })
    for (const template of [sampleTemplate('simple'), bare, own]) {
      const filled = await renderFlowing(model, 'docx', [], template)
      expect(pages(filled).join(' ')).toContain(model.head.mention)
      expect(wordOf(filled, 'word/settings.xml')).toMatch(/<w:zoom [^>]*\/><w:trackRevisions\/>/)
      expect(wordOf(filled, '[Content_Types].xml')).toContain('/customXml/itemProps')
      const { draft } = await readFile({ fileName: 'cr.docx', bytes: filled, today: '2026-11-12' }, carriedIn)
      expect(draft.kind).toBe('minutes')
      expect(draft.warnings).toEqual([])
      expect(draft.decisions.map(({ number }) => number)).toEqual(
        model.carries?.decisions.map(({ number }) => number),
      )
    }
    expect(wordOf(await renderFlowing(model, 'docx', [], own), 'customXml/item1.xml')).toBe('<theirs/>')
    const file = shortMeeting()
    const approved = minutesModel({
      ...file,
      minutes: file.minutes === null ? null : { ...file.minutes, state: 'approved' },
    })
    const settled = await renderFlowing(approved, 'docx', [], own)
    expect(wordOf(settled, 'word/settings.xml')).toBe(settings)
  })
})
