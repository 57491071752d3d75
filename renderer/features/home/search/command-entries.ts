import { fold, foldedWords } from '../../../../electron/domain/text/fold.ts'
import { capsOf } from '../../../acts/keys.ts'
import { scopesOnScreen } from '../../../acts/use-acts.ts'
import { markedParts, type PaletteEntry } from './palette-entry.ts'

/** Acts of what is on the screen of which every word typed begins a word; all of them when nothing is typed. */
export function commandEntries(words: string): PaletteEntry[] {
  const wanted = foldedWords(words)
  const isWanted = (own: readonly string[]) => wanted.every((word) => own.some((one) => one.startsWith(word)))
  return scopesOnScreen().flatMap(({ scope, acts }) =>
    acts().flatMap((act): PaletteEntry[] => {
      const { icon, keys } = act
      if (icon === undefined || !act.isOffered) return []
      if (!isWanted(foldedWords(fold(`${act.label} ${act.synonyms}`)))) return []
      return [
        {
          id: act.id,
          group: scope.title,
          icon,
          parts: markedParts(act.label, []),
          // Choosing it says the reason too.
          detail: act.whyNot ?? '',
          end: '',
          keys: keys[0] === undefined ? [] : capsOf(keys[0]),
          onOpen: act.run,
        },
      ]
    }),
  )
}
