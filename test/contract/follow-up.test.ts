import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { byDue, everything, type FollowUpWorld, followUpWorld } from './follow-up-world.ts'

let world: FollowUpWorld
beforeEach(async () => {
  world = await followUpWorld()
})
afterEach(() => world.opened.dispose())

const postpone = async (id: string, to: string, reason = 'Relecture en cours.') =>
  world.opened.ok('followUp.postpone', { targets: [await world.target(id)], to, reason })

const finish = async (id: string) =>
  world.opened.ok('followUp.setActionState', {
    targets: [await world.target(id)],
    state: 'done',
    reason: '',
    on: null,
  })

describe('an action', () => {
  it('is postponed beside its first date, and every move is kept with when, by whom and why', async () => {
    const { id } = await world.action('Fournir le guide.', {
      owner: 'Hélène Marchetti',
      dueDate: '2026-12-15',
    })
    await postpone(id, '2027-01-15')
    await postpone(id, '2027-02-28', 'Le prestataire a du retard.')
    const { row, moves, events } = await world.opened.ok('followUp.action', { id })
    expect(row.action).toMatchObject({ state: 'postponed', dueDate: '2026-12-15' })
    expect(row.now).toMatchObject({ due: '2027-02-28', moveCount: 2 })
    expect(row.checks).toEqual(['movedTwice'])
    expect(moves).toMatchObject([
      { fromValue: '2026-12-15', toValue: '2027-01-15', reason: 'Relecture en cours.', who: 'essai' },
      { fromValue: '2027-01-15', toValue: '2027-02-28', reason: 'Le prestataire a du retard.' },
    ])
    expect(events.map(({ kind, on }) => [kind, on])).toEqual([
      ['step', '2027-01-20'],
      ['step', '2027-01-20'],
      ['created', '2026-11-12'],
    ])
    await world.opened.ok('history.undo', {})
    expect((await world.row(id)).now).toMatchObject({ due: '2027-01-15', moveCount: 1 })
    await world.opened.ok('history.redo', {})
    expect((await world.row(id)).now).toMatchObject({ due: '2027-02-28', moveCount: 2 })
  })

  it('refuses the date that it has, one before its meeting, no reason, and any date once it is closed', async () => {
    const { id } = await world.action('Transmettre la liste.', { dueDate: '2026-12-15' })
    const ask = async (to: string, reason = 'Motif.') =>
      world.opened.refused('followUp.postpone', { targets: [await world.target(id)], to, reason })
    expect(await ask('2026-12-15')).toBe('invalid-input')
    expect(await ask('2026-11-11')).toBe('invalid-input')
    expect(await ask('2027-03-01', '  ')).toBe('invalid-input')
    await finish(id)
    expect(await ask('2027-03-01')).toBe('state-refuses')
  })

  it('without a date gets one without being postponed', async () => {
    const { id } = await world.action('Rédiger la note.')
    await postpone(id, '2027-03-01')
    expect((await world.row(id)).action.state).toBe('todo')
    expect((await world.row(id)).now).toMatchObject({ due: '2027-03-01', moveCount: 0 })
  })

  it('is done on a day that is not to come, given up for a reason, and opened again', async () => {
    const { id } = await world.action('Mettre à jour le glossaire.', { dueDate: '2026-12-15' })
    const set = async (state: 'done' | 'dropped' | 'inProgress', reason = '', on: string | null = null) =>
      world.opened.ok('followUp.setActionState', { targets: [await world.target(id)], state, reason, on })
    const refused = async (state: string, reason: string, on: string | null) =>
      world.opened.refused('followUp.setActionState', {
        targets: [await world.target(id)],
        state,
        reason,
        on,
      })
    expect(await refused('dropped', ' ', null)).toBe('invalid-input')
    expect(await refused('done', '', '2027-01-21')).toBe('invalid-input')
    expect(await refused('postponed', '', null)).toBe('invalid-input')
    await set('done', '', '2026-12-20')
    const { row, events } = await world.opened.ok('followUp.action', { id })
    expect(row.now.closedOn).toBe('2026-12-20')
    expect(events.map(({ kind }) => kind)).toEqual(['step', 'duePassed', 'created'])
    await set('dropped', 'Sans suite.')
    expect((await world.row(id)).now).toMatchObject({ reason: 'Sans suite.', closedOn: '2027-01-20' })
    await set('inProgress')
    expect((await world.row(id)).now).toMatchObject({ reason: '', closedOn: null })
    expect(await world.list({ lateOnly: true })).toHaveLength(1)
  })

  it('changes with others in one act, all or none, and one undo takes them back', async () => {
    const actions = [await world.action('Une.'), await world.action('Deux.', {}, world.december)]
    const targets = actions.map(({ id, version }) => ({ id, version }))
    const set = { state: 'done', reason: '', on: null } as const
    const stale = [targets[0], { id: actions[1]?.id ?? '', version: 7 }]
    expect(await world.opened.refused('followUp.setActionState', { ...set, targets: stale })).toBe('conflict')
    expect(await world.list({ states: ['done'] })).toEqual([])
    await world.opened.ok('followUp.setActionState', { ...set, targets })
    expect(await world.list({ states: ['done'] })).toHaveLength(2)
    await world.opened.ok('history.undo', {})
    expect(await world.list({ states: ['todo'] })).toHaveLength(2)
  })

  it('goes on after the approval, beside a printed copy that does not change', async () => {
    const { id } = await world.action('Publier.', {
      owner: 'Hélène Marchetti',
      ownerId: world.ownerId,
      dueDate: '2026-12-15',
    })
    const { approval } = await world.approve(world.november)
    await postpone(id, '2027-03-01')
    await world.opened.ok('followUp.reassign', {
      targets: [await world.target(id)],
      owner: 'Paul Okonjo',
      ownerId: null,
      organisation: 'DGX',
      reason: 'Changement de poste.',
    })
    await finish(id)
    const { row, events } = await world.opened.ok('followUp.action', { id })
    expect(row.action).toMatchObject({ owner: 'Hélène Marchetti', dueDate: '2026-12-15', text: 'Publier.' })
    expect(row.now).toMatchObject({ owner: 'Paul Okonjo', organisation: 'DGX', due: '2027-03-01' })
    expect(row.origin.isApproved).toBe(true)
    expect(events).toHaveLength(4)
    const paper = await world.opened.ok('documents.render', { kind: 'minutes', meetingId: world.november })
    expect(paper.sha256).toBe(approval?.sha256)
    const patch = { text: 'Ne pas publier.' }
    const target = await world.target(id)
    expect(await world.opened.refused('minutes.updateAction', { ...target, patch })).toBe('approved')
  })

  it('given to somebody else before the approval is so in the minutes too', async () => {
    const { id } = await world.action('Publier.', { owner: 'Hélène Marchetti' })
    await world.opened.ok('followUp.reassign', {
      targets: [await world.target(id)],
      owner: 'Paul Okonjo',
      ownerId: null,
      organisation: 'DGX',
      reason: '',
    })
    const view = await world.opened.ok('minutes.get', { meetingId: world.november })
    expect(view?.actions).toMatchObject([{ owner: 'Paul Okonjo', organisation: 'DGX' }])
  })

  it('taken out of the minutes takes its follow-up along, and comes back with it', async () => {
    const { id } = await world.action('Publier.', { dueDate: '2026-12-15' })
    await postpone(id, '2027-03-01')
    await world.opened.ok('minutes.removeAction', await world.target(id))
    expect(await world.list()).toEqual([])
    await world.opened.ok('history.undo', {})
    expect((await world.row(id)).now.due).toBe('2027-03-01')
    expect((await world.opened.ok('followUp.action', { id })).moves).toHaveLength(1)
    await world.opened.ok('history.redo', {})
    expect(await world.list()).toEqual([])
  })
})

