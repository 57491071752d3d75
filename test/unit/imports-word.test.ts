import { strToU8, zipSync } from 'fflate'
import { describe, expect, it } from 'vitest'
import { readFile } from '../../electron/imports/read-file.ts'

const W = 'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"'
const R = 'xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships"'
const OTHERS =
  'xmlns:mc="http://schemas.openxmlformats.org/markup-compatibility/2006" xmlns:wps="http://schemas.microsoft.com/office/word/2010/wordprocessingShape" xmlns:v="urn:schemas-microsoft-com:vml"'
const OFFICE = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships'

type Parts = {
  body: string
  styles?: string
  numbering?: string
  links?: Record<string, string>
  header?: string
  main?: string
}

async function blocks({
  body,
  styles = '',
  numbering = '',
  links = {},
  header = '',
  main = 'word/document.xml',
}: Parts) {
  const rels = [
    `<Relationship Id="s" Type="${OFFICE}/styles" Target="styles.xml"/>`,
    `<Relationship Id="n" Type="${OFFICE}/numbering" Target="numbering.xml"/>`,
    `<Relationship Id="h" Type="${OFFICE}/header" Target="header1.xml"/>`,
    ...Object.entries(links).map(
      ([id, target]) =>
        `<Relationship Id="${id}" Type="${OFFICE}/hyperlink" Target="${target}" TargetMode="External"/>`,
    ),
  ]
  const relationships = (inside: string) =>
    strToU8(
      `<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">${inside}</Relationships>`,
    )
  const bytes = zipSync({
    '_rels/.rels': relationships(`<Relationship Id="d" Type="${OFFICE}/officeDocument" Target="${main}"/>`),
    [main]: strToU8(`<w:document ${W} ${R} ${OTHERS}><w:body>${body}</w:body></w:document>`),
    [main.replace('word/', 'word/_rels/').concat('.rels')]: relationships(rels.join('')),
    'word/styles.xml': strToU8(`<w:styles ${W}>${styles}</w:styles>`),
    'word/header1.xml': strToU8(`<w:hdr ${W} ${R} ${OTHERS}>${header}</w:hdr>`),
    'word/numbering.xml': strToU8(`<w:numbering ${W}>${numbering}</w:numbering>`),
  })
  return (await readFile({ fileName: 'a.docx', bytes, today: '2026-01-10' })).blocks
}

const t = (text: string) => `<w:r><w:t xml:space="preserve">${text}</w:t></w:r>`
const p = (inside: string, properties = '') => `<w:p><w:pPr>${properties}</w:pPr>${inside}</w:p>`
const list = (numId: number, level: number, text: string) =>
  p(t(text), `<w:numPr><w:ilvl w:val="${level}"/><w:numId w:val="${numId}"/></w:numPr>`)
const level = (at: number, format: string, text: string, start = 1) =>
  `<w:lvl w:ilvl="${at}"><w:start w:val="${start}"/><w:numFmt w:val="${format}"/><w:lvlText w:val="${text}"/></w:lvl>`
const cell = (inside: string, properties = '') => `<w:tc><w:tcPr>${properties}</w:tcPr>${inside}</w:tc>`

describe('the header of a Word file', () => {
  const shape = `<w:p><w:r><mc:AlternateContent><mc:Choice><w:drawing><wps:wsp><wps:txbx><w:txbxContent>${p(t('Compte-rendu de réunion n°1'))}</w:txbxContent></wps:txbx></wps:wsp></w:drawing></mc:Choice></mc:AlternateContent></w:r></w:p>`

  it('says what the paper is where its page does not, even in a shape', async () => {
    const body = p(t('Réunion du 3 mars 2026')) + p(t('Ordre du jour : le jardin'))
    expect((await blocks({ body, header: shape }))[0]).toEqual({
      type: 'paragraph',
      text: 'Compte-rendu de réunion n°1',
    })
    expect(await blocks({ body, header: p(t('Ville de Vaux – 3, rue du Pré')) })).toHaveLength(2)
    const titled = p(t('Compte rendu du 3 mars 2026')) + body
    expect(await blocks({ body: titled, header: shape })).toHaveLength(3)
  })
})

describe('the reader of Word paragraphs', () => {
  const text = async (inside: string) => (await blocks({ body: p(inside) }))[0]

  it('joins runs, keeps tabs and line ends, drops soft hyphens', async () => {
    expect(
      await text(`${t('Séan')}${t('ce\u00ad du')}<w:r><w:tab/><w:t>soir</w:t><w:br/><w:t>suite</w:t></w:r>`),
    ).toEqual({
      type: 'paragraph',
      text: 'Séance du\tsoir\nsuite',
    })
  })

  it('keeps insertions; drops deletions, hidden words, field codes and empty forms', async () => {
    const inside = [
      `<w:ins>${t('mis')}</w:ins>`,
      '<w:del><w:r><w:delText>ôté</w:delText></w:r></w:del>',
      '<w:r><w:rPr><w:vanish/></w:rPr><w:t>caché</w:t></w:r>',
      '<w:r><w:instrText>PAGE</w:instrText></w:r>',
      `<w:sdt><w:sdtPr><w:showingPlcHdr/></w:sdtPr><w:sdtContent>${t('Cliquer ici')}</w:sdtContent></w:sdt>`,
      `<w:sdt><w:sdtPr/><w:sdtContent>${t(' rempli')}</w:sdtContent></w:sdt>`,
    ]
    expect(await text(inside.join(''))).toMatchObject({ text: 'mis rempli' })
  })

  it('reads a text box once, and the address behind a link', async () => {
    const box = (words: string) => `<w:txbxContent>${p(t(words))}</w:txbxContent>`
    const drawing = `<w:r><mc:AlternateContent><mc:Choice><w:drawing><wps:txbx>${box('Encadré')}</wps:txbx></w:drawing></mc:Choice><mc:Fallback><w:pict><v:textbox>${box('Encadré')}</v:textbox></w:pict></mc:Fallback></mc:AlternateContent></w:r>`
    const read = await blocks({
      body: p(`<w:hyperlink r:id="l">${t('la salle')}</w:hyperlink>${drawing}`),
      links: { l: 'https://visio.exemple.test/s' },
    })
    expect(read.map((block) => ('text' in block ? block.text : ''))).toEqual([
      'la salle (https://visio.exemple.test/s)',
      'Encadré',
    ])
  })

  it('joins paragraphs whose mark was deleted', async () => {
    const read = await blocks({ body: p(t('Une '), '<w:rPr><w:del/></w:rPr>') + p(t('phrase')) })
    expect(read).toEqual([{ type: 'paragraph', text: 'Une phrase' }])
  })
})

