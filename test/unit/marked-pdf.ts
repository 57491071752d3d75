// A PDF of plain lines, written by hand so that each letter stands where it is known to (Courier, 6 points wide), with the
// marks that readers set on it (ISO 32000-2, 12.5.6), as Acrobat writes them.

export type Mark = {
  type: 'Text' | 'Highlight' | 'StrikeOut' | 'Caret' | 'Underline' | 'Ink'
  /** The words that it covers, or stands right behind (Caret, Text). */
  on: string
  words?: string
  author?: string
  date?: string
  /** Rank of the mark that it belongs to, or answers. */
  to?: { mark: number; how: 'Group' | 'R' }
  state?: string
}

const WIDTH = 6
const STEP = 14
const COLUMNS = 84
const LINES = 52
const [LEFT, TOP] = [50, 790]

const latin: Readonly<Record<string, number>> = {
  '’': 0x92,
  '–': 0x96,
  '—': 0x97,
  '…': 0x85,
  œ: 0x9c,
  '€': 0x80,
  '•': 0x95,
}
const encoded = (text: string) =>
  [...text.replace(/[\s\u202f]/gu, ' ').replace(/\u2011/gu, '-')]
    .map((sign) => {
      const code = latin[sign] ?? sign.charCodeAt(0)
      return code > 255 ? '?' : /[()\\]/.test(sign) ? `\\${sign}` : String.fromCharCode(code)
    })
    .join('')
const unicode = (text: string) =>
  `<${Buffer.from(`\ufeff${text}`, 'utf16le').swap16().toString('hex').toUpperCase()}>`

type Line = { page: number; y: number; text: string }

function linesOf(paragraphs: readonly string[]): Line[] {
  const lines: Line[] = []
  let row = 0
  const add = (text: string) => {
    lines.push({ page: Math.floor(row / LINES), y: TOP - (row % LINES) * STEP, text })
    row += 1
  }
  for (const paragraph of paragraphs) {
    let line = ''
    for (const word of paragraph.split(/\s+/u)) {
      if (line !== '' && line.length + word.length + 1 > COLUMNS) {
        add(line)
        line = ''
      }
      line += line === '' ? word : ` ${word}`
    }
    add(line)
    row += 1
  }
  return lines
}

export function markedPdf(paragraphs: readonly string[], marks: readonly Mark[]): Uint8Array {
  const lines = linesOf(paragraphs)
  const count = (lines.at(-1)?.page ?? 0) + 1
  const pageId = (page: number) => 4 + page * 2
  const markId = (rank: number) => 4 + count * 2 + rank
  const placed = marks.map((mark) => {
    const line = lines.find(({ text }) => text.includes(mark.on))
    if (line === undefined) throw new Error(`no line says ${mark.on}`)
    const from = LEFT + line.text.indexOf(mark.on) * WIDTH
    return { mark, page: line.page, from, to: from + mark.on.length * WIDTH, y: line.y }
  })
  const objects = new Map<number, string>([
    [1, '<< /Type /Catalog /Pages 2 0 R >>'],
    [
      2,
      `<< /Type /Pages /Count ${count} /Kids [${Array.from({ length: count }, (_, page) => `${pageId(page)} 0 R`).join(' ')}] >>`,
    ],
    [3, '<< /Type /Font /Subtype /Type1 /BaseFont /Courier /Encoding /WinAnsiEncoding >>'],
  ])
  for (let page = 0; page < count; page += 1) {
    const own = lines.filter((line) => line.page === page)
    const drawn = own
      .map(({ y, text }) => `BT /F 10 Tf 1 0 0 1 ${LEFT} ${y} Tm (${encoded(text)}) Tj ET`)
      .join('\n')
    const annotations = placed.flatMap((one, rank) => (one.page === page ? [`${markId(rank)} 0 R`] : []))
    objects.set(
      pageId(page),
      `<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] /Resources << /Font << /F 3 0 R >> >> /Contents ${pageId(page) + 1} 0 R /Annots [${annotations.join(' ')}] >>`,
    )
    objects.set(pageId(page) + 1, `<< /Length ${drawn.length} >>\nstream\n${drawn}\nendstream`)
  }
  placed.forEach(({ mark, from, to, y }, rank) => {
    const isPoint = mark.type === 'Caret' || mark.type === 'Text'
    const [left, right, bottom, top] = isPoint ? [to - 2, to + 2, y - 2, y + 8] : [from, to, y - 2, y + 8]
    const quads = `/QuadPoints [${left} ${top} ${right} ${top} ${left} ${bottom} ${right} ${bottom}]`
    objects.set(
      markId(rank),
      [
        `<< /Type /Annot /Subtype /${mark.type} /Rect [${left} ${bottom} ${right} ${top}]`,
        isPoint || mark.type === 'Ink' ? '' : quads,
        mark.words === undefined ? '' : `/Contents ${unicode(mark.words)}`,
        `/T ${unicode(mark.author ?? 'Ève Martin')} /M (${mark.date ?? "D:20261120101500+01'00'"})`,
        mark.to === undefined ? '' : `/IRT ${markId(mark.to.mark)} 0 R /RT /${mark.to.how}`,
        mark.state === undefined ? '' : `/State (${mark.state}) /StateModel (Review)`,
        mark.type === 'Ink' ? `/InkList [[${left} ${bottom} ${right} ${top}]]` : '',
        '>>',
      ].join(' '),
    )
  })
  let file = '%PDF-1.7\n'
  const offsets: number[] = []
  for (const [id, body] of [...objects].sort((a, b) => a[0] - b[0])) {
    offsets[id] = file.length
    file += `${id} 0 obj\n${body}\nendobj\n`
  }
  const size = objects.size + 1
  const table = Array.from(
    { length: size - 1 },
    (_, index) => `${String(offsets[index + 1] ?? 0).padStart(10, '0')} 00000 n \n`,
  )
  const whole = `${file}xref\n0 ${size}\n0000000000 65535 f \n${table.join('')}trailer\n<< /Size ${size} /Root 1 0 R >>\nstartxref\n${file.length}\n%%EOF\n`
  return new Uint8Array(Buffer.from(whole, 'latin1'))
}
