import type { Reader } from '../../db/driver.ts'
import type { AgendaItem } from '../../domain/agenda/agenda.ts'
import type { Meeting } from '../../domain/meetings/meeting.ts'
import { isCollective } from '../../domain/people/collective-name.ts'
import { addressedTogether } from '../../domain/people/names-together.ts'
import { isCalled, personFinder } from '../../domain/people/same-person.ts'
import { fold } from '../../domain/text/fold.ts'
import { isGivenName } from '../../imports/understanding/names/given-names.ts'
import { isFunction, isOrganisationName, isThing, mayBePerson } from '../../imports/understanding/people.ts'
import { directoryView } from './directory.ts'

const CIVILITY = /^(?:M\.|Mme\.?|Mlle\.?|Monsieur|Madame|Mademoiselle|Dr\.?|Docteure?|Pr\.?|Me)\s+/u
/** "Marie Claire Durand", "Nguyen Thi Lan". */
const THREE_WORDS = /^(?!(?:L[ae]s?|Une?|Des)\s)\p{Lu}[\p{L}’'-]+(?:\s\p{Lu}[\p{L}’'-]+){2,3}$/u
/** "Maria da Silva Costa", "flore belleroche", "Le Clezio Marie": nothing but names, some of them particles. */
const NAMES_ONLY = /^[\p{L}’'-]{2,}(?:\s(?:\p{Lu}\.|[\p{L}’'-]{2,})){1,4}$/u
const PARTICLE = /^(?:d[aeiou]|des|dos|del|der|van|von|ten|ter|l[ae]|el|ben)$/iu
/** "la préfète" between the civility and the name. */
const OFFICE_BEFORE = /^(?:l[ae]s?\s|l[’'])(?:\p{Ll}[\p{L}’'-]*\s)+(?=\p{Lu})/u
/** "le sous-préfet de " and "le préfet de la région ": what goes on is a place, or who is in office there. */
const PLACED =
  /(?:\s(?:de|du|des|de la|de l[ae]s?)|\sd[’']\p{Lu}[\p{L}’'-]*|\s(?:région|département|commune|ville|métropole|communauté|agglomération|arrondissement|canton|académie|territoire|syndicat|association|université|lycée|collège|école|société|conseil)s?(?:\s\p{Ll}[\p{L}-]+)?)\s$/u
/** An office that is left when no name is behind it. */
const OFFICE =
  /^(?:l[ae]s?\s|l[’'])(?:\p{Ll}|(?:Ministre|Bâtonni|Procureur|Général|Colonel|Commandant|Ambassad|Chanceli|Gouverneur|Consul|Chargée? d))/u
const BEHIND = /\s(\p{Ll}.*)$/u

/** A written name without the civility before it. */
export const withoutCivility = (name: string): string => name.replace(CIVILITY, '')

/**
 * Tells who is expected in person under the words of a presenter: each person that they name, without the quality beside.
 * Whoever the directory knows under a piece of them is somebody, however it is written; of the others the shape decides. Nobody
 * under the name that an organisation has or had, an office, several together, or an officer of the meeting, who is there anyway.
 */
export async function presentersNamed(
  tx: Reader,
  meeting: Pick<Meeting, 'chair' | 'secretary'>,
): Promise<(item: Pick<AgendaItem, 'presenter' | 'organisation'>) => string[]> {
  const directory = await directoryView(tx)
  const organisations = new Set(
    [...directory.organisations, ...directory.formerNames].flatMap(({ name, acronym }) => [
      fold(name),
      fold(acronym),
    ]),
  )
  const officers = [meeting.chair, meeting.secretary].flatMap(
    (officer) => officer.split(',')[0]?.trim() || [],
  )
  let find: ReturnType<typeof personFinder> | undefined
  const isKnown = (name: string, organisation: string) => {
    find ??= personFinder(directory)
    const found = find({ name, organisations: [organisation] })
    return found !== null && found.certainty !== 'possible'
  }
  return ({ presenter, organisation }) => {
    const somebodyIn = (words: string) =>
      addressedTogether(words)
        .map((piece) => nameIn(piece.replace(/\s+/gu, ' ')))
        .filter(
          (name) =>
            !organisations.has(fold(name)) &&
            (isKnown(name, organisation) || isPersonName(name)) &&
            !officers.some((officer) => isCalled(name, { name: officer })),
        )
    const named = somebodyIn(presenter.replace(/\([^()]*\)/gu, ' '))
    if (named.length > 0) return named
    // "DGCL (Mme Roux)"
    return [...presenter.matchAll(/\(([^()]*)\)/gu)].flatMap(([, inside = '']) => somebodyIn(inside))
  }
}

/** What is written of a name alone: "rapporteur : Paul Okonjo", "Mme la préfète Anne Colin" and "Paul Okonjo rapporteur". */
function nameIn(piece: string): string {
  const words = piece.replace(/^[^:]*\s?:\s/u, '')
  const bare = withoutCivility(words)
  const civility = words.slice(0, words.length - bare.length)
  const name = behindOffice(bare)
  const behind = BEHIND.exec(name)
  return civility + (behind !== null && isFunction(behind[1] ?? '') ? name.slice(0, behind.index) : name)
}

/** "Anne Colin" of "la préfète de Mayenne Anne Colin"; all of "la préfète de Mayenne", which names nobody. */
function behindOffice(words: string): string {
  const office = OFFICE_BEFORE.exec(words)?.[0] ?? ''
  const name = words.slice(office.length)
  if (!PLACED.test(office)) return name
  const pieces = name.split(' ')
  const given = pieces.findIndex(
    (word, at) =>
      isGivenName(word) && at < pieces.length - 1 && !/^S(?:ain)?te?$/u.test(pieces[at - 1] ?? ''),
  )
  return given === -1 ? words : pieces.slice(given).join(' ')
}

function isPersonName(name: string): boolean {
  const bare = withoutCivility(name).replace(/^(?:l[ae]\s|l[’'])/u, '')
  if (isThing(name) || isCollective(name) || OFFICE.test(withoutCivility(name))) return false
  if (isFunction(bare)) return isTitled(bare)
  // "M. Dupont": the civility of one makes a person of a family name alone.
  if (mayBePerson(name) || isNames(name)) return true
  return THREE_WORDS.test(name) && !isOrganisationName(name)
}

/** "Capitaine Paul Bon" */
function isTitled(words: string): boolean {
  const [title = '', given = '', ...family] = words.split(' ')
  return /^\p{Lu}\p{Ll}+$/u.test(title) && isGivenName(given) && /^\p{Lu}/u.test(family.at(-1) ?? '')
}

function isNames(name: string): boolean {
  if (!NAMES_ONLY.test(name) || isOrganisationName(name)) return false
  const words = name.split(' ').filter((word) => !PARTICLE.test(word))
  const isOneCase =
    words.every((word) => /^\p{Lu}/u.test(word)) || words.every((word) => /^\p{Ll}/u.test(word))
  return isOneCase && words.length > 1 && [words[0], words.at(-1)].some((word) => isGivenName(word ?? ''))
}
