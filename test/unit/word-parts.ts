// A Word file of a few paragraphs, as the parts of its XML that a test is about.
import { strToU8, zipSync } from 'fflate'
import type { WordReview } from '../../electron/domain/minutes/word-review.ts'
import { readReview } from '../../electron/imports/word-review/read-review.ts'

const OFFICE = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships'
export const namespaces = [
  'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"',
  'xmlns:mc="http://schemas.openxmlformats.org/markup-compatibility/2006"',
  'xmlns:m="http://schemas.openxmlformats.org/officeDocument/2006/math"',
  'xmlns:w15="http://schemas.microsoft.com/office/word/2012/wordml"',
  'xmlns:w14="http://schemas.microsoft.com/office/word/2010/wordml"',
  'xmlns:w16du="http://schemas.microsoft.com/office/word/2023/wordml/word16du"',
  'xmlns:w16cid="http://schemas.microsoft.com/office/word/2016/wordml/cid"',
  'xmlns:w16cex="http://schemas.microsoft.com/office/word/2018/wordml/cex"',
].join(' ')
export const part = (name: string, inner: string) => `<w:${name} ${namespaces}>${inner}</w:${name}>`

const strict = (xml: string) =>
  xml.replace(
    'http://schemas.openxmlformats.org/wordprocessingml/2006/main',
    'http://purl.oclc.org/ooxml/wordprocessingml/main',
  )

type Others = {
  isGoogle?: boolean
  /** As Word writes Strict Open XML (ISO 29500-1, annex A): the namespaces and relationships of purl.oclc.org. */
  isStrict?: boolean
  parts?: Readonly<Record<string, string>>
  kinds?: Readonly<Record<string, string>>
}

export function read(
  body: string,
  { isGoogle = false, isStrict = false, parts = {}, kinds = {} }: Others = {},
): WordReview {
  const office = isStrict ? 'http://purl.oclc.org/ooxml/officeDocument/relationships' : OFFICE
  const relation = (id: string, type: string, target: string) =>
    `<Relationship Id="${id}" Type="${office}/${type}" Target="${target}"/>`
  const relations = (inner: string) =>
    `<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">${inner}</Relationships>`
  const files = {
    '[Content_Types].xml':
      '<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"><Default Extension="xml" ContentType="application/xml"/></Types>',
    '_rels/.rels': relations(
      relation('d', 'officeDocument', 'word/document.xml') +
        (isGoogle
          ? ''
          : relation('a', isStrict ? 'extendedProperties' : 'extended-properties', 'docProps/app.xml')),
    ),
    ...(isGoogle ? {} : { 'docProps/app.xml': '<Properties/>' }),
    'word/_rels/document.xml.rels': relations(
      Object.keys(parts)
        .map((name) => relation(name, kinds[name] ?? name, `${name}.xml`))
        .join(''),
    ),
    'word/document.xml': isStrict
      ? strict(part('document', `<w:body>${body}</w:body>`))
      : part('document', `<w:body>${body}</w:body>`),
    ...Object.fromEntries(Object.entries(parts).map(([name, xml]) => [`word/${name}.xml`, xml])),
  }
  const bytes = zipSync(Object.fromEntries(Object.entries(files).map(([name, xml]) => [name, strToU8(xml)])))
  return readReview({ fileName: 'retour.docx', bytes })
}

export const by = (author: string) => `w:id="1" w:author="${author}" w:date="2026-11-20T10:00:00Z"`
export const r = (words: string, properties = '') =>
  `<w:r>${properties === '' ? '' : `<w:rPr>${properties}</w:rPr>`}<w:t xml:space="preserve">${words}</w:t></w:r>`
export const ins = (words: string, author = 'Ève') => `<w:ins ${by(author)}>${r(words)}</w:ins>`
export const del = (words: string, author = 'Ève') =>
  `<w:del ${by(author)}><w:r><w:delText xml:space="preserve">${words}</w:delText></w:r></w:del>`
export const p = (inner: string, mark = '') =>
  `<w:p>${mark === '' ? '' : `<w:pPr><w:rPr>${mark}</w:rPr></w:pPr>`}${inner}</w:p>`
export const insMark = (author = 'Ève') => `<w:ins ${by(author)}/>`
export const delMark = (author = 'Ève') => `<w:del ${by(author)}/>`
export const tc = (inner: string, properties = '') =>
  `<w:tc>${properties === '' ? '' : `<w:tcPr>${properties}</w:tcPr>`}${inner}</w:tc>`
export const tr = (inner: string, properties = '') =>
  `<w:tr>${properties === '' ? '' : `<w:trPr>${properties}</w:trPr>`}${inner}</w:tr>`
