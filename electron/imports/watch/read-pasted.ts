// Pasted words (a citation, an address, a copied head, the mail of a day's JO) → the texts that they name. What stands
// between two citations belongs to the first of them; nothing is filled in that the words do not hold.
import { LINE_LENGTH } from '../../domain/limits.ts'
import type { NoticeRubrics } from '../../domain/watch/notice.ts'
import type { PastedProblem, PastedText, PastedTexts } from '../../domain/watch/pasted-text.ts'
import {
  type IdentifierFacts,
  type IdentifierProblem,
  identityKeys,
  isJorfText,
  jorfTextFacts,
  norFacts,
  parseCelex,
  parseNor,
  readAddress,
} from '../../domain/watch/text-identifiers.ts'
import { datesIn } from '../understanding/dates.ts'
import { oneLine } from '../understanding/plain-line.ts'
import { type Citation, citationsIn } from './citation.ts'
import { noticeIn } from './notice.ts'
import { ONLY_PARTLY } from './said-dates.ts'

/** Something found in the words, in their order. */
type Mark =
  | { at: number; is: 'citation'; citation: Citation }
  | { at: number; is: 'identifier'; identifier: FoundIdentifier }
  | { at: number; is: 'issue'; joNumber: string | null; publishedOn: string | null }
  | { at: number; is: 'rank'; joTextNumber: number }
  | { at: number; is: 'ministry'; ministry: string }
  | { at: number; is: 'inForce'; inForceOn: string }
  | { at: number; is: 'notice'; notice: NoticeRubrics }
  | { at: number; is: 'blank' }

type Issue = Pick<PastedText, 'joNumber' | 'publishedOn'>

const empty: PastedText = {
  nature: null,
  qualifier: null,
  isDraft: false,
  number: null,
  title: null,
  nor: null,
  jorfText: null,
  eli: null,
  celex: null,
  signedOn: null,
  publishedOn: null,
  inForceOn: null,
  joNumber: null,
  joTextNumber: null,
  ministry: null,
  notice: null,
  sourceUrl: null,
}

/** Reads pasted words; takes time in proportion to their length. */
export function readPasted(words: string): PastedTexts {
  const text = words
    .replace(/\r\n?/g, '\n')
    .replace(/[\u00a0\u202f]/g, ' ')
    .normalize('NFC')
  const citations = citationsIn(text)
  const { identifiers, problems, rest } = identifiersIn(text)
  for (const { index, length, wrongDate } of citations)
    if (wrongDate) problems.push({ kind: 'date', words: excerpt(text.slice(index, index + length)) })
  const marks = marksOf(text, citations, identifiers)
  // Around an address or a NOR alone on its line nothing else is expected: a head or a mail has other marks.
  const isAlone =
    identifiers.length > 0 && marks.every(({ is }) => is === 'identifier') && !text.trim().includes('\n')
  if (isAlone && /[\p{L}\p{N}]{2}/u.test(rest.replace(NAMES, '')))
    problems.push({ kind: 'unread', words: excerpt(rest) })
  return { texts: gather(marks), problems }
}

function marksOf(
  text: string,
  citations: readonly Citation[],
  identifiers: readonly FoundIdentifier[],
): Mark[] {
  const marks: Mark[] = [
    ...citations.map((citation) => ({ at: citation.index, is: 'citation' as const, citation })),
    ...identifiers.map((identifier) => ({ at: identifier.at, is: 'identifier' as const, identifier })),
  ]
  for (const found of text.matchAll(
    /\b(?:JORF|JO)(?:\s+(?:n[°ºo]\s*(?<number>\d{1,4})|L\s*\d+))?(?:\s*,)?\s+du\s+/gu,
  )) {
    const date = datesIn(text.slice(found.index + found[0].length, found.index + found[0].length + 40))[0]
    const publishedOn =
      date?.index === 0 && date.date !== null && !date.date.startsWith('-') ? date.date : null
    const number = found.groups?.number
    if (number !== undefined || publishedOn !== null)
      marks.push({ at: found.index, is: 'issue', joNumber: number?.padStart(4, '0') ?? null, publishedOn })
  }
  for (const found of text.matchAll(/\btexte\s+n[°ºo]\s*0*([1-9]\d{0,3})\b/giu))
    marks.push({ at: found.index, is: 'rank', joTextNumber: Number(found[1]) })
  for (const found of text.matchAll(
    /^[ \t]*((?:Ministère|Premier ministre|Première ministre|Présidence)\b.*)$/gmu,
  ))
    if (!citations.some(({ index }) => index > found.index && index < found.index + found[0].length))
      marks.push({ at: found.index, is: 'ministry', ministry: oneLine(found[1] ?? '').slice(0, LINE_LENGTH) })
  for (const found of text.matchAll(IN_FORCE)) {
    const inForceOn = dateOfAll(found.groups?.said ?? '')
    if (inForceOn !== null) marks.push({ at: found.index, is: 'inForce', inForceOn })
  }
  for (const found of text.matchAll(/\n[ \t]*\n/g)) marks.push({ at: found.index, is: 'blank' })
  return withNotices(text, marks).sort((a, b) => a.at - b.at)
}

