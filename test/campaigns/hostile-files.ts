import { constants, crc32, deflateRawSync, deflateSync } from 'node:zlib'
import { zipSync } from 'fflate'
import { corpusFiles } from '../fixtures/corpus/files.ts'
import { badFiles, inflatingDocx } from '../fixtures/imports/bad-files.ts'
import { archive } from '../fixtures/imports/source/archive.ts'
import { rawZip } from '../fixtures/imports/source/raw-zip.ts'

/** `refused`: by this code; `bounded`: read, as far as the bounds of a reader go. */
export type Hostile = { name: string; end: string; make: () => Uint8Array }

const MEGABYTE = 1024 * 1024
const text = (words: string) => new Uint8Array(Buffer.from(words, 'utf8'))
const sound = (name: string) => {
  const bytes = corpusFiles(name)[0]?.bytes
  if (bytes === undefined) throw new Error(`no ${name}`)
  return bytes
}
const W = 'http://schemas.openxmlformats.org/wordprocessingml/2006/main'
const TYPES =
  '<?xml version="1.0"?><Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"><Default Extension="xml" ContentType="application/xml"/></Types>'
const RELS = (target: string) =>
  `<?xml version="1.0"?><Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="rId1" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/officeDocument" Target="${target}"/></Relationships>`
const office = (target: string, parts: Record<string, string>) =>
  archive({ '[Content_Types].xml': TYPES, '_rels/.rels': RELS(target), ...parts })
const docx = (body: string, before = '') =>
  office('word/document.xml', {
    'word/document.xml': `<?xml version="1.0"?>${before}<w:document xmlns:w="${W}"><w:body>${body}</w:body></w:document>`,
  })
const odt = (body: string, before = '') =>
  archive({
    mimetype: 'application/vnd.oasis.opendocument.text',
    'content.xml': `<?xml version="1.0"?>${before}<office:document-content xmlns:office="urn:oasis:names:tc:opendocument:xmlns:office:1.0" xmlns:text="urn:oasis:names:tc:opendocument:xmlns:text:1.0"><office:body><office:text>${body}</office:text></office:body></office:document-content>`,
  })
const SHEET = 'http://schemas.openxmlformats.org/spreadsheetml/2006/main'
const xlsx = (sheet: string, before = '') =>
  office('xl/workbook.xml', {
    'xl/workbook.xml': `<?xml version="1.0"?><workbook xmlns="${SHEET}" xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships"><sheets><sheet name="A" sheetId="1" r:id="rId1"/></sheets></workbook>`,
    'xl/_rels/workbook.xml.rels':
      '<?xml version="1.0"?><Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="rId1" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/worksheet" Target="worksheets/sheet1.xml"/></Relationships>',
    'xl/worksheets/sheet1.xml': `<?xml version="1.0"?>${before}<worksheet xmlns="${SHEET}"><sheetData>${sheet}</sheetData></worksheet>`,
  })

const laughs = (root: string) =>
  `<!DOCTYPE ${root} [<!ENTITY e0 "ha">${Array.from({ length: 12 }, (_, n) => `<!ENTITY e${n + 1} "${`&e${n};`.repeat(10)}">`).join('')}]>`
const outside = (root: string) => `<!DOCTYPE ${root} [<!ENTITY x SYSTEM "file:///x.txt">]>`
const paragraph = (words: string) => `<w:p><w:r><w:t>${words}</w:t></w:r></w:p>`

/** Ten gigabytes of spaces in one part whose directory says two kilobytes. */
function tenGigabytes(): Uint8Array {
  const block = Buffer.alloc(16 * MEGABYTE, ' ')
  const packed = deflateRawSync(block, { finishFlush: constants.Z_SYNC_FLUSH, level: 9 })
  const data = Buffer.concat(Array.from({ length: 640 }, () => packed))
  const parts = { '[Content_Types].xml': TYPES, '_rels/.rels': RELS('word/document.xml') }
  return rawZip([
    ...Object.entries(parts).map(([path, words]) => {
      const own = text(words)
      return { path, method: 0 as const, data: own, crc: crc32(own), size: own.length }
    }),
    { path: 'word/document.xml', method: 8, data, crc: 0, size: 2000 },
  ])
}

