import type { Reader } from '../../db/driver.ts'
import { isCalled } from '../../documents/room/names.ts'
import type { Meeting } from '../../domain/meetings/meeting.ts'
import { isCollective } from '../../domain/people/collective-name.ts'
import { namesTogether } from '../../domain/people/names-together.ts'
import { fold } from '../../domain/text/fold.ts'
import { isFunction, isOrganisationName, isThing, mayBePerson } from '../../imports/understanding/people.ts'

const CIVILITY = /^(?:M\.|Mme\.?|Mlle\.?|Monsieur|Madame|Mademoiselle|Dr\.?|Docteure?|Pr\.?|Me)\s+/u
/** "Marie Claire Durand", "Nguyen Thi Lan". */
const THREE_WORDS = /^(?!(?:L[ae]s?|Une?|Des)\s)\p{Lu}[\p{L}’'-]+(?:\s\p{Lu}[\p{L}’'-]+){2,3}$/u

/** A written name without the civility before it. */
export const withoutCivility = (name: string): string => name.replace(CIVILITY, '')

/**
 * Tells who is expected in person under the words of a presenter: each person that they name, without the quality behind. Nobody
 * under the name that an organisation has or had, an office, several together, or an officer of the meeting, who is there anyway.
 */
export async function presentersNamed(
  tx: Reader,
  meeting: Pick<Meeting, 'chair' | 'secretary'>,
): Promise<(written: string) => string[]> {
  const [bodies, former] = await Promise.all([
    tx.selectFrom('organisation').select(['name', 'acronym']).execute(),
    tx.selectFrom('organisationName').select(['name', 'acronym']).execute(),
  ])
  const organisations = new Set(
    [...bodies, ...former].flatMap(({ name, acronym }) => [fold(name), fold(acronym)]),
  )
  const officers = [meeting.chair, meeting.secretary].flatMap(
    (officer) => officer.split(',')[0]?.trim() || [],
  )
  return (written) =>
    // The civility of one stays, for it makes a person of a family name alone.
    namesTogether(written.replace(/\([^()]*\)/gu, ' ').replace(/(?<!\p{L})M\.\s+/gu, 'Monsieur '))
      .map((name) => name.replace(/\s+/gu, ' '))
      .filter(
        (name) =>
          isPersonName(name) &&
          !organisations.has(fold(name)) &&
          !officers.some((officer) => isCalled(name, { name: officer })),
      )
}

function isPersonName(name: string): boolean {
  const bare = withoutCivility(name).replace(/^(?:l[ae]\s|l[’'])/u, '')
  if (isFunction(bare) || isThing(name) || isCollective(name)) return false
  return mayBePerson(name) || (THREE_WORDS.test(name) && !isOrganisationName(name))
}
