import type { RichText } from '../electron/domain/text/rich-text.ts'

type Node = {
  readonly type: string
  readonly text?: string | undefined
  readonly content?: readonly Node[] | undefined
}

/** The words of each paragraph that has some, in reading order, those of lists, quotes and tables included. */
export function paragraphWords(text: RichText): string[] {
  const found: string[] = []
  const visit = (node: Node) => {
    if (node.type !== 'paragraph') return node.content?.forEach(visit)
    const words = (node.content ?? [])
      .map((one) => (one.type === 'hardBreak' ? '\n' : (one.text ?? '')))
      .join('')
    if (words.trim() !== '') found.push(words)
  }
  visit(text)
  return found
}
