import { readdirSync } from 'node:fs'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import type { DeliveryPreview } from '../../electron/contract/deliveries.ts'
import { newId } from '../../renderer/api/new-id.ts'
import { madeDelivery, tarGzOf } from '../fixtures/dila/make-delivery.ts'
import { DeliveryWorld, entry, fixture, MORNING } from './delivery-world.ts'

let world: DeliveryWorld
beforeEach(async () => {
  world = await DeliveryWorld.open()
})
afterEach(() => world.dispose())
const put = (name: string, bytes: Uint8Array | string) => world.put(name, bytes)
const look = (path: string) => world.look(path)
const take = (preview: DeliveryPreview, except: string[] = []) => world.take(preview, except)
const texts = (words = '') => world.texts(words)
/** Every row of the watch as it lies in the database, apart from the journals of what was done. */
const state = async () => JSON.stringify(await texts())

const morning = () =>
  tarGzOf(
    [
      'decret-version.xml',
      'decret-structure.xml',
      'arrete-vide.xml',
      'numero-jo.xml',
      'nomination.xml',
      'simple.xml',
    ].map(entry),
  )

describe('a delivery', () => {
  it('is looked at before anything is stored, taken in, and found by the words of its notice', async () => {
    const preview = await look(put(MORNING, morning()))
    expect(preview).toMatchObject({
      name: MORNING,
      acts: { new: 3, same: 0 },
      changes: 3,
      reading: {
        files: 6,
        texts: 4,
        kept: 3,
        leftOut: { nominative: 1 },
        from: '2099-08-19',
        to: '2099-08-19',
        issues: [{ number: '0192', publishedOn: '2099-08-19', listed: 4, delivered: 3 }],
      },
    })
    expect(await texts()).toEqual([])
    const delivery = await take(preview)
    expect(delivery).toMatchObject({ state: 'whole', acts: { new: 3 }, refusedByHand: 0 })
    const [found] = await texts('autorité d’exemple')
    expect(found).toMatchObject({
      title: "Décret n° 2099-812 du 17 août 2099 relatif à l'annuaire partagé de démonstration",
      nor: 'ZZZJ9907246D',
      status: 'inForce',
      inForceOn: '2100-01-01',
      joNumber: '0192',
      joTextNumber: 5,
      audience: "communes de démonstration, établissements d'essai",
      followUp: 'toFollow',
    })
    const source = await world.opened.ok('deliveries.source', { watchItemId: found?.id ?? '' })
    expect(source?.rubric).toContain('Textes généraux')
    expect(source?.text.consultations[0]).toEqual({ body: 'cnen', on: '2099-05-09' })
    expect(source?.stamp).toBe('20990819-003012')
    expect(source?.deliveryId).toBe(delivery.id)
    // The staged file is gone.
    expect(readdirSync(world.opened.folder).filter((name) => name.startsWith('livraison'))).toEqual([])
  })

  it('taken in twice changes nothing', async () => {
    const path = put(MORNING, morning())
    await take(await look(path))
    const before = await state()
    const again = await look(path)
    expect(again).toMatchObject({ acts: { new: 0, same: 3 }, changes: 0 })
    expect(await take(again)).toMatchObject({ acts: { new: 0, corrects: 0, same: 3 } })
    expect(await state()).toBe(before)
    expect((await world.opened.ok('deliveries.list', { offset: 0, limit: 10 })).rows).toHaveLength(2)
  })

  it('is taken back in one step, and given again', async () => {
    await take(await look(put(MORNING, morning())))
    const before = await state()
    await world.opened.ok('history.undo', {})
    expect(await texts()).toEqual([])
    expect((await world.opened.ok('deliveries.list', { offset: 0, limit: 10 })).total).toBe(0)
    await world.opened.ok('history.redo', {})
    expect((await texts()).map(({ id }) => id).sort()).toEqual(
      (JSON.parse(before) as { id: string }[]).map(({ id }) => id).sort(),
    )
    expect((await world.opened.ok('deliveries.list', { offset: 0, limit: 10 })).total).toBe(1)
    const [again] = await texts('autorité d’exemple')
    const source = await world.opened.ok('deliveries.source', { watchItemId: again?.id ?? '' })
    expect(source?.rubric).toContain('Textes généraux')
  })

  it('leaves out what is unticked, and says how many', async () => {
    const preview = await look(put(MORNING, morning()))
    const delivery = await take(preview, ['JORFTEXT000099000002'])
    expect(delivery).toMatchObject({ acts: { new: 2 }, refusedByHand: 1 })
    expect((await texts()).map(({ jorfText }) => jorfText)).not.toContain('JORFTEXT000099000002')
  })

  it('is filtered by the criteria before anything is stored', async () => {
    const { version } = await world.opened.ok('deliveries.criteria', {})
    await world.opened.ok('deliveries.updateCriteria', {
      version,
      patch: { words: ['annuaires partages', 'annuaire partagé'] },
    })
    const preview = await look(put(MORNING, morning()))
    expect(preview.reading).toMatchObject({ kept: 1, leftOut: { words: 3 } })
    expect(preview.rows.map(({ nor }) => nor)).toEqual(['ZZZJ9907246D'])
    expect(await world.opened.refused('deliveries.updateCriteria', { version, patch: { words: [] } })).toBe(
      'conflict',
    )
  })
})

