import type { Draft, DraftItem } from '../../electron/domain/agenda/draft.ts'
import { readFile } from '../../electron/imports/read-file.ts'

/** Draft of a text, read as the file its name says. */
export async function read(text: string, fileName = 'essai.txt', today = '2026-01-10'): Promise<Draft> {
  const bytes = new TextEncoder().encode(text)
  return (await readFile({ fileName, bytes, today })).draft
}

/** Draft of minutes, line by line. */
export const text = (lines: readonly string[]) =>
  read(`${lines.join('\n')}\n`, 'compte-rendu.txt', '2026-06-01')

/** Draft of a page in Markdown. */
export const markdown = (lines: string) => read(lines, 'reunion.md', '2026-06-01')

export const titles = ({ items }: Draft) => items.map(({ title }) => title)

/** "Odile VASSEUR present" */
export const names = ({ participants }: Draft) =>
  participants.map(({ givenName, familyName, attendance }) =>
    `${givenName ?? ''} ${familyName} ${attendance}`.trim(),
  )

/** "1 Titre 10:00 20' {Qui|Où}", sub-items after a ">" each. */
export function said(items: readonly DraftItem[], depth = 0): string[] {
  return items.flatMap((item) => {
    const who = [item.presenter, item.organisation].map((one) => one ?? '').join('|')
    const words = [
      '>'.repeat(depth),
      item.number ?? '',
      item.title,
      item.fixedStart ?? '',
      item.durationMinutes === null ? '' : `${item.durationMinutes}'`,
      item.nature ?? '',
      who === '|' ? '' : `{${who}}`,
    ]
    return [words.filter((word) => word !== '').join(' '), ...said(item.children, depth + 1)]
  })
}
