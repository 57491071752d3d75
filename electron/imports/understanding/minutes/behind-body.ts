// Behind their body: people listed after where they work or what they are ("Département du Torvan : Magali Esterelle ; Hervé Poncinet").
import { isFunction, isOrganisationName, isPerson, mayBePerson } from '../people.ts'
import { type PersonLine, personLine } from './person-line.ts'

type Behind = { organisation: string | null; people: PersonLine[] }

/** "Département du Torvan : Magali Esterelle, directrice", "DGX (A. Roy, B. Petit)", "Présidente : Mme Roy"; null for other words. */
export function behindTheirBody(text: string): Behind | null {
  const found =
    /^([^:()]{2,90}?)\s*:\s*(.+)$/u.exec(text) ??
    /^([^:()]{2,90}?)\s+\(([^()]+)\)$/u.exec(text) ??
    /^([^:()]{2,90}?)\s+[–—-]\s+(.+)$/u.exec(text)
  const [whole = '', head = '', rest = ''] = found ?? []
  const [first = ''] = rest.split(/\s*[,;(]|\s+[–—-]\s/)
  if (isPerson(head) || !mayBePerson(first) || isFunction(first) || isOrganisationName(first)) return null
  const people = severalOf(rest)
  if (people.length === 0) return null
  if (isFunction(head))
    return { organisation: null, people: people.map((one) => ({ ...one, role: one.role ?? head })) }
  if (isCollege(head)) return { organisation: null, people }
  // "Anne Petit : Claire Roy" says nothing sure; "Archives du Torvan" is no name of somebody.
  const isOf = /^\p{Lu}\S+ (?:du |des |de la |de l[’']|d[’'])/u.test(head)
  if (!isOrganisationName(head) && !(whole.includes(':') && isOf)) return null
  return {
    organisation: head,
    people: people.map((one) => ({ ...one, organisation: one.organisation ?? head })),
  }
}

/** Whom people stand for, and not where they work: "Représentants du personnel", "Pour l’administration". */
export function isCollege(words: string): boolean {
  return /^(?:(?:les )?représentante?s? d|membres?\b|collèges?\b|(?:pour|au titre d)|élue?s?\b|experte?s?\b|personnalités\b|partenaires\b|organisations\b|autres?\b|(?:avec )?voix\b|personnes?\b|(?:l[’'])?(?:état|administrations?)\b|collectivités\b|services\b)/iu.test(
    words,
  )
}

/** "A. Roy, B. Petit" names two people, "A. Roy, DGX Lyon" one and where they work: all must be written in one way. */
export function severalOf(text: string): PersonLine[] {
  // "ROY Anne (DGX) - PETIT Paul (ANX)"
  const dashed = text.split(/(?<=\))\s+[–—-]\s+/u)
  if (dashed.length > 1 && dashed.every((piece) => mayBePerson(piece.replace(/\s*\([^()]*\)$/, ''))))
    return dashed.flatMap((piece) => personLine(piece) ?? [])
  const pieces = text.split(
    /\s*,\s*(?:et\s+)?(?![^(]*\))|\s+et\s+(?=(?:M\.|Mmes?|MM\.|\p{Lu})[^,]*$)(?![^(]*\))/u,
  )
  const each = pieces.map((piece) => (/^\p{Lu}{2,6}\s+\p{Lu}\p{Ll}/u.test(piece) ? null : personLine(piece)))
  if (pieces.length > 1 && each.every((person) => person !== null)) {
    return each.filter((person) => person !== null)
  }
  const person = personLine(text)
  return person === null ? [] : [person]
}
