import { Id } from './ids.ts'

/** Links that lead into the application, from a calendar, a note or the list of what was opened last. */
export const LINK_SCHEME = 'seances-inp'

const kinds = { seance: 'meeting', texte: 'text' } as const

/** What a link leads to: nothing but the kind of a thing and which. */
export type LinkTarget = { readonly kind: (typeof kinds)[keyof typeof kinds]; readonly id: Id }

export const linkTo = ({ kind, id }: LinkTarget): string =>
  `${LINK_SCHEME}:${kind === 'meeting' ? 'seance' : 'texte'}/${id}`

/** Null for whatever is not exactly such a link: links come from anybody. */
export function readLink(text: string): LinkTarget | null {
  const [, word, id] = /^seances-inp:(?:\/\/)?(seance|texte)\/([0-9a-f-]{36})\/?$/.exec(text) ?? []
  if (word !== 'seance' && word !== 'texte') return null
  const read = Id.safeParse(id)
  return read.success ? { kind: kinds[word], id: read.data } : null
}
