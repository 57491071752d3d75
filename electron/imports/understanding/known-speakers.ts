// Who presents an item outside any bracket: "Étude hydraulique – Hydra Conseil", "Contrôles : Zoé Lac".
import type { Draft } from '../../domain/agenda/draft.ts'
import { wholeDuration } from './durations.ts'
import type { FoundItem } from './found-item.ts'
import { readItemLine } from './item-line.ts'
import { isFunction, isPerson, isThing, mayBePerson, type People } from './people.ts'
import { oneLine, plainLine } from './plain-line.ts'

type Participants = Draft['participants']
type Known = {
  persons: ReadonlySet<string>
  bodies: ReadonlySet<string>
  /** What one of them alone is called: enough behind a dash or a colon. */
  short: ReadonlySet<string>
}

/** Between a title and who presents it; behind a blank alone a name goes with the words before. */
const PARTED = /\s+[–—-]+\s+|,?\s+(?:(?:présent|expos|anim|rapport)ée?s? )?par\s+|\s*[:/,;|]\s+|\s+/gu

/** "Étude menée par Paul Bon": what somebody did. */
const DONE =
  /(?:(?<!it)ée?s?|(?:écri|condui|fai)te?s?|(?:remi|repri|transmi)s(?:es?)?|(?:reç|ten|rend)ue?s?)$/u

/** Two items that end so are the writer's way. */
const HABIT = 2

/** Sets who presents what, of items that do not say it, by those whom the file names, or by the way most items end. */
export function takeSpeakers(items: readonly FoundItem[], people: Readonly<Participants>): void {
  const silent = items.filter(({ presenter, organisation }) => presenter === null && organisation === null)
  const known = knownIn(people)
  const ends = silent.flatMap((item) =>
    endOf(item.title, known)
      .slice(0, 1)
      .map((end) => ({ item, ...end })),
  )
  const isHabit = ends.length >= HABIT
  // "Convention – Vaux Métropole" alone may be with whom.
  for (const { item, title, people } of ends)
    if (people.presenter !== null || isHabit) take(item, title, people)
  // "Finances (20 min) – Odile" beside "Projet (45 min) – Luc", who is known.
  if (ends.some(({ people }) => people.presenter !== null))
    for (const item of silent) for (const { title, people } of givenEnd(item)) take(item, title, people)
  const bracketed = silent.flatMap((item) => bracketedEnd(item).map((end) => ({ item, ...end })))
  const asides = bracketed.map(({ people }) => people.presenter ?? '')
  const areSpeakers =
    new Set(asides).size === asides.length &&
    !asides.some((aside) => ACTS.test(plainLine(aside)) || isThing(aside) || isFunction(aside))
  const isNamed = items.filter(({ presenter }) => presenter !== null).length + bracketed.length >= HABIT
  if (areSpeakers && isNamed) for (const { item, title, people } of bracketed) take(item, title, people)
  const unknown = silent.flatMap((item) => namedEnd(item).map((end) => ({ item, ...end })))
  const first = items.filter(({ depth }) => depth === 0).length
  const said = items.filter(({ presenter }) => presenter !== null).length
  if (unknown.length + said >= HABIT && (unknown.length + said) * 2 >= first)
    for (const { item, title, people } of unknown) take(item, title, people)
}

function take(item: FoundItem, title: string, { presenter, organisation }: People): void {
  const { title: bare, duration } = readItemLine(title)
  const isTimed = item.durationMinutes === null && duration?.minutes != null
  item.title = isTimed ? bare : title
  if (isTimed) item.durationMinutes = duration.minutes
  item.presenter = presenter
  item.organisation = organisation
}

function knownIn(people: Readonly<Participants>): Known {
  const persons = people.flatMap(({ givenName, familyName }) =>
    givenName === null
      ? []
      : [
          `${givenName} ${familyName}`,
          `${familyName} ${givenName}`,
          `${givenName.charAt(0)}. ${familyName}`,
          `${givenName.charAt(0)} ${familyName}`,
        ],
  )
  const bodies = people.flatMap(({ organisation }) => organisation ?? [])
  const given = people.map(({ givenName, familyName }) => givenName ?? familyName)
  const unique = given.filter((name) => given.indexOf(name) === given.lastIndexOf(name))
  return { persons: foldedSet(persons), bodies: foldedSet(bodies), short: foldedSet(unique) }
}

function foldedSet(names: readonly string[]): Set<string> {
  return new Set(names.map((name) => plainLine(oneLine(name))).filter((name) => name.length > 1))
}

