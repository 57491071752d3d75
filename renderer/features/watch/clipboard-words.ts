/** A link to a text, in the html that a browser or a mail program puts on the clipboard. */
const LINK =
  /<a\b[^>]*?\bhref\s*=\s*["'](https?:\/\/(?:[\w-]+\.)*(?:legifrance\.gouv\.fr|eur-lex\.europa\.eu|data\.europa\.eu)\/[^"'\s]*)["'][^>]*>([\s\S]*?)<\/a>/giu

/**
 * The plain words, each linked title followed by the address that it leads to: a summary by mail names its texts by links alone.
 * Nothing of the html itself gets in: it is searched, never parsed.
 */
export function clipboardWords(plain: string, html: string): string {
  let words = plain
  let from = 0
  for (const [, address = '', inner = ''] of html.matchAll(LINK)) {
    const url = plainOf(address)
    const title = plainOf(inner.replace(/<[^>]*>/gu, ' '))
      .replace(/\s+/gu, ' ')
      .trim()
    if (title === '' || words.includes(url)) continue
    const pattern = new RegExp(title.split(' ').map(escaped).join('\\s+'), 'u')
    const found = pattern.exec(words.slice(from))
    if (found === null) continue
    const end = from + found.index + found[0].length
    words = `${words.slice(0, end)} ${url}${words.slice(end)}`
    from = end + url.length + 1
  }
  return words
}

const plainOf = (html: string) =>
  html
    .replace(/&nbsp;|&#160;/giu, '\u00a0')
    .replace(/&lt;/giu, '<')
    .replace(/&gt;/giu, '>')
    .replace(/&quot;/giu, '"')
    .replace(/&#39;|&rsquo;/giu, '’')
    .replace(/&amp;/giu, '&')

const escaped = (word: string) => word.replace(/[.*+?^${}()|[\]\\]/gu, '\\$&')
