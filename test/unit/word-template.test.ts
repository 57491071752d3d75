import { strFromU8, strToU8, unzipSync, zipSync } from 'fflate'
import { SaxesParser } from 'saxes'
import { describe, expect, it } from 'vitest'
import { templateFaults } from '../../electron/contract/template-sentences.ts'
import { agendaModel } from '../../electron/documents/agenda/model.ts'
import { minutesModel } from '../../electron/documents/minutes/model.ts'
import { sampleTemplate } from '../../electron/documents/word/sample-templates.ts'
import { fieldsOfTemplate, fillTemplate } from '../../electron/documents/word/template.ts'
import { isFillable, SampleTemplate } from '../../electron/domain/documents/word-template.ts'
import type { RichBlock } from '../../electron/domain/text/rich-text.ts'
import { bullets, paragraph, rich, section } from './documents-builders.ts'
import { dressedMeeting, images } from './documents-dressed.ts'
import { shortMeeting } from './documents-samples.ts'
import { changed, headingsIn, pages, spaced, wordOf } from './template-parts.ts'

const tagged = (tag: string, content: string) =>
  `<w:sdt><w:sdtPr><w:tag w:val="${tag}"/></w:sdtPr><w:sdtContent>${content}</w:sdtContent></w:sdt>`
const words = '<w:r><w:t>[à remplir]</w:t></w:r>'
const filledCell = `<w:tc><w:tcPr><w:tcW w:w="4750" w:type="dxa"/><w:noWrap/></w:tcPr><w:p>${words}</w:p></w:tc>`
/** The plain sample, with a row of a table first. */
const withRow = (row: string) =>
  changed((xml) => xml.replace('<w:body>', `<w:body><w:tbl>${row}</w:tbl><w:p/>`))
const withLine = (line: string) => changed((xml) => xml.replace('<w:body>', `<w:body><w:p>${line}</w:p>`))

/** All in two controls without a name, as Word's "Grouper" makes them. */
const grouped = (change: (xml: string) => string) =>
  changed((xml) =>
    change(xml)
      .replace('<w:body>', '<w:body><w:sdt><w:sdtPr><w:group/></w:sdtPr><w:sdtContent><w:sdt><w:sdtContent>')
      .replace('<w:sectPr>', '</w:sdtContent></w:sdt></w:sdtContent></w:sdt><w:sectPr>'),
  )

/** What stands where Word takes no such thing: whoever opens it is told that the file is damaged. */
function misnested(xml: string): string[] {
  const homes: Readonly<Record<string, readonly string[]>> = {
    'w:p': ['w:body', 'w:tc'],
    'w:tbl': ['w:body', 'w:tc'],
    'w:tr': ['w:tbl'],
    'w:tc': ['w:tr'],
    'w:r': ['w:p'],
  }
  const through = ['w:sdt', 'w:sdtContent', 'w:hyperlink', 'w:ins']
  const open: string[] = []
  const faults: string[] = []
  const parser = new SaxesParser({ xmlns: false })
  parser.on('opentag', ({ name }) => {
    const home = open.findLast((one) => !through.includes(one)) ?? ''
    if (homes[name]?.includes(home) === false) faults.push(`${name} in ${home}`)
    open.push(name)
  })
  parser.on('closetag', () => void open.pop())
  parser.write(xml).close()
  return faults
}

/** The dressed meeting, with a text of its first item. */
function meetingSaying(...presentation: RichBlock[]) {
  const file = dressedMeeting()
  const first = section(1, { presentation: rich(...presentation) })
  return { ...file, sections: [first, ...file.sections.filter(({ itemId }) => itemId !== first.itemId)] }
}

