import { mkdirSync } from 'node:fs'
import { join } from 'node:path'
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest'
import { firstStartText } from '../../renderer/text/first-start.ts'
import { handOverText as text } from '../../renderer/text/hand-over.ts'
import { placeText } from '../../renderer/text/place.ts'
import { readOnlyText } from '../../renderer/text/read-only.ts'
import { type Application, callBridge, freshFolder, startApplication } from './application.ts'
import { type Hands, handsOn } from './hands.ts'
import { picture } from './picture.ts'
import { settle, show } from './screens.ts'

const folder = freshFolder()
const shared = join(folder, 'partage')

type Desk = { app: Application; hands: Hands }
let claire: Desk
let noe: Desk

async function open(dataDir: string): Promise<Desk> {
  const app = await startApplication({ dataDir })
  return { app, hands: handsOn(app) }
}

beforeAll(async () => {
  mkdirSync(shared)
  claire = await open(join(folder, 'claire', 'data'))
  noe = await open(join(folder, 'noe', 'data'))
})
afterAll(async () => {
  await claire.app.close()
  await noe.app.close()
})
afterEach(async ({ task }) => {
  if (task.result?.state !== 'fail') return
  await picture(claire.app.page, `${task.name} claire`)
  await picture(noe.app.page, `${task.name} noe`)
})

const button = ({ app }: Desk, name: string) => app.page.getByRole('button', { name, exact: true })
const heading = ({ app }: Desk) => app.page.getByRole('heading', { name: text.title, exact: true })
const mark = ({ app }: Desk) => app.page.locator('.read-only-mark')

async function goTo(desk: Desk): Promise<void> {
  await show(desk.app.page, 'handOver', '/passer-la-main')
  await heading(desk).waitFor()
  await settle(desk.app.page)
}

async function create(desk: Desk, date: string) {
  const made = await callBridge(desk.app.page, 'meetings.create', { fields: { date }, fromTemplate: false })
  return made.ok ? 'ok' : made.error.code
}

async function dates(desk: Desk): Promise<string[]> {
  const list = await callBridge(desk.app.page, 'meetings.list', { year: null })
  if (!list.ok) throw new Error(list.error.code)
  return list.value.map(({ date }) => date).sort()
}

describe('two desks', () => {
  it('pass the hand within five actions from Réglages', async () => {
    expect(await create(claire, '2027-03-11')).toBe('ok')
    const { page } = claire.app
    await page.getByRole('link', { name: placeText.settings }).first().waitFor()
    claire.hands.reset()
    await claire.hands.click(page.getByRole('link', { name: placeText.settings }).first())
    await claire.hands.click(page.getByRole('link', { name: placeText.handOver }))
    await claire.hands.choose(button(claire, text.chooseFolder), shared)
    await claire.hands.click(button(claire, text.acts.transmit))
    await button(claire, text.acts.takeBack).waitFor()
    await mark(claire).filter({ hasText: readOnlyText.readOnly }).waitFor()
    expect(claire.hands.count()).toBeLessThanOrEqual(5)
    expect(await create(claire, '2027-03-12')).toBe('writer-away')
  })

  it('show the copy of the other, with its age, and nothing else changes', async () => {
    await goTo(noe)
    await noe.hands.choose(button(noe, text.chooseFolder), shared)
    await noe.hands.click(button(noe, text.consult))
    await mark(noe)
      .filter({ hasText: /Copie du .*, à l’instant/ })
      .waitFor()
    expect(await dates(noe)).toEqual(['2027-03-11'])
    expect(await create(noe, '2027-03-12')).toBe('copy-shown')
    await noe.app.page
      .getByRole('navigation')
      .getByText(/11.mars/)
      .first()
      .waitFor()
    await noe.hands.click(button(noe, readOnlyText.shownLeave).first())
    await mark(noe).waitFor({ state: 'detached' })
    expect(await dates(noe)).toEqual([])
  })

  it('the other takes the hand and works', async () => {
    await noe.hands.click(button(noe, text.acts.take))
    await noe.app.page.getByText(text.mine).waitFor()
    expect(await dates(noe)).toEqual(['2027-03-11'])
    expect(await create(noe, '2027-04-08')).toBe('ok')
  })

  it('the first stays read-only over a restart, and says who has the hand', async () => {
    await claire.app.close()
    expect(claire.app.complaints).toEqual([])
    claire = await open(join(folder, 'claire', 'data'))
    await mark(claire).filter({ hasText: readOnlyText.readOnly }).waitFor()
    await goTo(claire)
    await claire.app.page.getByText(/La main est prise depuis/).waitFor()
    expect(await create(claire, '2027-03-12')).toBe('writer-away')
  })

  it('gives back, and the first has everything', async () => {
    await noe.hands.click(button(noe, text.acts.transmit))
    await button(noe, text.acts.takeBack).waitFor()
    await mark(noe).waitFor()
    await claire.hands.click(button(claire, text.acts.refresh))
    await claire.hands.click(button(claire, text.acts.take))
    await mark(claire).waitFor({ state: 'detached' })
    expect(await dates(claire)).toEqual(['2027-03-11', '2027-04-08'])
    expect(await create(claire, '2027-05-13')).toBe('ok')
    expect(await create(noe, '2027-05-14')).toBe('writer-away')
    expect([...claire.app.complaints, ...noe.app.complaints]).toEqual([])
  })
})

describe('a new computer', () => {
  it('takes everything over within five actions from the first start, counted', async () => {
    await claire.hands.click(button(claire, text.acts.transmit))
    await button(claire, text.acts.takeBack).waitFor()
    const fresh = await open(join(folder, 'nouveau', 'data'))
    try {
      const { page } = fresh.app
      fresh.hands.reset()
      await fresh.hands.click(page.getByRole('link', { name: firstStartText.restoreOther }))
      await fresh.hands.choose(button(fresh, text.sourceFolder), shared)
      await fresh.hands.click(button(fresh, text.takeSource))
      await page.getByText(text.sourceTaken).waitFor()
      expect(fresh.hands.count()).toBeLessThanOrEqual(5)
      expect(await page.getByRole('row', { name: new RegExp(text.counts.meetings) }).innerText()).toMatch(
        /3\s+3/,
      )
      expect(await dates(fresh)).toEqual(['2027-03-11', '2027-04-08', '2027-05-13'])
      expect(await create(fresh, '2027-06-10')).toBe('ok')
      expect(fresh.app.complaints).toEqual([])
    } finally {
      await fresh.app.close()
    }
  })
})
