import { knownText } from '../../../documents/text/personal-data.ts'
import type { KnownPerson } from '../../../domain/people/personal-data.ts'
import type { LongContext } from '../../context.ts'
import { keptPapers, olderCopies } from './copies.ts'
import { findPerson } from './find.ts'
import { identityOf } from './identity.ts'
import { excerptOf } from './plan.ts'

export async function knownOf(context: LongContext, personId: string): Promise<KnownPerson> {
  const { person, name, sought } = await identityOf(context, personId)
  const found = await findPerson(context, sought, true)
  const { papers, meetings } = await context.read(async ({ tx }) => ({
    papers: await keptPapers(
      tx,
      found.rows.filter(({ plan }) => plan.by !== 'familyName'),
    ),
    meetings: await tx.selectFrom('meeting').select(['id', 'number', 'date']).execute(),
  }))
  const byId = new Map(meetings.map((meeting) => [meeting.id, meeting]))
  return {
    id: person.id,
    version: person.version,
    name,
    traces: found.rows.map(({ table, row, plan: { by, columns, fate, because } }) => ({
      table: table.name,
      place: knownText.table(table.name),
      id: row.key,
      columns,
      excerpt: excerptOf(row, columns, sought),
      meeting: byId.get(row.meetingId ?? '') ?? null,
      by,
      fate,
      because,
    })),
    journalEntries: new Set(found.images.flatMap(({ entry, isSure }) => (isSure ? [entry] : []))).size,
    searchTexts: found.searchRows.filter(({ isSure }) => isSure).length,
    copies: [...papers, ...(await olderCopies(context))],
  }
}
