import { Bookmark, Document, Footer, HeadingLevel, Packer, PageNumber, Paragraph, TextRun } from 'docx'
import { z } from 'zod'
import { itemBookmark, meetingBookmark, notebookWords } from '../../domain/session/notebook.ts'
import { notebookText as text } from '../text/notebook.ts'

export const NotebookPaper = z.strictObject({
  meetingId: z.string(),
  author: z.string(),
  /** What, which one, when, with its reference. */
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
export async function writeNotebook(model: unknown, format: 'docx' | 'txt'): Promise<Uint8Array> {
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
const levels = [HeadingLevel.HEADING_1, HeadingLevel.HEADING_2, HeadingLevel.HEADING_3] as const

async function docx({ meetingId, author, meeting, items }: NotebookPaper): Promise<Uint8Array> {
  const small = (words: string) =>
    new Paragraph({ children: [new TextRun({ text: words, size: 20, color: '46545C' })] })
  const room = () => Array.from({ length: ROOM }, () => new Paragraph({ text: '' }))
  const document = new Document({
    title: notebookWords.title,
    creator: author,
    lastModifiedBy: author,
    description: meeting,
    styles: {
      default: {
        document: {
          run: {
            font: 'Calibri',
            size: 22,
            language: { value: 'fr-FR', eastAsia: 'fr-FR', bidirectional: 'ar-SA' },
          },
          paragraph: { spacing: { after: 60, line: 264 } },
        },
        title: { run: { size: 36, bold: true, color: '12323A' }, paragraph: { spacing: { after: 120 } } },
        heading1: heading(26),
        heading2: heading(24),
        heading3: heading(22),
      },
    },
    sections: [
      {
        properties: { page: { margin: { top: 1134, bottom: 1134, left: 1134, right: 1134 } } },
        footers: { default: new Footer({ children: [pageFoot(meeting)] }) },
        children: [
          new Paragraph({
            heading: HeadingLevel.TITLE,
            children: [
              new Bookmark({
                id: meetingBookmark(meetingId),
                children: [new TextRun(notebookWords.title)],
              }),
            ],
          }),
          new Paragraph({ text: meeting }),
          new Paragraph({ children: [new TextRun({ text: text.name, bold: true })] }),
          ...notebookWords.legend.map(small),
          new Paragraph({ text: notebookWords.general, heading: HeadingLevel.HEADING_1 }),
          ...room(),
          ...items.flatMap((item) => [
            new Paragraph({
              heading: levels[Math.min(item.depth, levels.length) - 1] ?? HeadingLevel.HEADING_3,
              children: [new Bookmark({ id: itemBookmark(item.id), children: [new TextRun(item.heading)] })],
            }),
            ...(item.planned === '' ? [] : [small(item.planned)]),
            ...room(),
          ]),
        ],
      },
    ],
  })
  return new Uint8Array(await Packer.toArrayBuffer(document))
}

function heading(size: number) {
  return {
    run: { size, bold: true, color: '0F5A66' },
    paragraph: { spacing: { before: 320, after: 80 }, keepNext: true },
  }
}

function pageFoot(meeting: string): Paragraph {
  return new Paragraph({
    children: [
      new TextRun({
        children: [`${meeting} · `, PageNumber.CURRENT, ' / ', PageNumber.TOTAL_PAGES],
        size: 18,
      }),
    ],
  })
}
