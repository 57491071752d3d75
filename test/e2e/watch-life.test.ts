import { afterAll, beforeAll, expect, it } from 'vitest'
import type { Input, Method, Output } from '../../electron/contract/index.ts'
import { watchStatusWords } from '../../electron/domain/watch/watch-words.ts'
import { newId } from '../../renderer/api/new-id.ts'
import { href } from '../../renderer/app/paths.ts'
import { sidebarText } from '../../renderer/text/place.ts'
import { lifeText } from '../../renderer/text/text-life.ts'
import { watchText } from '../../renderer/text/watch.ts'
import { type Application, callBridge } from './application.ts'
import { type Hands, handsOn } from './hands.ts'
import { type Meetings, openSample, show, violations } from './screens.ts'

let app: Application
let hands: Hands
let meetings: Meetings
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

/** As a browser puts it on the clipboard. */
const copy = (words: string) =>
  app.electron.evaluate(({ clipboard }, text) => clipboard.writeText(text), words)

const head = (number: string, nor: string, about: string) =>
  `Décret n° ${number} du 17 août 2026 ${about}\nNOR : ${nor}\nJORF n°0192 du 19 août 2026\nTexte n° 5`

it('a text copied from a page of the JO is matched and on the next agenda in at most five actions', async () => {
  const { page } = app
  const about = 'relatif à la boussole partagée des archives départementales'
  const draft = newId()
  await ok('watch.add', {
    id: draft,
    fields: { title: `Projet de décret ${about}`, nature: 'decret', status: 'draft' },
  })
  await copy(head('2026-90001', 'ZZZJ2690001D', about))
  await show(page, 'home', href('home'))
  hands.reset()
  await hands.click(page.getByTitle('Veille', { exact: true }))
  await page.getByRole('heading', { name: sidebarText.watch, exact: true, level: 1 }).waitFor()
  await hands.press('Control+v')
  await hands.click(page.getByRole('button', { name: /^Suivre et inscrire à la séance/ }))
  await page.getByText(/^1.texte inscrit à la séance/).waitFor()
  expect(hands.count()).toBeLessThanOrEqual(5)
  const { item, passages } = await ok('watch.life', { id: draft })
  expect(item).toMatchObject({ number: '2026-90001', draftTitle: `Projet de décret ${about}` })
  expect(passages.map(({ meetingId }) => meetingId)).toEqual([meetings.planned])
})

it('a text goes from its draft to its repeal over several meetings, with what was said of it', async () => {
  const { page } = app
  const about = 'relatif au guichet numérique des marchés forains'
  const id = newId()
  await ok('watch.add', {
    id,
    fields: { title: `Projet de décret ${about}`, nature: 'decret', status: 'draft', followUp: 'toPresent' },
  })
  // Heard as a draft, at a meeting that was held.
  const agenda = await ok('agenda.list', { meetingId: meetings.held })
  const itemId = agenda.items.find(({ kind }) => kind === 'item')?.id ?? ''
  await ok('agenda.link', { itemId, kind: 'watch', targetId: id })
  await ok('session.addPosition', {
    id: newId(),
    meetingId: meetings.held,
    itemId,
    fields: {
      organisation: 'Association des communes de démonstration',
      organisationId: null,
      stance: 'reserves',
      words: 'Demande un délai.',
    },
  })
  // Published since, and followed as a text of its own by somebody who had not seen the draft.
  const out = newId()
  await ok('watch.add', {
    id: out,
    fields: {
      title: `Décret n° 2026-90002 du 17 novembre 2026 ${about}`,
      nature: 'decret',
      status: 'published',
      publishedOn: '2026-11-24',
      number: '2026-90002',
    },
  })
  await show(page, 'watchText', href('watchText', {}, out))
  const match = page.getByRole('region', { name: lifeText.match.region })
  await hands.click(match.getByRole('button', { name: /^Rapprocher/ }).first())
  await page.getByText(lifeText.match.done).waitFor()
  await page.getByRole('heading', { name: /^Sur le projet/ }).waitFor()
  await page.getByText(/Demande un délai/).waitFor()
  // The law's own day, kept by a press.
  await hands.click(page.getByRole('button', { name: /^Retenir le 25.novembre 2026$/ }))
  await page.getByRole('region', { name: lifeText.force.region }).waitFor({ state: 'detached' })
  await hands.click(page.getByRole('button', { name: /^Inscrire à la séance/ }))
  await hands.click(page.getByRole('button', { name: lifeText.effects.add }))
  const deadlines = page.getByRole('region', { name: lifeText.effects.deadlines })
  await hands.fillDate(deadlines.getByRole('group', { name: lifeText.effects.date }), '2027-03-01')
  await hands.fill(deadlines.getByLabel(lifeText.effects.audience, { exact: true }), 'Communes')
  await page.keyboard.press('Tab')
  await page.getByRole('list', { name: lifeText.stages.title }).getByText('Communes').waitFor()
  expect(await violations(page)).toEqual([])
  await page.getByLabel(watchText.fields.status).selectOption({ label: watchStatusWords.repealed })
  await page.locator('header').getByText(watchStatusWords.repealed).waitFor()
  const whole = await ok('watch.life', { id })
  expect(whole.item).toMatchObject({
    status: 'repealed',
    inForceOn: '2026-11-25',
    inForceRule: 'dayAfter',
    draftTitle: `Projet de décret ${about}`,
  })
  expect(whole.passages.map(({ meetingId }) => meetingId)).toEqual([meetings.held, meetings.planned])
  expect(whole.deadlines).toMatchObject([{ date: '2027-03-01', audience: 'Communes' }])
  expect(app.complaints).toEqual([])
})
