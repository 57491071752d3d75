// What a save of one text costs, counted: sections drawn again, and what the core is asked. Times are the bench's.
import type { Page } from 'playwright'
import { afterAll, beforeAll, expect, it } from 'vitest'
import type { Input, Method, Output } from '../../electron/contract/index.ts'
import { plainText } from '../../electron/domain/text/rich-text.ts'
import { newId } from '../../renderer/api/new-id.ts'
import { CALM_MS } from '../../renderer/api/use-made.ts'
import { href } from '../../renderer/app/paths.ts'
import { minutesText } from '../../renderer/text/minutes.ts'
import { type Application, callBridge, startApplication } from './application.ts'
import { settle, show } from './screens.ts'

const SECTIONS = 120
/** Frames: longer than any pause before something is asked again. */
const AT_REST = 180
const PAGES = 40
/** Some 3,000 characters a page. */
const paragraph =
  'La direction présente le calendrier du raccordement des communes, que chacun relit. '.repeat(4)

let app: Application
let meetingId: string
let itemId: string
let sectionId: string
beforeAll(async () => {
  app = await startApplication()
  meetingId = (await ok('meetings.create', { fields: { date: '2027-03-11' }, fromTemplate: false })).id
  let afterId: string | null = null
  for (let rank = 1; rank <= SECTIONS; rank += 1) {
    const id = newId()
    await ok('agenda.add', { id, meetingId, parentId: null, afterId, fields: { title: `Point ${rank}` } })
    afterId = id
  }
  await ok('minutes.start', { meetingId })
  const section = (await stored())[SECTIONS / 2]
  if (section === undefined) throw new Error('no section')
  sectionId = section.id
  itemId = section.itemId
  const content = Array.from({ length: Math.ceil((PAGES * 3_000) / paragraph.length) }, () => ({
    type: 'paragraph' as const,
    content: [{ type: 'text' as const, text: paragraph }],
  }))
  const { id, version } = section
  await ok('minutes.updateSection', { id, version, patch: { exchanges: { type: 'doc', content } } })
}, 120_000)
afterAll(() => app.close())

async function ok<M extends Method>(method: M, input: Input<M>): Promise<Output<M>> {
  const answer = await callBridge(app.page, method, input)
  if (!answer.ok) throw new Error(`${method}: ${answer.error.code}`)
  return answer.value
}

async function stored() {
  const view = await ok('minutes.get', { meetingId })
  return view?.sections ?? []
}

/** The little that is read of what React drew, by its own names. */
type Fiber = {
  type: unknown
  flags: number
  child: Fiber | null
  sibling: Fiber | null
  alternate: Fiber | null
  stateNode: unknown
}

/**
 * From the next load on, notes the section around each component that React runs: React tells a tool that is there
 * before it of each commit.
 */
function watchDrawn(): void {
  const PERFORMED_WORK = 1
  const drawn = new Set<string>()
  Reflect.set(window, 'drawnSections', drawn)
  const visit = (fiber: Fiber, section: string | null): void => {
    const own =
      fiber.type === 'article' && fiber.stateNode instanceof HTMLElement
        ? (fiber.stateNode.dataset.section ?? section)
        : section
    const before = fiber.alternate
    if (own !== null && typeof fiber.type !== 'string' && (fiber.flags & PERFORMED_WORK) !== 0) drawn.add(own)
    if (before !== null && fiber.child === before.child) return
    for (let child = fiber.child; child !== null; child = child.sibling) visit(child, own)
  }
  Reflect.set(window, '__REACT_DEVTOOLS_GLOBAL_HOOK__', {
    supportsFiber: true,
    inject: () => 1,
    onCommitFiberRoot: (_: number, root: { current: Fiber }) => visit(root.current, null),
    onCommitFiberUnmount: () => undefined,
    onPostCommitFiberRoot: () => undefined,
  })
}

const drawnSince = (page: Page) =>
  page.evaluate(() => {
    const drawn: Set<string> = Reflect.get(window, 'drawnSections')
    const found = [...drawn]
    drawn.clear()
    return found
  })

/** From now on counts what the window asks, by method. */
const watchCalls = () =>
  app.electron.evaluate(({ ipcMain }) => {
    const asked: Record<string, number> = {}
    Reflect.set(globalThis, 'asked', asked)
    const handlers: Map<string, (...of: unknown[]) => unknown> = Reflect.get(ipcMain, '_invokeHandlers')
    const call = handlers.get('call')
    handlers.set('call', (event, method, input) => {
      asked[String(method)] = (asked[String(method)] ?? 0) + 1
      return call?.(event, method, input)
    })
  })

/** From now on notes when the window hears of a change. */
const watchChanges = (page: Page) =>
  page.evaluate(() => {
    const heard: number[] = []
    Reflect.set(window, 'heard', heard)
    window.seances.on(({ topic }) => {
      if (topic === 'changed') heard.push(performance.now())
    })
  })

/** How often nothing changed between two changes for as long as the page waits, or nearly. */
async function pauses(page: Page): Promise<number> {
  const heard = await page.evaluate((): number[] => Reflect.get(window, 'heard'))
  return heard.filter((at, index) => at - (heard[index - 1] ?? at) > CALM_MS - 50).length
}

it('draws again the section that is written in and no other, and reads nothing again that is on the screen', async () => {
  const { page } = app
  await page.addInitScript(watchDrawn)
  await page.reload()
  await show(page, 'minutes', href('minutes', { meetingId }, itemId))
  const text = page
    .getByRole('article', { name: `Point ${SECTIONS / 2 + 1}`, exact: true })
    .getByRole('textbox', { name: minutesText.exchanges })
  await text.locator('p').nth(10).click()
  await settle(page, AT_REST)
  await drawnSince(page)
  await watchCalls()
  await watchChanges(page)
  await page.keyboard.type('Un mot de plus, et encore un, que la direction relit. Et un autre. ', {
    delay: 60,
  })
  await settle(page, AT_REST)
  const asked = await app.electron.evaluate((): Record<string, number> => Reflect.get(globalThis, 'asked'))
  expect(await drawnSince(page)).toEqual([itemId])
  const { 'minutes.updateSection': saves = 0, 'history.state': states = 0, ...others } = asked
  expect(saves).toBeGreaterThan(2)
  // Once when there is something to undo, once at the pause.
  expect(states).toBeLessThanOrEqual(2)
  // The page beside the text is made anew at a pause between saves, of which a busy machine makes several, and at the end.
  const { 'documents.render': renders = 0, ...rest } = others
  expect(rest).toEqual({})
  expect(renders).toBeGreaterThan(0)
  expect(renders).toBeLessThanOrEqual(1 + (await pauses(page)))
  const section = (await stored()).find(({ id }) => id === sectionId)
  expect(plainText(section?.exchanges ?? { type: 'doc', content: [] })).toContain('Et un autre.')
}, 120_000)
