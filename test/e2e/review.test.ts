// The weeks after a meeting, in the real window: the chair's round, the members' round, the answers of each, the approval by
// writing, the seal, and what is published.
import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { PDFDocument } from '@cantoo/pdf-lib'
import PostalMime from 'postal-mime'
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest'
import type { Circle } from '../../electron/domain/minutes/observation.ts'
import { approvalText, consultationText } from '../../renderer/text/approval.ts'
import { beforeText } from '../../renderer/text/before.ts'
import { dispatchText } from '../../renderer/text/dispatch.ts'
import { documentText } from '../../renderer/text/documents.ts'
import { minutesText } from '../../renderer/text/minutes.ts'
import { lifeText } from '../../renderer/text/minutes-life.ts'
import { observationsText } from '../../renderer/text/observations.ts'
import { placeText } from '../../renderer/text/place.ts'
import { answerOpenDialog, freshFolder, removeFolder } from './application.ts'
import { picture } from './picture.ts'
import { closeDesk, type Desk, openDesk } from './quarter-desk.ts'
import { approvalReplies, internalReturns, memberReturns, owedOf, type Sent } from './review-returns.ts'
import { held, mailOf, members, reviewWorld, said } from './review-world.ts'
import { violations } from './screens.ts'
import { StoryClock } from './story-clock.ts'
import { textOf } from './written.ts'

const folder = freshFolder()
const out = freshFolder()
const dataDir = join(folder, 'data')
const clock = new StoryClock()
let desk: Desk
let meetingId: string
/** What left in each round, as its readers have it. */
let internal: Sent
let toMembers: Sent

async function comesBack(day: string): Promise<void> {
  await closeDesk(desk)
  await begins(day)
}
async function begins(day: string): Promise<void> {
  clock.set(day)
  desk = await openDesk(clock.folder, dataDir)
  await desk.page.setViewportSize({ width: 1280, height: 800 })
  // No program of the system takes part: what it would have been given is written down.
  await desk.app.electron.evaluate(({ shell }) => {
    const given: string[] = []
    Reflect.set(globalThis, 'given', given)
    shell.openPath = async (path) => {
      given.push(path)
      return ''
    }
  })
}
const given = () => desk.app.electron.evaluate((): string[] => Reflect.get(globalThis, 'given'))
const observations = async (circle: Circle) =>
  (await desk.ask('observations.list', { meetingId })).filter((one) => one.circle === circle)
const openIn = async (circle: Circle) =>
  (await observations(circle)).filter(({ state }) => state === 'open').length

/** Opens the message in the mail program, and says that it left; returns what it carried. */
async function leaves(): Promise<Sent> {
  const { hands, button, page } = desk
  const before = (await given()).length
  await hands.click(button(dispatchText.open))
  await expect.poll(async () => (await given()).length).toBe(before + 1)
  const path = (await given()).at(-1) ?? ''
  const { attachments, text = '' } = await PostalMime.parse(readFileSync(path))
  const of = (ending: string) => {
    const found = attachments.find(({ filename }) => filename?.endsWith(ending))
    return new Uint8Array((found?.content as ArrayBuffer | undefined) ?? new ArrayBuffer(0))
  }
  await hands.click(button(dispatchText.mark))
  await page.getByText(dispatchText.sent.facts).waitFor()
  return { word: of('.docx'), pdf: of('.pdf'), words: text }
}

beforeAll(async () => {
  meetingId = await reviewWorld(dataDir)
  await begins('2027-01-18')
})
afterAll(async () => {
  await closeDesk(desk)
  for (const one of [folder, out, clock.folder]) removeFolder(one)
})
afterEach(async ({ task }) => {
  // What was last seen of each part.
  await picture(desk.page, task.name)
})

