// The smallest pieces of a WordprocessingML part (ECMA-376 part 1), words escaped.
import { escapeMarkup } from '../paper/escape.ts'
import { raisedParts } from '../paper/raised.ts'

export const XML = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n'
export const RELATIONSHIPS = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships'

/** Namespaces of a part that holds text. */
export const namespaces = [
  'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"',
  `xmlns:r="${RELATIONSHIPS}"`,
  'xmlns:wp="http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing"',
  'xmlns:a="http://schemas.openxmlformats.org/drawingml/2006/main"',
  'xmlns:pic="http://schemas.openxmlformats.org/drawingml/2006/picture"',
].join(' ')

/** A run of words under a character style; tabs are written as Word writes them. */
export function run(words: string, style: string | null = null): string {
  // A run has one style of characters: words that have another look keep it.
  return style !== null
    ? runOf(words, style)
    : raisedParts(words)
        .map((part) => runOf(part.words, part.isRaised ? RAISED : null))
        .join('')
}

/** The character style of letters behind a number: "1er". */
export const RAISED = 'Exposant'
export const RAISED_LOOK = '<w:vertAlign w:val="superscript"/>'

function runOf(words: string, style: string | null): string {
  const pieces = words
    .split(/([\t\n\r])/)
    .map((piece) =>
      piece === '\t'
        ? '<w:tab/>'
        : piece === '\n' || piece === '\r'
          ? '<w:br/>'
          : piece === ''
            ? ''
            : `<w:t xml:space="preserve">${escapeMarkup(piece)}</w:t>`,
    )
    .join('')
  return `<w:r>${style === null ? '' : `<w:rPr><w:rStyle w:val="${style}"/></w:rPr>`}${pieces}</w:r>`
}

/** A number that Word counts itself: of the page, or of all pages. */
export function pageField(name: 'PAGE' | 'NUMPAGES'): string {
  return `<w:fldSimple w:instr=" ${name} ">${run('1')}</w:fldSimple>`
}

/** A paragraph under a named style or the plain one, part of a list or not. */
export function paragraphXml(
  style: string | null,
  inner: string,
  list: { number: number; depth: number } | null = null,
): string {
  const numbering =
    list === null ? '' : `<w:numPr><w:ilvl w:val="${list.depth}"/><w:numId w:val="${list.number}"/></w:numPr>`
  const named = style === null ? '' : `<w:pStyle w:val="${style}"/>`
  const properties = named + numbering === '' ? '' : `<w:pPr>${named}${numbering}</w:pPr>`
  return `<w:p>${properties}${inner}</w:p>`
}

/** Points in Word's unit of drawings. */
export const emu = (points: number) => Math.round(points * 12_700)
