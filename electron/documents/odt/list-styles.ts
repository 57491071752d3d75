import { type ListStart, NUMBERED_LEVELS } from '../paper/counting.ts'

/** The indent of each level of a list, in centimetres. */
export const LIST_STEP = 0.65

/** The name of a list of the document, by its rank. */
export const listName = (rank: number) => `Numeros${rank}`

/** LibreOffice numbers a heading whose style is not one of its own by the list that the style names, and by no other. */
export const cellHeading = (list: string | null) =>
  list === null ? 'TitreDeCellule' : `TitreDeCellule.${list}`
export const cellHeadingStyle = (list: string) =>
  `<style:style style:name="${cellHeading(list)}" style:family="paragraph" style:parent-style-name="TitreDeCellule" style:list-style-name="${list}"/>`

/** Entries of a text, or the numbers of items before headings, in a list of them, in cells. */
export type NumberedList =
  | { of: 'entries'; start: number; depth: number }
  | { of: 'headings' | 'points' | 'cells'; start: ListStart }

const depths = [1, 2, 3, 4, 5, 6, 7, 8, 9, 10]
const indent = (depth: number) =>
  `<style:list-level-properties text:list-level-position-and-space-mode="label-alignment"><style:list-level-label-alignment text:label-followed-by="listtab" text:list-tab-stop-position="${(LIST_STEP * depth).toFixed(2)}cm" fo:text-indent="-0.5cm" fo:margin-left="${(LIST_STEP * depth).toFixed(2)}cm"/></style:list-level-properties>`

export const bulletStyle = `<text:list-style style:name="Puces">${depths
  .map(
    (depth) =>
      `<text:list-level-style-bullet text:level="${depth}" text:bullet-char="${depth % 2 === 1 ? '•' : '–'}">${indent(depth)}</text:list-level-style-bullet>`,
  )
  .join('')}</text:list-style>`

export function numberStyle(name: string, list: NumberedList): string {
  const levels = list.of === 'entries' ? entryLevels(list) : NUMBERED_LEVELS.map((at) => itemLevel(list, at))
  return `<text:list-style style:name="${name}">${levels.join('')}</text:list-style>`
}

function entryLevels({ start, depth: own }: Extract<NumberedList, { of: 'entries' }>): string[] {
  return depths.map(
    (depth) =>
      `<text:list-level-style-number text:level="${depth}" style:num-format="1" style:num-suffix="."${depth === own ? ` text:start-value="${start}"` : ''}>${indent(depth)}</text:list-level-style-number>`,
  )
}

/** A number of an item: "2.1". */
function itemLevel({ of, start }: Exclude<NumberedList, { of: 'entries' }>, at: number): string {
  const isCounted = at >= start.level
  const shown = isCounted ? at - start.level + 1 : at + 1
  const above = isCounted && start.above !== '' ? ` style:num-prefix="${start.above}"` : ''
  const begins = at === start.level ? ` text:start-value="${start.number}"` : ''
  const left = of === 'points' ? Math.min(at + 1, 3) : 1
  const place =
    of === 'cells'
      ? 'text:label-followed-by="space" fo:text-indent="0cm" fo:margin-left="0cm"'
      : `text:label-followed-by="listtab" text:list-tab-stop-position="${left}cm" fo:text-indent="-1cm" fo:margin-left="${left}cm"`
  return `<text:list-level-style-number text:level="${at + 1}"${of === 'headings' ? ' text:style-name="Numero"' : ''} style:num-format="1"${above}${begins} text:display-levels="${shown}"><style:list-level-properties text:list-level-position-and-space-mode="label-alignment"><style:list-level-label-alignment ${place}/></style:list-level-properties></text:list-level-style-number>`
}
