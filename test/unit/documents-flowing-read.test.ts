import fc from 'fast-check'
import { strFromU8, strToU8, unzipSync, zipSync } from 'fflate'
import { beforeAll, describe, expect, it } from 'vitest'
import { agendaModel } from '../../electron/documents/agenda/model.ts'
import { carriedJson, modelOfCarried, SCHEMA_VERSION } from '../../electron/documents/carried.ts'
import { convocationModel } from '../../electron/documents/convocation/model.ts'
import { renderFlowing } from '../../electron/documents/flowing.ts'
import { minutesModel } from '../../electron/documents/minutes/model.ts'
import { renderPdf } from '../../electron/documents/pdf/render.ts'
import { modelInPdf, readWord } from '../../electron/documents/read-back.ts'
import { emptyFile } from './documents-builders.ts'
import { dressedMeeting, images } from './documents-dressed.ts'
import { longMeeting, shortMeeting } from './documents-samples.ts'

const MAIN = 'word/document.xml'

/** The same file with one part rewritten, as an office program would have saved it. */
function edited(bytes: Uint8Array, part: string, change: (xml: string) => string): Uint8Array {
  const parts = unzipSync(bytes)
  const before = strFromU8(parts[part] ?? new Uint8Array())
  const after = change(before)
  if (after === before) throw new Error(`nothing was edited in ${part}`)
  return zipSync({ ...parts, [part]: strToU8(after) })
}

const model = minutesModel(longMeeting())
let bytes: Uint8Array
beforeAll(async () => {
  bytes = await renderFlowing(model, 'docx')
})

const SENTENCE = 'La présidente remercie les participants'
const said = (file: Uint8Array) => readWord(file).paragraphs.map(({ text }) => text)

describe('a Word file that nobody edited', () => {
  it('gives its model back, of each kind', async () => {
    expect(readWord(bytes)).toMatchObject({ model, changed: false })
    for (const one of [
      minutesModel(dressedMeeting()),
      minutesModel(emptyFile()),
      agendaModel(shortMeeting()),
      convocationModel(longMeeting(), { date: '2026-11-02', replyBy: '2026-11-06' }),
    ])
      expect(readWord(await renderFlowing(one, 'docx', images))).toMatchObject({ model: one, changed: false })
  })

  it('names its paragraphs', () => {
    const { paragraphs } = readWord(bytes)
    expect(paragraphs.find(({ text }) => text.startsWith(SENTENCE))?.anchor).toBe('ouverture_de_la_seance_p1')
    expect(paragraphs.find(({ anchor }) => anchor === 'decision_D_2026_10_01')?.text).toMatch(
      /^Décision D-2026-10-01\./,
    )
  })

  it('is still itself when Word only saved it: marks of revision, spelling, hidden bookmarks, split runs', () => {
    const saved = edited(bytes, MAIN, (xml) =>
      xml
        .replaceAll('<w:p>', '<w:p w:rsidR="00A1B2C3" w:rsidRDefault="00A1B2C3">')
        .replaceAll(
          '<w:body>',
          '<w:body><w:bookmarkStart w:id="900" w:name="_GoBack"/><w:bookmarkEnd w:id="900"/>',
        )
        .replace(
          `>${SENTENCE}`,
          '>La prési</w:t></w:r><w:proofErr w:type="spellStart"/><w:r><w:t xml:space="preserve">dente remercie les participants',
        ),
    )
    expect(readWord(saved)).toMatchObject({ model, changed: false })
  })
})

