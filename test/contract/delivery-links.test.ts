import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { tarGzOf } from '../fixtures/dila/make-delivery.ts'
import { DeliveryWorld, entry, fixture } from './delivery-world.ts'

let world: DeliveryWorld
beforeEach(async () => {
  world = await DeliveryWorld.open()
})
afterEach(() => world.dispose())

const bring = async (name: string, ...files: string[]) =>
  world.take(await world.look(world.put(`JORF_2099${name}.tar.gz`, tarGzOf(files.map(entry)))))
const numbered = async (number: string) => {
  const found = (await world.texts()).find((text) => text.number === number)
  if (found === undefined) throw new Error(`no text bears the number ${number}`)
  return found
}
const life = async (number: string) => world.opened.ok('watch.life', { id: (await numbered(number)).id })
/** Effects of the text, each with the followed text it leads to, or its citation. */
const doesOf = async (number: string) =>
  (await life(number)).links
    .map(({ link, text }) => `${link.kind} ${text?.title ?? `(${link.citation})`}`)
    .sort()

const modified = "Décret n° 2099-812 du 17 août 2099 relatif à l'annuaire partagé de démonstration"
const modifying = 'Décret n° 2099-851 du 18 août 2099 relatif aux liens d’essai'
const outside = [
  'applies (LOI n° 2099-700 du 1er juillet 2099)',
  'repeals (Arrêté du 1er janvier 2098)',
  'transposes (Directive (UE) 2098/44 du 2 février 2098)',
]

describe('the links of a delivered text', () => {
  it.each([
    ['together', [['0820-003012', 'decret-version.xml', 'liens.xml']]],
    [
      'the other text first',
      [
        ['0819-003012', 'decret-version.xml'],
        ['0820-003012', 'liens.xml'],
      ],
    ],
    [
      'the other text later',
      [
        ['0820-003012', 'liens.xml'],
        ['0821-003012', 'decret-version.xml'],
      ],
    ],
  ] as const)('lead to a followed text: %s', async (_, deliveries) => {
    for (const [name, ...files] of deliveries) await bring(name, ...files)
    expect(await doesOf('2099-851')).toEqual([...outside, `modifies ${modified}`].sort())
    expect((await life('2099-812')).linkedFrom).toMatchObject([
      { kind: 'modifies', text: { title: modifying } },
    ])
  })

  it('are those of its articles too, each once, whether they come with it or alone', async () => {
    await bring('0819-003012', 'decret-version.xml')
    await bring('0820-003012', 'article-liens.xml', 'liens.xml')
    const all = [...outside, 'repeals (Décret n° 2098-10 du 3 mars 2098)', `modifies ${modified}`].sort()
    expect(await doesOf('2099-851')).toEqual(all)
    await world.opened.ok('history.undo', {})
    await bring('0821-003012', 'article-liens.xml')
    expect(await doesOf('2099-851')).toEqual([
      `modifies ${modified}`,
      'repeals (Décret n° 2098-10 du 3 mars 2098)',
    ])
  })

  it('do not make a later delivery of its own a correction by hand, when one of its articles came between', async () => {
    await bring('0820-003012', 'liens.xml')
    const { id } = await numbered('2099-851')
    await bring('0821-003012', 'article-liens.xml')
    const after = await world.opened.ok('deliveries.source', { watchItemId: id })
    expect(after?.text).toMatchObject({ number: '2099-851', links: expect.any(Array) })
    expect(after?.stamp).toBe('20990821-003012')
    const words = fixture('liens.xml').toString()
    const renamed = words.replace('relatif aux liens d’essai', 'relatif aux liens corrigés')
    const name = '20990822-003012/jorf/liens.xml'
    const look = await world.look(
      world.put('JORF_20990822-003012.tar.gz', tarGzOf([{ name, content: renamed }])),
    )
    expect(look.acts).toMatchObject({ corrects: 1 })
  })

  it('are there once however often the text is delivered, and do not come back when they were taken away', async () => {
    await bring('0820-003012', 'decret-version.xml', 'liens.xml')
    const before = await doesOf('2099-851')
    expect(
      (await world.look(world.put('JORF_20990820-003012.tar.gz', tarGzOf(['liens.xml'].map(entry))))).changes,
    ).toBe(0)
    await bring('0822-003012', 'liens.xml')
    expect(await doesOf('2099-851')).toEqual(before)
    const [{ link } = { link: undefined }] = (await life('2099-851')).links
    if (link === undefined) throw new Error('no link')
    await world.opened.ok('watch.removeLink', { id: link.id, version: link.version })
    await bring('0823-003012', 'liens.xml')
    expect(await doesOf('2099-851')).toHaveLength(before.length - 1)
  })

  it('go with the delivery that is undone', async () => {
    await bring('0819-003012', 'decret-version.xml')
    await bring('0820-003012', 'liens.xml')
    await world.opened.ok('history.undo', {})
    expect((await life('2099-812')).linkedFrom).toEqual([])
    await world.opened.ok('history.redo', {})
    expect((await life('2099-812')).linkedFrom).toHaveLength(1)
  })

  it('that another text is the source of are its own, once it is followed', async () => {
    const id = '01990000-0000-7000-8000-000000000001'
    await world.opened.ok('watch.add', {
      id,
      fields: { title: 'Décret qui modifie', nature: 'decret', number: '2099-900', status: 'published' },
    })
    await world.opened.ok('watch.update', { id, version: 1, patch: { jorfText: 'JORFTEXT000099000062' } })
    await bring('0820-003012', 'liens.xml')
    expect(await doesOf('2099-900')).toEqual([`modifies ${modifying}`])
  })
})
