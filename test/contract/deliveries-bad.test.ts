import { mkdirSync, symlinkSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { newId } from '../../renderer/api/new-id.ts'
import { madeDelivery, tarGzOf, tarOf } from '../fixtures/dila/make-delivery.ts'
import { DeliveryWorld, entry, fixture, MORNING } from './delivery-world.ts'

let world: DeliveryWorld
beforeEach(async () => {
  world = await DeliveryWorld.open()
})
afterEach(() => world.dispose())
const put = (name: string, bytes: Uint8Array | string) => world.put(name, bytes)
const look = (path: string) => world.look(path)
const lookRefused = (path: string) => world.lookRefused(path)

describe('a bad delivery', () => {
  it('is read but for what is bad in it, each refused by its name', async () => {
    const bad = [
      'bombe.xml',
      'entite-externe.xml',
      'entite-inconnue.xml',
      'coupe.xml',
      'sans-identifiant.xml',
    ]
    const preview = await look(
      put(
        MORNING,
        tarGzOf([
          ...bad.map(entry),
          { name: '../../etc/x.xml', content: fixture('simple.xml') },
          { name: '/etc/y.xml', content: fixture('simple.xml') },
          { name: 'jorf/lien.xml', content: '', type: '2', link: '/etc/passwd' },
          { name: 'jorf/grand.xml', content: new Uint8Array(17 * 1024 * 1024) },
          entry('latin1.xml'),
          entry('autre-racine.xml'),
        ]),
      ),
    )
    expect(preview.reading.refused.map(({ why }) => why)).toEqual([
      'doctype',
      'doctype',
      'malformed',
      'malformed',
      'noId',
      'badName',
      'badName',
      'notAFile',
      'tooLarge',
    ])
    expect(preview.reading).toMatchObject({ refusedCount: 9, kept: 1, repaired: 1 })
    expect(preview.rows[0]?.title).toBe('Arrêté d’essai en Latin-1, coût : 3 €')
  })

  it('that ends too early is said to, and what came of it can be taken in', async () => {
    const whole = tarGzOf(madeDelivery(40))
    const preview = await look(put(MORNING, whole.subarray(0, Math.round(whole.length * 0.6))))
    expect(preview.reading.cut).toEqual([MORNING])
    expect(preview.reading.texts).toBeGreaterThan(5)
    expect(preview.reading.texts).toBeLessThan(40)
    const plain = tarOf([entry('simple.xml'), entry('decret-version.xml')])
    const cutTar = await look(put('JORF_20990820-003012.tar', plain.subarray(0, 4000)))
    expect(cutTar.reading.cut).toEqual(['JORF_20990820-003012.tar'])
  })

  it('whose texts bear no day misses none of those that its contents list', async () => {
    const undated = fixture('decret-version.xml')
      .toString()
      .replace('>2099-08-19</DATE_PUBLI>', '>2999-01-01</DATE_PUBLI>')
    const preview = await look(
      put(MORNING, tarGzOf([{ name: 'a.xml', content: undated }, entry('numero-jo.xml')])),
    )
    expect(preview.reading.issues).toEqual([
      { number: '0192', publishedOn: '2099-08-19', listed: 4, delivered: 1 },
    ])
  })

  it('with days of 2222 and 2999 stores none of them, and the day that is one', async () => {
    const preview = await look(put(MORNING, tarGzOf([entry('sentinelles.xml')])))
    expect(preview.reading).toMatchObject({ kept: 1, refusedCount: 0, from: null, to: null })
    await world.take(preview)
    const [text] = await world.texts()
    expect(text).toMatchObject({
      publishedOn: null,
      signedOn: null,
      inForceOn: null,
      repealedOn: '2099-06-30',
    })
    expect(JSON.stringify(await world.opened.ok('watch.life', { id: text?.id ?? '' }))).not.toMatch(
      /2999-01-01|2222-02-22/,
    )
  })

  it('with the NOR of a draft on another text leaves the draft as it is', async () => {
    const id = newId()
    const draft = await world.opened.ok('watch.add', {
      id,
      fields: {
        title: 'Projet de décret relatif à la voirie communale et aux ponts d’essai',
        nor: 'ZZZJ9907246D',
        nature: 'decret',
        status: 'draft',
      },
    })
    const preview = await look(put(MORNING, tarGzOf([entry('decret-version.xml')])))
    expect(preview.rows).toMatchObject([{ act: 'new', item: null }])
    await world.take(preview)
    expect(await world.opened.ok('watch.get', { id })).toEqual(draft)
    expect(await world.texts()).toHaveLength(2)
  })

  it('that is none is refused', async () => {
    expect(
      await lookRefused(put('a.tar.gz', 'not an archive, but long enough to be looked at '.repeat(40))),
    ).toBe('file-format-unknown')
    expect(await lookRefused(put('a.docx', 'x'))).toBe('file-format-unknown')
    expect(await lookRefused(join(world.folder, 'nowhere.tar.gz'))).toBe('not-found')
    mkdirSync(join(world.folder, 'empty'))
    expect(await lookRefused(join(world.folder, 'empty'))).toBe('file-empty')
    expect(await lookRefused(put('vide.tar.gz', ''))).toBe('file-format-unknown')
  })

  it('that is a folder is read with its archives, and its links are not followed', async () => {
    mkdirSync(join(world.folder, 'jorf', 'sous'), { recursive: true })
    writeFileSync(join(world.folder, 'jorf', 'sous', 'a.xml'), fixture('simple.xml'))
    writeFileSync(join(world.folder, 'jorf', MORNING), tarGzOf([entry('decret-version.xml')]))
    symlinkSync(
      new URL('../fixtures/dila/arrete-vide.xml', import.meta.url).pathname,
      join(world.folder, 'jorf', 'lien.xml'),
    )
    const preview = await look(join(world.folder, 'jorf'))
    expect(preview.rows.map(({ jorfText }) => jorfText).sort()).toEqual([
      'JORFTEXT000099000001',
      'JORFTEXT000099000005',
    ])
    expect(preview.reading.refused).toEqual([{ name: 'lien.xml', why: 'notAFile' }])
  })
})