describe('a template', () => {
  it.each(SampleTemplate.options)('of the samples asks only for what there is: %s', (name) => {
    const kind = name === 'ordreDuJour' ? 'agenda' : 'minutes'
    const fields = fieldsOfTemplate(sampleTemplate(name), kind)
    expect([fields.unknown, fields.misplaced, isFillable(fields)]).toEqual([[], [], true])
    expect(fields.known).toEqual(
      expect.arrayContaining(
        kind === 'agenda'
          ? ['titre', 'etat', 'ordre-du-jour']
          : ['titre', 'etat', 'participants', 'points', 'signatures'],
      ),
    )
  })

  it('of an agenda has none of the parts of minutes, and is not taken without its items', async () => {
    expect(fieldsOfTemplate(sampleTemplate('simple'), 'agenda').unknown).toContain('participants')
    const empty = changed((xml) => xml.replaceAll('w:val="ordre-du-jour"', 'w:val="objet"'), 'ordreDuJour')
    const fields = fieldsOfTemplate(empty, 'agenda')
    expect(fields.unknown).toEqual([])
    expect(templateFaults(fields).join(' ')).toMatch(/Il manque .*ordre-du-jour, points, tout/)
    await expect(fillTemplate(empty, agendaModel(shortMeeting()), [], false)).rejects.toMatchObject({
      code: 'template-refused',
    })
  })

  it('is told its unknown fields, and those that stand within a line, and is not filled', async () => {
    const template = changed((xml) =>
      xml
        .replace('w:tag w:val="titre"', 'w:tag w:val="titer"')
        .replace('w:tag w:val="instance"', 'w:tag w:val="points"'),
    )
    const fields = fieldsOfTemplate(template, 'minutes')
    expect([fields.unknown, fields.misplaced]).toEqual([['titer'], ['points']])
    await expect(fillTemplate(template, minutesModel(shortMeeting()), [], false)).rejects.toMatchObject({
      code: 'template-refused',
    })
  })

  it.each<[string, () => Uint8Array]>([
    ['around a row', () => withRow(tagged('titre', `<w:tr>${filledCell}</w:tr>`))],
    ['around two cells', () => withRow(`<w:tr>${tagged('titre', filledCell + filledCell)}</w:tr>`)],
    ['in deleted words', () => withLine(`<w:del w:id="1" w:author="A">${tagged('titre', words)}</w:del>`)],
    [
      'of blocks in a link',
      () => withLine(`<w:hyperlink w:anchor="a">${tagged('points', words)}</w:hyperlink>`),
    ],
    [
      'of blocks in a line that was inserted',
      () => withLine(`<w:ins w:id="1">${tagged('points', words)}</w:ins>`),
    ],
  ])('is told a field %s, and is not filled', async (_, template) => {
    expect(fieldsOfTemplate(template(), 'minutes').misplaced).toHaveLength(1)
    await expect(fillTemplate(template(), minutesModel(shortMeeting()), [], false)).rejects.toMatchObject({
      code: 'template-refused',
    })
  })

  it('is told the fields within its groups and repeated parts', () => {
    const plain = fieldsOfTemplate(sampleTemplate('simple'), 'minutes')
    expect(
      fieldsOfTemplate(
        grouped((xml) => xml),
        'minutes',
      ),
    ).toEqual(plain)
    const wrong = grouped((xml) => xml.replace('w:tag w:val="titre"', 'w:tag w:val="titer"'))
    expect(fieldsOfTemplate(wrong, 'minutes').unknown).toEqual(['titer'])
  })

  it.each([
    ['broken XML', (xml: string) => xml.replace('</w:body>', '')],
    ['a document type', (xml: string) => xml.replace('<w:document', '<!DOCTYPE x><w:document')],
  ])('with %s is refused', (_, change) => {
    const refused = expect.objectContaining({ code: 'file-damaged' })
    expect(() => fieldsOfTemplate(changed(change), 'minutes')).toThrow(refused)
    expect(() => fieldsOfTemplate(strToU8('no zip'), 'minutes')).toThrow(refused)
  })

  it.each(['word/styles.xml', 'word/_rels/document.xml.rels', '[Content_Types].xml', 'docProps/core.xml'])(
    'with broken XML in %s is refused when it is chosen',
    (name) => {
      const parts = unzipSync(sampleTemplate('simple'))
      const broken = (bytes: Uint8Array) => zipSync({ ...parts, [name]: bytes })
      const part = parts[name] ?? new Uint8Array()
      expect(() => fieldsOfTemplate(broken(part.slice(0, -9)), 'minutes')).toThrow(
        expect.objectContaining({ code: 'file-damaged' }),
      )
      expect(fieldsOfTemplate(broken(part), 'minutes').misplaced).toEqual([])
    },
  )
})

