import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { newId } from '../../renderer/api/new-id.ts'
import { notedLine } from '../session-line.ts'
import { type OpenedCore, openTestCore } from './open-core.ts'

let opened: OpenedCore
beforeEach(async () => {
  opened = await openTestCore({ now: '2099-08-20T08:00:00.000Z' })
})
afterEach(() => opened.dispose())

const add = (title: string, fields: object = {}) =>
  opened.ok('watch.add', { id: newId(), fields: { title, ...fields } })
const life = (id: string) => opened.ok('watch.life', { id })
const target = ({ id, version }: { id: string; version: number }) => ({ id, version })
const deadline = (watchItemId: string, fields: object = {}) => {
  const id = newId()
  const blank = { date: null, audience: '', threshold: '', label: '' }
  return opened.ok('watch.addDeadline', { id, watchItemId, fields: { ...blank, ...fields } })
}
const consultation = (watchItemId: string, fields: object = {}) =>
  opened.ok('watch.addConsultation', {
    id: newId(),
    watchItemId,
    fields: {
      authority: 'cnen',
      name: '',
      askedOn: '2099-03-01',
      answeredOn: '2099-04-02',
      opinion: 'favorable',
      reference: 'avis n° 99-04',
      ...fields,
    },
  })
const cite = (watchItemId: string, kind: 'modifies' | 'repeals' | 'transposes', citation: string) =>
  opened.ok('watch.addLink', { id: newId(), watchItemId, kind, to: { citation } })

/** A draft heard at a meeting where a made-up association took a stance. */
async function heardDraft(date: string) {
  const draft = await add('Projet de décret relatif à l’annuaire partagé', {
    nature: 'decret',
    status: 'draft',
  })
  const meeting = await opened.ok('meetings.create', { fields: { date }, fromTemplate: false })
  const itemId = newId()
  await opened.ok('watch.putOnAgenda', { id: draft.id, itemId, meetingId: meeting.id })
  await opened.ok('minutes.start', { meetingId: meeting.id })
  await opened.ok('session.addPosition', {
    id: newId(),
    meetingId: meeting.id,
    itemId,
    fields: {
      organisation: 'Association des communes de démonstration',
      organisationId: null,
      stance: 'reserves',
      words: 'Demande un délai pour les petites communes.',
    },
  })
  return { draft: (await life(draft.id)).item, meetingId: meeting.id, itemId }
}

describe('what is known of a text', () => {
  it('is added, changed, removed and undone; the screen of another moment is refused', async () => {
    const { id } = await add('Décret des annuaires')
    await deadline(id, { label: 'Sans date' })
    await deadline(id, { date: '2101-01-01', audience: 'Communes', threshold: 'moins de 3 500 habitants' })
    const { deadlines } = await deadline(id, { date: '2100-01-01', audience: 'Régions' })
    expect(deadlines.map(({ date }) => date)).toEqual(['2100-01-01', '2101-01-01', null])
    const [first] = deadlines
    if (first === undefined) throw new Error('no deadline')
    const changed = await opened.ok('watch.updateDeadline', {
      ...target(first),
      patch: { audience: 'Régions et départements' },
    })
    expect(changed.deadlines[0]).toMatchObject({ audience: 'Régions et départements', version: 2 })
    expect(await opened.refused('watch.updateDeadline', { ...target(first), patch: { label: 'x' } })).toBe(
      'conflict',
    )
    expect(await opened.refused('watch.removeDeadline', target(first))).toBe('conflict')
    await opened.ok('watch.removeDeadline', { id: first.id, version: 2 })
    expect((await life(id)).deadlines).toHaveLength(2)
    await opened.ok('history.undo', {})
    expect((await life(id)).deadlines).toHaveLength(3)
    expect((await consultation(id)).consultations).toMatchObject([
      { authority: 'cnen', opinion: 'favorable' },
    ])
  })

  it('holds no date that means none in official files', async () => {
    const item = await add('Décret des annuaires')
    for (const date of ['2999-01-01', '2222-02-22']) {
      expect(await opened.refused('watch.update', { ...target(item), patch: { repealedOn: date } })).toBe(
        'invalid-input',
      )
      const fields = { date, audience: '', threshold: '', label: '' }
      expect(await opened.refused('watch.addDeadline', { id: newId(), watchItemId: item.id, fields })).toBe(
        'invalid-input',
      )
    }
    expect((await life(item.id)).deadlines).toEqual([])
  })

  it('goes with the text, and leaves its title to those that named it', async () => {
    const old = await add('Décret n° 2080-12 des anciens annuaires', { nature: 'decret', number: '2080-12' })
    const { id } = await add('Décret des annuaires')
    await opened.ok('watch.addLink', {
      id: newId(),
      watchItemId: id,
      kind: 'repeals',
      to: { targetId: old.id },
    })
    await deadline(old.id, { date: '2100-01-01' })
    await consultation(old.id)
    await opened.ok('watch.remove', target((await life(old.id)).item))
    expect((await life(id)).links).toMatchObject([{ link: { citation: old.title }, text: null }])
    await opened.ok('history.undo', {})
    expect((await life(id)).links).toMatchObject([{ text: { id: old.id } }])
    expect((await life(old.id)).deadlines).toHaveLength(1)
  })
})