describe('a Word file that somebody edited', () => {
  const changes: [string, (xml: string) => string, string | RegExp][] = [
    [
      'a word replaced',
      (xml) => xml.replace(SENTENCE, 'Le président remercie les participants'),
      /^Le président remercie/,
    ],
    [
      'a word typed in a run of its own',
      (xml) =>
        xml.replace(
          'remercie les participants',
          'remercie </w:t></w:r><w:r><w:rPr><w:b/></w:rPr><w:t xml:space="preserve">vivement </w:t></w:r><w:r><w:t xml:space="preserve">les participants',
        ),
      /^La présidente remercie vivement les participants/,
    ],
    [
      'words inserted with changes tracked',
      (xml) =>
        xml.replace(
          'remercie les participants',
          'remercie </w:t></w:r><w:ins w:id="1" w:author="A"><w:r><w:t xml:space="preserve">tous </w:t></w:r></w:ins><w:r><w:t xml:space="preserve">les participants',
        ),
      /^La présidente remercie tous les participants/,
    ],
    [
      'words deleted with changes tracked',
      (xml) =>
        xml.replace(
          'La présidente remercie',
          '</w:t></w:r><w:del w:id="1" w:author="A"><w:r><w:delText xml:space="preserve">La présidente </w:delText></w:r></w:del><w:r><w:t xml:space="preserve">remercie',
        ),
      /^remercie les participants/,
    ],
    [
      'words moved away with changes tracked',
      (xml) =>
        xml.replace(
          'La présidente remercie',
          '</w:t></w:r><w:moveFrom w:id="1" w:author="A"><w:r><w:t xml:space="preserve">La présidente </w:t></w:r></w:moveFrom><w:r><w:t xml:space="preserve">remercie',
        ),
      /^remercie les participants/,
    ],
    [
      'a number of a heading, typed where Word counted it',
      (xml) =>
        xml.replace(
          /<w:numPr><w:ilvl w:val="1"\/><w:numId w:val="\d+"\/><\/w:numPr><\/w:pPr>/u,
          '</w:pPr><w:r><w:t>3.9</w:t><w:tab/></w:r>',
        ),
      /^3\.9\t/,
    ],
    [
      'a heading that Word no longer counts',
      (xml) => xml.replace(/<w:numPr><w:ilvl w:val="1"\/><w:numId w:val="\d+"\/><\/w:numPr>/u, ''),
      'Ordre du jour',
    ],
    [
      'a cell',
      (xml) => xml.replace('>Claire Vasseur, DGX<', '>Claire Vasseur, en congé<'),
      'Claire Vasseur, en congé',
    ],
    [
      'a paragraph added',
      (xml) => xml.replace('<w:sectPr', '<w:p><w:r><w:t>Vu et corrigé.</w:t></w:r></w:p><w:sectPr'),
      'Vu et corrigé.',
    ],
  ]
  it.each(changes)('says what stands on the page: %s', (_, change, words) => {
    const { model: found, changed, paragraphs } = readWord(edited(bytes, MAIN, change))
    expect({ found, changed }).toEqual({ found: null, changed: true })
    expect(
      paragraphs.some(({ text }) => (typeof words === 'string' ? text === words : words.test(text))),
    ).toBe(true)
  })

  it('sees a paragraph that is gone, and one in another place', () => {
    const paragraph = /<w:p><w:pPr><w:pStyle w:val="Decision"\/>.*?<\/w:p>/
    const [decision = ''] = paragraph.exec(strFromU8(unzipSync(bytes)[MAIN] ?? new Uint8Array())) ?? []
    const gone = edited(bytes, MAIN, (xml) => xml.replace(decision, ''))
    expect(readWord(gone)).toMatchObject({ model: null, changed: true })
    expect(said(gone)).toHaveLength(said(bytes).length - 1)
    const moved = edited(bytes, MAIN, (xml) =>
      xml.replace(decision, '').replace('<w:sectPr', `${decision}<w:sectPr`),
    )
    expect(readWord(moved)).toMatchObject({ model: null, changed: true })
    expect(readWord(moved).paragraphs.at(-1)?.anchor).toBe('decision_D_2026_10_01')
  })

  it('sees a foot or a head that says something else', () => {
    for (const part of ['word/header1.xml', 'word/footer1.xml'])
      expect(
        readWord(edited(bytes, part, (xml) => xml.replace('INP', 'XYZ').replace('Instance', 'Autre'))),
      ).toMatchObject({
        model: null,
        changed: true,
      })
  })

  it('keeps the name of a paragraph whose words changed', () => {
    const { paragraphs } = readWord(
      edited(bytes, MAIN, (xml) => xml.replace(SENTENCE, 'Le président remercie chacun')),
    )
    expect(paragraphs.find(({ anchor }) => anchor === 'ouverture_de_la_seance_p1')?.text).toMatch(
      /^Le président/,
    )
  })

  it('is seen whichever letter on the page changed', () => {
    const xml = strFromU8(unzipSync(bytes)[MAIN] ?? new Uint8Array())
    const places = [...xml.matchAll(/<w:t xml:space="preserve">[^<]*?([a-z])[^<]*<\/w:t>/g)]
    fc.assert(
      fc.property(fc.nat({ max: places.length - 1 }), (rank) => {
        const place = places[rank]
        if (place === undefined) throw new Error('no such place')
        const at =
          place.index + place[0].indexOf('>') + 1 + place[0].slice(place[0].indexOf('>') + 1).search(/[a-z]/)
        const other = edited(bytes, MAIN, () => `${xml.slice(0, at)}Ω${xml.slice(at + 1)}`)
        expect(readWord(other).changed).toBe(true)
      }),
      { numRuns: 40 },
    )
  })
})