/** An archive that holds itself, twice over, under the name of the main part. */
function holdsItself(): Uint8Array {
  const once = docx(paragraph('Ordre du jour'))
  const twice = zipSync({
    '[Content_Types].xml': text(TYPES),
    '_rels/.rels': text(RELS('word/document.xml')),
    'word/document.xml': once,
  })
  return zipSync({
    '[Content_Types].xml': text(TYPES),
    '_rels/.rels': text(RELS('word/document.xml')),
    'word/document.xml': twice,
  })
}

const pdf = (objects: readonly (string | Buffer)[], root: string) => {
  const pieces: Buffer[] = [Buffer.from('%PDF-1.7\n')]
  objects.forEach((object, at) => {
    pieces.push(Buffer.from(`${at + 1} 0 obj\n`), Buffer.from(object), Buffer.from('\nendobj\n'))
  })
  pieces.push(Buffer.from(`trailer\n<< /Root ${root} /Size ${objects.length + 1} >>\n%%EOF\n`))
  return new Uint8Array(Buffer.concat(pieces))
}

/** A page whose words unfold to 400 MB, in several streams of less than a bound each. */
function foldedPdf(): Uint8Array {
  const packed = deflateSync(Buffer.alloc(45 * MEGABYTE, ' '))
  const stream = Buffer.concat([
    Buffer.from(`<< /Length ${packed.length} /Filter /FlateDecode >>\nstream\n`),
    packed,
    Buffer.from('\nendstream'),
  ])
  const streams = Array.from({ length: 9 }, () => stream)
  return pdf(
    [
      '<< /Type /Catalog /Pages 2 0 R >>',
      '<< /Type /Pages /Kids [3 0 R] /Count 1 >>',
      `<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] /Contents [${streams.map((_, at) => `${at + 4} 0 R`).join(' ')}] >>`,
      ...streams,
    ],
    '1 0 R',
  )
}

function manyPages(count: number): Uint8Array {
  const words = 'BT /F1 12 Tf 40 800 Td (Ordre du jour de la commission des echanges) Tj ET'
  return pdf(
    [
      '<< /Type /Catalog /Pages 2 0 R >>',
      `<< /Type /Pages /Count ${count} /Kids [${Array.from({ length: count }, (_, at) => `${at + 5} 0 R`).join(' ')}] >>`,
      '<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica >>',
      `<< /Length ${words.length} >>\nstream\n${words}\nendstream`,
      ...Array.from(
        { length: count },
        () =>
          '<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] /Resources << /Font << /F1 3 0 R >> >> /Contents 4 0 R >>',
      ),
    ],
    '1 0 R',
  )
}

function mailsInMails(depth: number): Uint8Array {
  let inner = 'Subject: fond\r\nContent-Type: text/plain\r\n\r\nOrdre du jour\r\n1. Budget\r\n'
  for (let at = 0; at < depth; at += 1)
    inner = `Subject: niveau ${at}\r\nMIME-Version: 1.0\r\nContent-Type: multipart/mixed; boundary="b${at}"\r\n\r\n--b${at}\r\nContent-Type: message/rfc822\r\n\r\n${inner}\r\n--b${at}--\r\n`
  return text(inner)
}

