import { z } from 'zod'
import { itemBookmark, meetingBookmark, notebookWords } from '../../domain/session/notebook.ts'
import { notebookText as text } from '../text/notebook.ts'
import { bookmarked, formStyles, writeForm } from '../word/form.ts'
import { paragraphXml, run } from '../word/xml.ts'

export const NotebookPaper = z.strictObject({
  meetingId: z.string(),
  author: z.string(),
  /** Its kind, its name, its date and its reference. */
  meeting: z.string(),
  items: z.array(
    z.strictObject({
      id: z.string(),
      depth: z.int().min(1),
      heading: z.string(),
      /** Hours and presenter; empty when neither is known. */
      planned: z.string(),
    }),
  ),
})
export type NotebookPaper = z.infer<typeof NotebookPaper>

/** The bytes of the file. @param model checked here: it comes from another process. */
export function writeNotebook(model: unknown, format: 'docx' | 'txt'): Uint8Array {
  const paper = NotebookPaper.parse(model)
  return format === 'docx' ? docx(paper) : txt(paper)
}

/** With a byte order mark and the line ends of Windows: the plainest editors then keep accents and lines. */
function txt({ meeting, items }: NotebookPaper): Uint8Array {
  const lines = [
    notebookWords.title,
    meeting,
    text.name,
    '',
    ...notebookWords.legend,
    '',
    `## ${notebookWords.general}`,
    '',
    '',
    ...items.flatMap(({ heading, planned }) => [
      `## ${heading}`,
      ...(planned === '' ? [] : [planned]),
      '',
      '',
    ]),
  ]
  return new TextEncoder().encode(`\ufeff${lines.join('\r\n')}`)
}

/** Empty lines under each heading, to type in. */
const ROOM = 3

function docx({ meetingId, author, meeting, items }: NotebookPaper): Uint8Array {
  const small = (words: string) => paragraphXml(null, run(words, formStyles.small))
  const room = paragraphXml(null, '').repeat(ROOM)
  const [first, , last] = formStyles.headings
  const title = bookmarked(1, meetingBookmark(meetingId), run(notebookWords.title))
  return writeForm({
    title: notebookWords.title,
    author,
    description: meeting,
    foot: meeting,
    body: [
      paragraphXml(formStyles.title, title),
      paragraphXml(null, run(meeting)),
      paragraphXml(null, run(text.name, formStyles.strong)),
      ...notebookWords.legend.map(small),
      paragraphXml(first, run(notebookWords.general)),
      room,
      ...items.flatMap((item, index) => [
        paragraphXml(
          formStyles.headings[item.depth - 1] ?? last,
          bookmarked(index + 2, itemBookmark(item.id), run(item.heading)),
        ),
        ...(item.planned === '' ? [] : [small(item.planned)]),
        room,
      ]),
    ].join(''),
  })
}
