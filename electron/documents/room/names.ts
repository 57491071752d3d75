import type { AskedPerson } from '../../domain/attendance/reply.ts'
import { joined, typed } from '../head.ts'

type Named = Pick<AskedPerson, 'givenName' | 'familyName'>

/** "Hélène Marchetti". */
export function calledName({ givenName, familyName }: Named): string {
  return joined([typed(givenName), typed(familyName)], ' ')
}

/** "Marchetti Hélène", as lists are sorted. */
export function sortedName({ givenName, familyName }: Named): string {
  return joined([typed(familyName), typed(givenName)], ' ')
}

/** A whole name typed in one field: its last word, with its particles, is the family name. */
export function splitName(whole: string): { given: string; family: string } {
  const words = typed(whole).split(/\s+/)
  const particle = words.findIndex(
    (word, index) => index > 0 && /^(?:de|du|des|d['’].*|le|la|von|van)$/i.test(word),
  )
  const cut = particle > 0 ? particle : words.length - 1
  return { given: words.slice(0, cut).join(' '), family: words.slice(cut).join(' ') }
}

/** A whole name turned the way lists are sorted. */
export function sortedWholeName(whole: string): string {
  const { given, family } = splitName(whole)
  return joined([family, given], ' ')
}
