import type { Reader } from '../../../db/driver.ts'
import { plainWord, wordsOf } from '../../../domain/text/spelling.ts'

/** Names and acronyms of the directory, the body's own, those of other days, and the words that people added. */
export async function knownWords(tx: Reader): Promise<Set<string>> {
  const added = await tx.selectFrom('dictionaryWord').select('word').execute()
  const persons = await tx.selectFrom('person').select(['familyName', 'givenName']).execute()
  const organisations = await tx.selectFrom('organisation').select(['name', 'acronym']).execute()
  const former = await tx.selectFrom('organisationName').select(['name', 'acronym']).execute()
  const body = await tx.selectFrom('body').select(['name', 'acronym']).execute()
  const known = new Set(added.map(({ word }) => plainWord(word)))
  for (const row of [...persons, ...organisations, ...former, ...body])
    for (const name of Object.values(row)) for (const word of wordsOf(name)) known.add(word)
  return known
}
