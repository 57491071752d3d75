import { type DocumentHead, shortened } from '../head.ts'
import { type PaperBlock, paragraph } from './paper.ts'

/** The logos of who issues a paper, or nothing. */
export function logosOf({ look }: DocumentHead): PaperBlock[] {
  return look.logos.length === 0 ? [] : [{ type: 'logos', logos: look.logos }]
}

/** Who issues a report, and its reference. */
export function frontOf(head: DocumentHead): PaperBlock[] {
  return [
    ...logosOf(head),
    ...paragraph(head.bodyName, 'issuer'),
    ...paragraph(head.issuer, 'mention'),
    ...paragraph(head.reference, 'mention'),
  ]
}

/** The title of a report and what is said of its state. */
export function titleOf(head: DocumentHead): PaperBlock[] {
  return [
    { type: 'title', label: '', text: head.title },
    ...paragraph(head.subtitle, 'subtitle'),
    ...marksOf(head),
  ]
}

/** The state of a paper, in words. */
export function marksOf(head: DocumentHead): PaperBlock[] {
  return [
    ...paragraph(head.mention, 'state'),
    ...paragraph(head.sampleMark, 'state'),
    ...paragraph(head.notice, 'notice'),
  ]
}

/** Signs of a line that heads and feet of pages have. */
export const ONE_LINE = 92

/** The head of each page on one line: the title of the document has up to two thirds, the name of the body the rest. */
export function runningHead({ bodyName, runningTitle }: DocumentHead): [name: string, title: string] {
  const title = cutTo(runningTitle, Math.max(Math.floor((ONE_LINE * 2) / 3), ONE_LINE - bodyName.length))
  return [cutTo(bodyName, ONE_LINE - title.length), title]
}

const cutTo = (words: string, longest: number) =>
  words.length <= longest ? words : shortened(words, longest - 1)

/** The foot of each page, beside its number. */
export function footWords(head: DocumentHead): string {
  return [head.reference, head.mention, head.sampleMark].filter((part) => part !== '').join('  ·  ')
}
