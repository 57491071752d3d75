import { getRow } from '../../../db/rows.ts'
import { safeFileName } from '../../../documents/file-name.ts'
import { renderHtml } from '../../../documents/html/render.ts'
import { knownPaper, registerPaper } from '../../../documents/personal-data/paper.ts'
import { knownText, registerText } from '../../../documents/text/personal-data.ts'
import { listedMeeting } from '../../../domain/meetings/meeting-name.ts'
import { fullName } from '../../../domain/people/full-name.ts'
import { formatDateWithoutWeekday } from '../../../domain/text/french.ts'
import type { LongContext, ReadContext } from '../../context.ts'
import { lookOn } from '../../reads/document-style.ts'
import { getBody } from '../../reads/settings.ts'
import { knownOf } from './known.ts'
import { personalDataView } from './queries.ts'

export function registerFileName(): string {
  return safeFileName(registerText.fileName, 'html')
}

/** The sheet of the register of processing activities. */
export async function renderRegister(context: LongContext): Promise<Uint8Array> {
  const paper = await context.read(async (reading) =>
    registerPaper(await issuedBy(reading), await personalDataView(reading)),
  )
  return renderHtml(paper, [])
}

export async function knownFileName(context: LongContext, personId: string): Promise<string> {
  const { givenName, familyName } = await context.read(({ tx }) => getRow(tx, 'person', personId))
  return safeFileName(knownText.fileName(fullName({ givenName, familyName })), 'html')
}

/** The same in both formats: the page to be read, the JSON to be handed to another program. */
export async function renderKnown(
  context: LongContext,
  personId: string,
  format: 'html' | 'json',
): Promise<Uint8Array> {
  const all = await knownOf(context, personId)
  // What may be of somebody else who bears the name is looked at first, and leaves with nobody.
  const known = { ...all, traces: all.traces.filter(({ by }) => by !== 'familyName') }
  if (format === 'json') return new TextEncoder().encode(`${JSON.stringify(known, null, 2)}\n`)
  const paper = await context.read(async (reading) => {
    const names = await meetingNames(reading)
    return knownPaper(await issuedBy(reading), known, (id) => (id === null ? '' : (names.get(id) ?? '')))
  })
  return renderHtml(paper, [])
}

async function issuedBy({ tx, today }: ReadContext) {
  return { body: await getBody(tx), look: await lookOn(tx, today), today }
}

async function meetingNames({ tx }: ReadContext): Promise<ReadonlyMap<string, string>> {
  const meetings = await tx.selectFrom('meeting').select(['id', 'number', 'date']).execute()
  return new Map(
    meetings.map(({ id, number, date }) => [id, listedMeeting(number, formatDateWithoutWeekday(date))]),
  )
}
