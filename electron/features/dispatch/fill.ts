import type { Reader } from '../../db/driver.ts'
import { changeInWords, headEditsInWords } from '../../documents/agenda/change-words.ts'
import { typed } from '../../documents/head.ts'
import { changesText } from '../../documents/text/agenda.ts'
import { dispatchText as text } from '../../documents/text/dispatch.ts'
import { agendaChanges, headChanges, movedHours } from '../../domain/agenda/changes.ts'
import { type AgendaContent, agendaContent } from '../../domain/agenda/version.ts'
import type { DispatchKind } from '../../domain/dispatch/dispatch.ts'
import type { Body } from '../../domain/meetings/body.ts'
import type { Meeting } from '../../domain/meetings/meeting.ts'
import { meetingName } from '../../domain/meetings/meeting-name.ts'
import { lateDays } from '../../domain/minutes/follow-up.ts'
import { printedNumber } from '../../domain/minutes/minutes.ts'
import { formatDate, formatTime, formatTimeRange } from '../../domain/text/french.ts'
import type { FieldValues } from '../../domain/text/template-fields.ts'
import { agendaItems } from '../reads/agenda.ts'
import { comparedVersions } from '../reads/agenda-status.ts'
import { deadlineOf } from '../reads/dispatch-deadline.ts'
import { agendaLines } from './agenda-lines.ts'
import { greetingOf, greetingOfAll } from './greet.ts'
import type { Letter } from './letter.ts'
import type { NewRecipient } from './people.ts'
import { formerDayAnswered, moveToldTo } from './told.ts'

type About = { tx: Reader; today: string; body: Body; meeting: Meeting; kind: DispatchKind }

const notTacit: Readonly<Partial<Record<DispatchKind, string>>> = text.notTacit

/** Values of the fields that have one, letter by letter; what is the same in all is read once. */
export async function valuesFor(
  about: About,
): Promise<(letter: Letter, recipients: readonly NewRecipient[]) => Promise<FieldValues>> {
  const { tx, today, body, meeting, kind } = about
  const content = agendaContent(meeting, await agendaItems(tx, meeting.id))
  const moveTold =
    kind === 'dateChange'
      ? await moveToldTo(tx, meeting)
      : kind === 'replyReminder'
        ? await formerDayAnswered(tx, meeting)
        : () => null
  const common: FieldValues = {
    instance: body.acronym.trim() || typed(body.name),
    séance: meetingName(meeting.number, formatDate(meeting.date), body.meetingWord),
    titre: typed(meeting.title),
    date: formatDate(meeting.date),
    heure: formatTime(meeting.startTime),
    horaire: formatTimeRange(meeting.startTime, meeting.endTime),
    lieu: typed(meeting.place),
    lien: meeting.videoLink.trim(),
    signature: body.signature.trim() || signatureOf(body),
    'ordre du jour': agendaLines(content),
    changements: kind === 'agendaChanged' ? await changeLines(tx, meeting.id) : '',
  }
  return async (letter, recipients) => {
    const { addressee } = letter
    const item = content.items.find(({ id }) => id === letter.item?.id)
    const start = item?.start ?? null
    const deadline = await deadlineOf({ tx, meeting, kind }, letter)
    const isOpen = deadline !== null && deadline >= today
    const move = moveTold(recipients)
    return {
      ...common,
      'ancienne date': move === null ? '' : text.dateAndTime(formatDate(move.date), formatTime(move.time)),
      motif: typed(kind === 'dateChange' ? (move?.reason ?? '') : meeting.cancelReason),
      civilité: addressee === null ? await greetingOfAll(tx, kind, recipients) : greetingOf(addressee),
      nom: addressee?.person?.familyName ?? addressee?.name ?? '',
      point: item === undefined ? '' : typed(item.title),
      'heure du point': start === null ? '' : formatTime(start),
      // A day that is past would only confuse.
      échéance: isOpen ? formatDate(deadline) : '',
      // Only where the body's rule says so does silence approve.
      'accord tacite': isOpen && body.approvalMode === 'tacit' ? text.tacit : (notTacit[kind] ?? ''),
      'supports attendus': await awaitedLines(about, letter, content),
      actions: actionLines(letter.actions, today),
    }
  }
}

function signatureOf(body: Body): string {
  return [text.secretariat, typed(body.name), typed(body.contact)].filter((line) => line !== '').join('\n')
}

/** The last changes: since the published version, or once the present one is published between the last two. */
async function changeLines(tx: Reader, meetingId: string): Promise<string> {
  const compared = await comparedVersions(tx, meetingId)
  return compared === null ? '' : linesBetween(compared.before.content, compared.after.content).join('\n')
}

function linesBetween(before: AgendaContent, after: AgendaContent): string[] {
  const edit = ({ field, before: was, after: is }: { field: string; before: string; after: string }) =>
    text.edit(field, was, is)
  const heads = headEditsInWords(before, after, headChanges(before, after)).map(edit)
  const changes = agendaChanges(before, after).flatMap((difference) => {
    const change = changeInWords(difference)
    const title = typed(change.title)
    const named =
      change.type === 'moved' && change.numberBefore !== change.numberAfter
        ? text.changedPlace(title, change.numberBefore ?? '', change.numberAfter ?? '')
        : title
    return [text.change(changesText.types[change.type], named), ...change.edits.map(edit)]
  })
  const hours = movedHours(before, after).flatMap(({ title, before: was, after: is }) =>
    was === null || is === null ? [] : [text.movedHour(typed(title), formatTime(was), formatTime(is))],
  )
  return [...heads, ...changes, ...hours].map(text.listed)
}

/** For everybody who owes documents, all of them; for a guest, those of the item. */
async function awaitedLines({ tx, kind }: About, letter: Letter, { items }: AgendaContent): Promise<string> {
  if (kind === 'guestInvitation' && letter.item !== null) {
    const rows = await tx
      .selectFrom('awaitedDocument')
      .selectAll()
      .where('itemId', '=', letter.item.id)
      .where('attachmentId', 'is', null)
      .execute()
    return rows.map(({ title }) => text.listed(typed(title))).join('\n')
  }
  if (letter.awaited.length === 0) return ''
  const titleOf = (id: string) => {
    const item = items.find((candidate) => candidate.id === id)
    return item === undefined ? '' : [item.number, typed(item.title)].filter(Boolean).join('. ')
  }
  return letter.awaited
    .map(({ title, itemId, dueOn }) => {
      const line = text.listed(text.awaited(typed(title), titleOf(itemId)))
      return dueOn === null ? line : text.dueOn(line, formatDate(dueOn))
    })
    .join('\n')
}

function actionLines(actions: Letter['actions'], today: string): string {
  const lines = actions.map((one) => {
    const isLate = lateDays({ state: one.action.state, due: one.now.due }, today) > 0
    return { isLate, words: actionLine(one, today) }
  })
  const of = (late: boolean) => lines.filter(({ isLate }) => isLate === late).map(({ words }) => words)
  return text.actions(of(true), of(false))
}

function actionLine({ action, now, meeting }: Letter['actions'][number], today: string): string {
  const said = typed(action.text)
  const sentence = /[.!?…]$/.test(said) ? said : `${said}.`
  const line = text.listed(text.action(printedNumber('A', meeting, action.rank), sentence))
  if (now.due === null) return line
  const first = action.dueDate === null || action.dueDate === now.due ? '' : formatDate(action.dueDate)
  const days = lateDays({ state: action.state, due: now.due }, today)
  return text.actionDue(line, formatDate(now.due), { days, first })
}
