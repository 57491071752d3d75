import { foldedWords } from '../text/fold.ts'
import type { Organisation, OrganisationName } from './directory.ts'

type Organisations = {
  readonly organisations: readonly Organisation[]
  readonly formerNames: readonly OrganisationName[]
}

const SMALL_WORDS = new Set('de d du des la le les l et en pour a au aux'.split(' '))

/** One way of writing an organisation, reduced to what comparisons need. */
export type OrganisationForm = {
  readonly words: string
  readonly initials: string
  readonly isWhole: boolean
}

/** "DGX, bureau des usages" also reads as "DGX"; "Direction exemple (DGX)" also as both of its parts. */
export function organisationForms(names: readonly string[]): OrganisationForm[] {
  const forms = new Map<string, OrganisationForm>()
  for (const name of names) {
    const bracket = /\(([^)]+)\)/.exec(name)?.[1] ?? ''
    const head = name.split(/(?:(?<!\s)\s+)?[,;/(–—]|\s-\s/)[0] ?? ''
    for (const [rank, part] of [name, head, bracket].entries()) {
      const words = foldedWords(part).filter((word) => !SMALL_WORDS.has(word))
      const key = words.join(' ')
      if (key === '' || forms.has(key)) continue
      const initials = words.length > 2 ? words.map((word) => word.charAt(0)).join('') : ''
      forms.set(key, { words: key, initials, isWhole: rank === 0 })
    }
  }
  return [...forms.values()]
}

/** `unknown` when one of them says nothing. */
export function compareOrganisations(
  a: readonly OrganisationForm[],
  b: readonly OrganisationForm[],
): 'same' | 'different' | 'unknown' {
  if (a.length === 0 || b.length === 0) return 'unknown'
  return a.some((left) => b.some((right) => agreement(left, right) > 0)) ? 'same' : 'different'
}

/** Every name an organisation is or was known by. */
export function namesOfOrganisation(directory: Organisations, id: string): string[] {
  const organisation = directory.organisations.find((one) => one.id === id)
  if (organisation === undefined) return []
  const former = directory.formerNames.filter((one) => one.organisationId === id)
  return [organisation, ...former]
    .flatMap(({ name, acronym }) => [name, acronym])
    .filter((name) => name !== '')
}

/** The organisation of the directory that a written name or acronym stands for; null when none does. */
export function findOrganisation(
  directory: Organisations,
  written: { name: string; acronym?: string },
): Organisation | null {
  return findOrganisations(directory)(written.name, written.acronym).organisations[0] ?? null
}

/**
 * Prepares the organisations once for many look-ups: all that agree best with a written name.
 * `isNamed`: by its words, not only by an acronym made of them.
 */
export function findOrganisations(
  directory: Organisations,
): (name: string, acronym?: string) => { organisations: Organisation[]; isNamed: boolean } {
  const known = directory.organisations.map((organisation) => ({
    organisation,
    forms: organisationForms(namesOfOrganisation(directory, organisation.id)),
  }))
  return (name, acronym = '') => {
    const wanted = organisationForms([name, acronym])
    let best = 1
    let organisations: Organisation[] = []
    for (const { organisation, forms } of known) {
      const reached = Math.max(0, ...wanted.flatMap((one) => forms.map((other) => agreement(one, other))))
      if (reached > best) organisations = []
      if (reached >= best) organisations.push(organisation)
      best = Math.max(best, reached)
    }
    return { organisations, isNamed: best > 1 }
  }
}

/** 3 the same words, 2 the same words of a part, 1 an acronym made of the other's initials, 0 nothing. */
function agreement(a: OrganisationForm, b: OrganisationForm): 0 | 1 | 2 | 3 {
  if (a.words === b.words) return a.isWhole && b.isWhole ? 3 : 2
  return a.initials === b.words || b.initials === a.words ? 1 : 0
}
