import { AppError } from '../../../contract/errors.ts'
import { deleteRow } from '../../../db/rows.ts'
import { isKnown, isLeftAlone, withoutElision } from '../../../domain/text/spelling.ts'
import type { Handlers } from '../../context.ts'
import { knownWords } from './queries.ts'

const MOST_SUGGESTIONS = 5

export const handlers: Handlers<'spelling'> = {
  async 'spelling.words'({ tx }) {
    const words = await tx.selectFrom('dictionaryWord').selectAll().execute()
    return words.sort((a, b) => a.word.localeCompare(b.word, 'fr'))
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
