import { isJorfText, parseNor } from '../../../electron/domain/watch/text-identifiers.ts'
import { useQuery } from '../../api/use-query.ts'
import { useAct } from '../../api/use-write.ts'
import { useManaged } from '../../parts/Managed.tsx'

export type LegifranceAsked = NonNullable<ReturnType<typeof useLegifrance>>

/** What Légifrance knows a text by; null where it has none of it. */
export function referenceOf(
  text: { nor: string | null; jorfText: string | null } | undefined,
): string | null {
  if (text?.nor != null && parseNor(text.nor) !== null) return parseNor(text.nor)
  return text?.jorfText != null && isJorfText(text.jorfText) ? text.jorfText : null
}

/** Asks Légifrance for a text; null where the office has given no keys. */
export function useLegifrance(onWords: (words: string) => void) {
  const { data } = useQuery('legifrance.access', {})
  const isOff = useManaged().Legifrance === false
  const read = useAct('legifrance.read', { onSuccess: ({ words }) => onWords(words) })
  if (isOff || data?.clientId == null) return null
  return {
    ask: (reference: string) => read.mutate({ reference }),
    isAsking: read.isPending,
    error: read.error,
  }
}
