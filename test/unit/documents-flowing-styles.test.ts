import { readFileSync } from 'node:fs'
import { beforeAll, describe, expect, it } from 'vitest'
import { agendaModel } from '../../electron/documents/agenda/model.ts'
import { convocationModel } from '../../electron/documents/convocation/model.ts'
import { renderFlowing } from '../../electron/documents/flowing.ts'
import { minutesModel } from '../../electron/documents/minutes/model.ts'
import { elements, Package } from '../documents-check/package-parts.ts'
import { chosen, dressedMeeting, images, words } from './documents-dressed.ts'

const file = dressedMeeting()
const model = minutesModel(file)
const letter = convocationModel(file, { date: '2026-11-02', replyBy: null })
let docx: Package
let docxAgenda: Package
let docxLetter: Package
let odt: Package
beforeAll(async () => {
  docx = new Package(await renderFlowing(model, 'docx', images))
  docxAgenda = new Package(await renderFlowing(agendaModel(file), 'docx', images))
  docxLetter = new Package(await renderFlowing(letter, 'docx', images))
  odt = new Package(await renderFlowing(model, 'odt', images))
})

describe('Word', () => {
  it('formats nothing itself: paragraphs and words only bear the name of a style', () => {
    for (const file of [docx, docxAgenda, docxLetter])
      for (const part of ['word/document.xml', 'word/header1.xml', 'word/footer1.xml', 'word/footer2.xml']) {
        const inside = (box: string) =>
          elements(file.text(part))
            .filter(({ above }) => above.at(-1) === box)
            .map(({ name }) => name)
        expect(new Set(inside('w:rPr')), part).toEqual(new Set(part.includes('document') ? ['w:rStyle'] : []))
        expect(
          [...new Set(inside('w:pPr'))].filter((name) => !['w:pStyle', 'w:numPr'].includes(name)),
        ).toEqual([])
        expect(
          [...new Set(inside('w:tcPr'))].filter((name) => !/^w:(tcW|gridSpan|vMerge)$/.test(name)),
        ).toEqual([])
      }
  })

  it('defines every style that it uses, under the names of Word where there are', () => {
    const names = new Map<string, string>()
    let id = ''
    for (const { name, attributes } of elements(docx.text('word/styles.xml'))) {
      if (name === 'w:style') id = attributes['w:styleId'] ?? ''
      if (name === 'w:name') names.set(id, attributes['w:val'] ?? '')
    }
    const used = [docx, docxAgenda, docxLetter].flatMap((one) =>
      Object.keys(one.parts)
        .filter((name) => /word\/(document|header\d|footer\d|styles)\.xml/.test(name))
        .flatMap((name) => elements(one.text(name)))
        .filter(({ name }) => /^w:(pStyle|rStyle|tblStyle|basedOn|next)$/.test(name))
        .map(({ attributes }) => attributes['w:val'] ?? ''),
    )
    expect([...new Set(used)].filter((style) => !names.has(style))).toEqual([])
    expect([...names.values()]).toEqual(
      expect.arrayContaining(['Title', 'heading 1', 'heading 2', 'heading 3', 'heading 4', 'Body Text']),
    )
  })

  it('has every style told in docs/word-styles.md, under its name and id, and no other', () => {
    const told = [...readFileSync('docs/word-styles.md', 'utf8').matchAll(/^\| ([^|]+) \| `(\w+)` \|/gmu)]
    const styles: string[] = []
    let id = ''
    for (const { name, attributes } of elements(docx.text('word/styles.xml'))) {
      if (name === 'w:style') id = attributes['w:styleId'] ?? ''
      if (name === 'w:name') styles.push(`${attributes['w:val']} ${id}`)
    }
    const own = styles.filter(
      (style) => !/^(Normal|Normal Table|Default Paragraph Font|List Continue \d|Point [23]) /.test(style),
    )
    expect(told.map(([, name, styleId]) => `${name} ${styleId}`).sort()).toEqual(own.sort())
  })

  it('cuts words in typed text alone, and marks what is changed in a draft', async () => {
    expect(docx.all('word/settings.xml', 'w:autoHyphenation')).toHaveLength(1)
    const kept: string[] = []
    let id = ''
    for (const { name, attributes } of elements(docx.text('word/styles.xml'))) {
      if (name === 'w:style') id = attributes['w:styleId'] ?? ''
      if (name === 'w:suppressAutoHyphens') kept.push(id)
    }
    expect(kept).toEqual(['Titre', 'Titre1', 'Titre2', 'Titre3', 'Titre4', 'Cellule'])
    const tracks = (one: Package) => one.all('word/settings.xml', 'w:trackRevisions').length
    const approved = minutesModel({
      ...file,
      minutes: file.minutes === null ? null : { ...file.minutes, state: 'approved' },
    })
    expect(
      [docx, docxLetter, new Package(await renderFlowing(approved, 'docx', images))].map(tracks),
    ).toEqual([1, 0, 0])
  })

  it('gives the text of a decision the columns that it does not use', () => {
    const spans = docx.all('word/document.xml', 'w:gridSpan').map((one) => one.attributes['w:val'])
    const decisions = model.record?.rows.filter(({ kind }) => kind === 'decision').length ?? 0
    expect(decisions).toBeGreaterThan(0)
    expect(spans.filter((span) => span === '3')).toHaveLength(decisions)
  })

  it('finds each item of an agenda among its headings', () => {
    const headings = docxAgenda
      .all('word/document.xml', 'w:pStyle')
      .filter((one) => one.attributes['w:val'] === 'TitreDeCellule')
    expect(headings).toHaveLength(
      agendaModel(dressedMeeting()).rows.filter(({ kind }) => kind === 'item').length,
    )
  })

  it('speaks French and says what it is', () => {
    expect(docx.all('word/styles.xml', 'w:lang')[0]?.attributes['w:val']).toBe('fr-FR')
    expect(docx.all('word/settings.xml', 'w:themeFontLang')[0]?.attributes['w:val']).toBe('fr-FR')
    const core = elements(docx.text('docProps/core.xml'))
    const said = (name: string) => core.find((one) => one.name === name)?.text
    expect(said('dc:language')).toBe('fr-FR')
    expect(said('dc:title')).toBe(model.head.metadata.title)
    expect(said('dc:creator')).toBe(model.head.metadata.author)
    expect(said('dcterms:modified')).toMatch(/^2026-11-12T/)
  })

  it('repeats the heads of tables and keeps short rows whole', () => {
    const rows = docx.all('word/document.xml', 'w:tr').length
    const tables = docx.all('word/document.xml', 'w:tbl')
    const facts = docx
      .all('word/document.xml', 'w:tblStyle')
      .filter((one) => one.attributes['w:val'] === 'TableauFaits')
    expect(docx.all('word/document.xml', 'w:tblHeader')).toHaveLength(tables.length - facts.length)
    expect(docx.all('word/document.xml', 'w:cantSplit')).toHaveLength(rows)
    expect(docx.all('word/document.xml', 'w:tblCaption')).toHaveLength(tables.length)
  })

  it('numbers pages in the foot, names the document in the head of each page but the first', () => {
    const fields = docx.all('word/footer1.xml', 'w:fldSimple').map((one) => one.attributes['w:instr']?.trim())
    expect(fields).toEqual(['PAGE', 'NUMPAGES'])
    const foot = elements(docx.text('word/footer2.xml'))[0]?.text ?? ''
    expect(foot).toContain(model.head.reference)
    expect(foot).toContain(model.head.mention)
    expect(foot).toContain(words.footer)
    expect(elements(docx.text('word/header1.xml'))[0]?.text).toContain(
      model.head.runningTitle.replace(' n°', '\u00a0n°'),
    )
    const heads = docx.all('word/document.xml', 'w:headerReference')
    expect(heads.map((one) => one.attributes['w:type'])).toEqual(['default'])
    expect(docx.all('word/document.xml', 'w:titlePg')).toHaveLength(1)
  })

  it('draws logos and pictures within the text, with words for who does not see them', () => {
    const alts = docx.all('word/document.xml', 'wp:docPr').map((one) => one.attributes.descr)
    expect(alts).toEqual([words.issuerLogo, words.partnerLogo, words.picture])
    const widths = docx.all('word/document.xml', 'wp:extent').map((one) => Number(one.attributes.cx) / 12_700)
    expect(Math.max(...widths)).toBeCloseTo((11_906 - 2 * 1304) / 20, 0)
    const media = Object.keys(docx.parts).filter((name) => name.startsWith('word/media/'))
    expect(media).toHaveLength(2)
    // The drawing became a picture that Word shows.
    for (const name of media) expect([...(docx.parts[name] ?? []).slice(1, 4)]).toEqual([0x50, 0x4e, 0x47])
  })

  it('bears the chosen colours, and the address on letters only', () => {
    const styles = docx.text('word/styles.xml')
    const isIn = (text: string, part: string) => part.includes(text)
    for (const colour of Object.values(chosen)) expect(isIn(colour.slice(1).toUpperCase(), styles)).toBe(true)
    expect(isIn(words.address, docxLetter.text('word/document.xml'))).toBe(true)
    expect(isIn(words.address, docx.text('word/document.xml'))).toBe(false)
  })

  it('aligns numbers and their heads on the right', () => {
    const styleOf = (text: string) =>
      docx
        .text('word/document.xml')
        .split('<w:p>')
        .find((one) => one.includes(`>${text}<`))
        ?.match(/w:pStyle w:val="(\w+)"/)?.[1]
    expect(styleOf('Montant')).toBe('TeteDeColonneNombre')
    expect(styleOf('88\u202f000')).toBe('CelluleNombre')
  })
})