describe('a delivery after another', () => {
  const corrected = () =>
    Buffer.from(
      fixture('decret-version.xml')
        .toString()
        .replace('1er janvier 2100', '1er mars 2100')
        .replace("établissements d'essai", 'établissements corrigés')
        .replace("MINISTÈRE DE L'EXEMPLE ET DES ESSAIS", 'Ministère des essais'),
    )
  const evening = () => tarGzOf([{ name: 'jorf/a.xml', content: corrected() }])

  it('corrects what nobody edited and leaves what somebody did', async () => {
    await take(await look(put(MORNING, tarGzOf([entry('decret-version.xml')]))))
    const [row] = await texts()
    if (row === undefined) throw new Error('no text')
    await world.opened.ok('watch.update', {
      id: row.id,
      version: row.version,
      patch: { ministry: 'Essais et démonstration' },
    })
    const preview = await look(put('JORF_20990819-200000.tar.gz', evening()))
    expect(preview.acts).toMatchObject({ corrects: 1 })
    // What would be said otherwise, and not what somebody edited.
    expect(preview.rows[0]?.changed.map(({ field, before, after }) => [field, before, after])).toEqual([
      ['in_force_on', '2100-01-01', '2100-03-01'],
      ['audience', expect.any(String), 'communes de démonstration, établissements corrigés'],
      ['in_force_words', expect.stringContaining('1er janvier'), expect.stringContaining('1er mars 2100')],
    ])
    await take(preview)
    expect((await texts())[0]).toMatchObject({
      inForceOn: '2100-03-01',
      audience: 'communes de démonstration, établissements corrigés',
      ministry: 'Essais et démonstration',
    })
    expect((await look(put('JORF_20990819-200000.tar.gz', evening()))).acts).toMatchObject({
      same: 1,
      edited: 0,
      corrects: 0,
    })
  })

  it('never puts an older word over a newer one', async () => {
    await take(await look(put('JORF_20990819-200000.tar.gz', evening())))
    const before = await state()
    const preview = await look(put(MORNING, tarGzOf([entry('decret-version.xml')])))
    expect(preview).toMatchObject({ acts: { older: 1 }, changes: 0 })
    await take(preview)
    expect(await state()).toBe(before)
  })

  it('completes a text that was followed by hand, under any of its names', async () => {
    const id = newId()
    await world.opened.ok('watch.add', {
      id,
      fields: {
        title: 'Le décret de l’annuaire',
        nor: 'ZZZJ9907246D',
        nature: 'decret',
        status: 'published',
        ministry: 'Le nôtre',
      },
    })
    const preview = await look(put(MORNING, tarGzOf([entry('decret-version.xml')])))
    expect(preview.rows).toMatchObject([{ act: 'completes', item: { id } }])
    await take(preview)
    expect(await texts()).toMatchObject([
      {
        id,
        title: 'Le décret de l’annuaire',
        ministry: 'Le nôtre',
        jorfText: 'JORFTEXT000099000001',
        inForceOn: '2100-01-01',
      },
    ])
  })

  it('publishes the draft of its NOR, and no draft about something else', async () => {
    const draft = (title: string) =>
      world.opened.ok('watch.add', {
        id: newId(),
        fields: { title, nor: 'ZZZJ9907246D', nature: 'decret', status: 'draft', followUp: 'presented' },
      })
    await draft('Projet de décret relatif à la voirie communale et aux ponts d’essai')
    const { id } = await draft('Projet de décret relatif à l’annuaire partagé de démonstration')
    const preview = await look(put(MORNING, tarGzOf([entry('decret-version.xml')])))
    expect(preview.rows).toMatchObject([{ act: 'publishes', item: { id } }])
    await take(preview)
    const rows = await texts()
    expect(rows).toHaveLength(2)
    expect(rows.find((row) => row.id === id)).toMatchObject({
      status: 'published',
      followUp: 'toPresent',
      number: '2099-812',
    })
  })

  it('keeps two texts that carry one ELI apart', async () => {
    const other = fixture('decret-version.xml')
      .toString()
      .replaceAll('JORFTEXT000099000001', 'JORFTEXT000099000777')
    const both = tarGzOf([entry('decret-version.xml'), { name: 'jorf/b.xml', content: other }])
    await world.opened.ok('watch.add', {
      id: newId(),
      fields: {
        title: 'Décret suivi',
        status: 'published',
        eli: 'https://www.legifrance.gouv.fr/eli/decret/2099/8/17/ZZZJ9907246D/jo/texte',
      },
    })
    await take(await look(put(MORNING, both)))
    expect((await texts()).map(({ jorfText }) => jorfText).sort()).toEqual([
      'JORFTEXT000099000001',
      'JORFTEXT000099000777',
    ])
    expect((await look(put(MORNING, both))).acts).toMatchObject({ same: 2, new: 0 })
  })
})

