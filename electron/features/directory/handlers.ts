import { WrittenPlace } from '../../contract/directory.ts'
import { AppError } from '../../contract/errors.ts'
import { MOST_READ_BYTES } from '../../domain/limits.ts'
import { duplicatePairs } from '../../domain/people/same-person.ts'
import type { Handlers } from '../context.ts'
import { directoryView, distinctPairs } from '../reads/directory.ts'
import { writtenBefore } from './former-spellings.ts'
import { mandateWrites } from './mandates.ts'
import { reorder } from './order.ts'
import { organisationWrites } from './organisations.ts'
import { personWrites } from './persons.ts'
import { takeDraft } from './take-draft.ts'

const tables = { colleges: 'college', organisations: 'organisation', persons: 'person' } as const

export const handlers: Handlers<'directory'> = {
  'directory.list': ({ tx }) => directoryView(tx),
  async 'directory.duplicates'({ tx }) {
    const distinct = await distinctPairs(tx)
    const pairs = duplicatePairs(await directoryView(tx))
    return pairs.filter(({ a, b }) => !distinct.has(`${a} ${b}`) && !distinct.has(`${b} ${a}`))
  },
  async 'directory.formerSpellings'({ tx }, { id }) {
    const written = await writtenBefore(tx, id)
    return {
      names: [...new Set(written.map(({ name }) => name))],
      places: WrittenPlace.options.flatMap((place) => {
        const many = written.filter((one) => one.place === place).length
        return many === 0 ? [] : [{ place, many }]
      }),
    }
  },
  ...organisationWrites,
  ...personWrites,
  ...mandateWrites,
  async 'directory.reorder'({ tx }, { list, ids }) {
    await reorder(tx, tables[list], ids)
    return directoryView(tx)
  },
  async 'directory.takeDraft'(context, { rows }) {
    await takeDraft(context, rows)
    return directoryView(context.tx)
  },
  async 'directory.readFile'(context, { fileName, bytes }) {
    if (bytes.length === 0) throw new AppError('file-empty')
    if (bytes.length > MOST_READ_BYTES)
      throw new AppError('file-too-large', { limit: { of: 'fileBytes', most: MOST_READ_BYTES } })
    const directory = await context.read(({ tx }) => directoryView(tx))
    return context.runJob('readDirectory', { fileName, bytes, directory })
  },
}
