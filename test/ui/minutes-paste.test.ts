// @vitest-environment jsdom
// Paste: from clipboard html, Word's above all, to the stored rich text; nothing that runs or styles survives.
import * as fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { toastStore } from '../../renderer/api/toasts.ts'
import { cleanPastedHtml } from '../../renderer/features/minutes/paste-html.ts'
import { pastedHtml } from '../../renderer/features/minutes/picture-intake.ts'
import { growth } from '../growth.ts'

const wordStart = `<html xmlns:v="urn:schemas-microsoft-com:vml" xmlns:o="urn:schemas-microsoft-com:office:office"
xmlns="http://www.w3.org/TR/REC-html40"><head><meta http-equiv=Content-Type content="text/html; charset=utf-8">
<meta name=Generator content="Microsoft Word 15"><link rel=File-List href="file:///C:/Temp/clip_filelist.xml">
<!--[if gte mso 9]><xml><w:WordDocument><w:View>Normal</w:View></w:WordDocument></xml><![endif]-->
<style><!-- p.MsoNormal {margin:0cm; font-family:"Calibri",sans-serif;} @page WordSection1 {size:21.0cm 842.0pt;} --></style>
</head><body lang=FR style='tab-interval:35.4pt'><!--StartFragment-->`
const wordEnd = '<!--EndFragment--></body></html>'

function item(level: number, mark: string, text: string): string {
  return `<p class=MsoListParagraphCxSpMiddle style='margin-left:36.0pt;text-indent:-18.0pt;
mso-list:l0 level${level} lfo1'><![if !supportLists]><span style='font-family:Symbol;mso-list:Ignore'>${mark}<span
style='font:7.0pt "Times New Roman"'>&nbsp;&nbsp;&nbsp; </span></span><![endif]>${text}<o:p></o:p></p>
`
}

function clean(body: string): string {
  return cleanPastedHtml(wordStart + body + wordEnd)
}

