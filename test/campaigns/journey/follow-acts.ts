import type { Output } from '../../../electron/contract/index.ts'
import { addDays, civilDate } from '../../../electron/domain/time/civil-date.ts'
import { newId } from '../../../renderer/api/new-id.ts'
import { modelOf } from '../meeting-model.ts'
import { type Act, itemOf, type Journey, list, newMeeting, noteHeld, sorted } from './journey.ts'
import { actionWords, allActions, decisionWords, outline, wholeList } from './seen.ts'

type Proposal = Output<'carryOver.list'>['proposals'][number]
type Open = { meetingId: string; title: string; proposal: Proposal }

/** An item of a meeting that is over, without an end, proposed to one that is to come. */
export const leftOpen: Act = async (journey) => {
  const { core, ledger } = journey
  if ((await proposed(journey)) !== null) return
  const { id: meetingId, title } = await newMeeting(journey, -7)
  await newMeeting(journey, 15)
  await ledger.send('meeting', { [`minutes ${title}`]: 'drafting' }, () =>
    core.call('minutes.start', { meetingId }),
  )
  await noteHeld(journey, 'meeting', meetingId)
}

/** The first proposal, and its meeting. */
async function proposed({ core, dice }: Journey): Promise<Open | null> {
  for (const { id: meetingId, title } of await core.call('meetings.list', { year: null })) {
    const { isOpen, proposals } = await core.call('carryOver.list', { meetingId })
    const proposal = isOpen ? dice.pick(proposals.filter(({ source }) => source.kind === 'item')) : undefined
    if (proposal !== undefined) return { meetingId, title, proposal }
  }
  return null
}

export const takeUp: Act = async (journey) => {
  const { core, ledger } = journey
  const open = await proposed(journey)
  if (open === null) return
  const { meetingId, title, proposal } = open
  const model = modelOf(await core.call('meetings.get', { id: meetingId }))
  const key = `carried ${title}`
  const change = {
    [`meeting ${title}`]: outline([...model, itemOf(proposal.title)]),
    [key]: sorted([...list(ledger.now[key]), `${proposal.reason} ${proposal.times}`]),
  }
  await ledger.send('carry-over', change, () =>
    core.call('carryOver.take', { meetingId, sources: [proposal.source] }),
  )
}

export const setAside: Act = async (journey) => {
  const { core, ledger, dice } = journey
  const open = await proposed(journey)
  if (open === null) return
  const { meetingId, proposal } = open
  const why = `sans objet ${dice.below(1_000_000)}`
  const aside = sorted([...list(ledger.now['set aside']), `${proposal.title} ${why}`])
  await ledger.send('set aside', { 'set aside': aside }, () =>
    core.call('carryOver.dismiss', { meetingId, sources: [proposal.source], why }),
  )
}

/** An action that somebody still has to do, and a decision in force. */
export const openAction: Act = async ({ core, ledger, dice, live }) => {
  const file = await core.call('meetings.get', { id: live.id })
  const itemId = file.items[0]?.id
  if (itemId !== undefined && !(await allActions(core)).some(({ action }) => action.state !== 'done')) {
    const text = `Action ${dice.below(1_000_000)}`
    const actions = sorted([...list(ledger.now.actions), actionWords({ text, state: 'todo', due: null })])
    await ledger.send('action', { actions }, () =>
      core.call('minutes.addAction', { id: newId(), itemId, fields: { text } }),
    )
  }
}

/** An action is begun, done or given another date; or a decision is no longer in force. */
export const register: Act = async (journey) => {
  const { core, ledger, dice } = journey
  const decisions = await core.call('followUp.decisions', wholeList.decisions)
  const decision = dice.pick(decisions.rows.filter(({ now }) => now.state === 'inForce'))
  if (decision !== undefined && dice.next() < 0.3) {
    const { id, text } = decision.decision
    const said = decisionWords({ text, state: 'void' })
    await ledger.send(
      'register',
      { 'decisions over': sorted([...list(ledger.now['decisions over']), said]) },
      () =>
        core.call('followUp.setDecisionState', {
          ...{ id, version: decision.now.version, state: 'void', replacedById: null, reason: 'Sans objet' },
        }),
    )
    return
  }
  const row = dice.pick((await allActions(core)).filter(({ action }) => action.state !== 'done'))
  if (row === undefined) return
  const { id, version, text, state: before } = row.action
  const { due } = row.now
  const targets = [{ id, version }]
  const former = actionWords({ text, state: before, due })
  const become = async (state: string, until: string | null, call: () => Promise<unknown>) => {
    const kept = [...list(ledger.now.actions)]
    kept.splice(kept.indexOf(former), 1, actionWords({ text, state, due: until }))
    await ledger.send('register', { actions: sorted(kept) }, call)
  }
  const state = dice.pick(['inProgress', 'done', 'postponed'] as const) ?? 'done'
  if (state !== 'postponed')
    return become(state, due, () =>
      core.call('followUp.setActionState', { targets, state, reason: '', on: null }),
    )
  const to = addDays(civilDate(new Date()), 5 + dice.below(300))
  if (to === due) return
  // A first date is no postponement.
  await become(due === null ? before : 'postponed', to, () =>
    core.call('followUp.postpone', { targets, to, reason: 'Attendre le chiffrage' }),
  )
}

export const paste: Act = async ({ core, ledger, dice }) => {
  const number = 1_000 + dice.below(9_000)
  const words = `Décret n° 2099-${number} du 17 août 2099 relatif à l’essai ${number}`
  const { rows } = await core.call('watch.readPasted', { words })
  // A text that is followed already would be followed once.
  if (rows.some(({ known }) => known !== null)) return
  const texts = rows.map(({ text }) => ({ id: newId(), text, publishes: null }))
  const watch = sorted([...list(ledger.now.watch), ...rows.map(({ title }) => title)])
  await ledger.send('watch', { watch }, () => core.call('watch.addPasted', { texts }))
}
