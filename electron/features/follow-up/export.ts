import type { ActionRow, DecisionRow, ExportedRegister } from '../../contract/follow-up.ts'
import { safeFileName } from '../../documents/file-name.ts'
import type { Cell, Sheet } from '../../documents/spreadsheet/sheet.ts'
import { followUpText as text } from '../../documents/text/follow-up.ts'
import { followedUpText } from '../../documents/text/followed-up.ts'
import { type FollowUpStep, lateDays } from '../../domain/minutes/follow-up.ts'
import { printedNumber } from '../../domain/minutes/minutes.ts'
import { civilDate } from '../../domain/time/civil-date.ts'
import type { LongContext } from '../context.ts'
import { actionsById, orderedActions } from '../reads/actions.ts'
import { decisionsByIds, orderedDecisions } from './decision-query.ts'

/** Rows read in one go: far below the 40 ms that the live connection may be held. */
const AT_ONCE = 250

export function followUpFileName({ today }: LongContext, { of }: ExportedRegister): string {
  return safeFileName(text.fileName(of, today), 'xlsx')
}

/** The bytes of the file. */
export async function renderFollowUp(
  context: LongContext,
  asked: ExportedRegister,
  format: 'csv' | 'xlsx',
): Promise<Uint8Array> {
  const sheets =
    asked.of === 'actions' ? await actionSheets(context, asked) : await decisionSheets(context, asked)
  return (await context.runJob('writeSpreadsheet', { sheets, format })).bytes
}

type Column = { title: string; width: number }
const column = (key: keyof typeof text.columns, width: number): Column => ({
  title: text.columns[key],
  width,
})
const day = (date: string | null): Cell => (date === null ? null : { date })

async function actionSheets(
  context: LongContext,
  { filter, sort }: Extract<ExportedRegister, { of: 'actions' }>,
): Promise<Sheet[]> {
  const ordered = await context.read((reading) => orderedActions(reading, filter, sort))
  const ids = ordered.map(({ id }) => id)
  const actions: Cell[][] = []
  const moves: Cell[][] = []
  for (const some of slices(ids)) {
    const { rows, steps } = await context.read(async ({ tx, today }) => ({
      rows: await actionsById({ tx, today }, some),
      steps: await tx
        .selectFrom('followUpStep')
        .selectAll()
        .where('actionId', 'in', some)
        .where('kind', '=', 'date')
        .orderBy('at')
        .execute(),
    }))
    for (const row of rows) {
      actions.push(actionCells(row, context.today))
      moves.push(
        ...steps.filter(({ actionId }) => actionId === row.action.id).map((step) => moveCells(row, step)),
      )
    }
  }
  return [
    { name: text.sheets.actions, columns: actionColumns, rows: actions },
    { name: text.sheets.moves, columns: moveColumns, rows: moves },
  ]
}

const actionColumns = [
  column('number', 15),
  column('action', 60),
  column('owner', 24),
  column('organisation', 24),
  column('due', 12),
  column('firstDue', 12),
  column('moves', 9),
  column('late', 9),
  column('state', 12),
  column('closedOn', 12),
  column('reason', 36),
  column('meeting', 9),
  column('meetingDate', 12),
  column('item', 9),
]

function actionCells({ action, now, origin }: ActionRow, today: string): Cell[] {
  const late = lateDays({ state: action.state, due: now.due }, today)
  return [
    printedNumber('A', origin, action.rank),
    action.text,
    now.owner,
    now.organisation,
    day(now.due),
    day(now.due === action.dueDate ? null : action.dueDate),
    now.moveCount,
    late === 0 ? null : late,
    followedUpText.states[action.state],
    day(now.closedOn),
    now.reason,
    origin.number,
    day(origin.date),
    origin.itemNumber,
  ]
}

const moveColumns = [
  column('number', 15),
  column('action', 60),
  column('movedOn', 12),
  column('from', 12),
  column('to', 12),
  column('reason', 48),
]

function moveCells({ action, origin }: ActionRow, step: FollowUpStep): Cell[] {
  return [
    printedNumber('A', origin, action.rank),
    action.text,
    day(civilDate(new Date(step.at))),
    day(step.fromValue === '' ? null : step.fromValue),
    day(step.toValue),
    step.reason,
  ]
}

async function decisionSheets(
  context: LongContext,
  { filter, sort }: Extract<ExportedRegister, { of: 'decisions' }>,
): Promise<Sheet[]> {
  const ids = await context.read((reading) => orderedDecisions(reading, filter, sort))
  const rows: Cell[][] = []
  for (const some of slices(ids))
    rows.push(...(await context.read(({ tx }) => decisionsByIds(tx, some))).map(decisionCells))
  const columns = [
    column('number', 15),
    column('decision', 70),
    column('state', 12),
    column('replacedBy', 15),
    column('since', 12),
    column('reason', 36),
    column('meeting', 9),
    column('meetingDate', 12),
    column('item', 9),
  ]
  return [{ name: text.sheets.decisions, columns, rows }]
}

function decisionCells({ decision, now, origin }: DecisionRow): Cell[] {
  const { replacedBy } = now
  return [
    printedNumber('D', origin, decision.rank),
    decision.text,
    text.decisionStates[now.standing],
    replacedBy === null ? null : printedNumber('D', replacedBy, replacedBy.rank),
    day(now.changedOn),
    now.reason,
    origin.number,
    day(origin.date),
    origin.itemNumber,
  ]
}

function slices(ids: readonly string[]): string[][] {
  const list: string[][] = []
  for (let at = 0; at < ids.length; at += AT_ONCE) list.push(ids.slice(at, at + AT_ONCE))
  return list
}
