import { withoutBreaks } from '../../../electron/domain/text/without-breaks.ts'
import { call } from '../../api/client.ts'
import type { GridColumn } from './columns.ts'

/** For a spreadsheet and for a text; columns without a name hold no words. */
export async function copyRows<T>(rows: readonly T[], columns: readonly GridColumn<T>[]): Promise<void> {
  const named = columns.filter(({ label }) => label !== '')
  const lines = [named.map(({ label }) => label), ...rows.map((row) => named.map(({ text }) => text(row)))]
  const plain = lines.map((cells) => cells.map(withoutBreaks).join('\t')).join('\r\n')
  const [head = [], ...others] = lines
  const html = `<table><thead><tr>${tagged('th', head)}</tr></thead><tbody>${others
    .map((cells) => `<tr>${tagged('td', cells)}</tr>`)
    .join('')}</tbody></table>`
  await call('app.copy', { text: plain, html })
}

function tagged(tag: 'th' | 'td', cells: readonly string[]): string {
  return cells.map((words) => `<${tag}>${escaped(withoutBreaks(words))}</${tag}>`).join('')
}

function escaped(words: string): string {
  return words.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;')
}
