import { deflateSync } from 'node:zlib'
import { PDFDocument, type PDFFont, type PDFPage, StandardFonts } from '@cantoo/pdf-lib'
import { strToU8, zipSync } from 'fflate'
import { describe, expect, it } from 'vitest'
import { readFile } from '../../electron/imports/read-file.ts'

const read = (fileName: string, bytes: Uint8Array) => readFile({ fileName, bytes, today: '2026-01-10' })
const html = async (text: string) => (await read('page.html', strToU8(text))).blocks

const NAMESPACES = ['office', 'text', 'table', 'style', 'drawing:draw']
  .map((name) => name.split(':'))
  .map(([uri, prefix]) => `xmlns:${prefix ?? uri}="urn:oasis:names:tc:opendocument:xmlns:${uri}:1.0"`)
  .join(' ')

function openDocument(
  type: 'text' | 'spreadsheet',
  body: string,
  styles = '',
  parts: Record<string, string> = {},
) {
  const content = `<office:document-content ${NAMESPACES} xmlns:xlink="http://www.w3.org/1999/xlink"><office:automatic-styles>${styles}</office:automatic-styles><office:body><office:${type}>${body}</office:${type}></office:body></office:document-content>`
  return zipSync({
    mimetype: strToU8(`application/vnd.oasis.opendocument.${type}`),
    'content.xml': strToU8(content),
    'styles.xml': strToU8(`<office:document-styles ${NAMESPACES}/>`),
    ...Object.fromEntries(Object.entries(parts).map(([name, text]) => [name, strToU8(text)])),
  })
}

const item = (text: string, more = '') => `<text:list-item><text:p>${text}</text:p>${more}</text:list-item>`
const numbered = `<text:list-style style:name="L1"><text:list-level-style-number text:level="1" style:num-suffix="." style:num-format="1"/><text:list-level-style-number text:level="2" style:num-suffix=")" style:num-format="a" text:display-levels="1"/></text:list-style>`

