import { isAnnounced } from '../../../electron/domain/attendance/attendance.ts'
import { chairAway } from '../../../electron/domain/attendance/chair.ts'
import { isOwned, leavingCheck } from '../../../electron/domain/meetings/leaving.ts'
import type { MinutesSection } from '../../../electron/domain/minutes/minutes.ts'
import { fullName } from '../../../electron/domain/people/full-name.ts'
import type { SessionLine } from '../../../electron/domain/session/session.ts'
import { formatTime } from '../../../electron/domain/text/french.ts'
import { isBlank } from '../../../electron/domain/text/rich-text.ts'
import { clockTime } from '../../../electron/domain/time/civil-date.ts'
import { useQuery } from '../../api/use-query.ts'
import { useWrite } from '../../api/use-write.ts'
import { navigate } from '../../app/location.ts'
import { href } from '../../app/paths.ts'
import { CHAIR } from '../../parts/mend-place.ts'
import { attendanceText } from '../../text/attendance.ts'
import { beforeText } from '../../text/before.ts'
import { titled } from '../../text/common.ts'
import { leavingCheckText } from '../../text/leaving.ts'
import { Before, type BeforeLine } from '../../ui/Before.tsx'
import { saveDraft } from './save-draft.ts'
import { countedItems, type LiveItem, type Session } from './use-session.ts'
import { useDraftLine } from './use-typed-line.ts'

/** Names said before the others are counted. */
const NAMED = 3

const text = beforeText.close

/** What the meeting leaves open; nothing of it stands in the way of closing. */
export function CloseDialog(props: {
  session: Session
  close: { run: (then?: () => void) => void; isPending: boolean; error: unknown }
  onEdit: (line: SessionLine) => void
  onClose: () => void
}) {
  const { session, close } = props
  const { meeting, minutes, items, actions, decisions } = session
  const [typed] = useDraftLine(meeting.id)
  const spoke = new Set(
    session.view.lines.flatMap(({ kind, state, personId }) =>
      kind === 'intervention' && state === 'kept' && personId !== null ? [personId] : [],
    ),
  )
  const attendance = useQuery('attendance.list', { meetingId: meeting.id })
  const silent = (attendance.data ?? []).filter(({ status }) => status === null)
  const speakers = silent.filter(({ personId }) => personId !== null && spoke.has(personId))
  const unnoted = silent.filter((one) => !speakers.includes(one))
  const announced = (attendance.data ?? []).filter(isAnnounced).length
  const confirm = useWrite('attendance.confirm', {})
  const present = useWrite('attendance.markPresent', {})
  const leave = useWrite('session.setUntreated', {})
  const texts = useQuery('minutes.get', { meetingId: meeting.id })
  const untreated = countedItems(items).filter(untreatedIn(session, texts.data?.sections ?? []))
  const unowned = actions.filter((action) => !isOwned(action))
  const lineOf = session.view.lines.find(({ actionId }) => actionId !== null && actionId === unowned[0]?.id)
  const questions = session.view.lines.filter(({ kind, state }) => kind === 'question' && state === 'kept')
  const toLine = (line: SessionLine | undefined) =>
    line === undefined ? {} : { repair: { label: text.toLine, run: () => props.onEdit(line) } }
  const lines: BeforeLine[] = []
  if (untreated.length > 0)
    lines.push({
      tone: 'warn',
      words: text.untreated(untreated.length),
      detail: some(untreated.map(({ number, item }) => `${number} ${titled(item.title)}`.trim())),
      repair: {
        label: text.noteUntreated,
        stays: true,
        run: () => leave.mutate({ meetingId: meeting.id, itemIds: untreated.map(({ item }) => item.id) }),
      },
    })
  const closedAt = minutes?.closedAt ?? clockTime(new Date())
  const away = chairAway(meeting.chair, attendance.data ?? [], {
    openedAt: minutes?.openedAt ?? null,
    closedAt,
  })
  if (away !== null) {
    const names = [meeting.chair.trim(), away.how, away.hour ?? '']
    const { repair, ...said } = leavingCheckText.chairAway(leavingCheck('chairAway', { names }))
    const run = () => navigate(href('meetingDetails', { meetingId: meeting.id }, CHAIR))
    lines.push({ tone: 'warn', ...said, repair: { label: repair, run } })
  }
  if (announced > 0)
    lines.push({
      tone: 'warn',
      words: attendanceText.toConfirm(announced),
      repair: {
        label: text.confirm,
        stays: true,
        run: () => confirm.mutate({ meetingId: meeting.id }),
      },
    })
  if (speakers.length > 0)
    lines.push({
      tone: 'warn',
      words: text.speakers(speakers.length),
      detail: some(speakers.map(fullName)),
      repair: {
        label: text.present,
        stays: true,
        run: () => present.mutate({ meetingId: meeting.id, ids: speakers.map(({ id }) => id) }),
      },
    })
  if (unnoted.length > 0)
    lines.push({
      tone: 'warn',
      words: text.unnoted(unnoted.length),
      detail: some(unnoted.map(fullName)),
      repair: {
        label: beforeText.convene.note,
        run: () => navigate(href('participants', { meetingId: meeting.id })),
      },
    })
  if (unowned.length > 0)
    lines.push({
      tone: 'warn',
      words: text.nobody(unowned.length),
      detail: some(unowned.map((action) => action.text)),
      ...toLine(lineOf),
    })
  if (questions.length > 0)
    lines.push({
      tone: 'warn',
      words: text.questions(questions.length),
      detail: some(questions.map((line) => line.text)),
      ...toLine(questions[0]),
    })
  if (typed.trim() !== '') lines.push({ tone: 'ok', words: text.typed, detail: typed })
  lines.push({ tone: 'ok', words: text.counts(decisions.length, actions.length) })
  return (
    <Before
      centred
      title={text.title(meeting.number)}
      lines={lines}
      keep={text.keep}
      act={text.act(formatTime(closedAt))}
      busy={close.isPending ? text.closing : undefined}
      error={close.error ?? confirm.error ?? present.error ?? leave.error}
      also={{ label: text.andSave, run: () => close.run(() => void saveDraft(meeting.id)) }}
      onAct={() => close.run()}
      onClose={props.onClose}
    />
  )
}

/** Of an item that nobody came to, and about which nothing was noted or written. */
function untreatedIn(
  { view, decisions, actions }: Session,
  sections: readonly MinutesSection[],
): (live: LiveItem) => boolean {
  const written = sections.filter(
    ({ presentation, exchanges }) => !isBlank(presentation) || !isBlank(exchanges),
  )
  const told = new Set(
    [...view.lines, ...view.positions, ...decisions, ...actions, ...written].map(({ itemId }) => itemId),
  )
  return ({ item, spans, outcome }) => spans.length === 0 && outcome === null && !told.has(item.id)
}

function some(names: readonly string[]): string {
  return text.more(names.slice(0, NAMED), Math.max(0, names.length - NAMED))
}
