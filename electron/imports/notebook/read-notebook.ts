import { AppError } from '../../contract/errors.ts'
import { type NotebookLine, notebookWords, type ReadNotebook } from '../../domain/session/notebook.ts'
import { fold } from '../../domain/text/fold.ts'
import { decodeText } from '../decode.ts'
import { recognise } from '../format.ts'
import { readTranscript } from '../transcript/read-transcript.ts'
import { docxLines, type NotebookText } from './docx-lines.ts'

/** Above this a file is no notebook. */
const MAX_LINES = 3000
/** Rows of a Word file: a turn of a transcript has several. */
const MAX_READ = 20 * MAX_LINES
/** Longest text kept of one line; a longer one becomes several. */
const MAX_LINE = 10_000
const MAX_AUTHOR = 200

/**
 * Notes that somebody typed, or a transcript, by what the file holds.
 * @throws AppError `transcript-empty`, `notebook-empty`, `notebook-too-long`, `file-format-unknown` (a table, a calendar), and what `recognise` and
 *   the readers refuse
 */
export function readNotebook({ fileName, bytes }: { fileName: string; bytes: Uint8Array }): ReadNotebook {
  const said = transcriptText(bytes)
  if (said !== null) return said
  const file = recognise(fileName, bytes)
  const { lines, meetingId, pictures, truncated } =
    file.format === 'docx' ? docxLines(file.archive, file.main, MAX_READ) : textLines(file.format, bytes)
  const spoken = file.format === 'docx' ? transcriptOf(asText(lines)) : null
  if (spoken !== null) return spoken
  if (truncated || lines.length > MAX_LINES) throw new AppError('notebook-too-long')
  const read: ReadNotebook = { meetingId, reference: null, author: '', lines: [], pictures, transcript: null }
  for (const line of lines) if (!isPrinted(line, read)) read.lines.push(...cut(line))
  if (read.lines.every(({ isHeading }) => isHeading)) throw new AppError('notebook-empty')
  return read
}

function transcriptText(bytes: Uint8Array): ReadNotebook | null {
  if (bytes[0] === 0x50 && bytes[1] === 0x4b) return null
  try {
    return transcriptOf(decodeText(bytes))
  } catch (thrown) {
    // No text: what it is instead is told by its format.
    if (thrown instanceof AppError && thrown.code === 'file-format-unknown') return null
    throw thrown
  }
}

function transcriptOf(text: string): ReadNotebook | null {
  // A notebook of ours, whatever was typed in it.
  if (reference.test(plain(text.slice(0, 10_000)))) return null
  const transcript = readTranscript(text)
  return transcript && { meetingId: null, reference: null, author: '', lines: [], pictures: 0, transcript }
}

/** The text of a Word file; a transcript has no tables. */
const asText = (lines: NotebookText['lines']) =>
  lines
    .filter(({ isCell }) => isCell !== true)
    .map(({ text, isHeading }) => (isHeading ? `# ${text}` : text))
    .join('\n')

function textLines(format: string, bytes: Uint8Array): NotebookText {
  if (format !== 'txt' && format !== 'md') throw new AppError('file-format-unknown')
  const rows = decodeText(bytes).split('\n', MAX_LINES * 4)
  const lines = rows.flatMap((row): NotebookLine[] => {
    const text = row.trim()
    if (text === '') return []
    // "#4 texte" goes to item 4: a heading has a space after its marks.
    const heading = /^#{1,6}[ \t\u00a0]+(\S.*)$/u.exec(text)
    const bullet = /^[-–—•*·▪][ \t\u00a0]+(?=\S)/u.exec(text)
    return [
      {
        text: heading?.[1] ?? (bullet === null ? text : text.slice(bullet[0].length)),
        isHeading: heading !== null,
        itemId: null,
      },
    ]
  })
  return { lines, meetingId: null, pictures: 0, truncated: rows.length === MAX_LINES * 4 }
}

const printed = new Set([notebookWords.title, ...notebookWords.legend].map(plain))
const named = new RegExp(`^${plain(notebookWords.name)}[ :]*`, 'u')
const reference = new RegExp(`${plain(notebookWords.reference)}[ :]*(cn[ -][0-9a-f]{4}[ -][0-9a-f]{4})`, 'u')
const planned = new RegExp(`^\\[${plain(notebookWords.planned)} ?:.*\\]$`, 'u')

/** Whether the blank notebook had this line; who took the notes and which meeting it is are learnt on the way. */
function isPrinted({ text }: NotebookLine, read: ReadNotebook): boolean {
  const words = plain(text)
  if (printed.has(words) || planned.test(words)) return true
  const found = reference.exec(words)?.[1]
  if (found !== undefined && read.reference === null) {
    read.reference = found.toUpperCase().replaceAll(' ', '-')
    return true
  }
  if (!named.test(words)) return false
  const name = text.slice(text.search(/:/u) + 1).replace(/(?:[_…\s\u00a0]|\.{3,})+/gu, ' ')
  if (read.author === '' && text.includes(':')) read.author = name.trim().slice(0, MAX_AUTHOR)
  return true
}

/** Spaces of any kind, case and accents do not count. */
function plain(text: string): string {
  return fold(text)
    .replace(/[\s\u00a0\u202f]+/gu, ' ')
    .trim()
}

function cut(line: NotebookLine): NotebookLine[] {
  const pieces: NotebookLine[] = []
  for (let at = 0; at < line.text.length; at += MAX_LINE)
    pieces.push({
      ...line,
      text: line.text.slice(at, at + MAX_LINE),
      isHeading: line.isHeading && at === 0,
      itemId: at === 0 ? line.itemId : null,
    })
  return pieces
}
