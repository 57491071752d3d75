import TriangleAlert from 'lucide-react/icons/triangle-alert'
import type { Draft } from '../../../electron/domain/agenda/draft.ts'
import { importsText } from '../../text/imports.ts'
import { Icon } from '../../ui/Icon.tsx'
import { SURE } from './review-line.ts'

const text = importsText.meeting
/** Longer words are found in the file at left. */
const LONGEST = 90

export function MeetingSources({ draft: { meeting, meetingSources } }: { draft: Draft }) {
  const byWords = new Map<string, { fields: string[]; isUnsure: boolean }>()
  for (const [field, name] of Object.entries(text.sourceFields)) {
    const source = meetingSources[field as keyof typeof text.sourceFields]
    if (source === undefined || meeting[field as keyof typeof text.sourceFields] === null) continue
    const found = byWords.get(source.excerpt) ?? { fields: [], isUnsure: false }
    found.fields.push(name)
    byWords.set(source.excerpt, { ...found, isUnsure: found.isUnsure || source.confidence < SURE })
  }
  if (byWords.size === 0) return null
  return (
    <ul className="im-sources" aria-label={text.sources}>
      {[...byWords].map(([words, { fields, isUnsure }]) => (
        <li key={words} title={words}>
          {isUnsure ? <Icon of={TriangleAlert} size={15} /> : null}
          {text.source(fields, words.length > LONGEST ? `${words.slice(0, LONGEST)}…` : words, isUnsure)}
        </li>
      ))}
    </ul>
  )
}
