import type { Reader } from '../../db/driver.ts'
import { getRow } from '../../db/rows.ts'
import type { HeardItem } from '../../documents/project-sheet/hearing.ts'
import { type ProjectFile, projectDay } from '../../documents/project-sheet/model.ts'
import { putOffTo } from '../reads/actions.ts'
import { lookOn } from '../reads/document-style.ts'
import { withStates } from '../reads/hearing-states.ts'
import { projectView } from '../reads/project-view.ts'
import { getBody } from '../reads/settings.ts'

/** @throws AppError `not-found`. */
export async function projectFile(tx: Reader, id: string): Promise<ProjectFile> {
  const project = await getRow(tx, 'project', id)
  const heard = await heardItems(tx, id)
  const itemIds = heard.map(({ item }) => item.id)
  return {
    body: await getBody(tx),
    look: await lookOn(tx, projectDay(project, heard)),
    project,
    sortedBy: {
      programme: await referenceTitle(tx, project.programmeId),
      axis: await referenceTitle(tx, project.axisId),
      recommendation: await referenceTitle(tx, project.recommendationId),
    },
    ...(await stepsAndAudiences(tx, id)),
    heard,
    watchItems: await tx
      .selectFrom('watchItem')
      .selectAll()
      .where((eb) =>
        eb.or([
          eb('id', 'in', eb.selectFrom('itemWatch').select('watchItemId').where('itemId', 'in', itemIds)),
          eb('id', 'in', eb.selectFrom('projectWatch').select('watchItemId').where('projectId', '=', id)),
        ]),
      )
      .execute(),
    attachments: (
      await tx
        .selectFrom('attachment')
        .selectAll()
        .where((eb) => eb.or([eb('itemId', 'in', itemIds), eb('projectId', '=', id)]))
        .where('replacedBy', 'is', null)
        .where('circulation', '!=', 'secretariat')
        .orderBy('addedAt')
        .orderBy('id')
        .execute()
    ).map((row) => ({ ...row, tabled: row.tabled === 1 })),
  }
}

/** Empty for none, and for one whose words nobody knows yet. */
async function referenceTitle(tx: Reader, id: string | null): Promise<string> {
  if (id === null) return ''
  const { title, number } = await getRow(tx, 'projectReference', id)
  return title.trim() === '' ? number : title
}

async function stepsAndAudiences(
  tx: Reader,
  projectId: string,
): Promise<Pick<ProjectFile, 'steps' | 'audiences'>> {
  const { steps, audiences } = await projectView(tx, projectId)
  return { steps, audiences }
}

/** Every item that speaks of the project, of meetings that are not in the bin. */
async function heardItems(tx: Reader, projectId: string): Promise<HeardItem[]> {
  const rows = await tx
    .selectFrom('itemProject')
    .innerJoin('agendaItem', 'agendaItem.id', 'itemProject.itemId')
    .innerJoin('meeting', 'meeting.id', 'agendaItem.meetingId')
    .leftJoin('minutes', 'minutes.meetingId', 'meeting.id')
    .leftJoin('minutesSection', (join) =>
      join
        .onRef('minutesSection.minutesId', '=', 'minutes.id')
        .onRef('minutesSection.itemId', '=', 'agendaItem.id'),
    )
    .select(['agendaItem.id as itemId', 'agendaItem.title', 'agendaItem.nature'])
    .select(['meeting.id as meetingId', 'meeting.date', 'meeting.number'])
    .select('meeting.state as meetingState')
    .select(['minutes.state as minutesState', 'minutesSection.id as sectionId'])
    .select(['minutesSection.outcome', 'minutesSection.outcomeSentence'])
    .where('itemProject.projectId', '=', projectId)
    .where('meeting.deletedAt', 'is', null)
    .execute()
  const itemIds = rows.map(({ itemId }) => itemId)
  const decisions = await tx.selectFrom('decision').selectAll().where('itemId', 'in', itemIds).execute()
  const actions = await tx.selectFrom('action').selectAll().where('itemId', 'in', itemIds).execute()
  const moved = await putOffTo(tx)
  const positions = await tx
    .selectFrom('itemPosition')
    .selectAll()
    .where('itemId', 'in', itemIds)
    .orderBy('id')
    .execute()
  return (await withStates(tx, rows)).map((row) => {
    const isOfItem = ({ itemId }: { itemId: string }) => itemId === row.itemId
    return {
      meeting: { id: row.meetingId, date: row.date, number: row.number, state: row.meetingState },
      item: { id: row.itemId, title: row.title, nature: row.nature },
      minutesState: row.minutesState,
      isHeard: row.state === 'heard',
      section:
        row.sectionId === null && row.outcome === null
          ? null
          : { outcome: row.outcome, outcomeSentence: row.outcomeSentence ?? '' },
      decisions: decisions.filter(isOfItem),
      actions: actions.filter(isOfItem),
      putOffTo: moved,
      positions: positions.filter(isOfItem),
    }
  })
}
