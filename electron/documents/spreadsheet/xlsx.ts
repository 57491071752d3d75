// Sheets as a workbook (ECMA-376 part 1): dates as dates, the head kept in view, widths, a filter; no formula.
import { strToU8, zipSync } from 'fflate'
import { daysBetween } from '../../domain/time/civil-date.ts'
import { escapeMarkup } from '../paper/escape.ts'
import { RELATIONSHIPS, XML } from '../word/xml.ts'
import { type Cell, neutral, type Sheet } from './sheet.ts'

const MAIN = 'http://schemas.openxmlformats.org/spreadsheetml/2006/main'
const PACKAGE = 'http://schemas.openxmlformats.org/package/2006'
const TYPE = 'application/vnd.openxmlformats-officedocument.spreadsheetml'

/** The most that a cell holds. */
const MOST_LETTERS = 32_767

/** Styles by place in the list of cell formats below. */
const style = { text: 1, date: 2, number: 3, head: 4, share: 5 } as const

/** The same sheets give the same bytes. */
export function writeXlsx(sheets: readonly Sheet[]): Uint8Array {
  const parts: Record<string, string> = {
    '[Content_Types].xml': contentTypes(sheets.length),
    '_rels/.rels': relationships([['officeDocument', 'xl/workbook.xml']]),
    'xl/workbook.xml': workbook(sheets),
    'xl/_rels/workbook.xml.rels': relationships([
      ...sheets.map((_, index) => ['worksheet', `worksheets/sheet${index + 1}.xml`] as const),
      ['styles', 'styles.xml'],
    ]),
    'xl/styles.xml': styles,
    ...Object.fromEntries(
      sheets.map((sheet, index) => [`xl/worksheets/sheet${index + 1}.xml`, sheetXml(sheet)]),
    ),
  }
  return zipSync(
    Object.fromEntries(
      Object.entries(parts).map(([name, xml]) => [
        name,
        [strToU8(XML + xml), { mtime: new Date(1980, 0, 1) }],
      ]),
    ),
  )
}

function contentTypes(count: number): string {
  const sheets = Array.from(
    { length: count },
    (_, index) =>
      `<Override PartName="/xl/worksheets/sheet${index + 1}.xml" ContentType="${TYPE}.worksheet+xml"/>`,
  ).join('')
  return `<Types xmlns="${PACKAGE}/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Default Extension="xml" ContentType="application/xml"/><Override PartName="/xl/workbook.xml" ContentType="${TYPE}.sheet.main+xml"/><Override PartName="/xl/styles.xml" ContentType="${TYPE}.styles+xml"/>${sheets}</Types>`
}

function relationships(targets: readonly (readonly [kind: string, target: string])[]): string {
  const lines = targets.map(
    ([kind, target], index) =>
      `<Relationship Id="rId${index + 1}" Type="${RELATIONSHIPS}/${kind}" Target="${target}"/>`,
  )
  return `<Relationships xmlns="${PACKAGE}/relationships">${lines.join('')}</Relationships>`
}

function workbook(sheets: readonly Sheet[]): string {
  const listed = sheets.map(
    ({ name }, index) =>
      `<sheet name="${escapeMarkup(name)}" sheetId="${index + 1}" r:id="rId${index + 1}"/>`,
  )
  // The range of a filter is named too, as Excel does, or Excel calls the file damaged.
  const filters = sheets.map(
    (sheet, index) =>
      `<definedName name="_xlnm._FilterDatabase" localSheetId="${index}" hidden="1">'${escapeMarkup(sheet.name.replaceAll("'", "''"))}'!${range(sheet, '$')}</definedName>`,
  )
  return `<workbook xmlns="${MAIN}" xmlns:r="${RELATIONSHIPS}"><sheets>${listed.join('')}</sheets><definedNames>${filters.join('')}</definedNames></workbook>`
}

