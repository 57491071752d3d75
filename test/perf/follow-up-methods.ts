import type { ActionFilter } from '../../electron/contract/follow-up.ts'
import { addDays } from '../../electron/domain/time/civil-date.ts'
import { type Inputs, pick, type Sample, type Timed, target } from './method-inputs.ts'

const everything: ActionFilter = {
  words: '',
  states: [],
  owner: null,
  organisation: null,
  meetingId: null,
  seriesId: null,
  lateOnly: false,
  check: null,
}
const sorts = ['due', 'number', 'text', 'owner', 'closed'] as const

/** Far into the list, so that what stands before is passed over. */
const actions = ({ call }: Sample, run: number, filter: Partial<ActionFilter> = {}) =>
  call('followUp.actions', {
    filter: { ...everything, ...filter },
    sort: { by: 'number', descending: false },
    offset: filter.states === undefined ? (run * 37) % 1_000 : 0,
    limit: 60,
  })
const open = async (sample: Sample, run: number) =>
  pick((await actions(sample, run, { states: ['todo', 'inProgress', 'postponed'] })).rows, run)
const decision = async ({ call }: Sample, run: number) => {
  const filter = { words: '', state: null, meetingId: null, seriesId: null }
  const sort = { by: 'number', descending: true } as const
  return pick(
    (await call('followUp.decisions', { filter, sort, offset: (run * 41) % 1_000, limit: 60 })).rows,
    run,
  )
}

export const followUpInputs: Pick<Inputs, Extract<Timed, `followUp.${string}`>> = {
  'followUp.counts': () => ({}),
  'followUp.choices': () => ({}),
  'followUp.actions': ({ words }, run) => ({
    filter: {
      ...everything,
      words: run % 4 === 0 ? pick(words, run).slice(0, 4) : '',
      check: run % 5 === 0 ? 'any' : null,
    },
    sort: { by: pick(sorts, run), descending: run % 2 === 0 },
    offset: (run * 97) % 2_000,
    limit: 60,
  }),
  'followUp.decisions': ({ words }, run) => ({
    filter: {
      words: run % 2 === 0 ? pick(words, run).slice(0, 4) : '',
      state: run % 3 === 0 ? 'inForce' : null,
      meetingId: null,
      seriesId: null,
    },
    sort: { by: pick(['number', 'text', 'state'] as const, run), descending: run % 2 === 0 },
    offset: run % 2 === 0 ? 0 : (run * 97) % 2_000,
    limit: 60,
  }),
  'followUp.action': async (sample, run) => ({ id: pick((await actions(sample, run)).rows, run).action.id }),
  'followUp.decision': async (sample, run) => ({ id: (await decision(sample, run)).decision.id }),
  'followUp.reminders': () => ({}),
  'followUp.setActionState': async (sample, run) => ({
    targets: (await actions(sample, run)).rows.slice(0, 20).map(({ action }) => target(action)),
    state: run % 2 === 0 ? 'done' : 'todo',
    reason: '',
    on: null,
  }),
  'followUp.postpone': async (sample, run) => {
    const { action, now } = await open(sample, run)
    return { targets: [target(action)], to: addDays(now.due ?? '2027-01-01', 7 + run), reason: 'Mesure' }
  },
  'followUp.reassign': async (sample, run) => ({
    targets: [target((await open(sample, run)).action)],
    owner: `Responsable ${run}`,
    ownerId: null,
    organisation: 'Mesure',
    reason: '',
  }),
  'followUp.setDecisionState': async (sample, run) => {
    const { decision: row, now } = await decision(sample, run)
    return { id: row.id, version: now.version, state: 'void', replacedById: null, reason: `Mesure ${run}` }
  },
  'followUp.prepareReminders': async (sample, run) => ({
    actionIds: [(await open(sample, run)).action.id],
  }),
}
