import { mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { afterAll, beforeAll, expect, it } from 'vitest'
import type { Input, Method, Output } from '../../electron/contract/index.ts'
import { newId } from '../../renderer/api/new-id.ts'
import { href } from '../../renderer/app/paths.ts'
import { deliveriesText as text } from '../../renderer/text/deliveries.ts'
import { watchText } from '../../renderer/text/watch.ts'
import { tarGzOf } from '../fixtures/dila/make-delivery.ts'
import { type Application, callBridge, freshFolder } from './application.ts'
import { type Hands, handsOn } from './hands.ts'
import { picture } from './picture.ts'
import { askDisplay, displays, openSample, settle, show, violations } from './screens.ts'

const MORNING = 'JORF_20990819-003012.tar.gz'
const files = [
  'decret-version.xml',
  'decret-structure.xml',
  'arrete-vide.xml',
  'numero-jo.xml',
  'nomination.xml',
  'simple.xml',
  // Never read: one that would grow without end.
  'bombe.xml',
]

let app: Application
let hands: Hands
const folder = join(freshFolder(), 'livraisons')
const archive = join(folder, MORNING)
beforeAll(async () => {
  mkdirSync(folder)
  const entries = files.map((name) => ({
    name: `20990819-003012/jorf/${name}`,
    content: readFileSync(new URL(`../fixtures/dila/${name}`, import.meta.url)),
  }))
  writeFileSync(archive, tarGzOf(entries))
  ;({ app } = await openSample())
  hands = handsOn(app)
  await show(app.page, 'deliveries', href('deliveries'))
})
afterAll(() => app.close())

async function ok<M extends Method>(method: M, input: Input<M>): Promise<Output<M>> {
  const answer = await callBridge(app.page, method, input)
  if (!answer.ok) throw new Error(`${method}: ${answer.error.code}`)
  return answer.value
}
/** All of them, page by page: the sample follows more than one page holds. */
async function texts() {
  const rows: Output<'watch.list'>['rows'] = []
  for (;;) {
    const page = await ok('watch.list', { words: '', offset: rows.length, limit: 500 })
    rows.push(...page.rows)
    if (rows.length >= page.total) return rows
  }
}
const journal = () => ok('deliveries.list', { offset: 0, limit: 20 })
const button = (name: string) => app.page.getByRole('button', { name, exact: true })

/** As the window is, in every display: a change of theme through the settings would leave what is being looked at. */
async function accessible(name: string): Promise<void> {
  for (const [display, look] of Object.entries(displays)) {
    await askDisplay(app.page, look)
    await settle(app.page)
    await picture(app.page, `${name}-${display}`)
    expect([name, display, await violations(app.page)]).toEqual([name, display, []])
  }
  await askDisplay(app.page, displays.light)
}

it('a delivery is looked at before anything is stored, narrowed by the profile, and looked at again', async () => {
  const { page } = app
  await accessible('livraisons-vide')
  const before = await texts()
  await hands.choose(button(text.chooseFile), archive)
  const preview = page.getByRole('region', { name: text.preview })
  await preview.getByText('Décret n° 2099-812').first().waitFor()
  await preview.getByText('20990819-003012/jorf/bombe.xml').waitFor()
  expect(await preview.getByRole('checkbox').count()).toBe(3)
  await accessible('livraison-examen')
  await hands.click(button(text.criteria))
  const criteria = page.getByRole('complementary', { name: text.criteria })
  await hands.fill(criteria.getByLabel(text.words, { exact: true }), 'annuaire partagé\nréférentiel')
  await page.keyboard.press('Tab')
  await criteria.getByText(text.criteriaLater).waitFor()
  await accessible('livraison-profil')
  await hands.choose(button(text.chooseFile), archive)
  await preview.getByText(text.leftOut.words(2)).waitFor()
  expect(await preview.getByRole('checkbox').count()).toBe(2)
  expect(await texts()).toEqual(before)
  expect((await journal()).total).toBe(0)
  await hands.click(button(text.criteria))
})

it('a delivery is taken in by one press, told in the journal, and taken back in one step', async () => {
  const { page } = app
  const before = await texts()
  await hands.click(button(text.take(2)))
  await page.getByText(text.taken(2)).waitFor()
  expect(await texts()).toHaveLength(before.length + 2)
  const line = page.getByRole('region', { name: text.journal }).getByRole('row').filter({ hasText: MORNING })
  await line.getByText(text.states.whole).waitFor()
  const details = page.getByRole('complementary', { name: MORNING })
  await details.getByText(/0192 du 19.août.2099/u).waitFor()
  await accessible('livraisons-journal')
  await hands.press('Control+z')
  await page.getByText(text.empty, { exact: true }).first().waitFor()
  expect(await texts()).toEqual(before)
  expect((await journal()).total).toBe(0)
  await hands.press('Control+y')
  await line.waitFor()
  expect(await texts()).toHaveLength(before.length + 2)
})

it('a delivery given a second time, as a folder, changes nothing, and that it was looked at is noted', async () => {
  const { page } = app
  const before = await texts()
  await hands.choose(button(text.chooseFolder), folder)
  await page.getByText(text.nothing, { exact: true }).waitFor()
  await accessible('livraison-deja-prise')
  await hands.click(button(text.take(0)))
  await page.getByText(text.taken(0)).waitFor()
  expect(await texts()).toEqual(before)
  const { rows } = await journal()
  expect(rows.map(({ name, acts }) => [name, acts.new, acts.same])).toEqual([
    ['livraisons', 0, 2],
    [MORNING, 2, 0],
  ])
})

it('a text that may be a followed draft by its words is first, and published it only where somebody says so', async () => {
  const { page } = app
  const id = newId()
  const draftTitle = 'Projet de décret relatif à l’annuaire partagé des associations d’essai'
  await ok('watch.add', { id, fields: { title: draftTitle, nature: 'decret', status: 'draft' } })
  const content = readFileSync(new URL('../fixtures/dila/decret-version.xml', import.meta.url), 'utf8')
    .replaceAll('JORFTEXT000099000001', 'JORFTEXT000099000901')
    .replaceAll('ZZZJ9907246D', 'ZZZJ9907901D')
    .replaceAll('2099-812', '2099-901')
    .replaceAll('annuaire partagé de démonstration', "annuaire partagé des associations d'essai")
  const evening = join(folder, 'JORF_20990821-003012.tar.gz')
  writeFileSync(evening, tarGzOf([{ name: '20990821-003012/jorf/decret.xml', content }]))
  await show(page, 'deliveries', href('deliveries'))
  await hands.choose(button(text.chooseFile), evening)
  const preview = page.getByRole('region', { name: text.preview })
  await preview.getByText(text.proposed(1)).waitFor()
  const draft = preview.getByRole('radio', { name: draftTitle })
  expect(await draft.isChecked()).toBe(false)
  await accessible('livraison-rapprochement')
  hands.reset()
  await hands.click(draft)
  await hands.click(button(text.take(1)))
  await page.getByText(text.taken(1)).waitFor()
  expect(hands.count()).toBe(2)
  expect((await ok('watch.life', { id })).item).toMatchObject({
    number: '2099-901',
    jorfText: 'JORFTEXT000099000901',
    draftTitle,
  })
  await hands.press('Control+z')
  await expect.poll(async () => (await ok('watch.life', { id })).item.status).toBe('draft')
})

it('the bulletin joined to the next meeting is one document of it, however often it is joined', async () => {
  const { page } = app
  const joined = async () => {
    const meetings = await ok('meetings.list', { year: null })
    const lists = await Promise.all(meetings.map(({ id }) => ok('attachments.list', { meetingId: id })))
    return lists.flat().filter(({ fileName }) => /veille.*\.pdf$/i.test(fileName))
  }
  await show(page, 'watch', href('watch'))
  expect(await joined()).toEqual([])
  await hands.click(button(watchText.bulletin.title))
  await page.getByRole('complementary', { name: watchText.bulletin.title }).waitFor()
  const join = page.getByRole('button', { name: /^Joindre à la/ })
  await hands.click(join)
  await page.getByText(/bulletin joint$/).waitFor({ timeout: 60_000 })
  const [bulletin] = await joined()
  expect(bulletin?.itemId).not.toBeNull()
  expect(await joined()).toHaveLength(1)
  await hands.click(join)
  await page.getByText(/^Bulletin joint/).waitFor({ timeout: 60_000 })
  expect(await joined()).toEqual([bulletin])
  expect(app.complaints).toEqual([])
})
