// Render: a paper as a Word document that a colleague can edit: real styles, heads and feet, language, bookmarks.
import { Document, Footer, Header, Packer, PageNumber, Paragraph, Tab, TabStopType, TextRun } from 'docx'
import type { ImageBytes } from '../../contract/wire.ts'
import type { DocumentHead } from '../head.ts'
import type { Paper } from '../paper/paper.ts'
import { Numberings, TEXT_WIDTH, wordBlocks } from './blocks.ts'
import { finishWord } from './finish.ts'
import { BULLETS, bulletLevels, NUMBERS, numberLevels, styles } from './styles.ts'

/**
 * Bytes of a docx; the same paper gives the same bytes.
 * @param images bytes of the pictures that the paper shows.
 * @param data the document model, carried inside (see `finishWord`); null to leave it out.
 */
export async function renderWord(paper: Paper, _images: ImageBytes, data: unknown): Promise<Uint8Array> {
  const { head } = paper
  const numberings = new Numberings()
  const body = wordBlocks(paper.blocks, numberings)
  const document = new Document({
    title: head.metadata.title,
    creator: head.metadata.author,
    description: head.metadata.description,
    keywords: head.metadata.keywords.join(', '),
    lastModifiedBy: head.metadata.author,
    styles,
    numbering: {
      config: [
        { reference: BULLETS, levels: bulletLevels },
        ...numberings.starts.map((start, index) => ({
          reference: `${NUMBERS}-${index + 1}`,
          levels: numberLevels(start),
        })),
      ],
    },
    sections: [
      {
        properties: {
          titlePage: true,
          page: { margin: { top: 1304, bottom: 1304, left: 1304, right: 1304, header: 600, footer: 600 } },
        },
        headers: { first: new Header({ children: [new Paragraph('')] }), default: runningHead(head) },
        footers: { first: foot(head), default: foot(head) },
        children: [...letterhead(head), ...body],
      },
    ],
  })
  return finishWord(await Packer.toBuffer(document), head, data)
}

function letterhead(head: DocumentHead): Paragraph[] {
  const line = (style: string, text: string) => (text === '' ? [] : [new Paragraph({ style, text })])
  const marks = [head.mention, head.sampleMark, head.notice].filter((mark) => mark !== '')
  return [
    ...line('Emetteur', head.bodyName),
    ...line('Mention', head.issuer),
    ...line('Mention', head.reference),
    new Paragraph({ style: 'Title', text: head.title }),
    ...line('SousTitre', head.subtitle),
    ...marks.flatMap((mark) => line('Mention', mark)),
  ]
}

const atRight = { tabStops: [{ type: TabStopType.RIGHT, position: TEXT_WIDTH }] }

function runningHead(head: DocumentHead): Header {
  return new Header({
    children: [
      new Paragraph({
        style: 'EnTete',
        ...atRight,
        children: [new TextRun({ children: [head.bodyName, new Tab(), head.runningTitle] })],
      }),
    ],
  })
}

function foot(head: DocumentHead): Footer {
  const left = [head.reference, head.mention, head.sampleMark].filter((part) => part !== '').join('  ·  ')
  return new Footer({
    children: [
      new Paragraph({
        style: 'EnTete',
        ...atRight,
        children: [
          new TextRun({
            children: [
              left,
              new Tab(),
              `${head.page} `,
              PageNumber.CURRENT,
              ` ${head.pageOf} `,
              PageNumber.TOTAL_PAGES,
            ],
          }),
        ],
      }),
    ],
  })
}
