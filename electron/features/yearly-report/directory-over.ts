import type { Reader } from '../../db/driver.ts'
import type { CivilDate } from '../../domain/ids.ts'
import { fullName } from '../../domain/people/full-name.ts'
import { type Naming, namingsOn, printedOrganisations } from '../../domain/people/printed-organisation.ts'
import { foldOnce } from '../../domain/text/fold.ts'
import type { Period } from '../../domain/watch/period.ts'

type Find = (printed: string, day: CivilDate) => string | null

export type DirectoryOver = {
  organisation: Find
  college: Find
  /** An organisation, else a person: what is written of a project today is read with the names of the period's last day. */
  owner: (words: string) => string | null
  /** In protocol order. */
  colleges: { id: string; name: string }[]
  organisations: { id: string }[]
  namings: Map<string, Naming>
}

export async function directoryOver(tx: Reader, { to }: Period): Promise<DirectoryOver> {
  const [organisations, organisationNames, colleges, formerColleges, persons] = await Promise.all([
    tx.selectFrom('organisation').select(['id', 'name', 'acronym']).orderBy('protocolOrder').execute(),
    tx.selectFrom('organisationName').select(['organisationId', 'name', 'acronym', 'until']).execute(),
    tx.selectFrom('college').select(['id', 'name']).orderBy('protocolOrder').execute(),
    tx.selectFrom('collegeName').select(['collegeId', 'name', 'until']).execute(),
    personsByName(tx),
  ])
  const [asColleges, collegeNames] = [
    colleges.map((one) => ({ ...one, acronym: '' })),
    formerColleges.map(({ collegeId, ...one }) => ({ ...one, organisationId: collegeId, acronym: '' })),
  ]
  const organisation = printedOrganisations(organisations, organisationNames)
  return {
    organisation,
    college: printedOrganisations(asColleges, collegeNames),
    owner: (words) => organisation(words, to) ?? persons.find(words),
    colleges,
    organisations,
    namings: new Map([
      ...namingsOn(organisations, organisationNames, to),
      ...namingsOn(asColleges, collegeNames, to),
      ...persons.namings,
    ]),
  }
}

/** Persons by their names, the other way round and those of before too; a name of two persons is nobody's. */
async function personsByName(
  tx: Reader,
): Promise<{ find: (words: string) => string | null; namings: Map<string, Naming> }> {
  const fold = foldOnce()
  const bearers = new Map<string, Set<string>>()
  const namings = new Map<string, Naming>()
  const rows = await tx.selectFrom('person').select(['id', 'givenName', 'familyName', 'otherNames']).execute()
  for (const { id, givenName, familyName, otherNames } of rows) {
    const name = fullName({ givenName, familyName })
    const others = otherNames
      .split(',')
      .map((one) => one.trim())
      .filter((one) => one !== '')
    const known = [familyName, ...others]
    for (const one of known.flatMap((family) => [
      `${givenName} ${family}`,
      `${family} ${givenName}`,
      family,
    ])) {
      const key = fold(one.trim())
      // A family name alone says whom only where nothing else is written of the person.
      if (one === familyName && givenName !== '') continue
      bearers.set(key, (bearers.get(key) ?? new Set()).add(id))
    }
    namings.set(id, { name, earlier: others.flatMap((one) => [one, `${givenName} ${one}`]), since: null })
  }
  return {
    find: (words) => {
      const ids = bearers.get(fold(words.trim()))
      const [only] = ids ?? []
      return ids?.size === 1 ? (only ?? null) : null
    },
    namings,
  }
}
