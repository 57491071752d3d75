const civility = '(?:M\\.|MM\\.|M|Mr\\.?|Mme\\.?|Mlle|Dr\\.?|Pr\\.?|Monsieur|Madame|Mademoiselle)'
/** A capital, or an initial: "Éva", "DURAND", "J.-P." */
const word = "\\p{Lu}(?:\\.(?:-?\\p{Lu}\\.)?|[\\p{L}\\p{M}'’-]+)"
const particle = "(?:de la |de |du |des |la |le |von |van |di |el |ben |d['’])"
/** Words that may stand between "par" and the name: "par mon adjointe, Mme …". */
const between = `(?:(?:${civility}|[\\p{Ll}'’-]+),?\\s+){0,9}?`
const name = `(?:${civility}\\s+)?(${particle}?${word}(?:\\s+${particle}?${word}){0,4})`

/** A title alone is not a name. */
const titles =
  /^(Direct|Président|President|Maire|Secrétaire|Secretaire|Délégu|Delegu|Chef|Préf|Pref|Ministre|Vice|Madame|Monsieur|Mme|Mlle|Bonjour|Oui|Non|Je|Nous|Pour)/

/** After `words` (a regular expression): "représenté par mon adjoint, M. Paul Exemple" gives "Paul Exemple". */
export function nameAfter(text: string, words: string): string {
  return first(text, new RegExp(`(?:${words})\\s*${between}${name}`, 'gu'))
}

/** Before `words`: "Mme Éva Exemple (cheffe de bureau) me représentera" gives "Éva Exemple". */
export function nameBefore(text: string, words: string): string {
  const aside = '(?:,[^,]{1,80},|\\s*\\([^)]{1,80}\\))?'
  return first(text, new RegExp(`${name}${aside}\\s+(?:qui\\s+)?(?:${words})`, 'gu'))
}

/** Whom the sentence names, if it speaks of somebody: "M. Exemple participera en visio", "l’absence de Mme Exemple". */
export function nameOfSubject(text: string): string {
  const verbs = 'sera|participera|assistera|viendra|pourra|suivra|rejoindra|vous prie|est excus|se fera|donne'
  const subject = nameBefore(text, `(?:ne\\s+|n['’])?(?:${verbs})`)
  return subject === '' ? nameAfter(text, "absence d[e'’]|excuser") : subject
}

function first(text: string, pattern: RegExp): string {
  for (const [, found = ''] of text.matchAll(pattern)) if (!titles.test(found)) return found.trim()
  return ''
}
