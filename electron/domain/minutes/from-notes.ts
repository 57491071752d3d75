import { type Article, articleOf, typedArticle, withArticle } from '../people/organisation-article.ts'
import type { LineKind, SessionLine } from '../session/session.ts'
import { goesOnAfter } from '../text/french-sentence.ts'
import type { RichBlock, RichText } from '../text/rich-text.ts'
import { sentence } from '../text/standard-sentences.ts'

type Line = Pick<SessionLine, 'text' | 'speaker' | 'organisation' | 'personId'> & {
  /** A suspension has its sentence for text: it parts nothing, and nobody said it. */
  readonly kind: LineKind | 'suspension'
  /** Whose notes it was taken in; those typed live when not said. */
  readonly notebookId?: SessionLine['notebookId']
  /** As it was typed; what a transcript heard has no marks, and is what it says. */
  readonly raw?: SessionLine['raw']
}
export type Generated = { presentation: RichText; exchanges: RichText }

/**
 * Notes that precede the first word of anybody else are the presentation; what follows are the exchanges, in the order
 * in which it was said. Decisions and actions are numbered objects: they are not told a second time.
 * @param lines of one item, oldest first.
 * @param own standard sentences that somebody changed, by key.
 * @param articleFor of an organisation, by its name as it was noted; not asked of persons.
 */
export function minutesFromNotes(
  lines: readonly Line[],
  own: Readonly<Record<string, string>>,
  articleFor: (organisation: string) => Article = articleOf,
): Generated {
  const presentation: string[] = []
  const exchanges: string[] = []
  let speaker = ''
  let isExchanging = false
  let source: string | null = null
  for (const line of lines) {
    // Line breaks of a note make its paragraphs; elsewhere a sentence goes on.
    const text = line.text.trim().replace(/(?<!\s)\s*\n\s*/gu, line.kind === 'note' ? '\n' : ' ')
    if (text === '' || line.kind === 'decision' || line.kind === 'action') continue
    if (line.kind !== 'note' && line.kind !== 'suspension') isExchanging = true
    // The first of another's notes was not said right after the last of these.
    if ((line.notebookId ?? null) !== source) speaker = ''
    source = line.notebookId ?? null
    switch (line.kind) {
      case 'note':
        for (const part of text.split('\n'))
          (isExchanging ? exchanges : presentation).push(ended(capitalised(part)))
        speaker = ''
        break
      case 'intervention': {
        const name = nameOf(line)
        const cited = ended(quoted(name, text))
        const alone =
          line.raw === line.text
            ? cited
            : ended(said(name, text, isOrganisation(line) ? articleFor(name) : ''))
        // Said by the same mouth right after: one paragraph, the name once, but for words that need their subject.
        if (name === speaker && exchanges.length > 0)
          exchanges.push(`${exchanges.pop() ?? ''} ${alone === cited ? ended(capitalised(text)) : alone}`)
        else exchanges.push(alone)
        speaker = name
        break
      }
      case 'suspension':
        ;(isExchanging ? exchanges : presentation).push(text)
        speaker = ''
        break
      case 'question':
        exchanges.push(sentence(own, 'minutes.question', { question: asked(text) }))
        speaker = ''
        break
      case 'watch':
        exchanges.push(sentence(own, 'minutes.watch', { texte: ended(text) }))
        speaker = ''
        break
    }
  }
  return { presentation: richText(presentation), exchanges: richText(exchanges) }
}

/** Whether it was said in the name of an organisation; initials and names in capitals may be a person's. */
const isOrganisation = ({ speaker, organisation }: Line): boolean =>
  speaker.trim() === '' || speaker.trim() === organisation.trim()

/** "Hélène Marchetti (DGX)", "ADX"; empty when nobody was named. */
function nameOf({ speaker, organisation }: Line): string {
  const [who, of] = [speaker.trim(), organisation.trim()]
  if (who === '' || who === of) return of
  return of === '' ? who : `${who} (${of})`
}

/** "demande un délai" follows its subject; whatever does not begin with its verb is quoted after a colon. */
function said(name: string, text: string, article: Article): string {
  if (name === '') return capitalised(text)
  const plural = (typedArticle(name)?.article ?? article) === 'les'
  return goesOnAfter(plural, text) ? `${capitalised(withArticle(name, article))} ${text}` : quoted(name, text)
}

const quoted = (name: string, text: string): string =>
  name === '' ? capitalised(text) : `${name}\u00a0: ${text}`

function asked(text: string): string {
  return /[?]$/u.test(text) ? text : `${text.replace(/(?<![.…])[.…]+$/u, '')}\u202f?`
}

function ended(text: string): string {
  return /[.!?…:»]$/u.test(text) ? text : `${text}.`
}

function capitalised(text: string): string {
  const [first = ''] = text
  return first.toLocaleUpperCase('fr') + text.slice(first.length)
}

function richText(paragraphs: readonly string[]): RichText {
  return {
    type: 'doc',
    content: paragraphs.map((text): RichBlock => ({ type: 'paragraph', content: [{ type: 'text', text }] })),
  }
}