/** What a notice cites, and the visas and articles below it, is no text that was pasted; the date that it sets is the text's. */
function withNotices(text: string, marks: readonly Mark[]): Mark[] {
  const heads = marks.flatMap(({ at, is }) => (is === 'citation' && beginsLine(text, at) ? [at] : []))
  let kept = [...marks]
  for (const [rank, head] of heads.entries()) {
    const next = heads[rank + 1] ?? text.length
    const found = noticeIn(text.slice(head, next))
    if (found === null) continue
    const [at, end] = [head + found.at, head + found.end]
    const isCited = (mark: Mark) =>
      mark.at >= at && mark.at < (mark.is === 'citation' ? next : end) && mark.is !== 'inForce'
    kept = kept.filter((mark) => !isCited(mark))
    kept.push({ at, is: 'notice', notice: found.rubrics })
  }
  return kept
}

/** Alone, or behind its rank or its mark in a list. */
const beginsLine = (text: string, at: number) =>
  /^[\s\d.)[\]°•*—→·▪◦–-]*$/u.test(text.slice(text.lastIndexOf('\n', at - 1) + 1, at))

/** "entre en vigueur le 1er juillet 2027", "Entrée en vigueur : le texte entre en vigueur le…": to the end of the sentence. */
const IN_FORCE =
  /(?<![\p{L}])entr(?:ée|e|ent|era|eront|ant)\s+en\s+vigueur(?:\s*:\s*|\s+)(?<said>[^.;\n]{1,120})/giu
/** Of words on the entry into force the date of the whole text; null where they say none. */
function dateOfAll(said: string): string | null {
  const found = datesIn(said)[0]
  if (found?.date == null || found.date.startsWith('-')) return null
  return ONLY_PARTLY.test(said.slice(0, found.index)) ? null : found.date
}

/** One text after the other. */
function gather(marks: readonly Mark[]): PastedText[] {
  const texts: PastedText[] = []
  /** The issue named before any text: every text that follows stands in it. */
  let issue: Issue | null = null
  let ministry: string | null = null
  let current: PastedText | null = null
  /** Whether what follows may still speak of the current text; one without a citation ends at a blank line. */
  let isCited = false
  const begin = (text: PastedText): PastedText => {
    texts.push(text)
    return text
  }
  for (const mark of marks)
    switch (mark.is) {
      case 'citation': {
        const { nature, qualifier, isDraft, number, signedOn, title, rank } = mark.citation
        const named = { ...empty, nature, qualifier, isDraft, number, signedOn, title, ministry, ...issue }
        if (issue !== null) named.joTextNumber = rank
        if (current !== null && isSame(current, named)) Object.assign(current, filled(current, named))
        else current = begin(named)
        isCited = true
        break
      }
      case 'identifier': {
        const { facts, address } = mark.identifier
        if (current !== null && fits(current, facts))
          Object.assign(current, filled(current, { ...facts, sourceUrl: address }))
        else {
          current = begin({ ...empty, ...facts, sourceUrl: address })
          isCited = false
        }
        break
      }
      case 'issue': {
        const { joNumber, publishedOn } = mark
        if (current === null) issue = { joNumber, publishedOn }
        else if (current.joNumber === null && current.publishedOn === null)
          Object.assign(current, { joNumber, publishedOn })
        break
      }
      case 'rank':
        if (current !== null && current.joTextNumber === null) current.joTextNumber = mark.joTextNumber
        break
      case 'inForce':
        if (current !== null && current.inForceOn === null) current.inForceOn = mark.inForceOn
        break
      case 'notice':
        if (current !== null && current.notice === null) current.notice = mark.notice
        break
      case 'ministry':
        ministry = mark.ministry
        break
      case 'blank':
        if (!isCited) current = null
    }
  return merged(texts)
}

