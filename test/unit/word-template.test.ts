import { strFromU8, strToU8, unzipSync, zipSync } from 'fflate'
import { SaxesParser } from 'saxes'
import { describe, expect, it } from 'vitest'
import { agendaModel } from '../../electron/documents/agenda/model.ts'
import { minutesModel } from '../../electron/documents/minutes/model.ts'
import { sampleTemplate, sampleTemplates } from '../../electron/documents/word/sample-templates.ts'
import { fieldsOfTemplate, fillTemplate } from '../../electron/documents/word/template.ts'
import { visibleParagraphs } from '../../electron/documents/word/visible.ts'
import { dressedMeeting, images } from './documents-dressed.ts'
import { shortMeeting } from './documents-samples.ts'

const spaced = (words: string) => words.replace(/\s+/gu, ' ')
const pages = (bytes: Uint8Array) =>
  visibleParagraphs(strFromU8(unzipSync(bytes)['word/document.xml'] ?? new Uint8Array())).map(({ text }) =>
    spaced(text),
  )

/** The plain sample with its text changed by hand. */
function changed(change: (xml: string) => string, name: 'simple' | 'cadre' = 'simple'): Uint8Array {
  const parts = unzipSync(sampleTemplate(name))
  const before = strFromU8(parts['word/document.xml'] ?? new Uint8Array())
  const after = change(before)
  if (after === before) throw new Error('nothing was changed')
  return zipSync({ ...parts, 'word/document.xml': strToU8(after) })
}

describe('a template', () => {
  it.each(sampleTemplates)('of the samples asks only for what there is: %s', (name) => {
    const { known, unknown, misplaced } = fieldsOfTemplate(sampleTemplate(name))
    expect([unknown, misplaced]).toEqual([[], []])
    expect(known).toEqual(expect.arrayContaining(['titre', 'participants', 'points', 'signatures']))
  })

  it('is told its unknown fields, and those that stand within a line, and is not filled', async () => {
    const template = changed((xml) =>
      xml
        .replace('w:tag w:val="titre"', 'w:tag w:val="titer"')
        .replace('w:tag w:val="instance"', 'w:tag w:val="points"'),
    )
    const fields = fieldsOfTemplate(template)
    expect([fields.unknown, fields.misplaced]).toEqual([['titer'], ['points']])
    await expect(fillTemplate(template, minutesModel(shortMeeting()), [])).rejects.toMatchObject({
      code: 'invalid-input',
    })
  })

  it.each([
    ['broken XML', (xml: string) => xml.replace('</w:body>', '')],
    ['a document type', (xml: string) => xml.replace('<w:document', '<!DOCTYPE x><w:document')],
  ])('with %s is refused', (_, change) => {
    expect(() => fieldsOfTemplate(changed(change))).toThrow(expect.objectContaining({ code: 'file-damaged' }))
    expect(() => fieldsOfTemplate(strToU8('no zip'))).toThrow(
      expect.objectContaining({ code: 'file-damaged' }),
    )
  })
})

describe('a filled template', () => {
  it.each(sampleTemplates)('says what the model says, in its own look: %s', async (name) => {
    const file = dressedMeeting()
    const model = minutesModel({
      ...file,
      minutes: file.minutes === null ? null : { ...file.minutes, state: 'validated' },
    })
    const bytes = await fillTemplate(sampleTemplate(name), model, images)
    const said = pages(bytes)
    expect(said).toContain(model.head.title.replaceAll('\u00a0', ' '))
    for (const { number, title } of model.sections)
      expect(said).toContain(spaced(`${number} ${title}`.trim()))
    for (const { name: signs } of model.signatures?.signatories ?? []) expect(said).toContain(signs)
    expect(said.join(' ')).not.toMatch(/\[(?:titre|points|participants|cloture)\]/)
    expect(strFromU8(unzipSync(bytes)['word/styles.xml'] ?? new Uint8Array())).toContain('w:ascii="Arial"')
  })

  it('is a sound package: well formed, each style, list and relation that it uses is there', async () => {
    const bytes = await fillTemplate(sampleTemplate('simple'), minutesModel(dressedMeeting()), images)
    const parts = unzipSync(bytes)
    const part = (name: string) => strFromU8(parts[name] ?? new Uint8Array())
    for (const name of Object.keys(parts).filter((one) => /\.(?:xml|rels)$/.test(one)))
      expect(() => new SaxesParser({ xmlns: true }).write(part(name)).close(), name).not.toThrow()
    const main = part('word/document.xml')
    const all = (text: string, pattern: RegExp) => [
      ...new Set([...text.matchAll(pattern)].map(([, id]) => id)),
    ]
    const styles = all(part('word/styles.xml'), /w:styleId="([^"]+)"/g)
    expect(all(main, /w:(?:p|r|tbl)Style w:val="([^"]+)"/g).filter((id) => !styles.includes(id))).toEqual([])
    const lists = all(part('word/numbering.xml'), /<w:num w:numId="(\d+)"/g)
    expect(all(main, /<w:numId w:val="(\d+)"/g).filter((id) => !lists.includes(id))).toEqual([])
    const relations = all(part('word/_rels/document.xml.rels'), / Id="([^"]+)"/g)
    expect(all(main, /r:(?:id|embed)="([^"]+)"/g).filter((id) => !relations.includes(id))).toEqual([])
    expect(Object.keys(parts).some((name) => name.startsWith('word/media/'))).toBe(true)
  })

  it('keeps the words around its fields, and the lists of the template apart from ours', async () => {
    const parts = unzipSync(sampleTemplate('simple'))
    const numbering =
      '<w:numbering xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"><w:abstractNum w:abstractNumId="0"/><w:num w:numId="1"><w:abstractNumId w:val="0"/></w:num></w:numbering>'
    const main = strFromU8(parts['word/document.xml'] ?? new Uint8Array()).replace(
      '<w:body>',
      '<w:body><w:p><w:pPr><w:numPr><w:ilvl w:val="0"/><w:numId w:val="1"/></w:numPr></w:pPr><w:r><w:t>Article premier</w:t></w:r></w:p>',
    )
    const template = zipSync({
      ...parts,
      'word/document.xml': strToU8(main),
      'word/numbering.xml': strToU8(numbering),
    })
    const filled = await fillTemplate(template, minutesModel(dressedMeeting()), images)
    expect(pages(filled)[0]).toBe('Article premier')
    const own = strFromU8(unzipSync(filled)['word/document.xml'] ?? new Uint8Array())
    expect(own).toContain('<w:numId w:val="1"/></w:numPr></w:pPr><w:r><w:t>Article premier')
    expect(own.split('<w:numId w:val="1"/>')).toHaveLength(2)
  })

  it('of an agenda has its table of items', async () => {
    const template = changed((xml) =>
      xml.replace(/<w:sdt><w:sdtPr><w:alias w:val="(?:participants|ordre-du-jour)".*?<\/w:sdt>/gs, ''),
    )
    const model = agendaModel(shortMeeting())
    const said = pages(await fillTemplate(template, model, [])).join(' ')
    for (const { title } of model.rows) expect(said).toContain(spaced(title))
  })
})