describe('names of places', () => {
  const names = (file: Package) =>
    file.all('word/document.xml', 'w:bookmarkStart').map((one) => one.attributes['w:name'] ?? '')

  it('are one for each item, paragraph of prose, decision and action; Word and OpenDocument agree', () => {
    const own = names(docx)
    expect(own).toEqual(
      expect.arrayContaining([
        'releve_de_decisions_et_d_act',
        'point_3_1',
        'point_3_1_presentation',
        'point_3_1_presentation_p1',
        'point_3_1_echanges_p2',
        'decision_D_2026_10_01',
        'action_A_2026_10_01',
      ]),
    )
    expect(own.filter((name) => !/^[a-z]\w{0,39}$/i.test(name))).toEqual([])
    expect(new Set(own.map((name) => name.toLowerCase())).size).toBe(own.length)
    const inOdt = odt.all('content.xml', 'text:bookmark-start').map((one) => one.attributes['text:name'])
    expect(inOdt).toEqual(own)
    const notes = model.sections.flatMap(({ decisions, actions }) => [...decisions, ...actions])
    expect(own.filter((name) => /^(decision_D|action_A)_[\d_]+$/.test(name))).toHaveLength(notes.length)
  })

  it('name the items of an agenda and of a letter', () => {
    expect(names(docxAgenda)).toEqual(expect.arrayContaining(['point_1', 'point_3_1']))
    expect(names(docxLetter)).toEqual(expect.arrayContaining(['point_1', 'point_3_1', 'lettre_p1']))
  })

  it('do not change with what is written elsewhere', async () => {
    const [first, ...others] = file.sections
    if (first === undefined) throw new Error('the sample has no section')
    const less = minutesModel({
      ...file,
      attendees: [],
      sections: others,
      decisions: file.decisions.slice(1),
    })
    const kept = new Set(names(new Package(await renderFlowing(less, 'docx', images))))
    for (const name of names(docx).filter((one) => one.startsWith('point_3_'))) expect(kept).toContain(name)
    expect(kept).toContain('decision_D_2026_10_02')
  })
})

