import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { modelInPdf } from '../../electron/documents/read-back.ts'
import { newId } from '../../renderer/api/new-id.ts'
import { Desk, itemSource } from './carry-over-world.ts'
import { type OpenedCore, openTestCore } from './open-core.ts'

let opened: OpenedCore
let desk: Desk
const time = { now: '2026-05-04T09:00:00.000Z' }
beforeEach(async () => {
  time.now = '2026-05-04T09:00:00.000Z'
  opened = await openTestCore(time)
  desk = new Desk(opened)
})
afterEach(() => opened.dispose())

/** A meeting of 12 May with one item put off, and the one of 9 June. */
async function putOff() {
  const [may, june] = [await desk.meeting('2026-05-12'), await desk.meeting('2026-06-09')]
  const item = await desk.item(may, 'Passerelle', {
    fields: {
      presenter: 'Camille Ferréol',
      durationMinutes: 20,
      nature: 'avis',
      note: 'Attendre le chiffrage.',
    },
  })
  time.now = '2026-05-13T09:00:00.000Z'
  await desk.hold(may, { [item]: 'reporte' })
  return { may, june, item }
}

describe('what is proposed', () => {
  it('are items put off, sent back, not treated or without outcome, not those that ended', async () => {
    const may = await desk.meeting('2026-05-12')
    const june = await desk.meeting('2026-06-09')
    const names = ['Reporté', 'Renvoyé', 'Non traité', 'Retiré', 'Approuvé', 'Sans issue', 'Ouvert'] as const
    const ids = new Map<string, string>()
    for (const name of names) ids.set(name, await desk.item(may, name))
    const id = (name: (typeof names)[number]) => ids.get(name) ?? ''
    await desk.setState(may, 'inSession')
    await desk.outcome(may, id('Reporté'), 'reporte')
    // Put off in session: the next meeting may be prepared meanwhile.
    expect(await desk.proposed(june)).toEqual(['Reporté'])
    await desk.outcome(may, id('Renvoyé'), 'renvoye')
    await desk.outcome(may, id('Non traité'), 'nonTraite')
    await desk.outcome(may, id('Retiré'), 'retire')
    await desk.outcome(may, id('Approuvé'), 'approuve')
    await opened.ok('session.goTo', { meetingId: may, itemId: id('Ouvert') })
    await desk.setState(may, 'held')
    const { proposals } = await desk.view(june)
    expect(proposals.map(({ title, reason, isTicked }) => [title, reason, isTicked])).toEqual([
      ['Reporté', 'postponed', true],
      ['Renvoyé', 'referredBack', true],
      ['Non traité', 'notTreated', true],
      ['Sans issue', 'noOutcome', true],
      // It was on: it may well have been treated.
      ['Ouvert', 'noOutcome', false],
    ])
  })

  it('says nothing of what the template puts on every agenda, and asks nothing before minutes say something', async () => {
    const may = await desk.meeting('2026-05-12', { fromTemplate: true })
    await desk.item(may, 'Passerelle')
    const june = await desk.meeting('2026-06-09')
    time.now = '2026-05-12T17:00:00.000Z'
    await desk.setState(may, 'held')
    const { proposals } = await desk.view(june)
    expect(proposals.map(({ title, isTicked }) => [title, isTicked])).toEqual([['Passerelle', false]])
    await desk.cancel(await desk.meeting('2026-05-20', { fromTemplate: true }))
    expect(await desk.proposed(june)).toEqual(['Passerelle'])
  })

  it('asks nothing of what a decision came out of, of routine, nor of a sub-item that was taken up', async () => {
    const may = await desk.meeting('2026-05-12')
    const june = await desk.meeting('2026-06-09')
    await desk.item(may, 'Approbation du compte rendu de la séance du 14 avril')
    const decided = await desk.item(may, 'Annuaire')
    const heading = await desk.item(may, 'Présentations')
    const heard = await desk.item(may, 'Passerelle', { parentId: heading })
    await desk.item(may, 'Portail', { parentId: heading })
    await desk.item(may, 'Questions diverses')
    await desk.setState(may, 'inSession')
    await opened.ok('session.goTo', { meetingId: may, itemId: decided })
    await opened.ok('session.goTo', { meetingId: may, itemId: heard })
    await desk.setState(may, 'held')
    expect(await desk.proposed(june)).toEqual(['Annuaire', 'Portail'])
    await opened.ok('minutes.start', { meetingId: may })
    const fields = { text: 'L’annuaire est ouvert.' }
    await opened.ok('minutes.addDecision', { id: newId(), itemId: decided, fields })
    expect(await desk.proposed(june)).toEqual(['Portail'])
  })
})