describe('the paste from Word', () => {
  it('keeps paragraphs, bold and italic, and drops styles, classes, languages and Word’s own elements', () => {
    expect(
      clean(
        `<p class=MsoNormal style='text-align:justify'><b style='mso-bidi-font-weight:normal'><span lang=FR
style='font-size:12.0pt'>La DGX</span></b><span style='color:red'> rappelle <i>l’objet</i>&nbsp;: ok.</span><o:p>&nbsp;</o:p></p>`,
      ),
    ).toBe('<p><strong>La DGX</strong> rappelle <em>l’objet</em>&nbsp;: ok.</p>')
  })

  it('turns list paragraphs into nested lists, numbered or not', () => {
    const html = clean(
      `<p>Avant</p>${item(1, '·', 'Un')}${item(2, 'o', 'Un un')}${item(2, 'o', 'Un deux')}${item(1, '·', 'Deux')}<p>Après</p>${item(1, '1.', 'Premier')}${item(1, '2.', 'Second')}`,
    )
    expect(html.replaceAll('\n', '')).toBe(
      '<p>Avant</p><ul><li><p>Un</p><ul><li><p>Un un</p></li><li><p>Un deux</p></li></ul></li><li><p>Deux</p></li></ul>' +
        '<p>Après</p><ol><li><p>Premier</p></li><li><p>Second</p></li></ol>',
    )
  })

  it('keeps numbered headings as headings, with their number, and begins a list of its own after them', () => {
    const heading = (mark: string, words: string) =>
      `<h1 style='margin-left:18.0pt;mso-list:l2 level1 lfo3'><![if !supportLists]><span style='mso-list:Ignore'>${mark}<span
style='font:7.0pt "Times New Roman"'>&nbsp;&nbsp; </span></span><![endif]>${words}<o:p></o:p></h1>`
    const other = item(1, '3)', 'Étape').replace('lfo1', 'lfo2')
    const html = clean(
      `${heading('1.', 'Contexte')}<p>Texte.</p>${heading('2.', 'Calendrier')}${other}${other.replace('3)', '4)')}${item(1, '1.', 'Autre liste')}`,
    )
    expect(html.replaceAll('\n', '')).toBe(
      '<p><strong>1. Contexte</strong></p><p>Texte.</p><p><strong>2. Calendrier</strong></p>' +
        '<ol start="3"><li><p>Étape</p></li><li><p>Étape</p></li></ol><ol><li><p>Autre liste</p></li></ol>',
    )
  })

  it('counts a list from its own place in a number of several, and keeps no bullet of a heading', () => {
    expect(clean(item(2, '2.1.', 'A') + item(2, '2.2.', 'B')).replaceAll('\n', '')).toBe(
      '<ol><li><p>A</p></li><li><p>B</p></li></ol>',
    )
    expect(clean(item(2, '2.3.', 'C')).trim()).toBe('<ol start="3"><li><p>C</p></li></ol>')
    const heading = (mark: string) =>
      clean(item(1, mark, 'Contexte').replace(/^<p/, '<h1').replace('</p>', '</h1>'))
    for (const mark of ['Ø', '·', 'o', '§'])
      expect(heading(mark).trim()).toBe('<p><strong>Contexte</strong></p>')
    for (const mark of ['1', '1.2', 'II.', 'a)', 'Article 3'])
      expect(heading(mark).trim()).toBe(`<p><strong>${mark} Contexte</strong></p>`)
  })

  it('counts by one letter without a sign behind it, which only a font of signs makes a bullet', () => {
    const marked = (mark: string, font: string) =>
      item(1, mark, 'T').replace('font-family:Symbol;', `font-family:${font};`)
    const heading = (mark: string, font: string) =>
      clean(marked(mark, font).replace(/^<p/, '<h1').replace('</p>', '</h1>')).trim()
    for (const mark of ['I', 'II', 'V', 'X', 'A', 'B', 'c'])
      expect(heading(mark, '"Calibri",sans-serif')).toBe(`<p><strong>${mark} T</strong></p>`)
    for (const font of ['Wingdings', '&quot;Wingdings 2&quot;', '"Segoe UI Symbol"'])
      expect(heading('q', font)).toBe('<p><strong>T</strong></p>')
    const list = ['I', 'II', 'III', 'IV', 'V'].map((mark) => marked(mark, 'Calibri'))
    expect(clean(list.join('')).replaceAll('\n', '')).toBe(`<ol>${'<li><p>T</p></li>'.repeat(5)}</ol>`)
    const around = item(1, 'Ø', 'T')
      .replace('font-family:Symbol;', '')
      .replace('<span', '<b style="font-family:Wingdings"><span')
      .replace('<![endif]>', '</b><![endif]>')
    expect(clean(around).trim()).toBe('<ul><li><p>T</p></li></ul>')
  })

  it('keeps words struck through by hand, and tells which they are', () => {
    const html =
      '<p>Le <s>premier</s> <span style="text-decoration:line-through">et seul</span> <del>parti</del> texte</p>'
    expect(pastedHtml(html)).toBe('<p>Le premier et seul  texte</p>')
    expect(toastStore.get().current?.message).toMatch(/^Mots barrés.*«\s?premier\s?», «\s?et seul\s?»\. /u)
    pastedHtml('<p><s>un</s> <s>deux</s> <s>trois</s> <s>quatre</s></p>')
    expect(toastStore.get().current?.message).toMatch(/«\s?trois\s?» et 1\s?autre\. /u)
  })

  it('keeps tables with their merged cells', () => {
    expect(
      clean(
        `<table class=MsoTableGrid border=1 style='border-collapse:collapse'><tr><td width=200 colspan=2 valign=top
style='width:150pt'><p class=MsoNormal>Texte</p></td></tr><tr><td><p>a</p></td><td><p>b</p></td></tr></table>`,
      ).replaceAll('\n', ''),
    ).toBe(
      '<table><tbody><tr><td colspan="2"><p>Texte</p></td></tr><tr><td><p>a</p></td><td><p>b</p></td></tr></tbody></table>',
    )
  })

  it('drops pictures that are elsewhere and keeps the text of tracked insertions only', () => {
    expect(
      clean(
        '<p>Avant <img src="file:///C:/Temp/clip.png" onerror="x()"><ins>ajout</ins><del>retrait</del></p>',
      ),
    ).toBe('<p>Avant ajout</p>')
  })
})

