import { type Attendee, isAnnounced, isPresent } from '../../../electron/domain/attendance/attendance.ts'

type Group = { readonly college: string; readonly attendees: readonly Attendee[] }

/** Colleges in the order in which the list, itself in protocol order, first names them; those without a college last. */
export function byCollege(attendees: readonly Attendee[]): Group[] {
  const groups = new Map<string, Attendee[]>()
  for (const attendee of [...attendees].sort((a, b) => a.position - b.position)) {
    groups.set(attendee.college, [...(groups.get(attendee.college) ?? []), attendee])
  }
  return [...groups]
    .map(([college, members]) => ({ college, attendees: members }))
    .sort((a, b) => Number(a.college === '') - Number(b.college === ''))
}

/** How many are noted as there; who is only announced is not. */
export const presentAmong = (attendees: readonly Attendee[]): number =>
  attendees.filter((one) => isPresent(one.status) && !isAnnounced(one)).length

/** "Prénom Nom, organisme": the last word of the name, with its particles and all in capitals, is the family name. */
export function guestFrom(
  typed: string,
): { givenName: string; familyName: string; organisation: string } | null {
  const [name = '', ...rest] = typed.split(',')
  const words = name
    .trim()
    .split(/\s+/)
    .filter((word) => word !== '')
  if (words.length === 0) return null
  const organisation = rest.join(',').trim()
  const capitals = words.findIndex(
    (word, index) => index > 0 && word.length > 1 && word === word.toUpperCase(),
  )
  const particle = words.findIndex(
    (word, index) => index > 0 && /^(?:de|du|des|d['’].*|le|la|von|van)$/i.test(word),
  )
  const cut = capitals > 0 ? capitals : particle > 0 ? particle : Math.max(0, words.length - 1)
  return { givenName: words.slice(0, cut).join(' '), familyName: words.slice(cut).join(' '), organisation }
}
