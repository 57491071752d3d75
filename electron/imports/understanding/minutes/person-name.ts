import { isGivenName } from '../names/given-names.ts'
import { isFunction } from '../people.ts'
import { oneLine } from '../plain-line.ts'

export type PersonName = { familyName: string; givenName: string | null }

const CIVILITY =
  /^(?:(?:M\.?|MM\.|Mr\.?|Mme\.?|Mmes|M(?:el)?lle\.?|Monsieur|Messieurs|Madame|Mesdames|Mademoiselle|Me)\s+(?:l[ea]\s+(?=Pr|Dr|Doc))?)?(?:(?:Dr|Pr|Docteure?|Professeure?|Cdt|Cne|Lcl|Lt|Col|Commandante?|Capitaine|Lieutenante?|Colonel|Maître|Adj|Adc|Sgt|Sch|Cch|Ltn|Brig|Major|Gén)\.?\s+)?(?=(?:de\sla\s|d[eu]\s|d[’']|l[ae]\s|von\s|van\s)?\p{Lu})/u

/** "Mesdames, messieurs" speaks to all. */
const ADDRESS = /^(?:mesdames|messieurs|mesdemoiselles|madame|monsieur|mmes?|mm\.?)$/iu

/** "Mr Roy", "M. le Pr Bon", "Docteur Lac". */
export function hasCivility(text: string): boolean {
  const found = CIVILITY.exec(text)?.[0] ?? ''
  return found !== '' && !/^M\s/.test(found)
}
const PARTICLE = /^(?:de|du|des|d[’']|la|le|les|l[’']|von|van|der|da|dos|del|di)$/i

/**
 * @param order of given and family name where no capitals tell them apart: a column "Nom Prénom" writes the family name first
 * @returns null when the words are no name of one person
 */
export function personName(text: string, order: 'givenFirst' | 'familyFirst'): PersonName | null {
  const bare = oneLine(text)
    .replace(/\s*\([^)]*\)\s*/g, ' ')
    .trim()
  const words = bare
    .replace(CIVILITY, '')
    .split(' ')
    .filter((word) => word !== '')
  const hadCivility = hasCivility(bare)
  if (namesOffice(bare) || ADDRESS.test(bare)) return null
  const areNames = words.every((word, at) => isNameWord(word) || isSecondGiven(words, at))
  if (words.length === 0 || words.length > 6 || !areNames) return null
  const [only] = words
  if (words.length === 1 && only !== undefined) return { familyName: only, givenName: null }
  const capitals = words.map((word) => /^[\p{Lu}’'-]{2,}$/u.test(word) && /\p{Lu}{2}/u.test(word))
  if (capitals.some(Boolean) && !capitals.every(Boolean)) return byCapitals(words, capitals)
  const first = words[0] ?? ''
  if (order === 'familyFirst' && !/^\p{Lu}[\p{Ll}]?\.$/u.test(first)) {
    return { familyName: words.slice(0, -1).join(' '), givenName: words.at(-1) ?? null }
  }
  // "Mme de la Tour": a civility and no given name.
  if (hadCivility && PARTICLE.test(first)) return { familyName: words.join(' '), givenName: null }
  // "Jean Marc Poinsot"
  const rest = words.findIndex((word, at) => at > 0 && (at === words.length - 1 || !isGivenName(word)))
  return { familyName: words.slice(rest).join(' '), givenName: words.slice(0, rest).join(' ') }
}

/** "M. le préfet", "Mme la Directrice", "M. l’inspecteur d’académie": an office, and nobody by name. */
export function namesOffice(words: string): boolean {
  const [, article = '', office = ''] =
    /^(?:MM?\.|Mmes?|Monsieur|Madame)\s+(l[ea]\s+|les\s+|l[’'])(\S.*)$/u.exec(words.trim()) ?? []
  return office !== '' && (/[’']$/.test(article) || /^\p{Ll}/u.test(office) || isFunction(office))
}

/** "Anne-Lise DE LA TOUR", "DURAND Anne", "Anne de DURAND": capitals and the particles before them are the family name. */
function byCapitals(words: readonly string[], capitals: readonly boolean[]): PersonName {
  const isFamily = words.map(
    (word, at) => capitals[at] === true || (PARTICLE.test(word) && capitals.slice(at).some(Boolean)),
  )
  const given = words.filter((_, at) => !isFamily[at])
  const family = words.filter((_, at) => isFamily[at])
  return { familyName: family.join(' '), givenName: given.length === 0 ? null : given.join(' ') }
}

/** "Jean noël ROY": between a given name and a family name in capitals, whatever letter it begins with. */
function isSecondGiven(words: readonly string[], at: number): boolean {
  const [first = '', second = '', third = ''] = words
  return at === 1 && isGivenName(first) && isGivenName(second) && /^\p{Lu}{2}[\p{Lu}’'-]*$/u.test(third)
}

function isNameWord(word: string): boolean {
  // "Île-de-France", "Vaux-sur-Lys" is a place.
  if (/-(?:de|du|des|en|sur|sous|la|le|les|lès)-/u.test(word)) return false
  return PARTICLE.test(word) || /^(?:[dDlL][’'])?\p{Lu}[\p{L}’'.-]*$/u.test(word)
}
