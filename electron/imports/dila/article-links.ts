import type { JorfLink } from '../../domain/watch/jorf-text.ts'
import { eachOnce } from './links.ts'

/** Articles with links that are noted; a year of the JO has some 100,000 articles, most of them without any. */
const MAX_ARTICLES = 300_000

/** As bytes: strings cut out of a file keep the whole file alive. */
type Told = { links: Buffer; stamp: string }

export class ArticleLinks {
  /** By the number of the text, then by the id of the article. */
  readonly #told = new Map<number, Map<string, Told>>()
  #count = 0

  /** Of an article that is delivered twice, what was delivered last. */
  note(text: number, article: string, links: readonly JorfLink[], stamp: string): void {
    const articles = this.#told.get(text)
    const known = articles?.get(article)
    if (known === undefined && (links.length === 0 || this.#count >= MAX_ARTICLES)) return
    if (known !== undefined && known.stamp > stamp) return
    if (known === undefined) this.#count += 1
    const told = { links: Buffer.from(JSON.stringify(links)), stamp }
    if (articles === undefined) this.#told.set(text, new Map([[article, told]]))
    else articles.set(article, told)
  }

  has(text: number): boolean {
    return this.#told.has(text)
  }

  /** Those of the text itself first, each once. */
  withThoseOf(text: number, own: readonly JorfLink[]): JorfLink[] {
    const theirs = [...(this.#told.get(text) ?? [])].sort(([a], [b]) => (a < b ? -1 : 1))
    return eachOnce([
      ...own,
      ...theirs.flatMap(([, { links }]) => JSON.parse(links.toString()) as JorfLink[]),
    ])
  }
}