describe('a filled template', () => {
  it.each(SampleTemplate.exclude(['ordreDuJour']).options)(
    'says what the model says, in its own look: %s',
    async (name) => {
      const file = dressedMeeting()
      const model = minutesModel({
        ...file,
        minutes: file.minutes === null ? null : { ...file.minutes, state: 'validated' },
      })
      const bytes = await fillTemplate(sampleTemplate(name), model, images, false)
      const said = pages(bytes)
      expect(said).toContain(model.head.title.replaceAll('\u00a0', ' '))
      const headings = headingsIn(bytes)
      for (const { number, title } of model.sections)
        expect(headings).toContain(spaced(`${number} ${title}`.trim()))
      for (const { name: signs } of model.signatures?.signatories ?? []) expect(said).toContain(signs)
      expect(said.join(' ')).not.toMatch(/\[(?:titre|points|participants|cloture)\]/)
      expect(strFromU8(unzipSync(bytes)['word/styles.xml'] ?? new Uint8Array())).toContain('w:ascii="Arial"')
    },
  )

  it('is a sound package: well formed, each style, list and relation that it uses is there', async () => {
    const bytes = await fillTemplate(sampleTemplate('simple'), minutesModel(dressedMeeting()), images, false)
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
      '<w:body><w:p><w:pPr><w:pStyle w:val="Liste"/><w:numPr><w:ilvl w:val="0"/><w:numId w:val="1"/></w:numPr></w:pPr><w:r><w:t>Article premier</w:t></w:r></w:p>',
    )
    const template = zipSync({
      ...parts,
      'word/document.xml': strToU8(main),
      'word/numbering.xml': strToU8(numbering),
    })
    const model = minutesModel(
      meetingSaying({ type: 'blockquote', content: [bullets('un', 'deux')] }, bullets('trois')),
    )
    const filled = await fillTemplate(template, model, images, false)
    expect(pages(filled)[0]).toBe('Article premier')
    const own = wordOf(filled)
    expect(own).toContain('<w:numId w:val="1"/></w:numPr></w:pPr><w:r><w:t>Article premier')
    expect(own.split('<w:numId w:val="1"/>')).toHaveLength(2)
    const lists = [...wordOf(filled, 'word/numbering.xml').matchAll(/<w:num w:numId="(\d+)"/g)].map(
      ([, list]) => list,
    )
    const used = [...own.matchAll(/<w:numId w:val="(\d+)"/g)].map(([, list]) => list)
    expect(used.length).toBeGreaterThan(3)
    expect(used.filter((list) => !lists.includes(list))).toEqual([])
  })

  it('has words and blocks in a cell that a field is around, and in what runs within a line', async () => {
    const template = changed((xml) =>
      xml.replace(
        '<w:body>',
        `<w:body><w:tbl><w:tr>${tagged('titre', filledCell)}${tagged('points', filledCell)}</w:tr></w:tbl><w:p><w:hyperlink w:anchor="a">${tagged('titre', words)}</w:hyperlink><w:ins w:id="1" w:author="A">${tagged('titre', words)}</w:ins></w:p>`,
      ),
    )
    const model = minutesModel(dressedMeeting())
    const filled = await fillTemplate(template, model, images, false)
    const main = wordOf(filled)
    expect(misnested(main)).toEqual([])
    expect(main.split('<w:tcPr><w:tcW w:w="4750" w:type="dxa"/><w:noWrap/></w:tcPr><w:p>')).toHaveLength(3)
    expect(main).not.toContain('</w:tbl></w:tc>')
    const said = pages(filled)
    const title = spaced(model.head.title)
    expect(said.slice(0, 1)).toEqual([title])
    expect(said).toContain(title + title)
    const once = pages(await fillTemplate(sampleTemplate('simple'), model, images, false))
    for (const { title: item } of model.sections) {
      const times = (all: readonly string[]) => all.filter((one) => one === spaced(item)).length
      expect(times(said)).toBe(times(once) + 1)
    }
  })

  it('says what its groups ask for', async () => {
    const said = pages(
      await fillTemplate(
        grouped((xml) => xml),
        minutesModel(dressedMeeting()),
        images,
        false,
      ),
    )
    expect(said.join(' ')).not.toMatch(/\[[a-z-]+\]/)
  })

  it('looks as its prompts do now, whatever changes of theirs are tracked', async () => {
    const formerly = (name: string, was: string) =>
      `<w:${name}Change w:id="1" w:author="A"><w:${name}>${was}</w:${name}></w:${name}Change>`
    const prompt = `<w:p><w:pPr><w:jc w:val="right"/>${formerly('pPr', '<w:jc w:val="left"/>')}</w:pPr><w:r><w:rPr><w:rStyle w:val="PlaceholderText"/><w:b/>${formerly('rPr', '<w:i/>')}</w:rPr><w:t>[lieu]</w:t></w:r></w:p>`
    const template = changed((xml) => xml.replace('<w:body>', `<w:body>${tagged('lieu', prompt)}`))
    const main = wordOf(await fillTemplate(template, minutesModel(dressedMeeting()), images, false))
    expect(misnested(main)).toEqual([])
    expect(main).toContain('<w:p><w:pPr><w:jc w:val="right"/></w:pPr><w:r><w:rPr><w:b/></w:rPr><w:t ')
  })

  it('keeps the address of a link, whatever signs it holds', async () => {
    const href = 'https://exemple.invalid/?a=$&b=$$1&c=$`'
    const model = minutesModel(
      meetingSaying(paragraph({ type: 'text', text: 'le lien', marks: [{ type: 'link', attrs: { href } }] })),
    )
    const rels = wordOf(
      await fillTemplate(sampleTemplate('simple'), model, images, false),
      'word/_rels/document.xml.rels',
    )
    const targets: string[] = []
    const parser = new SaxesParser({ xmlns: false })
    parser.on('opentag', ({ attributes }) => void targets.push(String(attributes.Target)))
    parser.write(rels).close()
    expect(targets).toContain(href)
  })
})
