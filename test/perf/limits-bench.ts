import { RichText } from '../../electron/domain/text/rich-text.ts'
import { wordRuns } from '../../electron/domain/text/word-changes.ts'
import { htmlToText } from '../../electron/imports/mail/html-text.ts'
import { readNotebook } from '../../electron/imports/notebook/read-notebook.ts'
import { readFile } from '../../electron/imports/read-file.ts'
import { cleanPastedHtml } from '../../renderer/features/minutes/paste-html.ts'
import { inflatingDocx } from '../fixtures/imports/bad-files.ts'
import { type Line, ms, timed } from './measure.ts'

const refused = (work: () => unknown) =>
  Promise.resolve()
    .then(work)
    .then(
      () => Promise.reject(new Error('it was taken')),
      () => undefined,
    )
const words = (name: string) => Array.from({ length: 5000 }, (_, index) => `${name}${index}`).join(' ')
const inflating = inflatingDocx('lying')
const longText = {
  type: 'doc',
  content: Array.from({ length: 400_000 }, () => ({
    type: 'paragraph',
    content: [{ type: 'text', text: 'un paragraphe de cinquante signes, ou à peu près.' }],
  })),
}
const notebook = new TextEncoder().encode('une ligne de texte\n'.repeat(560_000))

/** Inputs as large or as broken as they may be: the longest of three runs of each. */
const limits: readonly (readonly [what: string, budget: number, work: () => unknown])[] = [
  ...['<', '<a ', '<!--', '<div style="', '&', '<p>a', '<b>a b </b>'].map(
    (piece) =>
      [
        `a mail of 200,000 × \`${piece}\` to its words`,
        3000,
        () => htmlToText(piece.repeat(200_000)),
      ] as const,
  ),
  ['30,000 unclosed tags, pasted', 1000, () => cleanPastedHtml(`<p>${'<b>mot '.repeat(30_000)}`)],
  ['a rich text of 20 MB, refused by the contract', 1000, () => RichText.safeParse(longText)],
  [
    'a Word file of 2 MB that inflates to 2 GB, refused',
    3000,
    () => refused(() => readFile({ fileName: 'a.docx', bytes: inflating, today: '2026-01-10' })),
  ],
  ['two texts of 5,000 words with none in common, compared', 2000, () => wordRuns(words('a'), words('b'))],
  [
    'a notebook of 10 MB, refused',
    3000,
    () => refused(() => readNotebook({ fileName: 'a.txt', bytes: notebook })),
  ],
]

export async function benchLimits(): Promise<Line[]> {
  const lines: Line[] = []
  for (const [what, budget, work] of limits) {
    const times: number[] = []
    for (let run = 0; run < 3; run += 1) times.push(await timed(async () => work()))
    const longest = Math.max(...times)
    lines.push({ what, measured: ms(longest), budget: ms(budget), holds: longest <= budget })
  }
  return lines
}