describe('the reader of OpenDocument text', () => {
  const odt = async (body: string, styles = '') =>
    (await read('a.odt', openDocument('text', body, styles))).blocks

  it('numbers lists as they print, over an interruption and below', async () => {
    const body = `<text:list text:style-name="L1" xml:id="un">${item('Un', `<text:list>${item('Petit')}</text:list>`)}</text:list><text:p>Entre</text:p><text:list text:continue-list="un" text:style-name="L1">${item('Deux')}</text:list>`
    expect(await odt(body, numbered)).toEqual([
      { type: 'listItem', level: 0, marker: '1.', text: 'Un' },
      { type: 'listItem', level: 1, marker: 'a)', text: 'Petit' },
      { type: 'paragraph', text: 'Entre' },
      { type: 'listItem', level: 0, marker: '2.', text: 'Deux' },
    ])
  })

  it('keeps what is shown: links, spaces and accepted changes, without notes, contents and deletions', async () => {
    const body = `<text:tracked-changes><text:changed-region><text:deletion><text:p>Supprimé</text:p></text:deletion></text:changed-region></text:tracked-changes><text:table-of-content><text:index-body><text:p>Sommaire</text:p></text:index-body></text:table-of-content><text:h text:outline-level="2">Titre</text:h><text:p>Un<text:s text:c="2"/>mot<text:note><text:note-body><text:p>note</text:p></text:note-body></text:note>, <text:a xlink:href="https://visio.exemple.test/1">visio</text:a></text:p>`
    const file = await read('a.odt', openDocument('text', body))
    expect(file.blocks).toEqual([
      { type: 'heading', level: 2, text: 'Titre' },
      { type: 'paragraph', text: 'Un mot, visio (https://visio.exemple.test/1)' },
    ])
    expect(file.draft.warnings.map(({ code }) => code)).toContain('tracked-changes')
  })

  it('sets tables on their grid', async () => {
    const cell = (text: string, more = '') =>
      `<table:table-cell ${more}><text:p>${text}</text:p></table:table-cell>`
    const body = `<table:table><table:table-header-rows><table:table-row>${cell('Heure')}${cell('Sujet')}</table:table-row></table:table-header-rows><table:table-row>${cell('9h', 'table:number-rows-spanned="2"')}${cell('Un')}</table:table-row><table:table-row><table:covered-table-cell/>${cell('Deux')}</table:table-row></table:table>`
    expect(await odt(body)).toEqual([
      { type: 'row', table: 0, cells: ['Heure', 'Sujet'] },
      { type: 'row', table: 0, cells: ['9h', 'Un'] },
      { type: 'row', table: 0, cells: ['9h', 'Deux'] },
    ])
  })

  it('refuses one that a password closes', async () => {
    const manifest =
      '<manifest:manifest xmlns:manifest="urn:oasis:names:tc:opendocument:xmlns:manifest:1.0"><manifest:file-entry manifest:full-path="content.xml"><manifest:encryption-data/></manifest:file-entry></manifest:manifest>'
    const bytes = openDocument('text', '', '', { 'META-INF/manifest.xml': manifest })
    await expect(read('a.odt', bytes)).rejects.toMatchObject({ code: 'file-protected' })
  })

  it('passes over a document type that declares nothing, as old programs write it, and refuses any other', async () => {
    const typed = (declared: string) =>
      openDocument('text', '', '', {
        'META-INF/manifest.xml': `<!DOCTYPE manifest:manifest PUBLIC "-//OpenOffice.org//DTD Manifest 1.0//EN" "Manifest.dtd"><manifest:manifest xmlns:manifest="urn:oasis:names:tc:opendocument:xmlns:manifest:1.0"/>`,
        'content.xml': `<!DOCTYPE office:document-content ${declared}><office:document-content ${NAMESPACES}><office:body><office:text><text:p>Un</text:p></office:text></office:body></office:document-content>`,
      })
    const declared = 'PUBLIC "-//OpenOffice.org//DTD OfficeDocument 1.0//EN" "office.dtd"'
    expect((await read('a.odt', typed(declared))).blocks).toEqual([{ type: 'paragraph', text: 'Un' }])
    await expect(read('a.odt', typed(`${declared} [<!ENTITY a "b">]`))).rejects.toMatchObject({
      code: 'file-damaged',
    })
  })
})

describe('the reader of OpenDocument spreadsheets', () => {
  it('says dates and hours whatever the format, and leaves hidden sheets and rows aside', async () => {
    const shown = `<table:table-row><table:table-cell office:value-type="date" office:date-value="2026-02-05"><text:p>5 févr.</text:p></table:table-cell><table:table-cell office:value-type="time" office:time-value="PT14H30M00S"><text:p>2:30 PM</text:p></table:table-cell></table:table-row>`
    const hidden = `<table:table-row table:visibility="collapse"><table:table-cell><text:p>caché</text:p></table:table-cell></table:table-row>`
    const styles = `<style:style style:name="ta2" style:family="table"><style:table-properties table:display="false"/></style:style>`
    const body = `<table:table table:style-name="ta2"><table:table-row><table:table-cell><text:p>Feuille cachée</text:p></table:table-cell></table:table-row></table:table><table:table>${hidden}${shown}<table:table-row table:number-rows-repeated="1048574"><table:table-cell table:number-columns-repeated="16384"/></table:table-row></table:table>`
    expect((await read('a.ods', openDocument('spreadsheet', body, styles))).blocks).toEqual([
      { type: 'row', table: 0, cells: ['05/02/2026', '14:30'] },
    ])
  })
})