describe('a decision', () => {
  const set = async (
    id: string,
    state: 'inForce' | 'replaced' | 'void',
    { replacedById = null, reason = '' }: { replacedById?: string | null; reason?: string } = {},
  ) => {
    const { version } = (await world.opened.ok('followUp.decision', { id })).row.now
    return { id, version, state, replacedById, reason }
  }

  it('is in force once its minutes are approved, and to be approved until then', async () => {
    const { id } = await world.decision('Réunir le groupe chaque mois.')
    const listed = async (state: 'toApprove' | 'inForce') =>
      (
        await world.opened.ok('followUp.decisions', {
          filter: { words: '', state, meetingId: null, seriesId: null },
          sort: { by: 'state', descending: false },
          ...{ offset: 0, limit: 10 },
        })
      ).rows.map(({ decision, now }) => [decision.id, now.standing])
    expect(await listed('toApprove')).toEqual([[id, 'toApprove']])
    expect(await listed('inForce')).toEqual([])
    await world.approve(world.november)
    expect(await listed('toApprove')).toEqual([])
    expect(await listed('inForce')).toEqual([[id, 'inForce']])
  })

  it('of a meeting taken over from older files is in force: its minutes count as approved', async () => {
    const { id } = await world.decision('Réunir le groupe chaque mois.')
    const standing = async () => (await world.opened.ok('followUp.decision', { id })).row.now.standing
    expect(await standing()).toBe('toApprove')
    await world.opened.byHand(`UPDATE meeting SET taken_over = 'locked' WHERE id = '${world.november}'`)
    expect(await standing()).toBe('inForce')
  })

  it('is replaced by a later one, which says so, and neither loses a word', async () => {
    const old = await world.decision('Réunir le groupe chaque mois.')
    const fresh = await world.decision('Réunir le groupe chaque trimestre.', world.december)
    await world.opened.ok(
      'followUp.setDecisionState',
      await set(old.id, 'replaced', { replacedById: fresh.id }),
    )
    const { row } = await world.opened.ok('followUp.decision', { id: old.id })
    expect(row.now).toMatchObject({
      state: 'replaced',
      replacedBy: { id: fresh.id },
      changedOn: '2027-01-20',
    })
    expect(row.decision.text).toBe('Réunir le groupe chaque mois.')
    expect((await world.opened.ok('followUp.decision', { id: fresh.id })).replaces).toMatchObject([
      { id: old.id },
    ])
    const again = await set(fresh.id, 'replaced', { replacedById: old.id })
    expect(await world.opened.refused('followUp.setDecisionState', again)).toBe('invalid-input')
    const itself = await set(fresh.id, 'replaced', { replacedById: fresh.id })
    expect(await world.opened.refused('followUp.setDecisionState', itself)).toBe('invalid-input')
  })

  it('is void for a reason only, also when its minutes are approved', async () => {
    const { id } = await world.decision('Attendre le décret.')
    await world.approve(world.november)
    expect(await world.opened.refused('followUp.setDecisionState', await set(id, 'void'))).toBe(
      'invalid-input',
    )
    const row = await world.opened.ok(
      'followUp.setDecisionState',
      await set(id, 'void', { reason: 'Texte retiré.' }),
    )
    expect(row.now).toMatchObject({ state: 'void', reason: 'Texte retiré.' })
    const { version } = row.now
    const stale = { id, version: version - 1, state: 'inForce', replacedById: null, reason: '' }
    expect(await world.opened.refused('followUp.setDecisionState', stale)).toBe('conflict')
    await world.opened.ok('history.undo', {})
    expect((await world.opened.ok('followUp.decision', { id })).row.now.state).toBe('inForce')
  })

  it('is in force again when the one in its place is taken out', async () => {
    const old = await world.decision('Une.')
    const fresh = await world.decision('Deux.')
    await world.opened.ok(
      'followUp.setDecisionState',
      await set(old.id, 'replaced', { replacedById: fresh.id }),
    )
    await world.opened.ok('minutes.removeDecision', { id: fresh.id, version: fresh.version })
    expect((await world.opened.ok('followUp.decision', { id: old.id })).row.now.state).toBe('inForce')
    await world.opened.ok('history.undo', {})
    expect((await world.opened.ok('followUp.decision', { id: old.id })).row.now.replacedBy?.id).toBe(fresh.id)
  })
})