/** @param far an address that counts who comes: nobody may. */
export const hostileFiles = (far: string): Hostile[] => [
  { name: 'dix-gigaoctets.docx', end: 'file-inflates', make: tenGigabytes },
  { name: 'deux-gigaoctets.docx', end: 'file-inflates', make: () => inflatingDocx('lying') },
  { name: 'se-contient.docx', end: 'file-damaged', make: holdsItself },
  {
    name: 'imbriquee.docx',
    end: 'file-damaged',
    make: () => badFiles['archive-imbriquee.docx']?.make() ?? text(''),
  },
  {
    name: 'dix-mille-parties.docx',
    end: 'file-inflates',
    make: () =>
      rawZip(
        Array.from({ length: 10_001 }, (_, at) => ({
          path: `word/media/${at}`,
          method: 0,
          data: text(''),
          crc: 0,
          size: 0,
        })),
      ),
  },
  { name: 'trop-compresse.docx', end: 'file-inflates', make: () => docx(' '.repeat(20 * MEGABYTE)) },
  { name: 'rires.docx', end: 'file-damaged', make: () => docx(paragraph('&e12;'), laughs('w:document')) },
  { name: 'rires.odt', end: 'file-damaged', make: () => odt('<text:p>&e12;</text:p>', laughs('x')) },
  {
    name: 'rires.xlsx',
    end: 'file-damaged',
    make: () => xlsx('<row><c t="str"><v>&e12;</v></c></row>', laughs('x')),
  },
  {
    name: 'rires.html',
    end: 'bounded',
    make: () => text(`${laughs('html')}<h1>Ordre du jour</h1><p>1. &e12;</p>`),
  },
  { name: 'dehors.docx', end: 'file-damaged', make: () => docx(paragraph('&x;'), outside('w:document')) },
  { name: 'dehors.odt', end: 'file-damaged', make: () => odt('<text:p>&x;</text:p>', outside('x')) },
  {
    name: 'macros.docx',
    end: 'bounded',
    make: () =>
      office('word/document.xml', {
        'word/document.xml': `<w:document xmlns:w="${W}"><w:body>${paragraph('Ordre du jour')}${paragraph('1. Budget')}</w:body></w:document>`,
        'word/vbaProject.bin': 'Attribute VB_Name = "AutoOpen"',
      }),
  },
  {
    name: 'image-au-loin.html',
    end: 'bounded',
    make: () =>
      text(
        `<link rel="stylesheet" href="${far}/a.css"><script src="${far}/b.js"></script><h1>Ordre du jour</h1><p>1. Budget <img src="${far}/c.png"></p><iframe src="${far}"></iframe>`,
      ),
  },
  {
    name: 'image-au-loin.eml',
    end: 'bounded',
    make: () =>
      text(
        `Subject: Ordre du jour\r\nContent-Type: text/html\r\n\r\n<p>Ordre du jour</p><p>1. Budget</p><img src="${far}/d.png">`,
      ),
  },
  {
    name: 'chemin-montant.docx',
    end: 'file-damaged',
    make: () => badFiles['chemin-montant.docx']?.make() ?? text(''),
  },
  {
    name: 'million.csv',
    end: 'bounded',
    make: () => text(`N°;Sujet;Durée\n${'1;Point de la liste;10 min\n'.repeat(1_000_000)}`),
  },
  {
    name: 'million.xlsx',
    end: 'file-inflates',
    make: () => xlsx('<row><c t="str"><v>Point de la liste</v></c></row>'.repeat(1_000_000)),
  },
  { name: 'trop-gros.pdf', end: 'file-too-large', make: () => new Uint8Array(51 * MEGABYTE).fill(0x25) },
  { name: 'plie.pdf', end: 'file-inflates', make: foldedPdf },
  { name: 'cent-mille-pages.pdf', end: 'bounded', make: () => manyPages(100_000) },
  {
    name: 'profond.html',
    end: 'file-damaged',
    make: () => text(`<h1>Ordre du jour</h1>${'<div>'.repeat(100_000)}1. Budget`),
  },
  {
    name: 'tables-dans-tables.docx',
    end: 'file-damaged',
    make: () =>
      docx(`${'<w:tbl><w:tr><w:tc>'.repeat(5000)}${paragraph('1')}${'</w:tc></w:tr></w:tbl>'.repeat(5000)}`),
  },
  { name: 'courriels.eml', end: 'bounded', make: () => mailsInMails(2000) },
  {
    name: 'coupe.pdf',
    end: 'file-damaged',
    make: () => sound('commission-donnees-locales.pdf').slice(0, 900),
  },
]