describe('the reader of web pages', () => {
  it('reads headings, lists within lists, tables with spans, and leaves out what is hidden', async () => {
    const page = `<title>non</title><script>alert(1)</script><h2>Titre</h2><ol start="3"><li>Trois<ul><li>puce</li></ul></li><li><p>Quatre</p></li></ol><p style="display:none">caché</p><table><tr><th>Heure<th>Sujet<tr><td rowspan=2>9h<td>Un<br>suite<tr><td>Deux</table>`
    expect(await html(page)).toEqual([
      { type: 'heading', level: 2, text: 'Titre' },
      { type: 'listItem', level: 0, marker: '3.', text: 'Trois' },
      { type: 'listItem', level: 1, marker: '•', text: 'puce' },
      { type: 'listItem', level: 0, marker: '4.', text: 'Quatre' },
      { type: 'row', table: 0, cells: ['Heure', 'Sujet'] },
      { type: 'row', table: 0, cells: ['9h', 'Un\nsuite'] },
      { type: 'row', table: 0, cells: ['9h', 'Deux'] },
    ])
  })

  it('finds the numbers that Word writes among the words of a list', async () => {
    const word = (level: number, marker: string, text: string) =>
      `<p class=MsoListParagraph style='mso-list:l0 level${level} lfo1'><![if !supportLists]><span style='mso-list:Ignore'>${marker}<span>&nbsp;&nbsp; </span></span><![endif]>${text}<o:p></o:p></p>`
    expect(await html(word(1, '1.', 'Un') + word(2, '·', 'Sous'))).toEqual([
      { type: 'listItem', level: 0, marker: '1.', text: 'Un' },
      { type: 'listItem', level: 1, marker: '•', text: 'Sous' },
    ])
    const signs = word(1, 'Ø', 'Une').replace('<span', '<span style="font-family:Wingdings"><span')
    expect(await html(word(1, 'V', 'Un') + signs.replace('<![endif]', '</span><![endif]'))).toEqual([
      { type: 'listItem', level: 0, marker: 'V', text: 'Un' },
      { type: 'listItem', level: 0, marker: '•', text: 'Une' },
    ])
  })

  it('reads through the tables that only set a page', async () => {
    expect(
      await html('<table><tr><td><table><tr><td>Bonjour</td></tr></table></td><td></td></tr></table>'),
    ).toEqual([{ type: 'paragraph', text: 'Bonjour' }])
  })

  it('refuses what is nested beyond all sense', async () => {
    const bytes = strToU8('<div>'.repeat(60_000))
    await expect(read('a.html', bytes)).rejects.toMatchObject({ code: 'file-damaged' })
  })
})

describe('the reader of mails', () => {
  it('takes the agenda from the document of a mail, and the date from its words', async () => {
    const document = openDocument(
      'text',
      `<text:list text:style-name="L1">${item('Budget')}${item('Calendrier')}</text:list>`,
      numbered,
    )
    const mail = [
      'From: Secretariat <secretariat@exemple.test>',
      'Subject: =?utf-8?Q?Comit=C3=A9_du_12_mars_2026?=',
      'MIME-Version: 1.0',
      'Content-Type: multipart/mixed; boundary=x',
      '',
      '--x',
      'Content-Type: text/plain; charset=utf-8',
      '',
      'Bonjour, vous trouverez l’ordre du jour ci-joint.',
      '--x',
      'Content-Type: application/vnd.oasis.opendocument.text; name=odj.odt',
      'Content-Disposition: attachment; filename=odj.odt',
      'Content-Transfer-Encoding: base64',
      '',
      Buffer.from(document).toString('base64'),
      '--x--',
    ].join('\r\n')
    const { draft, blocks, format } = await read('courriel.eml', strToU8(mail))
    expect(format).toBe('eml')
    expect(draft.items.map(({ title }) => title)).toEqual(['Budget', 'Calendrier'])
    expect(draft.meeting.date).toBe('2026-03-12')
    expect(blocks[draft.items[0]?.source.block ?? -1]).toMatchObject({ text: 'Budget' })
  })
})