describe('the paste from elsewhere', () => {
  it('keeps web addresses and mail addresses, and no other', () => {
    expect(
      cleanPastedHtml(
        '<p><a href="https://exemple.fr/?a=1&amp;b=2" onclick="x()">un</a> <a href="java&#115;cript:x()">deux</a> <a href="mailto:a@exemple.fr">trois</a> <a href="file:///etc/x">quatre</a></p>',
      ),
    ).toBe(
      '<p><a href="https://exemple.fr/?a=1&amp;b=2">un</a> deux <a href="mailto:a@exemple.fr">trois</a> quatre</p>',
    )
  })

  it('reads bold and italic from styles, and headings as bold paragraphs', () => {
    expect(
      cleanPastedHtml(
        '<b style="font-weight:normal"><h2>Titre</h2><p><span style="font-weight:700">gras</span> <span style="font-style: italic">italique</span></p></b>',
      ),
    ).toBe('<p><strong>Titre</strong></p><p><strong>gras</strong> <em>italique</em></p>')
  })

  it('cuts a table longer than may be stored', () => {
    const rows = '<tr><td>x</td></tr>'.repeat(1200)
    const html = cleanPastedHtml(`<table>${rows}</table>`)
    expect(html.match(/<table>/g)).toHaveLength(3)
    expect(html.match(/<tr>/g)).toHaveLength(1200)
  })

  it('keeps a picture by the name it arrives by, never by an address, and never one that another page names', () => {
    const take = (address: string) => (address === 'data:image/png;base64,AA==' ? 'un' : null)
    expect(
      cleanPastedHtml(
        '<p>a<img alt="x" onerror="y()" src="data:image/png;base64,AA=="></p><p><span><img src="data:image/png;base64,AA=="></span></p><img data-arriving="deux" src="https://exemple.fr/a.png">',
        take,
      ),
    ).toBe('<p>a<img data-arriving="un"></p><img data-arriving="un">')
  })

  it('keeps what the editor itself copied', () => {
    const own = '<p data-pm-slice="1 1 [&quot;bulletList&quot;,null]">un</p>'
    expect(cleanPastedHtml(own)).toBe(own)
  })
})

describe('what could run', () => {
  it.each([
    '<script>alert(1)</script><p>a</p>',
    '<p onclick="alert(1)" style="background:url(javascript:x)">a</p>',
    '<svg onload=alert(1)><p>b</p></svg><p>a</p>',
    '<iframe srcdoc="<script>1</script>"></iframe><p>a</p>',
    '<p>a<img src=x onerror=alert(1)></p>',
    '<style>p{}</style><p>a</p>',
    '<p>a</p><!--[if IE]><script>x</script><![endif]-->',
    '<p/onmouseover=x>a</p>',
  ])('%s', (html) => {
    expect(cleanPastedHtml(html)).toBe('<p>a</p>')
  })

  it('leaves no script, handler, style or unknown element, however the html is broken', () => {
    const piece = fc.constantFrom(
      '<script>',
      '</script>',
      '<p ',
      'onclick="x"',
      " style='color:red'",
      '>',
      '<',
      '<!--',
      '-->',
      '<![if !x]>',
      '"',
      "'",
      '<a href="javascript:x">',
      '</a>',
      '<td>',
      '<table>',
      '</table>',
      '<svg/onload=x>',
      'texte',
      '&lt;script&gt;',
      '<img src=x onerror=x>',
      '&#60;',
      '<b',
      '</',
      '<li>',
      '<ul>',
    )
    fc.assert(
      fc.property(fc.array(piece, { maxLength: 25 }), (pieces) => {
        const parsed = new DOMParser().parseFromString(cleanPastedHtml(pieces.join('')), 'text/html')
        for (const element of parsed.body.querySelectorAll('*')) {
          expect(element.localName).toMatch(/^(p|br|strong|em|ul|ol|li|blockquote|a|table|tbody|tr|td|th)$/)
          for (const attribute of element.attributes) {
            expect(attribute.name).toMatch(/^(href|colspan|rowspan|start|data-pm-slice)$/)
          }
          expect(element.getAttribute('href') ?? 'https:').toMatch(/^(https?|mailto):/)
        }
      }),
      { numRuns: 500 },
    )
  })

  it.each(['<p class=x>un <b>deux</b></p>', '<', '<a ', '<script>', '<!--'])(
    'reads %s again and again in a time that grows with it',
    async (piece) => {
      expect(
        await growth((count) => cleanPastedHtml(piece.repeat(count)), { size: 5_000, times: 8 }),
      ).toBeLessThan(4)
    },
  )
})

describe('a paste that nobody typed', () => {
  it('is taken with thirty thousand elements that are never closed', () => {
    const html = cleanPastedHtml(`<p>${'<b>mot '.repeat(30_000)}`)
    expect(html.match(/mot/g)).toHaveLength(30_000)
  })

  it.each([
    ['elements that are never closed', (count: number) => '<b>mot '.repeat(count)],
    ['one attribute without an end', (count: number) => `<p ${'a'.repeat(count * 10)}>`],
    ['quotes that are never closed', (count: number) => '<a "'.repeat(count)],
    ['signs that open nothing', (count: number) => '<'.repeat(count * 4)],
  ])('takes time that grows with it: %s', async (_, html) => {
    expect(await growth((count) => cleanPastedHtml(html(count)), { size: 2_000, times: 8 })).toBeLessThan(4)
  })
})
