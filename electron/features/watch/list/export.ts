import type { AskedTexts } from '../../../contract/watch.ts'
import { safeFileName } from '../../../documents/file-name.ts'
import { watchListSheet } from '../../../documents/spreadsheet/watch-list.ts'
import { watchListText as text } from '../../../documents/text/watch-list.ts'
import type { WholeText } from '../../../domain/watch/list.ts'
import type { LongContext } from '../../context.ts'
import { watchIds } from '../../reads/watch.ts'
import { wholeTexts } from './whole-texts.ts'

/** Texts read in one go: far below the 40 ms that the live connection may be held. */
const AT_ONCE = 100

export function watchListFileName({ today }: LongContext): string {
  return safeFileName(text.fileName(today), 'xlsx')
}

/** The bytes of the file. */
export async function renderWatchList(
  context: LongContext,
  asked: AskedTexts,
  format: 'csv' | 'xlsx',
): Promise<Uint8Array> {
  const { read, runJob } = context
  const ids = await watchIds(context, asked)
  const texts: WholeText[] = []
  for (let at = 0; at < ids.length; at += AT_ONCE)
    texts.push(...(await read(({ tx }) => wholeTexts(tx, ids.slice(at, at + AT_ONCE)))))
  return (await runJob('writeSpreadsheet', { sheets: [watchListSheet(texts)], format })).bytes
}
