import type { ListedLetterhead } from '../../contract/document-style.ts'
import type { Reader } from '../../db/driver.ts'
import { type DocumentLook, DocumentStyle, OptionalSection } from '../../domain/documents/document-style.ts'
import { type Letterhead, type Logo, letterheadOn } from '../../domain/documents/letterhead.ts'

export async function getStyle(tx: Reader): Promise<DocumentStyle> {
  const { id: _, ...row } = await tx.selectFrom('documentStyle').selectAll().executeTakeFirstOrThrow()
  const hidden: unknown = JSON.parse(row.hiddenSections)
  return DocumentStyle.parse({
    ...row,
    // A section that a later version knew and this one does not is simply printed.
    hiddenSections: Array.isArray(hidden)
      ? hidden.filter((name) => OptionalSection.safeParse(name).success)
      : [],
    embedsData: row.embedsData === 1,
  })
}

/** Oldest first; the one without a date comes before all. */
export async function letterheads(tx: Reader): Promise<Letterhead[]> {
  return tx.selectFrom('letterhead').selectAll().orderBy('validFrom', 'asc').execute()
}

/** The issuer's first, then the partners', each in their order. */
export async function logosOf(tx: Reader, letterheadId: string): Promise<Logo[]> {
  return tx
    .selectFrom('logo')
    .selectAll()
    .where('letterheadId', '=', letterheadId)
    .orderBy('role', 'asc')
    .orderBy('position', 'asc')
    .execute()
}

/** Every letterhead with its logos, oldest first. */
export async function listedLetterheads(tx: Reader): Promise<ListedLetterhead[]> {
  const listed: ListedLetterhead[] = []
  for (const letterhead of await letterheads(tx))
    listed.push({ ...letterhead, logos: await logosOf(tx, letterhead.id) })
  return listed
}

/** How documents dated on a day look. */
export async function lookOn(tx: Reader, date: string): Promise<DocumentLook> {
  const [all, sentences, style] = await Promise.all([
    letterheads(tx),
    tx.selectFrom('standardSentence').select(['sentenceKey', 'text']).execute(),
    getStyle(tx),
  ])
  const letterhead = letterheadOn(all, date)
  return {
    letterhead,
    logos: letterhead === null ? [] : await logosOf(tx, letterhead.id),
    style,
    sentences: Object.fromEntries(sentences.map(({ sentenceKey, text }) => [sentenceKey, text])),
  }
}