describe('the register', () => {
  it('narrows by state, owner, organisation, meeting, lateness, words and number', async () => {
    const late = await world.action('Fournir le guide de raccordement.', {
      owner: 'Hélène Marchetti',
      ownerId: world.ownerId,
      organisation: 'ACD',
      dueDate: '2026-12-15',
    })
    await world.action('Rédiger la note.', { owner: 'Paul Okonjo', organisation: 'DGX' }, world.december)
    const texts = async (filter: Parameters<FollowUpWorld['list']>[0]) =>
      (await world.list(filter)).map(({ action }) => action.text)
    const guide = [late.text]
    expect(await texts({ owner: world.ownerId })).toEqual(guide)
    expect(await texts({ owner: 'Paul Okonjo' })).toEqual(['Rédiger la note.'])
    expect(await texts({ organisation: 'ACD' })).toEqual(guide)
    expect(await texts({ meetingId: world.november })).toEqual(guide)
    expect(await texts({ beforeMeetingId: world.november })).not.toContain(guide[0])
    expect(await texts({ beforeMeetingId: world.december })).toContain(guide[0])
    expect(await texts({ lateOnly: true })).toEqual(guide)
    expect(await texts({ words: 'raccord' })).toEqual(guide)
    expect(await texts({ words: 'okonjo' })).toEqual(['Rédiger la note.'])
    expect(await texts({ words: 'a-2026-1-1' })).toEqual(guide)
    expect(await texts({ words: 'A-2026-02' })).toEqual(['Rédiger la note.'])
    expect(await texts({ states: ['done'] })).toEqual([])
    expect(await texts({ check: 'noDate' })).toEqual(['Rédiger la note.'])
    expect(await texts({ check: 'noOwner' })).toEqual([])
    const { total, groups } = await world.opened.ok('followUp.actions', {
      filter: everything,
      sort: byDue,
      offset: 1,
      limit: 1,
    })
    expect([total, groups]).toEqual([2, { late: 1, beforeNext: 0, later: 0, undated: 1 }])
    expect(await world.opened.ok('followUp.counts', {})).toEqual({
      open: 2,
      late: 1,
      closed: 0,
      decisions: 0,
      toCheck: 1,
    })
  })

  it('asks about an owner whose mandates have ended, not about a guest who never had one', async () => {
    const { id } = await world.action('Publier.', {
      owner: 'Hélène Marchetti',
      ownerId: world.ownerId,
      dueDate: '2027-02-01',
    })
    expect(await world.list({ check: 'ownerLeft' })).toEqual([])
    const { mandates } = await world.opened.ok('directory.list', {})
    const mandate = mandates.find((one) => one.id === world.mandateId)
    await world.opened.ok('directory.updateMandate', {
      id: world.mandateId,
      version: mandate?.version ?? 0,
      patch: { endsOn: '2027-01-19' },
    })
    expect(await world.list({ check: 'any' })).toMatchObject([{ action: { id }, checks: ['ownerLeft'] }])
    await world.opened.ok('directory.removeMandate', {
      id: world.mandateId,
      version: (mandate?.version ?? 0) + 1,
    })
    expect(await world.list({ check: 'any' })).toEqual([])
  })
})