describe('taking', () => {
  it('makes an item that keeps its words, says where it comes from, and is not proposed again', async () => {
    const { may, june, item } = await putOff()
    const after = await desk.take(june, itemSource(item))
    expect(after.proposals).toEqual([])
    const { items, provenance } = await opened.ok('agenda.list', { meetingId: june })
    expect(items).toMatchObject([
      { presenter: 'Camille Ferréol', durationMinutes: 20, nature: 'avis', note: 'Attendre le chiffrage.' },
    ])
    expect(provenance).toMatchObject([
      {
        itemId: items[0]?.id,
        origin: { meetingId: may, date: '2026-05-12' },
        reason: 'postponed',
        times: 1,
        stale: null,
      },
    ])
    // A call that is sent twice adds nothing twice.
    await desk.take(june, itemSource(item))
    expect(await desk.titles(june)).toHaveLength(1)
    await opened.ok('history.undo', {})
    expect(await desk.titles(june)).toEqual([])
    expect(await desk.proposed(june)).toEqual(['Passerelle'])
    await opened.ok('history.redo', {})
    expect(await desk.proposed(june)).toEqual([])
  })

  it('is offered again when the item is taken off the agenda', async () => {
    const { june, item } = await putOff()
    await desk.take(june, itemSource(item))
    const [taken] = (await opened.ok('agenda.list', { meetingId: june })).items
    await opened.ok('agenda.remove', { id: taken?.id ?? '', version: taken?.version ?? 0 })
    expect(await desk.proposed(june)).toEqual(['Passerelle'])
  })

  it('counts the reports, over a cancelled meeting too', async () => {
    const { june, item } = await putOff()
    const july = await desk.meeting('2026-07-09')
    await desk.take(june, itemSource(item))
    await desk.cancel(june)
    const [again] = (await desk.view(july)).proposals
    expect(again).toMatchObject({ reason: 'meetingCancelled', times: 2, origin: { meetingId: june } })
    expect(await desk.proposed(july)).toHaveLength(1)
    await desk.takeAll(july)
    expect(await desk.provenance(july)).toMatchObject([{ times: 2, origin: { date: '2026-06-09' } }])
  })

  it('brings documents as the same bytes, promises still open, links and guests', async () => {
    const may = await desk.meeting('2026-05-12')
    const june = await desk.meeting('2026-06-09')
    const item = await desk.item(may, 'Passerelle')
    const [project, text, guest] = [newId(), newId(), newId()]
    await opened.ok('projects.add', { id: project, fields: { title: 'Passerelle d’échange' } })
    await opened.ok('watch.add', { id: text, fields: { title: 'Texte d’exemple' } })
    await opened.ok('directory.addPerson', { id: guest, fields: { givenName: 'Anne', familyName: 'Modèle' } })
    await opened.ok('agenda.link', { itemId: item, kind: 'project', targetId: project })
    await opened.ok('agenda.link', { itemId: item, kind: 'watch', targetId: text })
    await opened.ok('agenda.addGuest', { itemId: item, personId: guest })
    const bytes = new TextEncoder().encode('support')
    await opened.ok('attachments.add', {
      meetingId: may,
      itemId: item,
      file: { fileName: 'support.pdf', bytes },
    })
    await opened.ok('attachments.addAwaited', {
      id: newId(),
      itemId: item,
      fields: { title: 'Chiffrage', dueOn: '2026-05-07' },
    })
    await desk.hold(may, { [item]: 'reporte' })
    const [proposal] = (await desk.view(june)).proposals
    expect(proposal).toMatchObject({
      links: ['Passerelle d’échange', 'Texte d’exemple'],
      files: ['support.pdf'],
    })
    await desk.takeAll(june)
    const { links, guests } = await opened.ok('agenda.list', { meetingId: june })
    expect(links.map(({ targetId }) => targetId)).toEqual([project, text])
    expect(guests).toMatchObject([{ name: 'Anne Modèle' }])
    const [before] = await opened.ok('attachments.list', { meetingId: may })
    const [after] = await opened.ok('attachments.list', { meetingId: june })
    expect(after).toMatchObject({ fileName: 'support.pdf', sha256: before?.sha256 })
    expect(await opened.ok('attachments.awaited', { meetingId: june })).toMatchObject([
      { title: 'Chiffrage', dueOn: null },
    ])
    // Neither the project nor the text is proposed beside the item that speaks of them.
    expect(await desk.proposed(june)).toEqual([])
  })
})

