import { getRow } from '../../../db/rows.ts'
import { safeFileName } from '../../../documents/file-name.ts'
import { renderHtml } from '../../../documents/html/render.ts'
import { knownPaper, registerPaper } from '../../../documents/personal-data/paper.ts'
import { knownText, registerText } from '../../../documents/text/personal-data.ts'
import { writeAtomically } from '../../../documents/write-atomically.ts'
import { formatDateWithoutWeekday } from '../../../domain/text/french.ts'
import type { LongContext, ReadContext } from '../../context.ts'
import { lookOn } from '../../reads/document-style.ts'
import { getBody } from '../../reads/settings.ts'
import { knownOf } from './known.ts'
import { personalDataView } from './queries.ts'

type Written = { path: string }

export function registerFileName(): { fileName: string } {
  return { fileName: safeFileName(registerText.fileName, 'html') }
}

export async function writeRegister(context: LongContext, { path }: Written): Promise<Written> {
  const paper = await context.read(async (reading) =>
    registerPaper(await issuedBy(reading), await personalDataView(reading)),
  )
  await writeAtomically(path, renderHtml(paper, []))
  return { path }
}

export async function knownFileName(
  context: LongContext,
  { personId }: { personId: string },
): Promise<{ fileName: string }> {
  const { givenName, familyName } = await context.read(({ tx }) => getRow(tx, 'person', personId))
  return { fileName: safeFileName(knownText.fileName(`${givenName} ${familyName}`.trim()), 'html') }
}

/** The same in both formats: the page to be read, the JSON to be handed to another program. */
export async function writeKnown(
  context: LongContext,
  { personId, path, format }: Written & { personId: string; format: 'html' | 'json' },
): Promise<Written> {
  const known = await knownOf(context, personId)
  if (format === 'json') {
    await writeAtomically(path, new TextEncoder().encode(`${JSON.stringify(known, null, 2)}\n`))
    return { path }
  }
  const paper = await context.read(async (reading) => {
    const names = await meetingNames(reading)
    return knownPaper(await issuedBy(reading), known, (id) => (id === null ? '' : (names.get(id) ?? '')))
  })
  await writeAtomically(path, renderHtml(paper, []))
  return { path }
}

async function issuedBy({ tx, today }: ReadContext) {
  return { body: await getBody(tx), look: await lookOn(tx, today), today }
}

async function meetingNames({ tx }: ReadContext): Promise<ReadonlyMap<string, string>> {
  const meetings = await tx.selectFrom('meeting').select(['id', 'number', 'date']).execute()
  return new Map(
    meetings.map(({ id, number, date }) => [
      id,
      `${number === null ? '' : `n°\u00a0${number}, `}${formatDateWithoutWeekday(date)}`,
    ]),
  )
}
