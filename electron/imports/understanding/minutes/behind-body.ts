import { isGivenName } from '../names/given-names.ts'
import { isFunction, isOrganisationName, isPerson, mayBePerson } from '../people.ts'
import { attendanceOf, type PersonLine, personLine, representedBy } from './person-line.ts'
import { namesOffice, personName } from './person-name.ts'

type Behind = { organisation: string | null; people: PersonLine[] }

/** "Département du Torvan : Magali Esterelle, directrice", "DGX (A. Roy, B. Petit)", "Présidente : Mme Roy"; null for other words. */
export function behindTheirBody(text: string): Behind | null {
  const found =
    /^([^:()]{2,90}?)\s*:\s*(\S.*)$/u.exec(text) ??
    /^([^:()]{2,90}?)\s+\(([^()]+)\)$/u.exec(text) ??
    /^([^:()]{2,90}?)\s+[–—-]\s+(\S.*)$/u.exec(text)
  const [whole = '', head = '', rest = ''] = found ?? []
  const [first = ''] = rest.split(/(?:(?<!\s)\s+)?[,;(]|(?<!\s)\s+[–—-]\s/)
  if (
    (isPerson(head) && !isCollege(head)) ||
    !mayBePerson(first) ||
    isFunction(first) ||
    isOrganisationName(first)
  )
    return null
  const people = severalOf(rest)
  if (people.length === 0) return null
  if (isFunction(head))
    return { organisation: null, people: people.map((one) => ({ ...one, role: one.role ?? head })) }
  // "Pour la commune de Vaux : Mme Roy"
  const commune = /^pour (?:la |le |l[’'])((?:commune|communauté|ville|métropole|syndicat)\b.+)$/iu.exec(
    head,
  )?.[1]
  if (commune !== undefined)
    return {
      organisation: commune,
      people: people.map((one) => ({ ...one, organisation: one.organisation ?? commune })),
    }
  if (isCollege(head)) return { organisation: null, people }
  // "Anne Petit : Claire Roy" says nothing sure; "Archives du Torvan" is no name of somebody.
  const isOf = /^\p{Lu}\S+ (?:du |des |de la |de l[’']|d[’'])/u.test(head)
  // "Étudiants : Mme Inès Caron": a civility makes it sure that people follow, whatever they are called.
  const areCivil =
    whole.includes(':') && /^(?:M\.|MM\.|Mmes?|Mlle|Monsieur|Madame|Messieurs|Mesdames)\s/u.test(rest)
  if (areCivil && !isOrganisationName(head) && !isOf) return { organisation: null, people }
  // "La Fabrique : Anne Roy"
  const isCalled = whole.includes(':') && /^(?:La |Le |Les |L[’'])\p{Lu}/u.test(head)
  // "Communauté de communes (M. Lis)", "Vaux Agglo (A. Roy, P. Bon)"
  const isHolder =
    whole.endsWith(')') && people.length > 1 && people.every(({ givenName }) => givenName !== null)
  // "RADIO DU LAC : Anne Petit"
  const isShouted = whole.includes(':') && /^[^\p{Ll}]+$/u.test(head) && /^\p{Lu}\p{Ll}/u.test(rest)
  const isBody = isOrganisationName(head) || (whole.includes(':') && isOf)
  if (!isBody && !isCalled && !isHolder && !isShouted) return null
  return {
    organisation: head,
    people: people.map((one) => ({ ...one, organisation: one.organisation ?? head })),
  }
}

/** Whom people stand for, and not where they work: "Représentants du personnel", "Pour l’administration". */
export function isCollege(words: string): boolean {
  return /^(?:(?:les )?représentante?s?\b|membres?\b|collèges?\b|(?:pour|au titre d)|élue?s?\b|experte?s?\b|personnalités\b|partenaires\b|organisations\b|autres?\b|(?:avec )?voix\b|personnes?\b|(?:l[’'])?(?:état|administrations?)\b|collectivités\b|services\b|(?:conseill(?:er|ère)|délégué|titulaire|suppléant|administrat(?:eur|rice)|adhérent|bénévole|salarié|agent|enseignant|parent|étudiant|élève|habitant|encadrant|animat(?:eur|rice)|invité)(?:e?s|·es?)\b|(?:(?:bureau|conseil|comité|commission|équipe|groupe)(?: (?:collégial|exécutif|d[’']administration|de direction|de pilotage|directeur|salariée?|bénévole|projet|technique|pédagogique|restreint|élargi|permanente?|syndical|municipal))?e?s?|ca|secrétariat|présidence)$)/iu.test(
    words.trim(),
  )
}

/** "A. Roy, B. Petit" names two people, "A. Roy, DGX Lyon" one and where they work: all must be written in one way. */
export function severalOf(text: string): PersonLine[] {
  // "ROY Anne (DGX) - PETIT Paul (ANX)"
  const dashed = text.split(/(?<=\))\s+[–—-]\s+/u)
  if (dashed.length > 1 && dashed.every((piece) => mayBePerson(piece.replace(/(?<!\s)\s*\([^()]*\)$/, ''))))
    return dashed.flatMap((piece) => personLine(piece) ?? [])
  const pieces = withWhatTheyAre(
    eachWithCivility(text)
      .split(
        /,\s*(?:et\s+)?(?![^(]*\))|(?<!\s)\s+et\s+(?=(?:M\.|Mmes?|MM\.)\s|\p{Lu}[^,]*(?:$|,\s*(?:et\s+)?(?:M\.|Mmes?|MM\.)\s))(?![^(]*\))/u,
      )
      .map((piece) => piece.trimEnd())
      .flatMap(bothOf),
  )
  // "DGX Lyon" beside a name is a body; "ROY Anne (présidente), BON Paul, VAL Zoé" are three persons.
  const areAlike =
    pieces.length > 2 && pieces.every((piece) => /^\p{Lu}{2,}[\p{Lu}’' -]*\s\p{Lu}\p{Ll}/u.test(piece))
  const each = pieces.map((piece, at) =>
    (!areAlike && isBodyOfTown(piece)) || (at === 1 && isWrittenOtherwise(pieces))
      ? null
      : (withPower(piece) ?? personLine(piece)),
  )
  const isList = pieces.length > 1 || (pieces.length === 1 && pieces[0] !== text.trim() && namesOffice(text))
  if (isList && each.every((person) => person !== null)) {
    return each.filter((person) => person !== null)
  }
  // After one civility for several, the words that name nobody are no body either.
  const named = each.filter((person) => person !== null)
  if (named.length > 1 && SEVERAL.test(text)) return named
  const person = withPower(text) ?? personLine(text)
  return person === null ? [] : [person]
}

/** "Anne ROY, Vallon Bleu": whoever is named in capitals works at what is not, and has no given name. */
export function isWrittenOtherwise([first = '', second = '', ...others]: readonly string[]): boolean {
  return (
    others.length === 0 &&
    /^\p{Lu}\p{Ll}+(?:-\p{Lu}\p{Ll}+)?\s\p{Lu}{2}[\p{Lu}’'-]*$/u.test(first) &&
    /^\p{Lu}\p{Ll}+(?:\s\p{Lu}\p{Ll}+){1,3}$/u.test(second) &&
    !second.split(' ').some(isGivenName)
  )
}

/** "DGX Lyon", "PNR du Torvan", and not "ROY Paul". */
function isBodyOfTown(piece: string): boolean {
  if (OF_A_LAND.test(piece)) return true
  const second = /^\p{Lu}{2,6}\s+(\p{Lu}\p{Ll}[\p{L}-]*)/u.exec(piece)?.[1]
  return second !== undefined && !isGivenName(second)
}

/** "PNR du Torvan", "CPIE des Vaux" */
export const OF_A_LAND = /^\p{Lu}{2,6}\s(?:du|des|de la|de l[’'])\s?\p{Lu}/u

/** "Paul Lac et Zoé Bon", wherever in the list it stands. */
function bothOf(piece: string): string[] {
  const both = piece.split(/(?<!\s)\s+et\s+/)
  return both.length === 2 && both.every((one) => mayBePerson(one)) ? both : [piece]
}

const SEVERAL = /(?<![\p{L}.])(Mmes|MM\.|Mesdames|Messieurs)\s+(?=\p{Lu})/u

/** "Mmes Roy, Petit et Bon, MM. Lac et Mur": "Mme Roy, Mme Petit et Mme Bon, M. Lac et M. Mur". */
function eachWithCivility(text: string): string {
  if (!SEVERAL.test(text)) return text
  return text
    .split(/(?<![\p{L}.])(?=(?:MM?\.|Mmes?|Mesdames|Messieurs|Madame|Monsieur)\s)/u)
    .map((part) => {
      const civility = SEVERAL.exec(part)?.[1]
      if (civility === undefined) return part
      // "Messieurs BRISAC, DELORME": what looks like an acronym is a name among names in capitals.
      const inCapitals =
        /(?:Mmes|MM\.|Mesdames|Messieurs)\s+\p{Lu}{2,}[\p{Lu}’'-]*(?=[,\s]|$)/u.test(part) ||
        /,\s+\p{Lu}{6,}(?:-\p{Lu}{2,})?(?=,|$)/u.test(part)
      const one = /^(?:Mmes|Mesdames)$/.test(civility) ? 'Mme' : 'M.'
      return part
        .replace(SEVERAL, `${one} `)
        .replace(
          /(,\s{0,3}(?:et\s+)?|(?<!\s)\s+et\s+)((?:d[eu]\s|d[’']|l[ae]\s)?\p{Lu}[^,()]{0,120}?)(?=\s{0,3}(?:[,(]|\set\s|$))(?![^()]{0,200}\))/gu,
          (whole, link: string, name: string) =>
            isFunction(name) || (isOrganisationName(name) && !(inCapitals && /^[\p{Lu}\s’'-]+$/u.test(name)))
              ? whole
              : `${link}${one} ${name}`,
        )
    })
    .join('')
}

/** "M. Roy, maire, Mme Petit, excusée": what somebody is, and whether they came, stays beside the name. */
function withWhatTheyAre(pieces: readonly string[]): string[] {
  const joined: string[] = []
  for (const piece of pieces) {
    const last = joined.at(-1)
    // "M. le préfet" names nobody.
    if (namesOffice(piece)) continue
    const isAside =
      isFunction(piece) || isOrganisationName(piece) || (attendanceOf(piece) !== null && !isPerson(piece))
    if (last !== undefined && isAside) joined[joined.length - 1] = `${last}, ${piece}`
    else joined.push(piece)
  }
  return joined
}

const TAKES = String.raw`,?\s+\(?(?:a|avait|ayant|a reçu|avec|porte|détient|détenait|représente)\s(?:(?:les?|un|deux|trois|\d)\s)?(?:pouvoirs?|procurations?|mandats?)\s(?:de\s|d[’'])`

/** "Luc Val a le pouvoir d’Anne Roy, Paul Bon" */
const TAKEN = new RegExp(String.raw`^(?<taker>[^,;()]{3,60}?)${TAKES}(?<givers>[^;()]{5,200}?)\)?\.?$`, 'iu')

/** "Luc Val, avec le pouvoir d’Anne Roy, Zoé Lac": the giver ends at the comma, and the list goes on. */
const TAKEN_IN_LIST = new RegExp(String.raw`${TAKES}(?<givers>[^,;()]{3,120}?)\)?\.?(?=[,;]|$)`, 'giu')

/** Those of a list who hold powers stand in it, and those who gave them are represented. */
export function withoutGivers(text: string): { rest: string; givers: PersonLine[] } {
  const givers = [...text.matchAll(TAKEN_IN_LIST)].flatMap((found) => {
    const taker =
      text
        .slice(0, found.index)
        .split(/[,;()]|\set\s/u)
        .at(-1) ?? ''
    const by = representedBy(`pouvoir à ${taker.trim()}`)
    const { givers: named = '' } = found.groups ?? {}
    if (by === null) return []
    return severalOf(named.replace(/\set\sd(?:e\s|[’'])/gu, ' et ')).map(
      (one): PersonLine => ({ ...one, attendance: 'represente', representedBy: by }),
    )
  })
  return givers.length === 0 ? { rest: text, givers } : { rest: text.replace(TAKEN_IN_LIST, ''), givers }
}

/**
 * "Anne Roy et Paul Bon ont donné pouvoir à Luc Val": both are represented; so are, in a list of powers, those behind "Luc Val a
 * le pouvoir de".
 */
export function giversOf(text: string, isOfPowers: boolean): PersonLine[] {
  const given =
    /^(?<givers>.{5,200}?)\s+(?:ont|avaient|ayant)\s+donné\s+(?:pouvoirs?|procurations?|mandats?)\s+à\s+(?<taker>[^,;()]{3,60}?)\.?$/iu.exec(
      text,
    )
  const taken = isOfPowers ? TAKEN.exec(text) : null
  const { givers = '', taker = '' } = (given ?? taken)?.groups ?? {}
  const by = representedBy(`pouvoir à ${taker}`)
  // "ORSINI ANATOLE" is no acronym among those who gave their power.
  const inCapitals = givers.split(/,\s|\set\s/u).flatMap((name) => personName(name, 'givenFirst') ?? [])
  const several = by === null ? [] : severalOf(givers)
  const people =
    by === null || several.length >= inCapitals.length
      ? several
      : inCapitals.map((name) => ({ ...name, organisation: null, role: null, attendance: null }))
  return by === null || (given !== null && people.length < 2)
    ? []
    : people.map((one) => ({ ...one, attendance: 'represente', representedBy: by }))
}

/** "M. Luc Borde ayant donné pouvoir à Mme Claire Aubin", "Mme Roy représentée par M. Petit". */
function withPower(text: string): PersonLine | null {
  const found =
    /^([^()]{3,60}?),?\s+\(?((?:(?:ayant |qui a |qui |a )?donn(?:é|e|ent) (?:pouvoir|procuration|mandat) à|(?:pouvoir|procuration) à|représentée? par|suppléée? par|remplacée? par)\s[^()]{3,60})\)?$/iu.exec(
      text,
    )
  const person = found?.[1] === undefined ? null : personLine(found[1])
  const by = representedBy((found?.[2] ?? '').replace(/^.*\sà\s/u, 'pouvoir à '))
  return person === null || by === null ? null : { ...person, attendance: 'represente', representedBy: by }
}
