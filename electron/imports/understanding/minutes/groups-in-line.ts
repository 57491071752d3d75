// A line or a sentence that says several things of who was there, taken apart: a line for each.

import type { Line } from '../lines.ts'
import { isFunction, mayBePerson } from '../people.ts'
import { plainLine } from '../plain-line.ts'
import { hasCivility } from './person-name.ts'

/** A sentence that names who was there, behind another one. */
const INSIDE =
  /(?<=\S{3})[.,;]\s+(?=(?:(?:Sont|Étaient|Etaient|Se sont|S[’']étaient)\s+(?:également\s+|fait\s+)?(?:[Pp]résent|[Ee]xcus|[Aa]bsent|[Rr]eprésent)[^.:]{0,60}|(?:Présent|Excusé|Absent)\p{L}{0,3}\s?):(?:\s|$))/u

/** "Anne ROY, Paul BON excusés :" where a page lost its line: the words that lead to the names below. */
const AT_END = /(?<=\p{L}[,.;]?)\s+(?=(?:présent|excusé|absent|invité|représenté)e?s?\s?:$)/iu

/** "Étaient présents pour représenter le club de Vaux :" */
const FOR_WHOM =
  /^((?:étaient|était|sont|est)\s(?:présent|excusé|absent)e?s?)\s(?:pour|au titre|au nom|en qualité)\s[^:]{3,100}(?=\s?:)/iu

/** Sentences that list people, and what the list is called. */
const TOLD: readonly RegExp[] = [
  // "La séance est ouverte en présence d’Anne Roy, Paul Bon et Luc Val."
  /(?:\ben |^)(?<what>[Pp]résence) d(?:e |[’'])(?<list>(?:MM?\.|Mr\.|Mmes?)?\s?\p{Lu}(?:[^.;:]|(?<=(?<!\p{L})M[Mr]?)\.){5,360}?)(?=;|(?<!(?<!\p{L})M[Mr]?)\.|$)/u,
  // "Anne Roy et Paul Bon étaient présents", "Zoé Lac et Marc Lis sont excusés."
  /^(?<list>\p{Lu}[^:;]{5,300}?),?\s(?:(?:s[’']\s?)?étai(?:en)?t|se sont|s[’']est|sont|est|ont|avaient)\s(?:tou(?:te)?s\s)?(?<what>présent|participé|assisté|excusé|absent|fait excuser)e?s?(?:\s(?:à|lors de|pour)\s(?:la|cette|l[’'])\s?(?:réunion|séance|rencontre|assemblée)(?:\sdu jour)?)?\.?$/u,
  // "Le conseil s’est réuni au café, autour d’Anne Roy (présidente), Paul Bon et Luc Val."
  /\b(?<what>autour) d(?:e |[’'])(?<list>\p{Lu}[^.;:]{5,360}?)\.?$/u,
  // "L’équipe est formée d’Anne Roy, Paul Bon et Luc Val."
  /^(?:(?:le|notre|ce|cette)\s|l[’'])?(?<what>groupe|équipe|bureau|comité|binôme|trinôme)\b[^.:;,]{0,60}\s(?:formé|composé|constitué)e?s?\s(?:de\s|d[’']|par\s):?\s?(?<list>\p{Lu}[^.;:]{5,300}?)\.?$/iu,
]

/** "le représentant du club (excusé)" without its article and what stands in brackets. */
function bare(piece: string): string {
  return piece.replace(/^(?:le |la |l[’'])(?=\p{Ll})/u, '').replace(/(?<!\s)\s*\([^()]*\)$/u, '')
}

const TOLD_AS: Readonly<Record<string, string>> = {
  excusé: 'Excusés',
  'fait excuser': 'Excusés',
  absent: 'Absents',
}

/** "Présents : Anne Roy, Paul Bon" for a sentence that lists them; null where it lists anything else. */
function toldIn(sentence: string): string | null {
  for (const told of TOLD) {
    const { what = '', list = '' } = told.exec(sentence)?.groups ?? {}
    const pieces = list.split(/(?:,\s(?:et\s)?|\set\s)(?:d[e’']\s?)?/u)
    const people = pieces.filter((piece) => mayBePerson(bare(piece)) || hasCivility(piece))
    const others = pieces.filter((piece) => !people.includes(piece) && !isFunction(bare(piece)))
    // "M. Bon est excusé." may be all.
    const isOne = people.length === 1 && pieces.length === 1 && sentence.length <= 90
    if ((people.length < 2 && !isOne) || others.length * 4 > people.length) continue
    const isBody = /^(?:groupe|équipe|bureau|comité|binôme|trinôme)$/iu.test(what)
    return `${isBody ? 'Équipe' : (TOLD_AS[what] ?? 'Présents')} : ${pieces.join(', ')}`
  }
  return null
}

const SENTENCES = /(?<=\p{Ll}{2}[.!?]|\)[.!?])\s+(?=\p{Lu})|\s?;\s+(?=\p{Lu})/u

/** "Réunion du 3 mars (participants : Anne Roy, Paul Bon)" */
const IN_BRACKETS =
  /\((?:(?:participant|présent)e?s|(?:on était|nous étions)(?:\s\d{1,3})?)\s?:\s?([^():]{5,300})\)(\s*$|[.,;]?\s.*$)/iu

/**
 * "Étaient présents Mmes Roy et Petit. Excusé (M. Bon, représenté par Mme Roy)." is a line for each group, with its colon.
 * @param isHead among the first lines, where a sentence that names people says who came, and not what they did
 */
export function groupsOf(line: Line, isHead: boolean): Line[] {
  const [aside = '', who = '', more = ''] = (line.type === 'row' ? null : IN_BRACKETS.exec(line.text)) ?? []
  if (aside !== '') {
    const before = line.text.slice(0, -aside.length).trim()
    const own = (words: string): Line => ({
      ...line,
      type: 'paragraph',
      number: null,
      bullet: false,
      text: words,
      words,
    })
    const after = more.replace(/^[\s.,;]+/u, '')
    return [
      { ...line, text: before, words: before },
      own(`Présents : ${who}`),
      ...(after === '' ? [] : groupsOf(own(after), isHead)),
    ]
  }
  const sentences = isHead && line.type === 'paragraph' ? line.text.split(SENTENCES) : []
  const told = sentences.map(toldIn)
  if (told.some((list) => list !== null))
    return sentences.map((sentence, at) => {
      const words = told[at] ?? sentence
      return { ...line, text: words, words }
    })
  const inLine = line.type === 'paragraph' ? groupsInLine(line.text) : []
  if (inLine.length > 0) return inLine.flatMap((words) => groupsOf({ ...line, text: words, words }, isHead))
  // "Équipe : Anne Roy, Paul Bon. Zoé Lac est excusée."
  const last = isHead && line.type === 'paragraph' ? AWAY_BEHIND.exec(line.text) : null
  if (last !== null)
    return [line.text.slice(0, last.index), last[0]].flatMap((words) =>
      groupsOf({ ...line, text: words.trim(), words: words.trim() }, isHead),
    )
  // "L’assemblée se réunit en ligne. Étaient présents : Anne Roy et Paul Bon."
  const inside = line.type === 'paragraph' ? (INSIDE.exec(line.text) ?? endOf(line.text)) : null
  if (inside !== null) {
    const at = inside.index
    const [before, after] = [line.text.slice(0, at + 1).trim(), line.text.slice(at + 1).trim()]
    return [before, after].flatMap((words) => groupsOf({ ...line, text: words, words }, isHead))
  }
  if (
    line.type === 'row' ||
    line.bullet ||
    !/^(?:(?:s')?etai|participant|membres? |assist|sont|est |present|excus|absent|represent)/.test(
      plainLine(line.text),
    )
  )
    return [line]
  return (
    line.text
      .replace(FOR_WHOM, '$1')
      .split(
        /[.;]\s+(?=(?:(?:s[’'])?étai(?:en)?t\s|ont?\s|est\s|sont\s)?(?:excus|absent|représent)\p{L}*(?:\s|,))/iu,
      )
      // "Présents : Anne Roy | Absents : Paul Bon"
      .flatMap((part) =>
        part.split(/\s\|\s+(?=(?:présent|excus|absent|représent|invité|pouvoir)[^|:]{0,30}:)/iu),
      )
      .map((part) =>
        part
          // "Présents : Anne Roy, Paul Bon. Secrétaire : Anne Roy."
          .replace(
            /\.\s+(?:Animat|Secrétaire|Président|Présidence|Modérat|Scribe|Rédact|Prise de notes|Facilitat)[\p{L}· ]{0,40}:.*$/u,
            '',
          )
          .replace(
            /^((?:(?:s[’'])?étai(?:en)?t|sont|est)\s+\p{L}+|(?:excus|absent)\p{L}*)\s+(?=(?:MM?\.|Mmes?|Mlles?)\s)/iu,
            '$1 : ',
          )
          // "Sont présents Anne Roy et Paul Bon"
          .replace(
            /^((?:(?:s[’'])?étai(?:en)?t|sont)\s+(?:présent|excus|absent)\p{L}*)\s+(?=\p{Lu}\p{Ll}+[\s-]\p{Lu})/iu,
            '$1 : ',
          )
          // "Présents Zoé L., Luc Bon"
          .replace(
            /^(présente?s|excusée?s|absente?s)\s+(?=\p{Lu}\p{Ll}+(?:-\p{Lu}\p{Ll}+)?\s\p{Lu}[\p{L}’'-]*\.?,\s\p{Lu})/iu,
            '$1 : ',
          )
          .replace(/^((?:excus|absent|représent)\p{L}*)\s+\(((?:MM?\.|Mmes?|Mlles?)\s.*)\)\.?$/iu, '$1 : $2')
          // "Excusé, ayant donné pouvoir :"
          .replace(/^((?:excus|absent)\p{L}*)\s*,\s+(?=(?:ayant|avec|représent|et)[^,:]*:)/iu, '$1 '),
      )
      .map((text) => (text === line.text ? line : { ...line, text, words: text }))
  )
}

/** A sentence behind a list that says of one more that they did not come. */
const AWAY_BEHIND =
  /(?<=:\s[^:]{5,300}[\p{Ll})]\.)\s+\p{Lu}[^.:;,]{4,60}\s(?:est|était|sont|étaient)\s(?:absent|excusé)e?s?(?:\s\([^()]{3,60}\))?\.?$/u

/** Where such words end a line of names; "Les membres présents :" is one phrase. */
function endOf(text: string): RegExpExecArray | null {
  const found = AT_END.exec(text)
  return found !== null && /[,;]/.test(text.slice(0, found.index)) ? found : null
}

/**
 * "FCPE : Présents (3) : Anne Roy ; Excusée : Zoé Lac ; PEEP : Présents : …", "Instituteurs présents : … Absents excusés : …",
 * "Présents : Anne Roy / Excusé : Paul Bon"
 */
const WITHIN =
  /(?:^|[.;:)]\s|\s[–—/-]\s)[^.;:(),/–—]{0,60}?(?<!\p{L})((?:présent|excusé|absent|invité)(?:[·.]?e[·.]?)?s?(?:\sexcusée?s)?)(?:\s\(\d{1,3}\))?\s?:\s/giu

function groupsInLine(text: string): string[] {
  const found = [...text.matchAll(WITHIN)]
  if (found.length < 2) return []
  const before = text.slice(0, found[0]?.index ?? 0).trim()
  const groups = found.map((one, at) => {
    const rest = text.slice(one.index + one[0].length, found[at + 1]?.index ?? text.length)
    return `${one[1]} : ${rest.replace(/[.;]\s*\p{Lu}{2,8}\s*$/u, '').replace(/(?<![\s.;])[\s.;]+$/u, '')}`
  })
  return before === '' ? groups : [before, ...groups]
}
