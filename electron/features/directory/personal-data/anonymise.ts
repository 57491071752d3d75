// Takes a person out of the directory and their name out of everything that is not approved, kept or sent, the journal
// and the pages of the file included. Only a backup made before brings it back.
import type { EveryText } from '../../../db/search/every-text.ts'
import { withEdits } from '../../../domain/people/person-words.ts'
import type { Erasure } from '../../../domain/people/personal-data.ts'
import type { LongContext } from '../../context.ts'
import { giveUpChecks } from '../../documents/index.ts'
import { recordErasure, saveBeside, wipe } from './erasures.ts'
import { type Found, findPerson } from './find.ts'
import { identityOf } from './identity.ts'
import { imagePlanOf, planOf, type Sought } from './plan.ts'

type Wanted = { personId: string; version: number; alsoFamilyName: boolean }

/** Looks that are taken until nothing is left: somebody may write while the first one goes on. */
const MOST_LOOKS = 3

export async function anonymise(
  context: LongContext,
  { personId, version, alsoFamilyName }: Wanted,
): Promise<Erasure> {
  const { sought } = await identityOf(context, personId, version)
  const tell = (done: number, total: number) =>
    context.emit({ topic: 'progress', method: 'personalData.anonymise', done, total })
  // Changes since the last backup are in this one: nothing else could bring a wrong person back.
  await saveBeside(context)
  const done: Erasure = { removed: 0, rewritten: 0, kept: 0, journalEntries: 0 }
  for (let look = 0; look < MOST_LOOKS; look += 1) {
    const found = await findPerson(context, sought, alsoFamilyName, tell)
    if (look > 0 && isDone(found)) break
    const step = await context.eraseTexts('person', (texts) =>
      texts.transaction(() => eraseFound(texts, found, sought, alsoFamilyName)),
    )
    done.removed += step.removed
    done.rewritten += step.rewritten
    done.kept = step.kept
    done.journalEntries += step.journalEntries
  }
  await recordErasure(context, 'person', done)
  await wipe(context, 'person')
  await giveUpChecks(context)
  // A backup without the name, so that the newest one is not the one that still has it.
  await saveBeside(context)
  return done
}

/** Rows are read again here: since they were found, somebody may have written. */
function eraseFound(texts: EveryText, found: Found, sought: Sought, alsoMaybe: boolean): Erasure {
  const done: Erasure = { removed: 0, rewritten: 0, kept: 0, journalEntries: 0 }
  for (const { table, row: seen } of found.rows) {
    const row = texts.row(table, seen.rowid)
    const plan = row === null ? null : planOf(table, row, sought, alsoMaybe)
    if (plan === null) continue
    if (plan.fate === 'removed') texts.remove(table, seen.rowid)
    else texts.write(table, seen.rowid, plan.values)
    done[plan.fate === 'removed' ? 'removed' : plan.fate === 'kept' ? 'kept' : 'rewritten'] += 1
  }
  const byName = new Map(texts.tables.map((table) => [table.name, table]))
  const gone: { ord: number; entry: number }[] = []
  const entries = new Set<number>()
  for (const { ord } of found.images) {
    const image = texts.image(ord)
    const plan = image === null ? null : imagePlanOf(byName.get(image.table), image, sought, alsoMaybe)
    if (image === null || plan === null) continue
    entries.add(image.entry)
    if (plan === 'removed') gone.push(image)
    else texts.writeImage(ord, plan.before, plan.after)
  }
  texts.removeImages(gone)
  done.journalEntries = entries.size
  eraseSearch(texts, found, sought, alsoMaybe)
  return done
}

/** Texts that a row copied from another (the title of an item under its section) are not followed by its triggers. */
function eraseSearch(texts: EveryText, { searchRows }: Found, { words }: Sought, alsoMaybe: boolean): void {
  for (const { rowid } of searchRows) {
    const text = texts.searchText(rowid)
    if (text === null || text.isApproved) continue
    const title = withoutPerson(text.title, words, alsoMaybe)
    const body = withoutPerson(text.body, words, alsoMaybe)
    if (title !== text.title || body !== text.body) texts.writeSearch(rowid, title, body)
  }
}

function withoutPerson(text: string, words: Sought['words'], alsoMaybe: boolean): string {
  return withEdits(text, words.editsOf(text, alsoMaybe))
}

function isDone({ rows, images }: Found): boolean {
  return images.length === 0 && rows.every(({ plan }) => plan.fate === 'kept')
}
