// Finish: what the Word library leaves to chance is made to follow from the data (dates, identifiers, order), and the
// document model is put inside as a custom XML part.
import { strFromU8, strToU8, unzipSync, zipSync } from 'fflate'
import type { DocumentHead } from '../head.ts'

/** Namespace of the part that carries the model; its number is the version of resources/schemas. */
export const MODEL_NAMESPACE = 'urn:seances-inp:document-model:1'

const REL = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships'
const XML = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n'
/** The oldest date an archive can say: entries bear no moment of their own. */
const NO_DATE = new Date(1980, 0, 1)

/** The same document with everything in it derived from the data. */
export function finishWord(bytes: Uint8Array, head: DocumentHead, data: unknown): Uint8Array {
  const parts = new Map(Object.entries(unzipSync(bytes)).map(([name, part]) => [name, strFromU8(part)]))
  const edit = (name: string, change: (text: string) => string) => {
    const text = parts.get(name)
    if (text === undefined) throw new Error(`the Word library made no ${name}`)
    parts.set(name, change(text))
  }
  edit('docProps/core.xml', (text) => withMoment(text, head))
  edit('word/document.xml', renumbered)
  for (const [name, text] of parts) {
    if (!name.endsWith('.rels')) continue
    const owner = name.replace('_rels/', '').replace(/\.rels$/, '')
    // Only relationships made at random have such names: links, in the order of the text.
    const random = [...text.matchAll(/Id="(rId[\w-]{15,})"/g)].map(([, id]) => id ?? '')
    const inOrder = [...new Set(random)].sort(
      (a, b) => (parts.get(owner) ?? '').indexOf(a) - (parts.get(owner) ?? '').indexOf(b),
    )
    for (const [rank, id] of inOrder.entries())
      for (const part of [name, owner])
        if (parts.has(part)) edit(part, (old) => old.replaceAll(id, `rIdLien${rank + 1}`))
  }
  if (data !== null) embed(edit, parts, data)
  const entries = [...parts].sort(([a], [b]) => rankOf(a) - rankOf(b) || (a < b ? -1 : 1))
  return zipSync(
    Object.fromEntries(entries.map(([name, text]) => [name, [strToU8(text), { mtime: NO_DATE }]])),
  )
}

/** The list of contents comes first, as every office program writes it. */
const rankOf = (name: string) => (name === '[Content_Types].xml' ? 0 : name === '_rels/.rels' ? 1 : 2)

function withMoment(core: string, { metadata }: DocumentHead): string {
  const { year, month, day, hour, minute } = metadata.date
  const two = (value: number) => String(value).padStart(2, '0')
  const moment = `${year}-${two(month)}-${two(day)}T${two(hour)}:${two(minute)}:00Z`
  return core.replace(/(<dcterms:(?:created|modified)[^>]*>)[^<]*/g, `$1${moment}`)
}

/** Bookmarks from 1 in the order of the text: the library counts on from one document to the next. */
function renumbered(xml: string): string {
  const ranks = new Map<string, number>()
  return xml.replace(/(<w:bookmark(?:Start|End)\b[^>]*?w:id=")(\d+)"/g, (_, start: string, id: string) => {
    const rank = ranks.get(id) ?? ranks.size + 1
    ranks.set(id, rank)
    return `${start}${rank}"`
  })
}

function embed(
  edit: (name: string, change: (text: string) => string) => void,
  parts: Map<string, string>,
  data: unknown,
): void {
  parts.set(
    'customXml/item1.xml',
    `${XML}<document xmlns="${MODEL_NAMESPACE}">${escaped(JSON.stringify(data))}</document>`,
  )
  parts.set(
    'customXml/itemProps1.xml',
    `${XML}<ds:datastoreItem ds:itemID="{5B6B0C53-2E0F-4C53-9E8B-0A5A66D20261}" xmlns:ds="http://schemas.openxmlformats.org/officeDocument/2006/customXml"><ds:schemaRefs><ds:schemaRef ds:uri="${MODEL_NAMESPACE}"/></ds:schemaRefs></ds:datastoreItem>`,
  )
  parts.set(
    'customXml/_rels/item1.xml.rels',
    `${XML}<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="rId1" Type="${REL}/customXmlProps" Target="itemProps1.xml"/></Relationships>`,
  )
  edit('word/_rels/document.xml.rels', (text) =>
    text.replace(
      '</Relationships>',
      `<Relationship Id="rIdModele" Type="${REL}/customXml" Target="../customXml/item1.xml"/></Relationships>`,
    ),
  )
  edit('[Content_Types].xml', (text) =>
    text.replace(
      '</Types>',
      '<Override PartName="/customXml/itemProps1.xml" ContentType="application/vnd.openxmlformats-officedocument.customXmlProperties+xml"/></Types>',
    ),
  )
}

/** Text for XML 1.0; JSON escapes control characters itself, except those above U+007F, which XML allows. */
function escaped(text: string): string {
  return text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;')
}
