import { mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { afterAll, beforeAll, expect, it } from 'vitest'
import type { Input, Method, Output } from '../../electron/contract/index.ts'
import { listWords } from '../../electron/domain/watch/list-layout.ts'
import { newId } from '../../renderer/api/new-id.ts'
import { href } from '../../renderer/app/paths.ts'
import { commonText } from '../../renderer/text/common.ts'
import { watchText } from '../../renderer/text/watch.ts'
import { watchListText as text } from '../../renderer/text/watch-list.ts'
import { type Application, callBridge, freshFolder } from './application.ts'
import { type Hands, handsOn } from './hands.ts'
import { picture } from './picture.ts'
import { askDisplay, displays, openSample, settle, show, violations } from './screens.ts'

let app: Application
let hands: Hands
const folder = join(freshFolder(), 'tableaux')
const id = newId()
const title = 'Projet de décret relatif aux kiosques numériques itinérants de démonstration'
beforeAll(async () => {
  mkdirSync(folder)
  ;({ app } = await openSample())
  hands = handsOn(app)
  await ok('watch.add', { id, fields: { title, nature: 'decret', status: 'consultation' } })
  await ok('watch.addDeadline', {
    id: newId(),
    watchItemId: id,
    fields: { date: '2099-07-01', audience: 'Communes', threshold: '', label: 'Ouvrir un kiosque' },
  })
  await ok('watch.addConsultation', {
    id: newId(),
    watchItemId: id,
    fields: {
      authority: 'cnen',
      name: '',
      askedOn: '2099-02-02',
      answeredOn: null,
      opinion: 'favorable',
      reference: '',
    },
  })
  await show(app.page, 'watch', href('watch'))
})
afterAll(() => app.close())

async function ok<M extends Method>(method: M, input: Input<M>): Promise<Output<M>> {
  const answer = await callBridge(app.page, method, input)
  if (!answer.ok) throw new Error(`${method}: ${answer.error.code}`)
  return answer.value
}
const button = (name: string) => app.page.getByRole('button', { name, exact: true })
const entry = (name: string) => app.page.getByRole('menuitem', { name, exact: true })
const plain = async () => {
  const { deadlines, consultations } = await ok('watch.life', { id })
  const unversioned = <T extends { version: number }>({ version: _, ...fields }: T) => fields
  return { deadlines: deadlines.map(unversioned), consultations: consultations.map(unversioned) }
}

it('the table of texts is written, changed elsewhere, looked at in every display, taken in and taken back', async () => {
  const { page } = app
  const before = await plain()
  await hands.fill(page.getByLabel(watchText.filter, { exact: true }), 'kiosques')
  await page.getByRole('row').filter({ hasText: title }).waitFor()
  const written = join(folder, 'veille.csv')
  await hands.click(button(commonText.options))
  await hands.saveAs(entry(text.export), written)
  await page.getByText(/^Liste exportée/).waitFor()
  const csv = readFileSync(written, 'utf8')
  expect(csv.trimEnd().split('\n')).toHaveLength(2)
  const changed = join(folder, 'veille-corrigee.csv')
  const unfavorable = csv
    .replace(listWords.opinion.favorable, listWords.opinion.unfavorable)
    .replace('01/07/2099', '01/09/2099')
  // A second line that nobody can take: its day does not exist.
  const heads = 'Titre;Publié le'
  writeFileSync(changed, unfavorable)
  const refused = join(folder, 'refusee.csv')
  writeFileSync(refused, `${heads}\nArrêté d’un jour qui n’existe pas;31/02/2099\nArrêté nouveau;\n`)

  await hands.click(button(commonText.options))
  await hands.choose(entry(text.import), refused)
  const review = page.getByRole('region', { name: text.title })
  await review.getByText('Arrêté d’un jour qui n’existe pas').waitFor()
  for (const [display, look] of Object.entries(displays)) {
    await askDisplay(page, look)
    await settle(page)
    await picture(page, `tableau-refus-${display}`)
    expect([display, await violations(page)]).toEqual([display, []])
  }
  await askDisplay(page, displays.light)
  await hands.click(button(text.drop))

  await hands.click(button(commonText.options))
  await hands.choose(entry(text.import), changed)
  await review.getByText(/^Modifie une consultation/).waitFor()
  await review.getByText(/^Déplace une échéance/).waitFor()
  for (const [display, look] of Object.entries(displays)) {
    await askDisplay(page, look)
    await settle(page)
    await picture(page, `tableau-${display}`)
    expect([display, await violations(page)]).toEqual([display, []])
  }
  await askDisplay(page, displays.light)
  await hands.click(button(text.take(1)))
  await page.getByText(text.taken(0, 1)).waitFor()
  const after = await plain()
  expect(after.deadlines).toEqual([{ ...before.deadlines[0], date: '2099-09-01' }])
  expect(after.consultations).toEqual([{ ...before.consultations[0], opinion: 'unfavorable' }])
  await hands.press('Control+z')
  await expect.poll(plain).toEqual(before)
  expect(app.complaints).toEqual([])
})