describe('links', () => {
  it('lead to a followed text however it is cited, or to one that is followed later', async () => {
    const known = await add('Décret n° 2099-768', {
      nature: 'decret',
      number: '2099-768',
      status: 'published',
    })
    const { id } = await add('Décret des annuaires', { status: 'published' })
    const { links } = await cite(id, 'modifies', 'le décret n° 2099-768 du 24 juillet 2099')
    expect(links).toMatchObject([{ link: { targetId: known.id, citation: '' }, text: { id: known.id } }])
    expect((await life(known.id)).linkedFrom).toMatchObject([{ kind: 'modifies', text: { id } }])
    const outside = await cite(id, 'transposes', 'Directive (UE) 2099/882 du 17 avril 2099')
    expect(outside.links.find(({ link }) => link.kind === 'transposes')).toMatchObject({ text: null })
    const directive = await add('Directive (UE) 2099/882', { nature: 'directiveUE', number: '2099/882' })
    expect((await life(id)).links.find(({ link }) => link.kind === 'transposes')?.text?.id).toBe(directive.id)
    expect((await life(directive.id)).linkedFrom).toMatchObject([{ kind: 'transposes', text: { id } }])
  })

  it('are kept once, never lead to the text itself, and words without an identifier stay words', async () => {
    const { id } = await add('Décret n° 2099-768', { nature: 'decret', number: '2099-768' })
    expect(
      await opened.refused('watch.addLink', {
        id: newId(),
        watchItemId: id,
        kind: 'modifies',
        to: { citation: 'décret n° 2099-768' },
      }),
    ).toBe('invalid-input')
    await cite(id, 'modifies', 'la charte des annuaires')
    const { links } = await cite(id, 'modifies', 'la charte des annuaires')
    expect(links).toMatchObject([{ link: { citation: 'la charte des annuaires', citedKey: '' }, text: null }])
    const [only] = links
    if (only === undefined) throw new Error('no link')
    expect((await opened.ok('watch.removeLink', target(only.link))).links).toEqual([])
  })
})

describe('two rows that are one text', () => {
  it('become one: the draft’s id, passages and positions, the published fields, and all that hangs on both', async () => {
    const { draft, meetingId, itemId } = await heardDraft('2099-06-11')
    const out = await add('Décret n° 2099-812 relatif à l’annuaire partagé', {
      nature: 'decret',
      status: 'published',
      number: '2099-812',
      nor: 'ZZZJ9907246D',
      publishedOn: '2099-08-19',
      consequences: 'Chaque commune désigne un référent.',
    })
    await deadline(draft.id, { date: '2100-01-01', audience: 'Communes' })
    await deadline(out.id, { date: '2101-01-01', audience: 'Régions' })
    await consultation(draft.id)
    const citing = await add('Arrêté des annuaires', { nature: 'arrete' })
    await opened.ok('watch.addLink', {
      id: newId(),
      watchItemId: citing.id,
      kind: 'applies',
      to: { targetId: out.id },
    })
    expect((await life(draft.id)).matches.map(({ id }) => id)).toEqual([out.id])
    expect((await life(out.id)).matches.map(({ id }) => id)).toEqual([draft.id])
    const one = await opened.ok('watch.match', { kept: target(draft), joined: target(out) })
    expect(one.item).toMatchObject({
      id: draft.id,
      title: out.title,
      draftTitle: draft.title,
      status: 'published',
      number: '2099-812',
      publishedOn: '2099-08-19',
      consequences: out.consequences,
      followUp: 'toPresent',
    })
    expect(one.deadlines.map(({ audience }) => audience)).toEqual(['Communes', 'Régions'])
    expect(one.consultations).toHaveLength(1)
    expect(one.linkedFrom).toMatchObject([{ kind: 'applies', text: { id: citing.id } }])
    expect(one.passages).toMatchObject([{ meetingId, itemId }])
    expect(one.passages[0]?.positions.map(({ words }) => words)).toEqual([
      'Demande un délai pour les petites communes.',
    ])
    expect(await opened.refused('watch.get', { id: out.id })).toBe('not-found')
    await opened.ok('history.undo', {})
    expect((await life(draft.id)).item).toMatchObject({ title: draft.title, status: 'draft', draftTitle: '' })
    expect((await life(out.id)).deadlines.map(({ audience }) => audience)).toEqual(['Régions'])
    expect((await life(out.id)).linkedFrom).toHaveLength(1)
    await opened.ok('history.redo', {})
    expect((await life(draft.id)).item.number).toBe('2099-812')
  })

  it('are one in what was noted of either too; a note outlives the text it names', async () => {
    const { draft, meetingId, itemId } = await heardDraft('2099-06-11')
    const out = await add('Décret relatif à l’annuaire partagé', { status: 'published' })
    const named = await add('Arrêté des annuaires', { nature: 'arrete' })
    for (const watchItemId of [draft.id, named.id])
      await opened.ok('session.addLine', {
        ...{ id: newId(), meetingId, at: '2099-06-11T14:00:00.000Z' },
        fields: notedLine({ itemId, kind: 'watch', text: 'Paraît au printemps', watchItemId }),
      })
    await opened.ok('watch.match', { kept: target(out), joined: target(draft) })
    await opened.ok('watch.remove', target(named))
    const noted = async () =>
      (await opened.ok('session.get', { meetingId })).lines.map(({ watchItemId }) => watchItemId)
    expect(await noted()).toEqual([out.id, null])
    await opened.ok('history.undo', {})
    await opened.ok('history.undo', {})
    expect(await noted()).toEqual([draft.id, named.id])
  })

  it('on one agenda keep one line, and a text is never put together with itself', async () => {
    const { draft, meetingId } = await heardDraft('2099-09-10')
    const out = await add('Décret relatif à l’annuaire partagé', { status: 'published' })
    await opened.ok('agenda.link', {
      itemId: (await life(draft.id)).passages[0]?.itemId ?? '',
      kind: 'watch',
      targetId: out.id,
    })
    const one = await opened.ok('watch.match', { kept: target(draft), joined: target(out) })
    expect(one.passages.map((passage) => passage.meetingId)).toEqual([meetingId])
    expect(await opened.refused('watch.match', { kept: target(one.item), joined: target(one.item) })).toBe(
      'invalid-input',
    )
  })

  it('propose it anew to the next meeting, also where its draft had been set aside', async () => {
    const draft = await add('Projet de décret relatif à l’annuaire', {
      status: 'draft',
      followUp: 'toPresent',
    })
    const meeting = await opened.ok('meetings.create', { fields: { date: '2099-09-10' }, fromTemplate: true })
    const proposed = async () =>
      (await opened.ok('carryOver.list', { meetingId: meeting.id })).proposals.map(({ source }) => source.id)
    expect(await proposed()).toEqual([draft.id])
    await opened.ok('carryOver.dismiss', {
      meetingId: meeting.id,
      sources: [{ kind: 'watch', id: draft.id }],
      why: 'Attend sa parution',
    })
    expect(await proposed()).toEqual([])
    const out = await add('Décret relatif à l’annuaire', { status: 'published' })
    await opened.ok('watch.match', { kept: target(draft), joined: target(out) })
    expect(await proposed()).toEqual([draft.id])
  })
})