describe('the review of minutes', () => {
  it('begins with the chair: one person is written to, with the Word and the PDF', async () => {
    const { hands, button, page } = desk
    await desk.openTab(held, placeText.minutes)
    await button(lifeText.toChair).waitFor()
    await hands.click(button(lifeText.toChair))
    await page.getByLabel(dispatchText.body, { exact: true }).waitFor()
    internal = await leaves()
    expect(internal.words).toMatch(/^Madame la Présidente,/)
    expect(internal.word.length).toBeGreaterThan(1000)
    expect(internal.pdf.length).toBeGreaterThan(1000)
  })

  it('ten changes of two Word files and a commented PDF are decided, the version ready, in 16 actions', async () => {
    await comesBack('2027-01-22')
    const { hands, button, page } = desk
    const files = await internalReturns(internal)
    await desk.openTab(held, placeText.minutes)
    await page.getByRole('navigation', { name: minutesText.plan }).waitFor()
    hands.reset()
    await hands.dropAll(page.locator('main'), files)
    const take = page.getByRole('button', { name: /^Prendre en compte/ })
    await take.waitFor()
    await hands.click(take)
    await expect.poll(async () => (await observations('internal')).length).toBe(10)
    await page.locator('.observation-row:focus').waitFor()
    for (let rank = 0; rank < 10; rank += 1) await hands.press('a')
    await expect.poll(() => openIn('internal')).toBe(0)
    await hands.click(button(observationsText.keepVersion))
    await page.getByText(observationsText.versionKept).waitFor()
    expect(hands.count()).toBeLessThanOrEqual(16)
    // Each was read back: nothing but comments is left to be done by hand.
    expect(await owedOf(desk, meetingId)).toEqual([])
    const text = page.getByRole('region', { name: minutesText.text, exact: true })
    for (const words of ['quinze communes', 'au printemps 2028', 'l’étude est en cours', 'copie chiffrée'])
      expect(await text.getByText(words).count()).toBeGreaterThan(0)
    expect(await text.getByText(said.support).count()).toBe(0)
  })

  it('goes to the members, after a list of what is missing', async () => {
    const { hands, button, page } = desk
    await hands.click(button(lifeText.toMembers))
    const before = page.getByRole('dialog')
    await before.waitFor()
    await hands.click(before.getByRole('button', { name: /^Préparer l’envoi/ }))
    await page.getByLabel(dispatchText.body, { exact: true }).waitFor()
    toMembers = await leaves()
    expect(toMembers.words).toMatch(/^Mesdames, Messieurs,/)
  })

  it('gives each member a folder, in which remarks are written without a network', async () => {
    const { hands, toMore } = desk
    await answerOpenDialog(desk.app.electron, [out])
    await hands.click(...toMore(dispatchText.memberFolders))
    await expect
      .poll(() => readdirSync(out).filter((name) => name.endsWith('.html')).length, { timeout: 60_000 })
      .toBe(8)
    const name = readdirSync(out).find((one) => one.includes('OPB')) ?? ''
    const shown = desk.app.electron.waitForEvent('window')
    await desk.app.electron.evaluate(
      async ({ BrowserWindow, session }, [path, saved]) => {
        session.fromPartition('dossier').on('will-download', (_, item) => item.setSavePath(saved ?? ''))
        const window = new BrowserWindow({
          width: 1280,
          height: 900,
          webPreferences: { sandbox: true, partition: 'dossier' },
        })
        await window.loadFile(path ?? '')
      },
      [join(out, name), join(folder, 'Remarques OPB.json')],
    )
    const tablet = await shown
    await tablet.getByRole('heading', { level: 1 }).waitFor()
    await tablet.setViewportSize({ width: 820, height: 1180 })
    const write = (words: string) =>
      tablet
        .getByRole('button', { name: new RegExp(`^Écrire une remarque sur «\\s${words.slice(0, 30)}`) })
        .first()
    await write(said.directory).click()
    await tablet
      .getByLabel('Rédaction souhaitée')
      .fill(said.directory.replace('tenue à jour', 'tenue à jour chaque mois'))
    await write('Les membres s’interrogent').click()
    await tablet.getByLabel('Remarque', { exact: true }).last().fill('Préciser l’année de référence.')
    await tablet.getByLabel('Votre nom').fill('Ève Hardelin')
    expect(await violations(tablet)).toEqual([])
    await tablet.emulateMedia({ colorScheme: 'dark' })
    expect(await violations(tablet)).toEqual([])
    expect(await tablet.evaluate(() => document.body.scrollWidth <= innerWidth)).toBe(true)
    await picture(tablet, 'member folder dark')
    await tablet.getByRole('button', { name: 'Enregistrer mes remarques' }).click()
    await expect.poll(() => existsSync(join(folder, 'Remarques OPB.json'))).toBe(true)
    expect(await tablet.getByRole('status').textContent()).toContain('secretariat@ige.invalid')
    await tablet.close()
  })

  it('eight members answer, two against each other, and each gets an answer', async () => {
    await comesBack('2027-02-05')
    const { hands, page } = desk
    const files = await memberReturns(toMembers, readFileSync(join(folder, 'Remarques OPB.json')))
    await desk.openTab(held, placeText.minutes)
    hands.reset()
    await hands.dropAll(page.locator('main'), files)
    const question = page.getByRole('dialog')
    await question.waitFor()
    await hands.click(question.getByRole('button', { name: /^Lire les corrections/ }))
    const take = page.getByRole('button', { name: /^Prendre en compte/ })
    await take.waitFor()
    // Nobody's name is in a file whose changes were not tracked.
    await hands.fill(
      page.getByRole('combobox', { name: observationsText.returned.organisationOfFile('CR DEX.docx') }),
      'DEX',
    )
    await hands.click(page.getByRole('option', { name: /DEX/ }))
    await hands.click(take)
    await expect.poll(async () => (await observations('members')).length).toBe(10)
    await page.locator('.observation-row:focus').waitFor()
    const over = page.getByRole('button', { name: observationsText.acceptOver, exact: true })
    while ((await openIn('members')) > 0) {
      const left = await openIn('members')
      // On one passage two want other words: the three texts are shown, and one of them is chosen.
      if (await over.isVisible()) await hands.click(over)
      else await hands.press('a')
      await expect.poll(async () => (await openIn('members')) < left || (await over.isVisible())).toBe(true)
    }
    expect(hands.count()).toBeLessThanOrEqual(18)
    const found = await observations('members')
    expect(found.map(({ number }) => number)).toEqual([1, 2, 3, 4, 5, 6, 7, 8, 9, 10])
    expect(new Set(found.map(({ organisation }) => organisation))).toEqual(
      new Set(members.map(({ acronym }) => acronym)),
    )
    // Of the two, the first one retained is not in the text any more, and says so; what was corrected inside is done.
    expect((await owedOf(desk, meetingId)).map(({ organisation }) => organisation)).toEqual(['ACD'])
  })

  it('the table of observations is printed', async () => {
    const { hands, button, page } = desk
    await hands.press('Alt+1')
    await page
      .getByLabel(observationsText.papers)
      .selectOption({ label: observationsText.paper.observationsTable })
    await hands.saveAs(button(documentText.save), join(folder, 'tableau.pdf'))
    await button(documentText.open).waitFor()
    const words = await textOf(join(folder, 'tableau.pdf'))
    for (const { acronym } of members) expect(words).toContain(acronym)
    expect(words).toContain('dix-huit')
    // What was corrected inside is nothing of theirs.
    for (const inside of ['Belkacem', 'À vérifier auprès des membres', 'Dire plutôt'])
      expect(words).not.toContain(inside)
  })

  it('is validated, and the members are asked to approve by writing', async () => {
    const { hands, button, page } = desk
    await hands.click(button(lifeText.validate))
    await hands.click(button(beforeText.validate.act))
    await button(lifeText.approve).waitFor()
    await hands.click(button(lifeText.approve))
    await hands.click(page.getByText(approvalText.modes.written, { exact: true }))
    await hands.click(button(consultationText.prepare))
    await page.getByLabel(dispatchText.body, { exact: true }).waitFor()
    expect((await leaves()).words).toMatch(/Réponse attendue le .* au plus tard/)
  })

  it('their answers are dropped anywhere, counted by college', async () => {
    await comesBack('2027-02-10')
    const { hands, page } = desk
    await hands.dropAll(page.locator('main'), approvalReplies())
    const question = page.getByRole('dialog')
    await question.waitFor()
    await hands.click(question.getByRole('button', { name: /^Noter la réponse/ }))
    await page.getByText(consultationText.taken(3, 2)).waitFor()
    const { colleges } = await desk.ask('approval.consultation', { meetingId })
    expect(colleges.map(({ approves, observations: asked, silent }) => [approves, asked, silent])).toEqual([
      [2, 0, 1],
      [0, 1, 1],
      [0, 0, 3],
    ])
    const counted = page.getByRole('list', { name: consultationText.counted })
    await counted.getByText('2 approbations, 1 sans réponse').waitFor()
    // Two of whom nothing can be told are named, to be read.
    for (const acronym of ['SAE', 'OPA']) {
      const told = new RegExp(`^Réponse ${acronym}.eml, d.+ la réponse n’est`)
      expect(await page.getByText(told).count()).toBe(1)
    }
  })

  it('is not sealed before the last day, and after it with the list; a public version is published', async () => {
    const sealIn = (one: Desk) =>
      one.page.getByRole('button', { name: new RegExp(`^${approvalText.approve}, `) })
    const { closesOn } = await desk.ask('approval.consultation', { meetingId })
    expect(closesOn).toBe('2027-02-22')
    expect(await sealIn(desk).getAttribute('aria-disabled')).toBe('true')
    await comesBack('2027-03-02')
    const { hands, button, page } = desk
    await desk.openTab(held, placeText.minutes)
    await hands.click(button(lifeText.approve))
    const list = page.getByLabel(approvalText.before)
    await list.getByText(/sans échéance/).waitFor()
    await picture(page, 'before the seal')
    await hands.click(sealIn(desk))
    await button(approvalText.check).waitFor()
    await page.getByText('2 approbations, 1 observation, 5 sans réponse').waitFor()
    await hands.saveAs(button(documentText.save), join(folder, 'scelle.pdf'))
    await button(documentText.open).waitFor()
    const sealed = await textOf(join(folder, 'scelle.pdf'))
    expect(sealed).toContain('copie chiffrée')
    expect(await desk.ask('observations.standing', { meetingId })).toEqual([])
    expect(sealed).toContain('sous la présidence d’Odile Quémener')
    await page
      .getByLabel(observationsText.papers)
      .selectOption({ label: observationsText.paper.publicMinutes })
    await hands.click(button(documentText.save))
    await hands.saveAs(page.getByText(/^Exporter, /), join(folder, 'public.pdf'))
    await button(documentText.open).waitFor()
    const published = await textOf(join(folder, 'public.pdf'))
    expect(published).toContain('Compte rendu public')
    expect(published).toContain('dix-huit communes')
    for (const reserved of ['copie chiffrée', 'Archivage des délibérations'])
      expect(published).not.toContain(reserved)
  })

  it('the proof of convocation is on one page', async () => {
    const { hands, button, page } = desk
    await hands.click(desk.tab(placeText.dispatch))
    const list = page.getByRole('grid', { name: dispatchText.list })
    await hands.click(
      list
        .getByRole('row')
        .filter({ hasText: /4\sjanv/u })
        .first(),
    )
    const path = join(folder, 'preuve.pdf')
    await hands.saveAs(button(dispatchText.sent.proof), path)
    await expect.poll(() => existsSync(path)).toBe(true)
    const words = await textOf(path)
    for (const { acronym } of members) expect(words).toContain(mailOf(acronym))
    expect((await PDFDocument.load(readFileSync(path))).getPageCount()).toBe(1)
  })
})
