import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { newId } from '../../renderer/api/new-id.ts'
import { type OpenedCore, openTestCore } from './open-core.ts'

let opened: OpenedCore
beforeEach(async () => {
  opened = await openTestCore({ now: '2099-08-20T08:00:00.000Z' })
})
afterEach(() => opened.dispose())

const eli = 'https://www.legifrance.gouv.fr/eli/decret/2099/8/17/ZZZJ9907246D/jo/texte'
const head = `Décret n° 2099-812 du 17 août 2099 relatif à l’annuaire partagé de démonstration
NOR : ZZZJ9907246D
ELI : ${eli}
JORF n°0192 du 19 août 2099
Texte n° 5`

const read = (words: string) => opened.ok('watch.readPasted', { words })
const follow = async (words: string, publishes: { id: string; version: number } | null = null) => {
  const { rows } = await read(words)
  const texts = rows.map(({ text }) => ({ id: newId(), text, publishes }))
  return opened.ok('watch.addPasted', { texts })
}
const addDraft = (title: string, fields = {}) =>
  opened.ok('watch.add', { id: newId(), fields: { title, nature: 'decret', status: 'draft', ...fields } })

describe('a pasted text', () => {
  it('is followed with every field of its words, and undone in one step', async () => {
    const [row] = await follow(head)
    expect(row).toMatchObject({
      title: 'Décret n°\u00a02099-812 du 17\u00a0août 2099 relatif à l’annuaire partagé de démonstration',
      nature: 'decret',
      number: '2099-812',
      nor: 'ZZZJ9907246D',
      eli,
      signedOn: '2099-08-17',
      publishedOn: '2099-08-19',
      joNumber: '0192',
      joTextNumber: 5,
      status: 'published',
    })
    await opened.ok('history.undo', {})
    expect((await opened.ok('watch.list', { words: '', offset: 0, limit: 10 })).total).toBe(0)
  })

  it('is followed with the notice that stood above it', async () => {
    const notice =
      'Publics concernés : communes.\nObjet : annuaire.\nEntrée en vigueur : le 1er juillet 2100.\nNotice : il est tenu.'
    const [row] = await follow(`${head}\n\n${notice}`)
    expect(row).toMatchObject({
      audience: 'communes',
      purpose: 'annuaire.',
      inForceWords: 'le 1er juillet 2100.',
      notice: 'il est tenu.',
      inForceOn: '2100-07-01',
    })
  })

  it('is known again under any of its names, and followed once', async () => {
    const [row] = await follow(head)
    const alias = 'http://www.legifrance.gouv.fr/eli/decret/2099/08/17/2099-812/jo/texte'
    for (const name of [
      head,
      'ZZZJ9907246D',
      'le décret n° 2099-812',
      eli,
      alias,
      'NOR : z z z j 9 9 0 7 2 4 6 d',
    ]) {
      const { rows } = await read(name)
      expect(rows.map(({ known }) => known?.id)).toEqual([row?.id])
      expect((await follow(name)).map(({ id }) => id)).toEqual([row?.id])
    }
    expect((await opened.ok('watch.list', { words: '', offset: 0, limit: 10 })).total).toBe(1)
  })

  it('completes what its row lacks, and goes over nothing', async () => {
    const [row] = await follow('NOR : ZZZJ9907246D')
    const [known] = (await read(head)).rows.map((one) => one.known)
    expect(known).toMatchObject({ id: row?.id, lacks: { publishedOn: '2099-08-19' } })
    expect(known?.lacks).not.toHaveProperty('nor')
    const { id = '', version = 0, lacks = {} } = known ?? {}
    await opened.ok('watch.update', { id, version, patch: { ...lacks, ministry: 'Écrit à la main' } })
    expect((await read(head)).rows.map((one) => one.known?.lacks)).toEqual([{}])
  })

  it('is not taken for another of the same number and another nature', async () => {
    await follow(head)
    expect((await read('ordonnance n° 2099-812')).rows.map(({ known }) => known)).toEqual([null])
  })

  it('becomes the next state of the draft that it publishes: one row, its agenda kept, undone in one step', async () => {
    const draft = await addDraft('Projet de décret relatif à l’annuaire partagé de démonstration', {
      consequences: 'Chaque commune désigne un référent.',
    })
    await addDraft('Projet de décret relatif aux carnets de correspondance')
    const meeting = await opened.ok('meetings.create', {
      fields: { date: '2099-09-10' },
      fromTemplate: false,
    })
    await opened.ok('watch.putOnAgenda', { id: draft.id, itemId: newId(), meetingId: meeting.id })
    const { rows } = await read(head)
    expect(rows[0]?.drafts.map(({ id, reasons }) => ({ id, reasons }))).toEqual([
      { id: draft.id, reasons: ['title', 'nature'] },
    ])
    const { id, version } = rows[0]?.drafts[0] ?? draft
    const [published] = await follow(head, { id, version })
    expect(published).toMatchObject({
      id: draft.id,
      title: rows[0]?.title,
      draftTitle: draft.title,
      status: 'published',
      followUp: 'toPresent',
      number: '2099-812',
      consequences: draft.consequences,
      hearings: [{ meetingId: meeting.id }],
    })
    expect((await opened.ok('watch.list', { words: '', offset: 0, limit: 10 })).total).toBe(2)
    await opened.ok('history.undo', {})
    expect(await opened.ok('watch.get', { id: draft.id })).toMatchObject({ status: 'draft', number: '' })
  })

  it('cannot publish what is out, nor a draft that changed meanwhile', async () => {
    const out = await opened.ok('watch.add', {
      id: newId(),
      fields: { title: 'Décret paru', status: 'inForce' },
    })
    const draft = await addDraft('Projet de décret relatif à l’annuaire')
    await opened.ok('watch.update', { id: draft.id, version: draft.version, patch: { audience: 'Communes' } })
    const { rows } = await read(head)
    const texts = (publishes: { id: string; version: number }) =>
      rows.map(({ text }) => ({ id: newId(), text, publishes }))
    expect(
      await opened.refused('watch.addPasted', { texts: texts({ id: out.id, version: out.version }) }),
    ).toBe('state-refuses')
    expect(
      await opened.refused('watch.addPasted', { texts: texts({ id: draft.id, version: draft.version }) }),
    ).toBe('conflict')
  })
})

describe('a text put on an agenda', () => {
  it('is one linked item before any other business, however often it is put', async () => {
    const [row] = await follow(head)
    const meeting = await opened.ok('meetings.create', { fields: { date: '2099-09-10' }, fromTemplate: true })
    const id = row?.id ?? ''
    for (let again = 0; again < 2; again += 1)
      await opened.ok('watch.putOnAgenda', { id, itemId: newId(), meetingId: meeting.id })
    const { items, links } = await opened.ok('agenda.list', { meetingId: meeting.id })
    const linked = items.filter((item) =>
      links.some(({ itemId, targetId }) => itemId === item.id && targetId === id),
    )
    expect(linked.map(({ title }) => title)).toEqual([row?.title])
    expect(items.at(-1)?.id).not.toBe(linked[0]?.id)
  })

  it('is refused once the meeting is over', async () => {
    const [row] = await follow(head)
    const { id: meetingId, version } = await opened.ok('meetings.create', {
      fields: { date: '2099-08-12' },
      fromTemplate: true,
    })
    await opened.ok('meetings.cancel', { id: meetingId, version, reason: 'Essai' })
    expect(await opened.refused('watch.putOnAgenda', { id: row?.id ?? '', itemId: newId(), meetingId })).toBe(
      'state-refuses',
    )
  })
})