type Facts = Partial<IdentifierFacts>

/** Whether an identifier may be the current text's: it contradicts nothing, and says no second identifier of its kind. */
function fits(current: PastedText, facts: IdentifierFacts): boolean {
  const keys = ['nature', 'number', 'nor', 'jorfText', 'celex', 'signedOn'] as const
  if (keys.some((key) => facts[key] !== null && current[key] !== null && facts[key] !== current[key]))
    return false
  return !(facts.eli !== null && current.eli !== null) || isSame(current, { ...empty, ...facts })
}

/** Whether two say the same number or the same identifier. */
function isSame(one: PastedText, other: PastedText): boolean {
  const keys = identityKeys(one)
  return identityKeys(other).some((key) => keys.includes(key)) && one.isDraft === other.isDraft
}

/** The fields that the current text lacks. */
function filled(current: PastedText, more: Partial<PastedText> & Facts): Partial<PastedText> {
  return Object.fromEntries(
    Object.entries(more).filter(
      ([key, value]) => value !== null && value !== false && current[key as keyof PastedText] === null,
    ),
  )
}

/** The same text named twice in what was pasted is one. */
function merged(texts: readonly PastedText[]): PastedText[] {
  const kept: PastedText[] = []
  for (const text of texts) {
    const same = kept.find((one) => isSame(one, text))
    if (same === undefined) kept.push(text)
    else Object.assign(same, filled(same, text))
  }
  return kept
}

const excerpt = (words: string): PastedProblem['words'] => oneLine(words).slice(0, 300)

/** After its name, which is not the beginning of a word. */
const NAMED_NOR = /\bNOR(?![\p{L}])\s*(?::\s*)?((?:[A-Z0-9][ \t]?){12})(?![A-Za-z0-9])/giu
/** Four letters and digits, one of them wrong: words of a sentence are not meant as one. */
const looksLikeNor = (code: string) => /^[A-Z]{3,5}\d/i.test(code.replace(/\s/g, ''))

/** A NOR or a CELEX that nothing names. */
const BARE = /\b(?:[A-Z]{4}\d{7}[A-Z]|3\d{4}[RLD]\d{4})\b/g

/** What an identifier is usually named by, and what stands between two. */
const NAMES =
  /(?<![\p{L}\p{N}])(?:celex|nor|eli|jorf|règlement|directive|décision|loi|décret|arrêté|ordonnance|et|ou)(?![\p{L}\p{N}])(?:\s*n[°ºo])?\s*:?/giu

type FoundIdentifier = { at: number; facts: IdentifierFacts; address: string | null }

/** In the order of the words. Addresses are read first: the identifiers inside them are theirs. */
function identifiersIn(text: string): {
  identifiers: FoundIdentifier[]
  problems: PastedProblem[]
  /** What is none. */
  rest: string
} {
  const identifiers: FoundIdentifier[] = []
  const problems: PastedProblem[] = []
  const complain = (kind: IdentifierProblem, words: string) =>
    problems.push({ kind, words: words.trim().slice(0, 300) })
  const without = text.replace(/https?:\/\/[^\s<>"«»]+/gu, (found, at: number) => {
    const address = found.replace(/(?<![),.;:!?’'\]])[),.;:!?’'\]]+$/u, '')
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
    .replace(NAMED_NOR, (found, code: string, at: number) => {
      const nor = parseNor(code)
      if (nor !== null) identifiers.push({ at, facts: norFacts(nor), address: null })
      else if (looksLikeNor(code)) complain('nor', code)
      else return found
      return ' '.repeat(found.length)
    })
    .replace(/\bNOR\s*:\s*([A-Z]{3,5}[A-Z0-9]*\d[A-Z0-9]*)/giu, (found, code: string) => {
      complain('nor', code)
      return ' '.repeat(found.length)
    })
  for (const found of rest.matchAll(BARE)) {
    const nor = parseNor(found[0])
    const facts = nor === null ? parseCelex(found[0]) : norFacts(nor)
    if (facts !== null) identifiers.push({ at: found.index, facts, address: null })
  }
  const taken = new Set(identifiers.map(({ at }) => at))
  const others = rest.replace(BARE, (found, at: number) => (taken.has(at) ? '' : found))
  return { identifiers: identifiers.sort((a, b) => a.at - b.at), problems, rest: others.trim() }
}
