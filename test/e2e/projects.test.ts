import { afterAll, beforeAll, expect, it } from 'vitest'
import type { Input, Method, Output } from '../../electron/contract/index.ts'
import { newId } from '../../renderer/api/new-id.ts'
import { href } from '../../renderer/app/paths.ts'
import { attachmentsText } from '../../renderer/text/attachments.ts'
import { projectText } from '../../renderer/text/project.ts'
import { projectSheetText as text } from '../../renderer/text/project-sheet.ts'
import { putInSession } from '../put-in-session.ts'
import { type Application, callBridge } from './application.ts'
import { type Hands, handsOn } from './hands.ts'
import { picture } from './picture.ts'
import { desk, displays, type Meetings, openSample, setDisplay, show, violations } from './screens.ts'

const title = 'Passerelle d’essai entre archives'
let app: Application
let hands: Hands
let meetings: Meetings
let projectId: string
beforeAll(async () => {
  ;({ app, meetings } = await openSample())
  hands = handsOn(app)
})
afterAll(() => app.close())

async function ok<M extends Method>(method: M, input: Input<M>): Promise<Output<M>> {
  const answer = await callBridge(app.page, method, input)
  if (!answer.ok) throw new Error(`${method}: ${answer.error.code}`)
  return answer.value
}
const button = (name: string | RegExp) => app.page.getByRole('button', { name })

it('a project is presented twice: heard with positions, asked again, on the next agenda, with its outcome', async () => {
  const { page } = app
  await show(page, 'projects', href('projects'))
  await hands.click(button(projectText.add).first())
  await hands.fill(page.getByLabel(text.fields.title, { exact: true }), title)
  await page.getByRole('heading', { level: 1, name: title }).waitFor()
  projectId = (await ok('projects.list', {})).find((row) => row.title === title)?.id ?? ''
  // Heard at a meeting that was held, where two organisations took sides.
  const agenda = await ok('agenda.list', { meetingId: meetings.held })
  const itemId = agenda.items.find(({ kind }) => kind === 'item')?.id ?? ''
  await ok('agenda.link', { itemId, kind: 'project', targetId: projectId })
  for (const [organisation, stance, words] of [
    ['Association des communes de démonstration', 'reserves', 'Demande six mois de plus.'],
    ['Région de démonstration', 'favorable', ''],
  ] as const)
    await ok('session.addPosition', {
      id: newId(),
      meetingId: meetings.held,
      itemId,
      fields: { organisation, organisationId: null, stance, words },
    })
  const passages = page.getByRole('region', { name: text.passages.title, exact: true })
  await passages.getByText('Demande six mois de plus.').waitFor()
  // Asked again: said on the sheet, ticked by carry-over, and on the next agenda in one act.
  await hands.click(button(text.slot.ask(text.slot.further(2))))
  await hands.fill(page.getByLabel(text.slot.text, { exact: true }), 'Un avis sur le nouveau calendrier.')
  await hands.click(button(text.slot.send))
  await page.getByText(projectText.asked(2)).first().waitFor()
  expect(await violations(page)).toEqual([])
  await picture(page, 'project sheet')
  const proposed = (await ok('carryOver.list', { meetingId: meetings.planned })).proposals.filter(
    ({ source }) => source.id === projectId,
  )
  expect(proposed).toMatchObject([{ reason: 'slotAsked', isTicked: true }])
  await ok('carryOver.take', { meetingId: meetings.planned, sources: [{ kind: 'project', id: projectId }] })
  await page.getByText(text.slot.coming).waitFor()
  const after = await ok('carryOver.list', { meetingId: meetings.planned })
  expect(after.proposals.filter(({ source }) => source.id === projectId)).toEqual([])
  const { items } = await ok('agenda.list', { meetingId: meetings.planned })
  expect(items.filter((item) => item.title === title)).toHaveLength(1)
  const second = (await ok('projects.get', { id: projectId })).project.coming[0]?.itemId ?? ''
  await putInSession(ok, meetings.planned)
  await ok('session.setOutcome', { meetingId: meetings.planned, itemId: second, outcome: 'avisFavorable' })
  await show(page, 'projectSheet', href('projectSheet', {}, projectId))
  await passages.getByText('Avis favorable', { exact: true }).waitFor()
  expect((await ok('projects.get', { id: projectId })).passages).toHaveLength(2)
})

