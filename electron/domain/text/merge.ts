import { unpublished, type WatchFields } from '../watch/watch.ts'

type Known = Partial<WatchFields> & Pick<WatchFields, 'status'>

/**
 * The fields of `kept` that taking the other in changes. The one that is out goes before the draft, of two of a kind `kept` does; what the other alone knows
 * is taken over, and what both say of the consequences stays, one after the other.
 */
export function mergedText(kept: WatchFields, joined: Known): Partial<WatchFields> {
  const isDraft = ({ status }: Known) => unpublished.includes(status)
  const isPublication = isDraft(kept) !== isDraft(joined)
  const [strong, weak]: [Known, Known] = isDraft(kept) && !isDraft(joined) ? [joined, kept] : [kept, joined]
  const both: Partial<WatchFields> = { ...held(weak), ...held(strong) }
  return {
    ...both,
    consequences: together(strong.consequences ?? '', weak.consequences ?? ''),
    ...(isPublication
      ? {
          draftTitle: weak.draftTitle || weak.title || '',
          followUp: afterPublication(kept.followUp, joined.followUp),
        }
      : { followUp: kept.followUp }),
  }
}

/** A text that came out is to be presented, also where its draft was: what was said of the draft stands beside it. */
function afterPublication(
  kept: WatchFields['followUp'],
  joined: WatchFields['followUp'] | undefined,
): WatchFields['followUp'] {
  return kept === 'closed' ? 'closed' : joined === 'presented' ? 'presented' : 'toPresent'
}

/** Tells a value: neither empty nor the nature of what has none. */
function held(fields: Known): Partial<WatchFields> {
  return Object.fromEntries(
    Object.entries(fields).filter(
      ([name, value]) =>
        value !== '' && value !== null && value !== undefined && !(name === 'nature' && value === 'autre'),
    ),
  )
}

function together(strong: string, weak: string): string {
  if (weak.trim() === '' || strong.includes(weak.trim())) return strong
  return strong.trim() === '' ? weak : `${strong}\n\n${weak}`
}
