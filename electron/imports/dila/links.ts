import type { JorfLink, JorfText } from '../../domain/watch/jorf-text.ts'
import { identityKeys, isJorfText } from '../../domain/watch/text-identifiers.ts'
import type { LinkKind } from '../../domain/watch/text-life.ts'
import type { WatchNature } from '../../domain/watch/watch.ts'
import type { FileLink } from './elements.ts'
import { natureOf } from './natures.ts'

const MOST = 100

/** Each once: a text that modifies ten articles of another modifies it. */
export function linksIn(links: readonly FileLink[], text: Pick<JorfText, 'jorfText' | 'nature'>): JorfLink[] {
  return eachOnce(
    links.flatMap(({ of, citation }) => {
      const nature = natureOf(of.naturetexte ?? '', '')
      const told = meaningOf(of, nature, text.nature)
      const key = keyOf(of, nature)
      if (told === null || key === null || key === `jorf ${text.jorfText}`) return []
      return { ...told, citation: withoutArticle(citation), key }
    }),
  )
}

/** The first of those that say the same of the same text; no more than a text may have. */
export function eachOnce(links: readonly JorfLink[]): JorfLink[] {
  const found = new Map<string, JorfLink>()
  for (const link of links) {
    const name = `${link.kind} ${link.isSource} ${link.key}`
    if (!found.has(name) && found.size < MOST) found.set(name, link)
  }
  return [...found.values()]
}

/**
 * "MODIFIE", where this text is the source, is what it does; where it is the target, what the other does. "MODIFICATION" says it from
 * the other side, and only as a source without doubt. Of an application and a transposition the natures say which text is which.
 */
function meaningOf(
  { typelien = '', sens = '' }: FileLink['of'],
  other: WatchNature | null,
  own: WatchNature | null,
): Pick<JorfLink, 'kind' | 'isSource'> | null {
  const verb: LinkKind | null = typelien === 'MODIFIE' ? 'modifies' : typelien === 'ABROGE' ? 'repeals' : null
  if (verb !== null)
    return sens === 'source' || sens === 'cible' ? { kind: verb, isSource: sens === 'source' } : null
  switch (typelien) {
    case 'MODIFICATION':
      return sens === 'source' ? { kind: 'modifies', isSource: false } : null
    case 'ABROGATION':
      return sens === 'source' ? { kind: 'repeals', isSource: false } : null
    case 'TRANSPOSITION':
      return other === 'directiveUE' ? { kind: 'transposes', isSource: true } : null
    default: {
      const [mine, theirs] = [rankOf(own), rankOf(other)]
      if (mine === null || theirs === null || mine === theirs) return null
      return { kind: 'applies', isSource: mine > theirs }
    }
  }
}

/** A text is taken for the application of one that stands above it. */
function rankOf(nature: WatchNature | null): number | null {
  if (nature === 'loi' || nature === 'ordonnance') return 1
  if (nature === 'decret') return 2
  return nature === 'arrete' || nature === 'circulaire' || nature === 'decision' ? 3 : null
}

function keyOf(
  { cidtexte = '', nortexte = '', numtexte = '' }: FileLink['of'],
  nature: WatchNature | null,
): string | null {
  const names = { nature, number: numtexte, nor: nortexte, eli: null, celex: null }
  const [first] = identityKeys({ ...names, nor: null, jorfText: isJorfText(cidtexte) ? cidtexte : null })
  return first ?? identityKeys({ ...names, jorfText: null })[0] ?? null
}

/** "Décret n° 2099-812 du 17 août 2099 - art. 1 (V)" is cited by its own name. */
function withoutArticle(citation: string): string {
  return (
    citation
      .replace(/,? - (?:art\.|Chapitre|Section|Titre|Annexe).*$/u, '')
      .replace(/ \([A-Z]+\)$/u, '')
      .trim() || citation
  )
}
