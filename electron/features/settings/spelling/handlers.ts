import { AppError } from '../../../contract/errors.ts'
import type { Reader } from '../../../db/driver.ts'
import { deleteRow } from '../../../db/rows.ts'
import { alphabetical } from '../../../domain/text/alphabetical.ts'
import { isKnown, isLeftAlone, plainWord, withoutElision, wordsOf } from '../../../domain/text/spelling.ts'
import type { Handlers } from '../../context.ts'

const MOST_SUGGESTIONS = 5

export const handlers: Handlers<'spelling'> = {
  async 'spelling.words'({ tx }) {
    const words = await tx.selectFrom('dictionaryWord').selectAll().execute()
    return words.sort((a, b) => alphabetical(a.word, b.word))
  },
  'spelling.state': async ({ desk }) => ({ isOn: desk.checksSpelling }),
  async 'spelling.add'({ tx }, { id, word }) {
    const bare = withoutElision(word).replaceAll("'", '’')
    if (!/^[\p{L}\p{N}][^\s]*$/u.test(bare)) throw new AppError('invalid-input', { field: 'word' })
    const there = await tx
      .selectFrom('dictionaryWord')
      .selectAll()
      .where('word', '=', bare)
      .executeTakeFirst()
    if (there !== undefined) return there
    const row = { id, version: 1, word: bare }
    await tx.insertInto('dictionaryWord').values(row).execute()
    return row
  },
  async 'spelling.remove'({ tx }, target) {
    await deleteRow(tx, 'dictionaryWord', target)
    return {}
  },
  async 'spelling.check'({ desk, read, runJob }, { words }) {
    if (!desk.checksSpelling) return { misspelt: [] }
    const asked = words.filter((word) => !isLeftAlone(word))
    if (asked.length === 0) return { misspelt: [] }
    const known = await read(({ tx }) => knownWords(tx))
    const unknown = asked.filter((word) => !isKnown(word, known))
    if (unknown.length === 0) return { misspelt: [] }
    const { misspelt } = await runJob('spelling', { check: unknown })
    return { misspelt }
  },
  async 'spelling.suggest'({ runJob }, { word }) {
    const input = { check: [], suggest: { word, most: MOST_SUGGESTIONS } }
    const { suggestions } = await runJob('spelling', input)
    return { suggestions }
  },
  async 'spelling.switch'({ setDesk }, { isOn }) {
    const { checksSpelling } = await setDesk({ checksSpelling: isOn })
    return { isOn: checksSpelling }
  },
}

/** Names and acronyms of the directory, the body's own, those of other days, and the words that people added. */
async function knownWords(tx: Reader): Promise<Set<string>> {
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