describe('what is carried', () => {
  const DATA = 'customXml/item1.xml'

  it('loses against the page when somebody tampered with it', () => {
    const tampered = edited(bytes, DATA, (xml) =>
      xml.replace(SENTENCE, 'La présidente refuse les participants'),
    )
    const { model: found, changed, paragraphs } = readWord(tampered)
    expect({ found, changed }).toEqual({ found: null, changed: true })
    expect(paragraphs.some(({ text }) => text.startsWith(SENTENCE))).toBe(true)
  })

  it('is ignored when it is no model of ours', () => {
    for (const change of [
      (xml: string) => xml.replace(/>[^<]*<\/document>/, '>{}</document>'),
      (xml: string) => xml.replace('kind', 'knid'),
      (xml: string) => xml.slice(0, 400),
    ])
      expect(readWord(edited(bytes, DATA, change))).toMatchObject({ model: null, changed: false })
  })

  it('can be left out', async () => {
    const bare = { ...model, head: { ...model.head, metadata: { ...model.head.metadata, dataFile: '' } } }
    const file = await renderFlowing(bare, 'docx')
    expect(Object.keys(unzipSync(file)).filter((name) => name.startsWith('customXml'))).toEqual([])
    expect(readWord(file)).toMatchObject({ model: null, changed: false })
    expect(await modelInPdf((await renderPdf(bare)).bytes)).toBeNull()
  })

  it('of the first version is still read, without what it had more', () => {
    const agenda = agendaModel(shortMeeting())
    const first = carriedJson(agenda)
      .replace(`document-model:${SCHEMA_VERSION}`, 'document-model:1')
      .replace('"carried":', '"followedUp":null,"carried":')
    expect(modelOfCarried(first)).toEqual(agenda)
    expect(modelOfCarried(first.replace('"followedUp"', '"followed"'))).toBeNull()
  })

  it('of a later version is refused, not misread', () => {
    const later = (text: string) =>
      text.replace(`document-model:${SCHEMA_VERSION}`, `document-model:${SCHEMA_VERSION + 1}`)
    expect(() => modelOfCarried(later(carriedJson(model)))).toThrow(
      expect.objectContaining({ code: 'data-newer' }),
    )
    expect(() => readWord(edited(bytes, DATA, later))).toThrow(
      expect.objectContaining({ code: 'data-newer' }),
    )
    expect(modelOfCarried(JSON.stringify(model))).toBeNull()
    expect(modelOfCarried(carriedJson(model))).toEqual(model)
  })

  it('is asked of a Word document only', async () => {
    for (const other of [new Uint8Array(0), strToU8('PK no archive'), await renderFlowing(model, 'odt')])
      expect(() => readWord(other)).toThrow(expect.objectContaining({ code: 'file-damaged' }))
    const typed = edited(bytes, MAIN, (xml) => xml.replace('?>', '?><!DOCTYPE x [<!ENTITY a "b">]>'))
    expect(() => readWord(typed)).toThrow(expect.objectContaining({ code: 'file-damaged' }))
  })
})