describe('the open actions', () => {
  it('are in the table of the item that follows them up, printed with it, and never items', async () => {
    const may = await desk.meeting('2026-05-12', { fromTemplate: true })
    const item = await desk.item(may, 'Passerelle')
    await desk.setState(may, 'inSession')
    const fields = { text: 'Transmettre le bilan', owner: 'Anne Modèle', dueDate: '2026-05-20' }
    await opened.ok('minutes.addAction', { id: newId(), itemId: item, fields })
    const done = newId()
    await opened.ok('minutes.addAction', { id: done, itemId: item, fields: { text: 'Clore' } })
    await desk.outcome(may, item, 'reporte')
    await desk.setState(may, 'held')
    time.now = '2026-05-13T09:00:00.000Z'
    const targets = [{ id: done, version: 1 }]
    await opened.ok('followUp.setActionState', { targets, state: 'done', reason: '', on: '2026-05-13' })
    const june = await desk.meeting('2026-06-09', { fromTemplate: true })
    await desk.takeAll(june)
    time.now = '2026-05-25T09:00:00.000Z'
    expect(await opened.ok('carryOver.actions', { meetingId: june })).toMatchObject([
      { number: 'A-2026-01-01', text: 'Transmettre le bilan', isLate: true },
    ])
    expect(await desk.titles(june)).not.toContain('Transmettre le bilan')
    const { items, followUpId } = await opened.ok('agenda.list', { meetingId: june })
    expect(items.find(({ id }) => id === followUpId)?.title).toBe('Suivi des décisions et actions')
    const { bytes } = await opened.ok('documents.render', { kind: 'timedAgenda', meetingId: june })
    expect(await modelInPdf(bytes)).toMatchObject({
      carried: 'Point reporté\u00a0: point\u00a03, reporté de la séance du 12\u00a0mai.',
    })
    const minutes = await opened.ok('documents.render', { kind: 'minutes', meetingId: june })
    const model = await modelInPdf(minutes.bytes)
    const followed = model?.kind === 'minutes' ? model.sections.flatMap((one) => one.followedUp ?? []) : []
    expect(followed).toMatchObject([
      {
        heading: 'Actions à suivre',
        table: {
          // What is due, then what was closed since the meeting before.
          rows: [
            ['A-2026-01-01', 'Transmettre le bilan', 'Anne Modèle', '20\u00a0mai\u00a02026', 'À faire'],
            ['A-2026-01-02', 'Clore', '–', '–', 'Réalisée'],
          ],
        },
        others: '',
      },
    ])
    // Of another series, nothing.
    const other = await desk.meeting('2026-06-16', { seriesId: await desk.series('Groupe de travail') })
    expect(await opened.ok('carryOver.actions', { meetingId: other })).toEqual([])
  })
})

