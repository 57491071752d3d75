import type { ProjectPassage, ProjectView } from '../../contract/projects.ts'
import type { Reader } from '../../db/driver.ts'
import { printedNumber } from '../../domain/minutes/minutes.ts'
import { fullName } from '../../domain/people/full-name.ts'
import { shortName } from '../../domain/people/short-name.ts'
import { projectRow } from './projects.ts'

export async function projectView(tx: Reader, id: string): Promise<ProjectView> {
  const project = await projectRow(tx, id)
  const itemIds = project.hearings.map(({ itemId }) => itemId)
  const [steps, audiences, contacts, passages, documents] = await Promise.all([
    tx.selectFrom('projectStep').selectAll().where('projectId', '=', id).orderBy('id').execute(),
    tx.selectFrom('projectAudience').selectAll().where('projectId', '=', id).orderBy('id').execute(),
    contactsOf(tx, id),
    passagesOf(tx, project.hearings),
    tx
      .selectFrom('attachment')
      .innerJoin('meeting', 'meeting.id', 'attachment.meetingId')
      .select(['attachment.id', 'attachment.title', 'attachment.fileName'])
      .select(['meeting.id as meetingId', 'meeting.number as meetingNumber', 'meeting.date as meetingDate'])
      .where('attachment.itemId', 'in', itemIds)
      .where('attachment.replacedBy', 'is', null)
      .orderBy('meeting.date', 'desc')
      .orderBy('attachment.addedAt')
      .execute(),
  ])
  const dayOf = ({ doneOn, plannedOn }: (typeof steps)[number]) => doneOn ?? plannedOn ?? '9999'
  return {
    project,
    steps: steps.sort((a, b) => dayOf(a).localeCompare(dayOf(b))),
    audiences,
    contacts,
    passages,
    documents,
  }
}

async function contactsOf(tx: Reader, projectId: string): Promise<ProjectView['contacts']> {
  const rows = await tx
    .selectFrom('projectContact')
    .innerJoin('person', 'person.id', 'projectContact.personId')
    .leftJoin('organisation', 'organisation.id', 'person.organisationId')
    .select(['projectContact.id', 'projectContact.version', 'projectContact.personId'])
    .select(['projectContact.part', 'person.givenName', 'person.familyName', 'person.email', 'person.phone'])
    .select(['organisation.name as organisation', 'organisation.acronym'])
    .where('projectContact.projectId', '=', projectId)
    .orderBy('projectContact.id')
    .execute()
  return rows.map(({ givenName, familyName, email, phone, organisation, acronym, ...contact }) => ({
    contact: { ...contact, projectId },
    name: fullName({ givenName, familyName }),
    organisation: shortName({ name: organisation, acronym }),
    email,
    phone,
  }))
}

async function passagesOf(
  tx: Reader,
  hearings: ProjectView['project']['hearings'],
): Promise<ProjectPassage[]> {
  const ids = hearings.map(({ itemId }) => itemId)
  const [items, positions, decisions] = await Promise.all([
    tx
      .selectFrom('agendaItem')
      .innerJoin('meeting', 'meeting.id', 'agendaItem.meetingId')
      .leftJoin('minutes', 'minutes.meetingId', 'meeting.id')
      .leftJoin('minutesSection', 'minutesSection.itemId', 'agendaItem.id')
      .select(['agendaItem.id', 'agendaItem.nature', 'meeting.state as meetingState'])
      .select(['minutes.state as minutesState', 'minutesSection.outcomeSentence'])
      .where('agendaItem.id', 'in', ids)
      .execute(),
    tx
      .selectFrom('itemPosition')
      .select(['id', 'itemId', 'organisation', 'stance', 'words'])
      .where('itemId', 'in', ids)
      .orderBy('id')
      .execute(),
    tx
      .selectFrom('decision')
      .select(['id', 'itemId', 'rank', 'text'])
      .where('itemId', 'in', ids)
      .orderBy('rank')
      .execute(),
  ])
  return hearings.flatMap((hearing): ProjectPassage[] => {
    const item = items.find(({ id }) => id === hearing.itemId)
    if (item === undefined) return []
    const { nature, meetingState, minutesState, outcomeSentence } = item
    const meeting = { date: hearing.meetingDate, number: hearing.meetingNumber }
    return [
      {
        ...hearing,
        nature,
        meetingState,
        minutesState,
        outcomeSentence: outcomeSentence ?? '',
        positions: positions
          .filter(({ itemId }) => itemId === hearing.itemId)
          .map(({ itemId: _, ...position }) => position),
        decisions: decisions
          .filter(({ itemId }) => itemId === hearing.itemId)
          .map(({ id, rank, text }) => ({ id, number: printedNumber('D', meeting, rank), text })),
      },
    ]
  })
}