describe('OpenDocument', () => {
  it('uses named styles, and of its own only what cannot have a name', () => {
    const named = new Set(odt.all('styles.xml', 'style:style').map((one) => one.attributes['style:name']))
    const content = elements(odt.text('content.xml'))
    const used = content
      .map((one) => one.attributes['text:style-name'] ?? '')
      .filter((name) => name !== '' && !/^(Puces|Numeros\d+)$/.test(name) && !name.endsWith('.Debut'))
    expect(used.filter((name) => !named.has(name))).toEqual([])
    const automatic = content.filter(
      (one) => one.name === 'style:style' && one.attributes['style:family'] === 'text',
    )
    expect(automatic).toEqual([])
  })

  it('begins with a page without head, then has one on each page, and numbers in the foot', () => {
    const pages = odt.all('styles.xml', 'style:master-page').map((one) => one.attributes)
    expect(pages.map((one) => one['style:name'])).toEqual(['First_20_Page', 'Standard', 'Couchee'])
    expect(pages[0]?.['style:next-style-name']).toBe('Standard')
    const heads = odt.all('styles.xml', 'style:header')
    const head = `${model.head.bodyName}${model.head.runningTitle.replace(' n°', '\u00a0n°')}`
    expect(heads.map(({ text }) => text)).toEqual([head, head])
    expect(odt.all('styles.xml', 'text:page-number')).toHaveLength(3)
    expect(odt.all('styles.xml', 'text:page-count')).toHaveLength(3)
    expect(odt.all('styles.xml', 'style:footer')[0]?.text).toContain(words.footer)
    const first = elements(odt.text('content.xml')).find(({ name }) => name === 'text:p')
    expect(first?.attributes['text:style-name']).toMatch(/\.Debut$/)
  })

  it('repeats heads, aligns numbers and their heads, describes pictures, speaks French', () => {
    expect(odt.all('content.xml', 'table:table-header-rows').length).toBeGreaterThan(3)
    const numbers = odt
      .all('content.xml', 'text:p')
      .filter((one) => /Nombre$/.test(one.attributes['text:style-name'] ?? ''))
    expect(numbers.map(({ text }) => text)).toEqual(expect.arrayContaining(['Montant', '88\u202f000']))
    expect(odt.all('content.xml', 'svg:title').map(({ text }) => text)).toEqual([
      words.issuerLogo,
      words.partnerLogo,
      words.picture,
    ])
    const listed = odt
      .all('META-INF/manifest.xml', 'manifest:file-entry')
      .map((one) => one.attributes['manifest:full-path'])
    expect(listed.sort()).toEqual(
      ['/', ...Object.keys(odt.parts).filter((name) => !/^mimetype$|manifest/.test(name))].sort(),
    )
    const styles = odt.text('styles.xml')
    for (const wanted of ['fo:language="fr" fo:country="FR"', ...Object.values(chosen)])
      expect(styles.includes(wanted), wanted).toBe(true)
  })
})