describe('what is not to be taken up again', () => {
  it('is set aside with a reason, found, taken back, and refused once it was taken', async () => {
    const { june, item } = await putOff()
    const sources = [itemSource(item)]
    const after = await opened.ok('carryOver.dismiss', { meetingId: june, sources, why: 'sans objet' })
    expect(after.proposals).toEqual([])
    const [aside] = after.dismissed
    expect(aside).toMatchObject({ title: 'Passerelle', why: 'sans objet', origin: { date: '2026-05-12' } })
    expect(await opened.refused('carryOver.take', { meetingId: june, sources })).toBe('conflict')
    const target = { id: aside?.id ?? '', version: aside?.version ?? 0 }
    const stale = { ...target, version: target.version + 1 }
    expect(await opened.refused('carryOver.takeBack', { meetingId: june, ...stale })).toBe('conflict')
    await opened.ok('carryOver.takeBack', { meetingId: june, ...target })
    expect(await desk.proposed(june)).toEqual(['Passerelle'])
    await desk.take(june, itemSource(item))
    expect(await opened.refused('carryOver.dismiss', { meetingId: june, sources, why: '' })).toBe('conflict')
    const july = await desk.meeting('2026-07-09')
    expect(await opened.refused('carryOver.take', { meetingId: july, sources })).toBe('conflict')
    expect(await opened.refused('carryOver.take', { meetingId: july, sources: [itemSource(newId())] })).toBe(
      'not-found',
    )
  })

  it('goes from a deleted meeting to the next one itself, with what was done on it there', async () => {
    const { june, item } = await putOff()
    const july = await desk.meeting('2026-07-09')
    await desk.take(june, itemSource(item))
    const [taken] = (await opened.ok('agenda.list', { meetingId: june })).items
    const target = { id: taken?.id ?? '', version: taken?.version ?? 0 }
    await opened.ok('agenda.update', { ...target, patch: { title: 'Passerelle, suite' } })
    await desk.bin(june)
    expect(await desk.proposed(july)).toEqual(['Passerelle, suite'])
    await desk.takeAll(july)
    await desk.restore(june)
    expect([await desk.titles(june), await desk.titles(july)]).toEqual([[], ['Passerelle, suite']])
    expect(await desk.provenance(july)).toMatchObject([{ times: 1, origin: { date: '2026-05-12' } }])
  })
})

describe('projects and texts', () => {
  it('to present are ticked, to follow and heard before are not; none twice', async () => {
    const fields = { title: 'Neuf', askedOfBody: 'Recueillir un avis.', stage: 'design' } as const
    await opened.ok('projects.add', { id: newId(), fields })
    await opened.ok('projects.add', { id: newId(), fields: { ...fields, title: 'Clos', stage: 'closed' } })
    await opened.ok('watch.add', { id: newId(), fields: { title: 'À présenter', followUp: 'toPresent' } })
    await opened.ok('watch.add', { id: newId(), fields: { title: 'À suivre', followUp: 'toFollow' } })
    await opened.ok('watch.add', { id: newId(), fields: { title: 'Traité', followUp: 'closed' } })
    const [may, june] = [await desk.meeting('2026-05-12'), await desk.meeting('2026-06-09')]
    const said = async (id: string) =>
      (await desk.view(id)).proposals.map(({ title, reason, isTicked }) => [title, reason, isTicked])
    expect(await said(may)).toEqual([
      ['Neuf', 'toPresent', true],
      ['À présenter', 'toPresent', true],
      ['À suivre', 'toFollow', false],
    ])
    // Only the next meeting takes them up.
    expect(await said(june)).toEqual([])
    await desk.takeAll(may)
    expect(await said(may)).toEqual([])
    const { items } = await opened.ok('agenda.list', { meetingId: may })
    time.now = '2026-05-13T09:00:00.000Z'
    await desk.hold(may, Object.fromEntries(items.map(({ id }) => [id, 'prisActe' as const])))
    expect(await said(june)).toEqual([
      ['Neuf', 'presentedBefore', false],
      ['À présenter', 'presentedBefore', false],
      ['À suivre', 'toFollow', false],
    ])
  })
})
