// Files of our own as somebody gives them back: printed, rewritten inside, read again.
import { strFromU8, strToU8, unzipSync, zipSync } from 'fflate'
import { renderFlowing } from '../../electron/documents/flowing.ts'
import type { DocumentModel } from '../../electron/documents/model.ts'
import { renderPdf } from '../../electron/documents/pdf/render.ts'
import { carriedIn } from '../../electron/documents/read-back.ts'
import type { Draft, DraftItem } from '../../electron/domain/agenda/draft.ts'
import { readFile } from '../../electron/imports/read-file.ts'

export const formats = ['docx', 'odt', 'html', 'pdf'] as const
type Format = (typeof formats)[number]

export async function printed(model: DocumentModel, format: Format): Promise<Uint8Array> {
  return format === 'pdf' ? (await renderPdf(model)).bytes : renderFlowing(model, format)
}

export async function readAs(bytes: Uint8Array, format: Format): Promise<Draft> {
  const { draft } = await readFile({ fileName: `export.${format}`, bytes, today: '2026-11-12' }, carriedIn)
  return draft
}

type Row = [
  number,
  string | null,
  string,
  string | null,
  number | null,
  string | null,
  string | null,
  string | null,
]
export const rowsOf = (items: readonly DraftItem[], depth = 1): Row[] =>
  items.flatMap((one) => [
    [
      depth,
      one.number,
      one.title,
      one.fixedStart,
      one.durationMinutes,
      one.presenter,
      one.organisation,
      one.requester,
    ],
    ...rowsOf(one.children, depth + 1),
  ])

/** The parts of a package rewritten, as somebody would in an office program. */
export function edited(bytes: Uint8Array, part: string, change: (xml: string) => string): Uint8Array {
  const parts = unzipSync(bytes)
  const before = strFromU8(parts[part] ?? new Uint8Array())
  const after = change(before)
  if (after === before) throw new Error(`nothing was edited in ${part}`)
  return zipSync({ ...parts, [part]: strToU8(after) })
}
export const PAGES = 'word/document.xml'
export const DATA = 'customXml/item1.xml'
export const codes = ({ warnings }: Draft) => warnings.map(({ code }) => code)
export const said = ({ warnings }: Draft) => warnings.map(({ message }) => message).join(' ')