/** Cell formats: default, text that wraps, a French date, a whole number, the head, a share in hundredths. */
const styles = `<styleSheet xmlns="${MAIN}"><numFmts count="1"><numFmt numFmtId="164" formatCode="dd/mm/yyyy"/></numFmts><fonts count="2"><font><sz val="11"/><name val="Calibri"/></font><font><b/><sz val="11"/><name val="Calibri"/></font></fonts><fills count="3"><fill><patternFill patternType="none"/></fill><fill><patternFill patternType="gray125"/></fill><fill><patternFill patternType="solid"><fgColor rgb="FFDCEBEC"/><bgColor indexed="64"/></patternFill></fill></fills><borders count="1"><border><left/><right/><top/><bottom/><diagonal/></border></borders><cellStyleXfs count="1"><xf numFmtId="0" fontId="0" fillId="0" borderId="0"/></cellStyleXfs><cellXfs count="6"><xf numFmtId="0" fontId="0" fillId="0" borderId="0" xfId="0"/><xf numFmtId="49" fontId="0" fillId="0" borderId="0" xfId="0" applyNumberFormat="1" applyAlignment="1"><alignment vertical="top" wrapText="1"/></xf><xf numFmtId="164" fontId="0" fillId="0" borderId="0" xfId="0" applyNumberFormat="1" applyAlignment="1"><alignment vertical="top" horizontal="left"/></xf><xf numFmtId="1" fontId="0" fillId="0" borderId="0" xfId="0" applyNumberFormat="1" applyAlignment="1"><alignment vertical="top"/></xf><xf numFmtId="49" fontId="1" fillId="2" borderId="0" xfId="0" applyNumberFormat="1" applyFont="1" applyFill="1" applyAlignment="1"><alignment vertical="top" wrapText="1"/></xf><xf numFmtId="9" fontId="0" fillId="0" borderId="0" xfId="0" applyNumberFormat="1" applyAlignment="1"><alignment vertical="top"/></xf></cellXfs></styleSheet>`

function sheetXml(sheet: Sheet): string {
  const { columns, rows } = sheet
  const widths = columns
    .map(
      ({ width }, index) => `<col min="${index + 1}" max="${index + 1}" width="${width}" customWidth="1"/>`,
    )
    .join('')
  const head = rowXml(
    1,
    columns.map(({ title }) => textCell(title, style.head)),
  )
  const body = rows.map((row, index) => rowXml(index + 2, row.map(cellXml))).join('')
  return `<worksheet xmlns="${MAIN}"><sheetViews><sheetView workbookViewId="0"><pane ySplit="1" topLeftCell="A2" activePane="bottomLeft" state="frozen"/></sheetView></sheetViews><cols>${widths}</cols><sheetData>${head}${body}</sheetData><autoFilter ref="${range(sheet, '')}"/></worksheet>`
}

function range({ columns, rows }: Sheet, fixed: '' | '$'): string {
  return `${fixed}A${fixed}1:${fixed}${columnName(columns.length)}${fixed}${rows.length + 1}`
}

/** 1 → A, 27 → AA. */
function columnName(number: number): string {
  const rest = (number - 1) % 26
  const before = (number - 1 - rest) / 26
  return `${before === 0 ? '' : columnName(before)}${String.fromCharCode(65 + rest)}`
}

type Written = (at: string) => string

function rowXml(number: number, cells: readonly Written[]): string {
  const written = cells.map((cell, index) => cell(`${columnName(index + 1)}${number}`)).join('')
  return `<row r="${number}">${written}</row>`
}

function cellXml(cell: Cell): Written {
  if (cell === null) return () => ''
  if (typeof cell === 'number') return (at) => `<c r="${at}" s="${style.number}"><v>${cell}</v></c>`
  if (typeof cell === 'object' && 'share' in cell)
    return (at) => `<c r="${at}" s="${style.share}"><v>${cell.share}</v></c>`
  if (typeof cell === 'object')
    return (at) => `<c r="${at}" s="${style.date}"><v>${serial(cell.date)}</v></c>`
  return textCell(cell, style.text)
}

function textCell(words: string, look: number): Written {
  if (words === '') return () => ''
  const safe = neutral(words).replace(/\r\n?/g, '\n').slice(0, MOST_LETTERS)
  // `_x0041_` would be read as the letter that it names.
  const xml = escapeMarkup(safe).replace(/_(?=x[0-9A-Fa-f]{4}_)/g, '_x005F_')
  return (at) => `<c r="${at}" s="${look}" t="inlineStr"><is><t xml:space="preserve">${xml}</t></is></c>`
}

/** A day as spreadsheet programs count them. */
const serial = (date: string) => daysBetween('1899-12-30', date)
