import type { PastedProblem } from '../../domain/watch/pasted-text.ts'
import {
  type IdentifierFacts,
  type IdentifierProblem,
  isJorfText,
  jorfTextFacts,
  norFacts,
  parseCelex,
  parseNor,
  readAddress,
} from '../../domain/watch/text-identifiers.ts'

export type FoundIdentifier = { at: number; facts: IdentifierFacts; address: string | null }

/** In the order of the words. Addresses are read first: the identifiers inside them are theirs. */
export function identifiersIn(text: string): { identifiers: FoundIdentifier[]; problems: PastedProblem[] } {
  const identifiers: FoundIdentifier[] = []
  const problems: PastedProblem[] = []
  const complain = (kind: IdentifierProblem, words: string) =>
    problems.push({ kind, words: words.trim().slice(0, 300) })
  const without = text.replace(/https?:\/\/[^\s<>"«»]+/gu, (found, at: number) => {
    const address = found.replace(/[),.;:!?’'\]]+$/u, '')
    const read = readAddress(address)
    if (read !== null && 'problem' in read) complain(read.problem, address)
    else if (read !== null) identifiers.push({ at, ...read })
    // Spaces of the same length: places in the words stay what they are.
    return ' '.repeat(found.length)
  })
  const rest = without
    .replace(/\bJORFTEXT\d*/g, (found, at: number) => {
      if (isJorfText(found)) identifiers.push({ at, facts: jorfTextFacts(found), address: null })
      else complain('jorfText', found)
      return ' '.repeat(found.length)
    })
    .replace(/\bNOR\s*:?\s*((?:[A-Z0-9][ \t]?){12})(?![A-Za-z0-9])/giu, (found, code: string, at: number) => {
      const nor = parseNor(code)
      if (nor !== null) identifiers.push({ at, facts: norFacts(nor), address: null })
      else if (/\d/.test(code)) complain('nor', code)
      return ' '.repeat(found.length)
    })
    .replace(/\bNOR\s*:\s*([A-Z]{3,5}[A-Z0-9]*\d[A-Z0-9]*)/giu, (found, code: string) => {
      complain('nor', code)
      return ' '.repeat(found.length)
    })
  for (const found of rest.matchAll(/\b(?:[A-Z]{4}\d{7}[A-Z]|3\d{4}[RLD]\d{4})\b/g)) {
    const nor = parseNor(found[0])
    const facts = nor === null ? parseCelex(found[0]) : norFacts(nor)
    if (facts !== null) identifiers.push({ at: found.index, facts, address: null })
  }
  return { identifiers: identifiers.sort((a, b) => a.at - b.at), problems }
}
