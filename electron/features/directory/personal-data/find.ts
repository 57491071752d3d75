import type { TextRow, TextTable } from '../../../db/search/every-text.ts'
import type { LongContext } from '../../context.ts'
import { imagePlanOf, planOf, type RowPlan, type Sought } from './plan.ts'

export type Found = {
  rows: { table: TextTable; row: TextRow; plan: RowPlan }[]
  /** `isSure`: not by a family name alone. */
  images: { ord: number; entry: number; isSure: boolean }[]
  searchRows: { rowid: number; isSure: boolean }[]
}

/** @param alsoMaybe whether a family name alone is taken for the person. */
export async function findPerson(
  context: Pick<LongContext, 'readTexts'>,
  sought: Sought,
  alsoMaybe: boolean,
  onProgress: (done: number, total: number) => void = () => undefined,
): Promise<Found> {
  const found: Found = { rows: [], images: [], searchRows: [] }
  const tables = await context.readTexts((texts) => texts.tables)
  const total = tables.length + 2
  for (const [index, table] of tables.entries()) {
    onProgress(index, total)
    await inSteps((after) =>
      context.readTexts((texts) =>
        texts.step(table, after, (row) => {
          const plan = planOf(table, row, sought, alsoMaybe)
          if (plan !== null) found.rows.push({ table, row, plan })
        }),
      ),
    )
  }
  const byName = new Map(tables.map((table) => [table.name, table]))
  onProgress(tables.length, total)
  await inSteps((after) =>
    context.readTexts((texts) =>
      texts.stepImages(after, (image) => {
        const { ord, entry } = image
        const names = (maybe: boolean) => imagePlanOf(byName.get(image.table), image, sought, maybe) !== null
        if (names(alsoMaybe)) found.images.push({ ord, entry, isSure: !alsoMaybe || names(false) })
      }),
    ),
  )
  onProgress(tables.length + 1, total)
  await inSteps((after) =>
    context.readTexts((texts) =>
      texts.stepSearch(after, ({ rowid, title, body }) => {
        const namings = [title, body].map((text) => sought.words.namedIn(text))
        const isSure = namings.includes('sure')
        if (isSure || (alsoMaybe && namings.includes('maybe'))) found.searchRows.push({ rowid, isSure })
      }),
    ),
  )
  return found
}

/** Other calls get their turn between two steps. */
async function inSteps(step: (after: number) => Promise<number | null>): Promise<void> {
  let after: number | null = Number.MIN_SAFE_INTEGER
  while (after !== null) after = await step(after)
}
