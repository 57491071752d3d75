// Template: the items every agenda begins and ends with (approval of earlier minutes, follow-up, any other business).
import { sentences } from '../../documents/text/template.ts'
import type { WriteContext } from '../context.ts'
import { newId } from '../new-id.ts'
import { insertItem, type NewItem } from './items.ts'

/** Lays the template on an empty agenda: one approval item per earlier meeting whose minutes await approval. */
export async function layTemplate({ tx, now }: WriteContext, meetingId: string): Promise<void> {
  const { date } = await tx
    .selectFrom('meeting')
    .select('date')
    .where('id', '=', meetingId)
    .executeTakeFirstOrThrow()
  const awaiting = await tx
    .selectFrom('minutes')
    .innerJoin('meeting', 'meeting.id', 'minutes.meetingId')
    .select(['meeting.number', 'meeting.date'])
    .where('minutes.state', '!=', 'approved')
    .where('meeting.deletedAt', 'is', null)
    .where('meeting.date', '<', date)
    .orderBy('meeting.date')
    .execute()
  const items: NewItem[] = [
    ...awaiting.map(
      (meeting): NewItem => ({
        title: sentences.approval(meeting),
        nature: 'approbation',
        durationMinutes: 5,
      }),
    ),
    { title: sentences.followUp, nature: 'information', durationMinutes: 10 },
    { title: sentences.otherBusiness, durationMinutes: 10 },
  ]
  for (const [index, fields] of items.entries())
    await insertItem(tx, { id: newId(now), meetingId, parentId: null, index }, fields)
}
