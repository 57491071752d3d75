import type { Reader } from '../../db/driver.ts'
import type { ItemBrief } from '../../documents/chair-brief/model.ts'
import { watchName } from '../../documents/watch-name.ts'
import type { MeetingFile } from '../../domain/meetings/meeting-file.ts'
import { isPassedOver } from '../../domain/minutes/minutes.ts'
import { sentencesOf } from '../../domain/search/sentences.ts'
import { foldedWords } from '../../domain/text/fold.ts'
import { plainText, RichText } from '../../domain/text/rich-text.ts'
import { actionsFrom, due, organisation, owner } from '../reads/actions.ts'
import { mayBeAbout, meetingsInTitle, meetingsUpTo, namesSomeMeeting } from '../reads/meeting-in-title.ts'
import { observationsOf } from '../reads/observations.ts'
import { deadlinesOf } from '../reads/text-deadlines.ts'
import {
  type EarlierItem,
  earlierItems,
  MOST_SENTENCES,
  organisationNames,
  putOffFrom,
} from './earlier-items.ts'

/** What earlier meetings tell of the matter of each item: of its projects, its texts, and what it was put off from. */
export async function itemBriefs(tx: Reader, { meeting, items }: MeetingFile): Promise<ItemBrief[]> {
  const names = await organisationNames(tx)
  const isAlone = items.filter(({ nature }) => nature === 'approbation').length === 1
  const briefs: ItemBrief[] = []
  for (const { id: itemId, title, nature } of items) {
    const projects = await tx
      .selectFrom('itemProject')
      .innerJoin('project', 'project.id', 'itemProject.projectId')
      .select(['project.id', 'project.title', 'project.askedOfBody'])
      .where('itemProject.itemId', '=', itemId)
      .orderBy('itemProject.id')
      .execute()
    const texts = await tx
      .selectFrom('itemWatch')
      .innerJoin('watchItem', 'watchItem.id', 'itemWatch.watchItemId')
      .selectAll('watchItem')
      .where('itemWatch.itemId', '=', itemId)
      .execute()
    const earlier = await earlierItems(tx, meeting.date, {
      projects: projects.map(({ id }) => id),
      texts: texts.map(({ id }) => id),
      putOff: await putOffFrom(tx, itemId),
    })
    const deadlines = await deadlinesOf(
      tx,
      texts.map(({ id }) => id),
    )
    briefs.push({
      itemId,
      asks: projects
        .filter(({ askedOfBody }) => askedOfBody.trim() !== '')
        .map(({ title, askedOfBody }) => ({ project: title, asked: askedOfBody })),
      heard: earlier
        .filter(({ outcome }) => !isPassedOver(outcome))
        .map(({ title, meeting: at }) => ({ title, meeting: at })),
      said: await saidAt(tx, earlier, names),
      actions: await actionsOf(tx, earlier),
      deadlines: texts
        .flatMap((one) => [
          ...(one.appliesOn === null ? [] : [{ date: one.appliesOn, what: '', text: watchName(one) }]),
          ...(deadlines.get(one.id) ?? []).flatMap(({ date, label }) =>
            date === null ? [] : [{ date, what: label, text: watchName(one) }],
          ),
        ])
        .filter(({ date }) => date >= meeting.date)
        .sort((a, b) => a.date.localeCompare(b.date)),
      observations: nature === 'approbation' ? await observationsAt(tx, meeting, { title, isAlone }) : null,
    })
  }
  return briefs
}

/** On the minutes of the same series that wait for an approval and that the title names; where it names none, on the last ones. */
async function observationsAt(
  tx: Reader,
  meeting: Pick<MeetingFile['meeting'], 'id' | 'date' | 'seriesId'>,
  { title, isAlone }: { title: string; isAlone: boolean },
): Promise<ItemBrief['observations']> {
  const earlier = await meetingsUpTo(tx, meeting)
  const named = meetingsInTitle(title, earlier)
  if (named.length === 0 && !isAlone && namesSomeMeeting(title)) return null
  const about = named.length > 0 ? named : earlier.filter((one) => mayBeAbout(title, one))
  if (about.length === 0) return null
  const waiting = await tx
    .selectFrom('minutes')
    .select('meetingId')
    .where('state', '!=', 'approved')
    .where(
      'meetingId',
      'in',
      about.map(({ id }) => id),
    )
    .execute()
  const waits = about.filter(({ id }) => waiting.some(({ meetingId }) => meetingId === id))
  const approved = named.length > 0 ? waits : waits.slice(0, 1)
  if (approved.length === 0) return null
  const states: string[] = []
  for (const { id } of approved)
    for (const { paper, state } of await observationsOf(tx, id)) if (paper === 'minutes') states.push(state)
  const count = (wanted: string) => states.filter((state) => state === wanted).length
  return { minutes: approved.length, all: states.length, refused: count('refused'), open: count('open') }
}

/** Positions that were noted, then the sentences of the minutes that name an organisation. */
async function saidAt(
  tx: Reader,
  earlier: readonly EarlierItem[],
  names: readonly { name: string; words: string }[],
): Promise<ItemBrief['said']> {
  const ids = earlier.map(({ itemId }) => itemId)
  const positions = await tx
    .selectFrom('itemPosition')
    .selectAll()
    .where('itemId', 'in', ids)
    .orderBy('id')
    .execute()
  const sections = await tx
    .selectFrom('minutesSection')
    .select(['itemId', 'exchanges'])
    .where('itemId', 'in', ids)
    .execute()
  return earlier.flatMap(({ itemId, meeting }) => {
    const noted = positions
      .filter((one) => one.itemId === itemId)
      .map(({ organisation: who, stance, words }) => ({ meeting, organisation: who, stance, words }))
    const told = sections
      .filter((one) => one.itemId === itemId)
      .flatMap(({ exchanges }) => sentencesNaming(plainText(RichText.parse(JSON.parse(exchanges))), names))
      .filter(({ organisation: who }) => noted.every((one) => one.organisation !== who || one.words === ''))
      .map((sentence) => ({ meeting, stance: null, ...sentence }))
    return [...noted, ...told]
  })
}

function sentencesNaming(
  text: string,
  names: readonly { name: string; words: string }[],
): { organisation: string; words: string }[] {
  const met = new Map<string, number>()
  return sentencesOf(text).flatMap(({ start, end }) => {
    const sentence = text.slice(start, end)
    const folded = ` ${foldedWords(sentence).join(' ')} `
    const named = names.find(({ words }) => folded.includes(` ${words} `))
    if (named === undefined) return []
    const count = (met.get(named.name) ?? 0) + 1
    met.set(named.name, count)
    return count > MOST_SENTENCES ? [] : [{ organisation: named.name, words: sentence }]
  })
}

async function actionsOf(tx: Reader, earlier: readonly EarlierItem[]): Promise<ItemBrief['actions']> {
  const rows = await actionsFrom(tx)
    .select(['action.itemId', 'action.rank', 'action.text', 'action.state', 'actionFollowUp.closedOn'])
    .select([owner.as('owner'), organisation.as('organisation'), due.as('dueDate')])
    .select('action.dueDate as firstDue')
    .where(
      'action.itemId',
      'in',
      earlier.map(({ itemId }) => itemId),
    )
    .orderBy('action.id')
    .execute()
  return rows.flatMap(({ itemId, ...action }) => {
    const found = earlier.find((one) => one.itemId === itemId)
    return found === undefined ? [] : [{ ...action, meeting: found.meeting }]
  })
}