describe('identifiers that two texts share', () => {
  const paste = (words: string) => opened.ok('watch.readPasted', { words })

  it('a NOR of a draft reused by another text: proposed, not taken for it, followed apart and said', async () => {
    const draft = await add('Projet de décret relatif aux carnets de correspondance', {
      nature: 'decret',
      status: 'draft',
      nor: 'ZZZJ9907246D',
    })
    const { rows } = await paste(
      'Décret n° 2099-812 du 17 août 2099 relatif à l’annuaire partagé\nNOR : ZZZJ9907246D',
    )
    expect(rows).toMatchObject([{ known: null, drafts: [{ id: draft.id, reasons: ['nor', 'nature'] }] }])
    // Less than what the screen takes as chosen.
    expect(rows[0]?.drafts[0]?.score).toBeLessThan(0.6)
    const [row] = rows
    if (row === undefined) throw new Error('nothing read')
    const [followed] = await opened.ok('watch.addPasted', {
      texts: [{ id: newId(), text: row.text, publishes: null }],
    })
    expect(followed?.id).not.toBe(draft.id)
    expect((await life(draft.id)).namesakes).toMatchObject([
      { key: 'nor ZZZJ9907246D', text: { id: followed?.id } },
    ])
    expect((await paste('ZZZJ9907246D')).rows.map(({ known }) => known?.id)).toEqual([followed?.id])
  })

  it('two texts with one ELI stay two, and each is known again by its own number', async () => {
    const eli = 'https://www.legifrance.gouv.fr/eli/arrete/2099/8/17/ZZZJ9907246A/jo/texte'
    const first = await add('Premier arrêté', {
      nature: 'arrete',
      eli,
      jorfText: 'JORFTEXT000099000001',
      status: 'published',
    })
    const other = await add('Second arrêté', {
      nature: 'arrete',
      eli,
      jorfText: 'JORFTEXT000099000002',
      status: 'published',
    })
    const known = async (jorfText: string) =>
      (await paste(`https://www.legifrance.gouv.fr/jorf/id/${jorfText}\nELI : ${eli}`)).rows.map(
        (row) => row.known?.id,
      )
    expect(await known('JORFTEXT000099000001')).toContain(first.id)
    expect(await known('JORFTEXT000099000002')).toContain(other.id)
    expect(await known('JORFTEXT000099000003')).not.toContain(first.id)
    expect((await life(first.id)).namesakes.map(({ text }) => text.id)).toEqual([other.id])
  })
})