/** The longest end of a title that names only who is known, where something parts it from the words before. */
function endOf(title: string, known: Known): { title: string; people: People }[] {
  if (known.short.size === 0) return []
  for (const found of title.matchAll(PARTED)) {
    const before = title.slice(0, found.index)
    const isParted = /[:/–—-]/.test(found[0])
    const named = knownPeople(title.slice(found.index + found[0].length), known, isParted)
    if (before.length < SHORTEST || named === null) continue
    // "Rencontre avec DDT": a body needs a dash.
    if (named.presenter === null && !/[–—-]/.test(found[0])) continue
    // "Départ de M. Paul Bon", "Rencontre avec Zoé Lac, Paul Bon": they are what it is about.
    if (found[0].trim() === '' || (found[0].trim() === 'par' && DONE.test(before))) return []
    return [{ title: before, people: named }]
  }
  return []
}

const SHORTEST = 4

function knownPeople(words: string, { persons, bodies, short }: Known, isParted: boolean): People | null {
  const isSomebody = (piece: string) =>
    persons.has(plainLine(piece)) || (isParted && short.has(plainLine(piece)))
  const pieces = words
    .replace(/\(([^()]*)\)/gu, ', $1')
    .split(/\s*[,;/&+]\s*|\s+et\s+|\s+[–—-]+\s+/u)
    .map((piece) => piece.replace(/^(?:MM?\.|Mmes?|Mr|Monsieur|Madame)\s/u, '').replace(/\.$/, ''))
    .filter((piece) => piece !== '')
  const names = pieces.filter(isSomebody)
  const others = pieces.filter((piece) => !isSomebody(piece))
  if (pieces.length === 0 || !others.every((piece) => bodies.has(plainLine(piece)))) return null
  return {
    presenter: names.length === 0 ? null : names.join(', '),
    organisation: others.length === 0 ? null : others.join(', '),
  }
}

function givenEnd({ title }: FoundItem): { title: string; people: People }[] {
  const [, before = '', name = ''] =
    /^(.{4,200}?\([^()]{0,12}\d[^()]{0,12}\))\s[–—-]{1,2}\s(\p{Lu}\p{Ll}+(?:-\p{Lu}\p{Ll}+)?)$/u.exec(
      title,
    ) ?? []
  const isName = name !== '' && !isThing(name) && !isFunction(name)
  return isName ? [{ title: before, people: { presenter: name, organisation: null } }] : []
}

/** "Les cartes (tom_38, 20 min)", "Retour de formation – ½ h (Zoé et Luc)": what stands beside how long the item lasts. */
function bracketedEnd({ title, durationMinutes }: FoundItem): { title: string; people: People }[] {
  const [, before = '', name = '', long] =
    /^(.{4,200}?)\s\(([^(),]{2,40})(?:,\s([^(),]{2,12}))?\)$/u.exec(title) ?? []
  const names = name.split(/\s(?:et|&)\s/u)
  const isGiven = (one: string) => /^\p{Lu}\p{Ll}+(?:-\p{Lu}\p{Ll}+)?$/u.test(one)
  const isHandle = (one: string) => /^\p{L}[\p{L}\d_.-]{2,24}$/u.test(one)
  const isTimed = long !== undefined && wholeDuration(long) !== null
  const lasts = durationMinutes !== null || readItemLine(before).duration !== null
  const areNames = name !== '' && names.every((one) => (isTimed ? isHandle(one) : isGiven(one)))
  if (!areNames || (long === undefined ? !lasts : !isTimed)) return []
  return [
    { title: isTimed ? `${before} (${long})` : before, people: { presenter: name, organisation: null } },
  ]
}

/** What is done, rather than by whom: "(vote, 5 min)", "(reporté, 10 min)". */
const ACTS =
  /^(?:votes?|debats?|echanges?|discussions?|decisions?|informations?|infos?|avis|lecture|tour|ateliers?|pleniere|questions?|facultatif|optionnel|environ|maximum|ensemble|brainstorming|demo|video|pause|oral|visio|suite|fin|debut|reporte|ajourne|annule|confirme|rappel|urgent)$/

/** "Avancement – Paul Bon": two words with capitals behind a dash, somebody where most items end so. */
function namedEnd({ title }: FoundItem): { title: string; people: People }[] {
  const [, before = '', words = ''] =
    /^(.{4,200}?)(?:\s[–—-]{1,2}\s|\s?[:,/]\s)([^–—:]{5,60})$/u.exec(title) ?? []
  const names = words.replace(/\s\([^()]*\)$/u, '').split(/\s+et\s+|,\s+|\s?\/\s?/u)
  const areNamed =
    before !== '' &&
    names.every((name) => (mayBePerson(name) && !isThing(name) && !isFunction(name)) || isPerson(name))
  return areNamed ? [{ title: before, people: { presenter: names.join(', '), organisation: null } }] : []
}