describe('the journal of deliveries', () => {
  const issue = (number: number, day: string) =>
    fixture('simple.xml')
      .toString()
      .replaceAll('0192', String(number).padStart(4, '0'))
      .replaceAll('2099-08-19', day)
      .replace('JORFTEXT000099000005', `JORFTEXT00009955${String(number).padStart(4, '0')}`)

  it('shows what was looked at, what was refused, and the issues that nobody looked at', async () => {
    for (const [number, day] of [
      [192, '2099-08-19'],
      [195, '2099-08-22'],
    ] as const)
      await take(
        await look(
          put(
            `JORF_${day.replaceAll('-', '')}-003000.tar.gz`,
            tarGzOf([{ name: 'a.xml', content: issue(number, day) }, entry('bombe.xml')]),
          ),
        ),
      )
    const { rows, gaps, newest } = await world.opened.ok('deliveries.list', { offset: 0, limit: 10 })
    expect(rows.map(({ reading }) => reading.refusedCount)).toEqual([1, 1])
    expect(gaps).toEqual([{ from: '0193', to: '0194', count: 2, after: '2099-08-19', before: '2099-08-22' }])
    expect(newest).toEqual({ number: '0195', publishedOn: '2099-08-22' })
    const whole = await world.opened.ok('deliveries.get', { id: rows[0]?.id ?? '' })
    expect(whole.reading.refused).toEqual([{ name: 'jorf/bombe.xml', why: 'doctype' }])
  })
})

describe('many texts', () => {
  it('are taken in under one entry, which can be stopped, gone on with and taken back', async () => {
    const path = put(MORNING, tarGzOf(madeDelivery(300)))
    const preview = await look(path)
    expect(preview.acts.new).toBe(preview.reading.kept)
    expect(preview.rows).toHaveLength(100)
    const more = await world.opened.ok('deliveries.rows', { token: preview.token, offset: 100, limit: 200 })
    expect(more.length).toBe(preview.changes - 100)
    const taking = take(preview)
    await world.opened.ok('deliveries.stop', {})
    const stopped = await taking
    expect(stopped.state).toBe('stopped')
    await take(await look(path))
    expect((await world.opened.ok('watch.list', { words: '', offset: 0, limit: 1 })).total).toBe(
      preview.changes,
    )
    expect((await look(path)).changes).toBe(0)
    await world.opened.ok('history.undo', {})
    await world.opened.ok('history.undo', {})
    expect(await texts()).toEqual([])
  })

  it('end when their beginning is taken back', async () => {
    const preview = await look(put(MORNING, tarGzOf(madeDelivery(300))))
    const taking = world.opened.refused('deliveries.take', {
      token: preview.token,
      except: [],
      drafts: [],
      followUp: 'closed',
    })
    await world.opened.ok('history.undo', {})
    expect(await taking).toBe('cancelled')
    expect(await texts()).toEqual([])
  })
})

describe('a list of deletions', () => {
  const path = (id: string) => `jorf/global/texte/version/JORF/TEXT/00/00/00/00/${id}`
  const list = (...ids: string[]) => ({
    name: 'JORF/liste_suppression_jorf.dat',
    content: `${ids.map(path).join('\n')}\n${path('JORFARTI000000000001')}\n`,
  })

  it('names the followed texts that are taken out of the base, and erases none', async () => {
    await world.take(await world.look(world.put(MORNING, tarGzOf([entry('simple.xml')]))))
    const [followed] = await world.texts()
    const id = followed?.jorfText ?? ''
    const later = await world.look(
      world.put('JORF_20990820-003012.tar.gz', tarGzOf([list(id, 'JORFTEXT000000000009')])),
    )
    expect(later.deleted).toEqual([{ id: followed?.id, title: followed?.title }])
    expect(later.reading.deleted).toEqual([id, 'JORFTEXT000000000009'])
    await world.take(later)
    expect((await world.texts()).map((text) => text.id)).toEqual([followed?.id])
    const { rows } = await world.opened.ok('deliveries.list', { offset: 0, limit: 10 })
    expect(rows[0]?.reading.deleted).toHaveLength(2)
  })

  it('says nothing of a text that comes again in the same delivery', async () => {
    await world.take(await world.look(world.put(MORNING, tarGzOf([entry('simple.xml')]))))
    const id = (await world.texts())[0]?.jorfText ?? ''
    const again = tarGzOf([list(id), entry('simple.xml')])
    expect((await world.look(world.put('JORF_20990820-003012.tar.gz', again))).deleted).toEqual([])
  })
})