describe('the reader of PDF', () => {
  async function pdf(draw: (page: PDFPage, font: PDFFont) => void, pages = 1): Promise<Uint8Array> {
    const document = await PDFDocument.create()
    const font = await document.embedFont(StandardFonts.Helvetica)
    for (let index = 0; index < pages; index += 1) draw(document.addPage([595, 842]), font)
    return document.save()
  }

  it('joins the lines that the margin cut, and drops the heads of pages', async () => {
    const bytes = await pdf((page, font) => {
      const text = (words: string, x: number, y: number, size = 11) =>
        page.drawText(words, { x, y, size, font })
      text('Secretariat du comite', 60, 810, 8)
      text('Ordre du jour', 60, 740, 18)
      text('1. Presentation du projet de refonte du portail des collectivites territoriales et', 60, 700)
      text('de son calendrier', 74, 686)
      text('2. Questions diverses', 60, 660)
      text('Page 1 / 2', 500, 30, 8)
    }, 2)
    const { blocks } = await read('a.pdf', bytes)
    expect(blocks.slice(0, 3)).toEqual([
      { type: 'heading', level: 1, text: 'Ordre du jour' },
      {
        type: 'listItem',
        level: 0,
        marker: '1.',
        text: 'Presentation du projet de refonte du portail des collectivites territoriales et de son calendrier',
      },
      { type: 'listItem', level: 0, marker: '2.', text: 'Questions diverses' },
    ])
  })

  it('finds the cells of a drawn table again, merged ones too', async () => {
    const bytes = await pdf((page, font) => {
      const line = (x0: number, y0: number, x1: number, y1: number) =>
        page.drawLine({ start: { x: x0, y: y0 }, end: { x: x1, y: y1 }, thickness: 0.5 })
      for (const y of [700, 680]) line(60, y, 500, y)
      line(160, 660, 500, 660)
      line(60, 620, 500, 620)
      for (const x of [60, 160, 500]) line(x, 620, x, 700)
      const text = (words: string, x: number, y: number) => page.drawText(words, { x, y, size: 10, font })
      text('Horaire', 65, 686)
      text('Sujet', 165, 686)
      text('9h00', 65, 666)
      text('Accueil des participants', 165, 666)
      text('Budget et programme', 165, 646)
    })
    const { blocks } = await read('a.pdf', bytes)
    expect(blocks).toEqual([
      { type: 'row', table: 0, cells: ['Horaire', 'Sujet'] },
      { type: 'row', table: 0, cells: ['9h00', 'Accueil des participants'] },
      { type: 'row', table: 0, cells: ['9h00', 'Budget et programme'] },
    ])
  })

  it.each([1, 2])('refuses a stream that unfolds to hundreds of megabytes, in %i layers', async (layers) => {
    const once = deflateSync(Buffer.alloc(300_000_000, '0 0 m\n'))
    const packed = layers === 1 ? once : deflateSync(Buffer.concat([once, Buffer.alloc(0)]))
    const filters = Array<string>(layers).fill('/FlateDecode').join(' ')
    const head = `%PDF-1.7\n1 0 obj<</Type/Catalog/Pages 2 0 R>>endobj 2 0 obj<</Type/Pages/Kids[3 0 R]/Count 1>>endobj 3 0 obj<</Type/Page/Parent 2 0 R/MediaBox[0 0 9 9]/Contents 4 0 R>>endobj 4 0 obj<</Length ${packed.length}/Filter[${filters}]>>\nstream\n`
    const bytes = Buffer.concat([
      Buffer.from(head),
      packed,
      Buffer.from('\nendstream endobj trailer<</Root 1 0 R>>'),
    ])
    await expect(read('a.pdf', new Uint8Array(bytes))).rejects.toMatchObject({ code: 'file-inflates' })
  })

  it('says that pictures of pages hold no text', async () => {
    const bytes = await pdf((page) => page.drawRectangle({ x: 0, y: 0, width: 500, height: 700 }))
    await expect(read('a.pdf', bytes)).rejects.toMatchObject({ code: 'file-scanned' })
  })
})

it('the refusal of rich text says what to do', async () => {
  await expect(read('a.rtf', strToU8('{\\rtf1 Bonjour}'))).rejects.toMatchObject({
    code: 'file-format-rich-text',
  })
})
