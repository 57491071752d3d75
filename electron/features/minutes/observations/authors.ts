import type { ReturnedFile } from '../../../contract/observations.ts'
import type { Reader } from '../../../db/driver.ts'
import { signsNothing } from '../../../domain/minutes/observation.ts'
import { findOrganisations } from '../../../domain/people/same-organisation.ts'
import { personFinder } from '../../../domain/people/same-person.ts'
import { shortName } from '../../../domain/people/short-name.ts'
import { directoryView } from '../../reads/directory.ts'

type Author = ReturnedFile['authors'][number]
type Known = Pick<Author, 'organisation' | 'organisationId' | 'isSure'>

const unknown: Known = { organisation: '', organisationId: null, isSure: false }

/**
 * How to know for whom authors speak; the directory is prepared once. Of one it is told the address of their mail, and the
 * organisation that their file itself says, which nothing else is surer than.
 */
export async function authorFinder(
  tx: Reader,
): Promise<(author: string, email?: string, said?: string) => Promise<Known>> {
  const directory = await directoryView(tx)
  const find = personFinder(directory)
  const findBody = findOrganisations(directory)
  const organisationOf = (id: string | null) => directory.organisations.find((one) => one.id === id)
  return async (author, email = '', said = '') => {
    if (said !== '') {
      const [known] = findBody(said).organisations
      return { organisation: said, organisationId: known?.id ?? null, isSure: true }
    }
    const isUnsigned = signsNothing(author)
    if (isUnsigned && email === '') return unknown
    const before = isUnsigned
      ? undefined
      : await tx
          .selectFrom('observation')
          .select(['organisation', 'organisationId'])
          .where('author', '=', author)
          .where('organisation', '!=', '')
          .orderBy('id', 'desc')
          .limit(1)
          .executeTakeFirst()
    if (before !== undefined) return { ...before, isSure: true }
    const name = isUnsigned ? '' : author
    const found = find({ name, email })
    const person =
      found === null || found.others.length > 0
        ? undefined
        : directory.persons.find(({ id }) => id === found.personId)
    // Word signs for the machine of an office as well: "AMF", "Secrétariat DGX".
    const organisation =
      organisationOf(person?.organisationId ?? null) ?? (isUnsigned ? null : findBody(name).organisations[0])
    if (organisation === null || organisation === undefined) return unknown
    const isSure = person === undefined || found?.certainty === 'sure' || found?.certainty === 'likely'
    return {
      organisation: shortName(organisation),
      organisationId: organisation.id,
      isSure,
    }
  }
}

/** Each author once, in the order of what they say. */
export async function authorsOf(
  tx: Reader,
  drafts: readonly { author: string; organisation: string }[],
  emailOf: Readonly<Record<string, string>> = {},
): Promise<Author[]> {
  const said = new Map<string, { count: number; organisation: string }>()
  for (const { author, organisation } of drafts)
    said.set(author, { count: (said.get(author)?.count ?? 0) + 1, organisation })
  const find = await authorFinder(tx)
  return Promise.all(
    [...said].map(async ([author, { count, organisation }]) => ({
      author,
      count,
      ...(await find(author, emailOf[author], organisation)),
    })),
  )
}
