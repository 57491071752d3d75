import { PDFDocument, StandardFonts } from '@cantoo/pdf-lib'
import { describe, expect, it } from 'vitest'
import { readFile } from '../../electron/imports/read-file.ts'
import { readDocx } from '../../electron/imports/readers/docx.ts'
import { readHtmlText } from '../../electron/imports/readers/html.ts'
import { withStrongTitles } from '../../electron/imports/understanding/strong-titles.ts'
import { markdown, titles } from './said.ts'

// Titles that are only bold, with the structure of real files and invented names.

const HEAD = '# Compte rendu du 12 mai 2026\n\nPrésents : Odile Vasseur, Basile Oriol\n\n'
const page = (...parts: string[]) => markdown(`${HEAD}${parts.join('\n\n')}\n`)

describe('bold lines over their text', () => {
  it('are the titles of minutes', async () => {
    const draft = await page(
      '**Le four**\nIl chauffe.',
      '**La roue** :\n\n- Elle tourne\n- Elle grince',
      '<strong>Le bief</strong>\n\nÀ curer.',
    )
    expect(titles(draft)).toEqual(['Le four', 'La roue', 'Le bief'])
    expect(draft.kind).toBe('minutes')
  })

  it('are none where headings part the text', async () => {
    const parts = ['Le four', 'La roue', 'Le bief'].map(
      (title) => `## ${title}\n\n**Échanges**\n\nC’est dit.\n\n**Suites**\n\nÀ voir.`,
    )
    expect(titles(await page(...parts))).toEqual(['Le four', 'La roue', 'Le bief'])
  })

  it('are none below numbers that run through the text', async () => {
    const draft = await page(
      '1. Le four\n\n**Bois**\n\nIl en reste.',
      '2. La roue\n\n**Axe**\n\nIl grince.',
      '3. Le bief\n\n**Vase**\n\nÀ curer.',
    )
    expect(titles(draft)).toEqual(['Le four', 'La roue', 'Le bief'])
  })

  it('are none where they say a decision, a day or somebody', () => {
    const strong = (text: string) => ({ type: 'paragraph' as const, text, isStrong: true as const })
    const plain = { type: 'paragraph' as const, text: 'C’est dit.' }
    const blocks = [
      strong('Odile Vasseur'),
      plain,
      strong('12 mai 2026, Vaux'),
      plain,
      strong('Décision : curer le bief'),
      plain,
      strong('Le budget est adopté à l’unanimité'),
      plain,
    ]
    expect(withStrongTitles(blocks)).toEqual(blocks)
  })
})

describe('what is bold', () => {
  it('is so by a run, a style of the paragraph, or not, in Word', () => {
    const styles =
      '<w:styles xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"><w:style w:type="paragraph" w:styleId="Gras"><w:name w:val="Gras"/><w:rPr><w:b/></w:rPr></w:style></w:styles>'
    const run = (text: string, properties = '') =>
      `<w:r>${properties === '' ? '' : `<w:rPr>${properties}</w:rPr>`}<w:t xml:space="preserve">${text}</w:t></w:r>`
    const paragraph = (inside: string, style = '') =>
      `<w:p>${style === '' ? '' : `<w:pPr><w:pStyle w:val="${style}"/></w:pPr>`}${inside}</w:p>`
    const parts = new Map([
      [
        'word/document.xml',
        `<w:document xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"><w:body>${[
          paragraph(run('Le ', '<w:b/>') + run('four', '<w:b w:val="1"/>')),
          paragraph(run('La roue'), 'Gras'),
          paragraph(run('Le bief', '<w:b w:val="0"/>'), 'Gras'),
          paragraph(run('Les sacs : ', '<w:b/>') + run('il en manque')),
        ].join('')}</w:body></w:document>`,
      ],
      [
        'word/_rels/document.xml.rels',
        '<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="r1" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/styles" Target="styles.xml"/></Relationships>',
      ],
      ['word/styles.xml', styles],
    ])
    const archive = {
      names: [...parts.keys()],
      read: (name: string) => {
        const part = parts.get(name)
        return part === undefined ? null : new TextEncoder().encode(part)
      },
    }
    expect(readDocx(archive, 'word/document.xml').blocks).toEqual([
      { type: 'paragraph', text: 'Le four', isStrong: true },
      { type: 'paragraph', text: 'La roue', isStrong: true },
      { type: 'paragraph', text: 'Le bief' },
      { type: 'paragraph', text: 'Les sacs : il en manque' },
    ])
  })

  it('is so by an element or a style in a page', () => {
    const html =
      '<p><b>Le four</b></p><p style="font-weight:bold">La roue</p><p><b>Le bief</b> est envasé</p><p><strong style="font-weight:normal">Les sacs</strong></p>'
    expect(readHtmlText(html).blocks).toEqual([
      { type: 'paragraph', text: 'Le four', isStrong: true },
      { type: 'paragraph', text: 'La roue', isStrong: true },
      { type: 'paragraph', text: 'Le bief est envasé' },
      { type: 'paragraph', text: 'Les sacs' },
    ])
  })

  it('is so by the name of its font in a PDF, and ends a paragraph', async () => {
    const document = await PDFDocument.create()
    const bold = await document.embedFont(StandardFonts.HelveticaBold)
    const plain = await document.embedFont(StandardFonts.Helvetica)
    const page = document.addPage()
    const lines = [
      ['Le four du moulin de Vaux et ce qui lui manque depuis la crue de cet hiver là', bold],
      ['Il chauffe.', plain],
      ['La roue', bold],
      ['Elle tourne, et elle grince.', plain],
    ] as const
    for (const [at, [line, font]] of lines.entries())
      page.drawText(line, { x: 70, y: 700 - at * 14, size: 11, font })
    const { blocks } = await readFile({
      fileName: 'a.pdf',
      bytes: await document.save(),
      today: '2026-06-01',
    })
    expect(blocks.map((block) => block.type === 'paragraph' && block.isStrong === true)).toEqual([
      true,
      false,
      true,
      false,
    ])
  })
})