describe('the reader of Word headings', () => {
  it('knows them by the name or the level of their style, not by its id', async () => {
    const styles =
      '<w:style w:type="paragraph" w:styleId="Titre2"><w:name w:val="heading 2"/></w:style>' +
      '<w:style w:type="paragraph" w:styleId="Perso"><w:name w:val="Grand titre"/><w:basedOn w:val="Base"/></w:style>' +
      '<w:style w:type="paragraph" w:styleId="Base"><w:name w:val="Base"/><w:pPr><w:outlineLvl w:val="0"/></w:pPr></w:style>' +
      '<w:style w:type="paragraph" w:styleId="TM1"><w:name w:val="toc 1"/></w:style>'
    const styled = (id: string, text: string) => p(t(text), `<w:pStyle w:val="${id}"/>`)
    const read = await blocks({
      body:
        styled('TM1', 'Table') +
        styled('Titre2', 'Deux') +
        styled('Perso', 'Un') +
        styled('Inconnu', 'Texte'),
      styles,
    })
    expect(read).toEqual([
      { type: 'heading', level: 2, text: 'Deux' },
      { type: 'heading', level: 1, text: 'Un' },
      { type: 'paragraph', text: 'Texte' },
    ])
  })
})

describe('the reader of Word list numbers', () => {
  const numbering =
    `<w:abstractNum w:abstractNumId="0">${level(0, 'decimal', '%1.')}${level(1, 'lowerLetter', '%1.%2)')}${level(2, 'bullet', '')}</w:abstractNum>` +
    `<w:abstractNum w:abstractNumId="1">${level(0, 'upperRoman', 'Point %1 :', 3)}</w:abstractNum>` +
    '<w:num w:numId="1"><w:abstractNumId w:val="0"/></w:num>' +
    '<w:num w:numId="2"><w:abstractNumId w:val="0"/></w:num>' +
    '<w:num w:numId="3"><w:abstractNumId w:val="0"/><w:lvlOverride w:ilvl="0"><w:startOverride w:val="1"/></w:lvlOverride></w:num>' +
    '<w:num w:numId="4"><w:abstractNumId w:val="1"/></w:num>'

  it('counts, restarts below, goes on through lists of one kind, starts again when told', async () => {
    const body = [
      list(1, 0, 'a'),
      list(1, 1, 'b'),
      list(1, 1, 'c'),
      list(1, 2, 'd'),
      list(2, 0, 'e'),
      list(2, 1, 'f'),
      list(3, 0, 'g'),
      list(3, 0, 'h'),
      list(4, 0, 'i'),
      list(4, 0, 'j'),
    ]
    const read = await blocks({ body: body.join(''), numbering })
    expect(read.map((block) => (block.type === 'listItem' ? block.marker : null))).toEqual([
      '1.',
      '1.a)',
      '1.b)',
      '•',
      '2.',
      '2.a)',
      '1.',
      '2.',
      'Point III :',
      'Point IV :',
    ])
  })
})

describe('the reader of Word tables', () => {
  it('sets merged cells on the grid, keeps the lines of a cell, and flattens a table in a cell', async () => {
    const inner = `<w:tbl><w:tr>${cell(p(t('x')))}${cell(p(t('y')))}</w:tr></w:tbl>`
    const rows = [
      `<w:tr>${cell(p(t('A')) + p(t('B')), '<w:vMerge w:val="restart"/>')}${cell(p(t('large')), '<w:gridSpan w:val="2"/>')}</w:tr>`,
      `<w:tr>${cell(p(''), '<w:vMerge/>')}${cell(inner + p(''))}${cell(p(t('z')))}</w:tr>`,
      `<w:tr><w:trPr><w:del/></w:trPr>${cell(p(t('ôté')))}</w:tr>`,
    ]
    expect(await blocks({ body: `<w:tbl>${rows.join('')}</w:tbl>` })).toEqual([
      { type: 'row', table: 0, cells: ['A\nB', 'large', ''] },
      { type: 'row', table: 0, cells: ['A\nB', 'x\ty', 'z'] },
    ])
  })

  it('reads a table of one cell as the text it frames', async () => {
    const read = await blocks({ body: `<w:tbl><w:tr>${cell(p(t('Cadre')) + p(t('Suite')))}</w:tr></w:tbl>` })
    expect(read).toEqual([
      { type: 'paragraph', text: 'Cadre' },
      { type: 'paragraph', text: 'Suite' },
    ])
  })

  it('finds the document where the package says it is', async () => {
    expect(await blocks({ body: p(t('Ici')), main: 'word/document2.xml' })).toEqual([
      { type: 'paragraph', text: 'Ici' },
    ])
  })
})
