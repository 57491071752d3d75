// Who chairs and who writes, in the sentence that says so: where nobody is listed, they are who was there.
import { fold } from '../fold.ts'
import { LABEL, type Line } from '../lines.ts'
import { isThing } from '../people.ts'
import type { FoundParticipant } from './participants-in-tables.ts'
import { personLine } from './person-line.ts'

const NAME = String.raw`(?:(?:M\.|Mr|Mme|Mlle|Monsieur|Madame)\s)?\p{Lu}[\p{L}’'-]+(?:\s(?:d[eu]\s|de\sla\s|d[’'])?\p{Lu}[\p{L}’'-]+){1,3}`
const OFFICE = `(?:présidente?|secrétaire|scrutat(?:eur|rice)|animat(?:eur|rice))`
const MADE = `(?:nommée?|désignée?|élue?|choisie?|proposée?)`
const AS = String.raw`(?:en qualité d(?:e\s|[’'])|comme\s|en tant que\s|pour\s)?(?:la\s|le\s)?`

const SAYS: readonly RegExp[] = [
  // "… désigne Anne Roy en qualité de présidente de séance et Paul Bon en qualité de secrétaire"
  new RegExp(
    String.raw`(?<![\p{L}-])(?<name>${NAME}),?\s(?:en qualité d(?:e\s|[’'])|comme\s)${OFFICE}(?: de (?:la )?séance)`,
    'gu',
  ),
  // "Anne Roy a été nommée présidente de séance", "Paul Bon en est nommé secrétaire"
  new RegExp(
    String.raw`(?<![\p{L}-])(?<name>${NAME}),?\s(?:en\s)?(?:est|a été|sont|ont été)\s${MADE}\s${AS}${OFFICE}`,
    'gu',
  ),
  // "L’assemblée est présidée par Anne Roy", "sous la présidence d’Anne Roy", "assistée de Paul Bon, secrétaire"
  new RegExp(`(?:présidée?|ouverte|animée?) par (?<name>${NAME})`, 'gu'),
  new RegExp(String.raw`sous la présidence d(?:e\s|[’'])(?<name>${NAME})`, 'gu'),
  new RegExp(String.raw`assistée? d(?:e\s|[’'])(?<name>${NAME})`, 'gu'),
  // "Secrétaire de séance : Paul Bon"
  new RegExp(
    String.raw`(?:Présidente?|Présidence|Secrétaire|Secrétariat|Animat(?:eur|rice|ion)|Scrutat(?:eur|rice))(?: de (?:la )?séance)?\s?:\s(?<name>${NAME})`,
    'gu',
  ),
]

/** @param head the first lines */
export function officersOf(head: readonly Line[]): FoundParticipant[] {
  const found = new Map<string, FoundParticipant>()
  for (const [at, line] of head.entries()) {
    if (line.type === 'heading' || line.text.length > LONGEST || isElected(head, at)) continue
    const named = SAYS.flatMap((says) =>
      [...line.text.matchAll(says)].map(({ groups, index }) => ({ name: groups?.name ?? '', index })),
    ).sort((one, other) => one.index - other.index)
    for (const { name } of named) {
      const person = isThing(name) ? null : personLine(name)
      if (person === null || person.givenName === null) continue
      const key = fold(`${person.givenName} ${person.familyName}`)
      if (!found.has(key))
        found.set(key, {
          ...person,
          attendance: 'present',
          block: line.block,
          excerpt: line.text,
          confidence: 0.7,
        })
    }
  }
  return [...found.values()]
}

/** "Trésorier : Paul Bon" below "Élection du bureau": what somebody becomes. */
function isElected(head: readonly Line[], at: number): boolean {
  const label = LABEL.exec(head[at]?.text ?? '')?.[1]
  const over = head.slice(0, at).findLast(({ text }) => !LABEL.test(text))
  return (
    label !== undefined &&
    !/seance/.test(fold(label)) &&
    /\b(?:elections?|elue?s?|composition|composee?|renouvellement)\b/.test(fold(over?.text ?? ''))
  )
}

/** A longer paragraph tells of anything. */
const LONGEST = 500
