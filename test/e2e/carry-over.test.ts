import { afterAll, beforeAll, expect, it } from 'vitest'
import { href } from '../../renderer/app/paths.ts'
import { CARRY_OVER } from '../../renderer/parts/carry-over-place.ts'
import { carryOverText } from '../../renderer/text/carry-over.ts'
import { type Application, callBridge } from './application.ts'
import { type Meetings, openSample, show } from './screens.ts'

let app: Application
let meetings: Meetings
beforeAll(async () => {
  ;({ app, meetings } = await openSample())
})
afterAll(() => app.close())

const answerOf = async <T>(
  envelope: Promise<{ ok: true; value: T } | { ok: false; error: { code: string } }>,
) => {
  const answer = await envelope
  if (!answer.ok) throw new Error(answer.error.code)
  return answer.value
}

it('carry-over takes up what is ticked, each once, and gives it back with one undo', async () => {
  const { page } = app
  const meetingId = meetings.planned
  const before = await answerOf(callBridge(page, 'carryOver.list', { meetingId }))
  const ticked = before.proposals.filter(({ isTicked }) => isTicked)
  const [again] = before.proposals.filter(({ source }) => source.kind === 'item')
  expect(again?.origin?.date).toBeDefined()
  await show(page, 'agenda', href('agenda', { meetingId }, CARRY_OVER))
  await page.getByRole('button', { name: carryOverText.take(ticked.length), exact: true }).click()
  await page.getByText(carryOverText.taken(ticked.length)).waitFor()
  const { provenance, items } = await answerOf(callBridge(page, 'agenda.list', { meetingId }))
  expect(provenance.length).toBe(ticked.filter(({ source }) => source.kind === 'item').length)
  const titles = items.map(({ title }) => title)
  for (const { title } of ticked) expect(titles.filter((one) => one === title).length).toBeGreaterThan(0)
  const after = await answerOf(callBridge(page, 'carryOver.list', { meetingId }))
  expect(after.proposals.filter(({ isTicked }) => isTicked)).toEqual([])
  await page.keyboard.press('Control+z')
  await page.getByRole('button', { name: carryOverText.take(ticked.length), exact: true }).waitFor()
  expect((await answerOf(callBridge(page, 'agenda.list', { meetingId }))).provenance).toEqual([])
  expect(app.complaints).toEqual([])
})
