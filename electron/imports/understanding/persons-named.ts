import { personName } from './minutes/person-name.ts'
import { isFunction, isOrganisationName, mayBePerson } from './people.ts'
import { oneLine } from './plain-line.ts'

export type PersonNamed = { written: string; givenName: string; familyName: string }

/** "Mme Roy et H. Marchetti, directrice (DGX)": two persons. */
export function personsNamed(words: string): PersonNamed[] {
  const pieces = words
    .replace(/\([^()]*\)/g, ' ')
    .split(/(?:(?<!\s)\s+)?[,;]\s*|(?<!\s)\s+et\s+|(?<!\s)\s+[–—/-]\s+/)
    .map(oneLine)
  return pieces.flatMap((written) => {
    if (!mayBePerson(written) || isFunction(written) || isOrganisationName(written)) return []
    const name = personName(written, 'givenFirst')
    return name === null ? [] : { written, givenName: name.givenName ?? '', familyName: name.familyName }
  })
}
