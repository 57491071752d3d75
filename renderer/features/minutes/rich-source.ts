import type { RichText } from '../../../electron/domain/text/rich-text.ts'
import type { SavedRow } from '../../api/outbox/saved-row.ts'

export type RichSource = {
  read(): RichText
  /** `text` is computed when it is sent, not at each key. */
  write(text: () => RichText): void
  /** Tells when the stored text replaced the one shown (undo, another window); returns how to stop. */
  onReplaced(listener: () => void): () => void
}

type RichFields<F> = { [K in keyof F]: F[K] extends RichText ? K : never }[keyof F] & string

export function richSource<F extends { [K in N]: RichText }, N extends RichFields<F>>(
  saved: SavedRow<F>,
  field: N,
): RichSource {
  return {
    read: () => saved.row.value(field),
    write: (text) => saved.edit(field, text as () => F[N]),
    onReplaced: (listener) => saved.row.onAdopt(listener),
  }
}
