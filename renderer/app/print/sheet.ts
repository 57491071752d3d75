// What is printed in place of the screen, made for the printer only and taken away afterwards.
import { formatDate } from '../../../electron/domain/text/french.ts'
import { civilDate } from '../../../electron/domain/time/civil-date.ts'
import { drawForPrint, type PagesDrawn } from '../../features/documents/index.ts'
import type { Printed, PrintedList } from '../../parts/printed.ts'
import { printText as text } from '../../text/print.ts'

/** Letters of a number or a date ("mer. 1er juill. 2027"), which is not cut in two. */
const SHORT = 20

/** `screen`: it is itself what is printed. */
export async function sheetOf(
  printed: readonly Printed[],
  drawn: PagesDrawn,
): Promise<HTMLElement | 'screen' | 'too-long'> {
  if (printed.length === 0) return 'screen'
  const sheet = element('div', 'print-sheet')
  for (const one of printed)
    if (one.kind === 'list') sheet.append(...listOf(await one.list()))
    else {
      const pages = await drawForPrint(await one.pdf(), drawn)
      if (pages === null) return 'too-long'
      sheet.append(...pages)
    }
  return sheet
}

function listOf({ title, heads, rows }: PrintedList): HTMLElement[] {
  const heading = element('h1', '', title)
  const facts = element('p', '', text.facts(placeName(title), rows.length, formatDate(civilDate(new Date()))))
  const table = element('table', '')
  const head = element('tr', '')
  head.append(...heads.map((words) => element('th', '', words)))
  const isShort = heads.map((_, rank) => rows.every((cells) => (cells[rank] ?? '').length <= SHORT))
  const body = document.createElement('tbody')
  for (const cells of rows) {
    const row = element('tr', '')
    row.append(...cells.map((words, rank) => element('td', isShort[rank] === true ? 'nowrap' : '', words)))
    body.append(row)
  }
  const top = document.createElement('thead')
  top.append(head)
  table.append(top, body)
  return [heading, facts, table]
}

/** The screen that the list is of, such as a meeting; empty where the list is named like it. */
function placeName(title: string): string {
  const name = document.querySelector('main h1')?.textContent?.trim() ?? ''
  return name === title ? '' : name
}

function element(tag: string, className: string, words = ''): HTMLElement {
  const made = document.createElement(tag)
  if (className !== '') made.className = className
  made.textContent = words
  return made
}
