// How a letter addresses whom it goes to: "Madame la Directrice générale", "Monsieur", "Mesdames, Messieurs".
import type { Person } from './directory.ts'

/** Of functions that French courtesy names, in both genders; longer ones before what they begin with. */
const titles: readonly (readonly [string, string])[] = [
  ['Vice-président', 'Vice-présidente'],
  ['Président', 'Présidente'],
  ['Sous-directeur', 'Sous-directrice'],
  ['Directeur', 'Directrice'],
  ['Secrétaire', 'Secrétaire'],
  ['Délégué', 'Déléguée'],
  ['Préfet', 'Préfète'],
  ['Ministre', 'Ministre'],
  ['Maire', 'Maire'],
  ['Sénateur', 'Sénatrice'],
  ['Député', 'Députée'],
  ['Rapporteur', 'Rapporteure'],
]
const adjectives: readonly (readonly [string, string])[] = [
  ['général', 'générale'],
  ['adjoint', 'adjointe'],
  ['délégué', 'déléguée'],
]

/** "Ministre délégué" and "Préfet délégué" are offices of their own. */
const deputy = /^(?:Vice|Sous)-| adjointe?$|^(?:Présid|Direct|Secrétaire).* déléguée?$/u

export type Greeted = {
  civility: Person['civility']
  jobTitle: string
  /** Whoever presides is so addressed, but for an office of their own that courtesy names; a deputy's is not. */
  isChair: boolean
}

/** Said where nobody is looked at one by one. */
export const everybody = 'Mesdames, Messieurs'

/** To one person by civility and function, to several by their civilities; empty without anybody. */
export function greeting(people: readonly Greeted[]): string {
  const [only, ...others] = people
  if (only === undefined) return ''
  if (others.length === 0) return ofOne(only)
  const ladies = people.filter(({ civility }) => civility === 'Mme').length
  const men = people.filter(({ civility }) => civility === 'M.').length
  if (ladies + men < people.length) return everybody
  return [
    ladies === 0 ? '' : ladies === 1 ? 'Madame' : 'Mesdames',
    men === 0 ? '' : men === 1 ? 'Monsieur' : 'Messieurs',
  ]
    .filter((word) => word !== '')
    .join(', ')
}

function ofOne({ civility, jobTitle, isChair }: Greeted): string {
  if (civility === '') return 'Madame, Monsieur'
  const gender = civility === 'Mme' ? 1 : 0
  const own = titleIn(jobTitle, gender)
  const presides = isChair ? (titles[1]?.[gender] ?? null) : null
  const title = own === null || deputy.test(own) ? (presides ?? own) : own
  const word = gender === 1 ? 'Madame' : 'Monsieur'
  return title === null ? word : `${word} ${gender === 1 ? 'la' : 'le'} ${title}`
}

/** "directrice générale des collectivités" → "Directrice générale"; null when courtesy names no such function. */
function titleIn(jobTitle: string, gender: 0 | 1): string | null {
  const words = jobTitle
    .trim()
    .toLowerCase()
    .split(/[\s,]+/u)
  const title = titles.find((forms) => forms.some((form) => form.toLowerCase() === words[0]))
  // A secretary without more is no Secretary General.
  if (title === undefined || (words[0] === 'secrétaire' && !/^général/u.test(words[1] ?? ''))) return null
  const said = [title[gender]]
  for (const word of words.slice(1)) {
    const adjective = adjectives.find((forms) => forms.includes(word))
    if (adjective === undefined) break
    said.push(adjective[gender])
  }
  return said.join(' ')
}
