import type { ActionRow, DecisionRow } from '../../electron/contract/follow-up.ts'
import { isOpenAction } from '../../electron/domain/minutes/action.ts'
import { dueGroup } from '../../electron/domain/minutes/follow-up.ts'
import type { Answers } from './fake-core.ts'
import { id } from './sample.ts'

/** The day of the desk in these tests. */
export const today = '2026-11-24'

const origin = {
  date: '2026-10-08',
  number: 10,
  title: '',
  itemNumber: '3.1',
  itemTitle: 'Raccordement des petites communes',
  isApproved: false,
  isNumbered: true,
}

export function actionRow(
  rank: number,
  text: string,
  {
    now,
    action,
    origin: from,
    checks = [],
  }: {
    now?: Partial<ActionRow['now']>
    action?: Partial<ActionRow['action']>
    origin?: Partial<ActionRow['origin']>
    checks?: ActionRow['checks']
  } = {},
): ActionRow {
  const due = now?.due === undefined ? '2026-12-04' : now.due
  return {
    action: {
      id: id(rank),
      version: 1,
      meetingId: id(910),
      itemId: id(911),
      rank,
      text,
      owner: 'Thibault Sarrazin',
      ownerId: null,
      organisation: 'ANX',
      dueDate: due,
      state: 'todo',
      ...action,
    },
    now: {
      due,
      owner: 'Thibault Sarrazin',
      ownerId: null,
      organisation: 'ANX',
      moveCount: 0,
      reason: '',
      closedOn: null,
      ...now,
    },
    origin: { ...origin, ...from },
    checks,
  }
}

export function decisionRow(rank: number, text: string, now: Partial<DecisionRow['now']> = {}): DecisionRow {
  return {
    decision: { id: id(500 + rank), version: 1, meetingId: id(910), itemId: id(911), rank, text },
    now: {
      ...{ version: 0, state: 'inForce', standing: now.state ?? 'inForce', replacedBy: null },
      ...{ reason: '', changedOn: null, ...now },
    },
    origin,
  }
}

/** Keeps what is done to the rows, as far as the screens look at it. */
export function keepingRegister(
  first: readonly ActionRow[],
  decisions: readonly DecisionRow[] = [],
): Answers {
  let rows = [...first]
  const change = (ids: readonly string[], of: (row: ActionRow) => ActionRow) => {
    rows = rows.map((row) => {
      if (!ids.includes(row.action.id)) return row
      const changed = of(row)
      return { ...changed, action: { ...changed.action, version: row.action.version + 1 } }
    })
    return rows.filter(({ action }) => ids.includes(action.id))
  }
  const open = () => rows.filter(({ action }) => isOpenAction(action))
  return {
    'followUp.counts': () => ({
      open: open().length,
      late: open().filter(({ now }) => now.due !== null && now.due < today).length,
      closed: rows.length - open().length,
      decisions: decisions.length,
      toCheck: open().filter(({ checks }) => checks.length > 0).length,
    }),
    'followUp.reminders': () => [],
    'followUp.choices': () => ({
      owners: [{ key: 'Thibault Sarrazin', name: 'Thibault Sarrazin', organisation: 'ANX' }],
      organisations: ['ANX'],
      meetings: [{ id: id(910), date: origin.date, number: 10, seriesId: null }],
      series: [],
    }),
    'followUp.actions': ({ filter, offset, limit }) => {
      const all = rows.filter(
        ({ action, checks, now }) =>
          (filter.states.length === 0 || filter.states.includes(action.state)) &&
          (filter.check === null || checks.length > 0) &&
          (!filter.lateOnly || (now.due !== null && now.due < today)) &&
          action.text.toLowerCase().includes(filter.words.toLowerCase()),
      )
      const groups = { late: 0, beforeNext: 0, later: 0, undated: 0 }
      for (const { now } of all) groups[dueGroup(now.due, today, '2026-12-10')] += 1
      return {
        rows: all.slice(offset, offset + limit),
        total: all.length,
        groups,
        nextMeeting: { date: '2026-12-10', number: 11 },
      }
    },
    'followUp.decisions': ({ filter, offset, limit }) => {
      const all = decisions.filter(({ now }) => filter.state === null || now.standing === filter.state)
      return { rows: all.slice(offset, offset + limit), total: all.length }
    },
    'followUp.action': ({ id: wanted }) => {
      const row = rows.find(({ action }) => action.id === wanted)
      return row === undefined
        ? { failure: 'not-found' }
        : {
            row,
            events: [{ kind: 'created', on: row.origin.date }],
            moves: [],
            decisions: [],
            seriesId: null,
          }
    },
    'followUp.decision': ({ id: wanted }) => {
      const row = decisions.find(({ decision }) => decision.id === wanted)
      return row === undefined
        ? { failure: 'not-found' }
        : { row, events: [{ kind: 'created', on: row.origin.date }], replaces: [], actions: [] }
    },
    'followUp.setActionState': ({ targets, state, reason }) =>
      change(
        targets.map((target) => target.id),
        (row) => ({ ...row, action: { ...row.action, state }, now: { ...row.now, reason } }),
      ),
    'followUp.postpone': ({ targets, to }) =>
      change(
        targets.map((target) => target.id),
        (row) => ({
          ...row,
          action: { ...row.action, state: 'postponed' },
          now: { ...row.now, due: to, moveCount: row.now.moveCount + 1 },
        }),
      ),
  }
}