it('a project takes a document that falls on its sheet, gives it a title, and takes it back', async () => {
  const { page } = app
  await show(page, 'projectSheet', href('projectSheet', {}, projectId))
  const region = page.getByRole('region', { name: text.documents.title })
  await hands.dropAll(region, [{ name: 'dossier.pdf', bytes: new TextEncoder().encode('%PDF-1.7') }])
  await region.getByRole('button', { name: attachmentsText.details('dossier.pdf') }).click()
  await hands.fill(region.getByLabel(attachmentsText.title, { exact: true }), 'Dossier du projet')
  await hands.press('Tab')
  await region.getByRole('button', { name: attachmentsText.open('Dossier du projet') }).waitFor()
  expect(await violations(page)).toEqual([])
  await picture(page, 'project documents')
  await hands.click(region.getByRole('button', { name: attachmentsText.remove('Dossier du projet') }))
  await region.getByText(text.documents.none).waitFor()
  await hands.press('Control+z')
  await region.getByRole('button', { name: attachmentsText.open('Dossier du projet') }).waitFor()
})

it('the board goes by keys, and shows itself accessible in each display', async () => {
  const { page } = app
  await show(page, 'projects', href('projects', {}, projectId))
  const card = page.getByRole('link', { name: title, exact: true })
  await card.focus()
  await page.keyboard.press('Shift+ArrowRight')
  await page.getByRole('region', { name: 'Cadrage' }).getByRole('link', { name: title }).waitFor()
  await expect.poll(() => card.evaluate((element) => element === document.activeElement)).toBe(true)
  for (const [name, display] of Object.entries(displays)) {
    await setDisplay(page, display)
    await show(page, 'projects', href('projects', {}, projectId))
    expect(await violations(page), name).toEqual([])
    await picture(page, `board ${name}`)
  }
  await setDisplay(page, displays.light)
})

it('no step lies over its count, and the list is as wide as its screen, also without the column that a small window hides', async () => {
  const { page } = app
  await page.setViewportSize(desk)
  await show(page, 'projects', href('projects'))
  const over = await page.locator('.lane-head').evaluateAll((heads) =>
    heads.flatMap((head) => {
      const words = document.createRange()
      words.selectNodeContents(head.querySelector('h3') ?? head)
      const [name, count] = [words, head.querySelector('.count')].map((one) => one?.getBoundingClientRect())
      if (name === undefined || count === undefined) return ['a head without its count']
      const isApart = name.right <= count.left || name.bottom <= count.top
      return isApart && name.right <= head.getBoundingClientRect().right ? [] : [head.textContent]
    }),
  )
  expect(over).toEqual([])
  await hands.click(page.getByText(projectText.views.list, { exact: true }))
  const list = page.getByRole('grid')
  await list.waitFor()
  const end = (element: Element) => element.getBoundingClientRect().right
  const table = await list.evaluate(end)
  expect(await list.getByRole('columnheader').last().evaluate(end)).toBeCloseTo(table, 0)
  await hands.click(page.getByText(projectText.views.stages, { exact: true }))
})

it('400 projects are drawn and moved at once', async () => {
  const { page } = app
  for (let index = 0; index < 400; index += 1)
    await ok('projects.add', {
      id: newId(),
      fields: {
        title: `Projet numéro ${index} de la dématérialisation interadministrative`,
        stage: 'rollout',
      },
    })
  await show(page, 'projects', href('projects'))
  await page.getByRole('region', { name: 'Déploiement' }).getByRole('link').first().waitFor()
  await picture(page, 'board of 400')
  const first = page.getByRole('region', { name: 'Déploiement' }).getByRole('link').first()
  await first.focus()
  await page.keyboard.press('ArrowDown')
  await expect.poll(() => first.evaluate((link) => link === document.activeElement)).toBe(false)
  expect(await page.evaluate(() => document.activeElement?.localName)).toBe('a')
})
