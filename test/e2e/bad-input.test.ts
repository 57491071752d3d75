import { createHash } from 'node:crypto'
import { chmodSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { errorSentences } from '../../electron/contract/error-sentences.ts'
import type { ErrorCode } from '../../electron/contract/errors.ts'
import { agendaText } from '../../renderer/text/agenda.ts'
import { arrivalsText } from '../../renderer/text/arrivals.ts'
import { frameText } from '../../renderer/text/frame.ts'
import { importsText } from '../../renderer/text/imports.ts'
import { meetingDeskText } from '../../renderer/text/meeting-desk.ts'
import { placeText } from '../../renderer/text/place.ts'
import { closedText } from '../../renderer/text/recovery.ts'
import { badFiles, hugeDocx, inflatingDocx } from '../fixtures/imports/bad-files.ts'
import {
  type Application,
  answerOpenDialog,
  callBridge,
  chooseByMenu,
  freshFolder,
  startApplication,
} from './application.ts'
import { handsOn } from './hands.ts'

/** Milliseconds within which a refusal must be read. */
const FEW_SECONDS = 5_000

const fixtures = join(import.meta.dirname, '..', 'fixtures', 'imports')
const folder = freshFolder()
const bad = (name: string) => () => badFiles[name]?.make() ?? new Uint8Array(0)

describe('a file that cannot be imported', () => {
  let app: Application
  beforeAll(async () => {
    app = await startApplication()
    app.page.setDefaultTimeout(15_000)
    await callBridge(app.page, 'meetings.create', { fields: { date: '2027-03-11' }, fromTemplate: false })
  })
  afterAll(() => app.close())

  let stored: unknown
  let typed = ''
  let turn = 0
  const place = (name: string) =>
    app.page.getByRole('navigation', { name: frameText.navigation }).getByRole('link', { name, exact: true })
  const openAgenda = async () => {
    await place(placeText.meetings).click()
    await app.page.getByRole('row').filter({ hasText: '11 mars' }).click()
    await app.page.keyboard.press('Enter')
    await app.page
      .getByRole('navigation', { name: meetingDeskText.tabs })
      .getByRole('link', { name: placeText.agenda })
      .click()
  }
  const row = (title: string) =>
    app.page.getByRole('treegrid', { name: agendaText.rows }).getByRole('row').filter({ hasText: title })
  const meetings = () => callBridge(app.page, 'meetings.list', { year: null })

  // A title half typed, not confirmed, when the bad file comes.
  beforeEach(async () => {
    turn += 1
    await openAgenda()
    await app.page.getByLabel(agendaText.newItem, { exact: true }).fill(`Point ${turn}`)
    await app.page.keyboard.press('Enter')
    await row(`Point ${turn}`).click()
    await app.page.keyboard.press('F2')
    await app.page.keyboard.press('Control+a')
    typed = `Titre corrigé ${turn}`
    await app.page.keyboard.type(typed)
    stored = await meetings()
    expect(stored).toMatchObject({ ok: true })
  })
  const expectNothingLost = async () => {
    // The window answers a click, and shows what was typed before.
    await place(placeText.home).click({ timeout: 2_000 })
    await openAgenda()
    await row(typed).waitFor()
    expect(await meetings()).toEqual(stored)
    expect(app.complaints).toEqual([])
  }

  const chosen: readonly [string, () => Uint8Array, ErrorCode][] = [
    ['tronque.docx', bad('tronque.docx'), 'file-damaged'],
    ['image.docx', bad('image.docx'), 'file-damaged'],
    ['programme.exe', bad('programme.exe'), 'file-format-unknown'],
    ['vide.docx', bad('vide.docx'), 'file-empty'],
    ['60 Mo.docx', hugeDocx, 'file-too-large'],
    ['2 Go.docx', () => inflatingDocx('lying'), 'file-inflates'],
    ['ancien.doc', bad('ancien.doc'), 'file-format-old-word'],
    ['mot-de-passe.docx', bad('mot-de-passe.docx'), 'file-protected'],
  ]
  it.each(chosen)('chosen in the dialog, %s is refused in one sentence', async (name, make, code) => {
    const path = join(folder, name)
    writeFileSync(path, make())
    await answerOpenDialog(app.electron, [path])
    await chooseByMenu(app.electron)
    const alert = app.page.locator('main').getByRole('alert')
    await alert.waitFor({ timeout: FEW_SECONDS })
    expect(await alert.innerText()).toBe(errorSentences[code])
    await expectNothingLost()
  })

  it('let fall on the window, a protected document is refused in one sentence', async () => {
    const path = join(folder, 'depose.docx')
    writeFileSync(path, bad('mot-de-passe.docx')())
    await handsOn(app).drop(app.page.locator('main'), path)
    // It can be joined as it is; nothing else becomes of it.
    const question = app.page.getByRole('dialog', { name: arrivalsText.question(1) })
    await question.getByText('depose.docx').waitFor({ timeout: FEW_SECONDS })
    expect(await question.getByText(errorSentences['file-protected']).count()).toBe(1)
    await question.getByRole('button', { name: arrivalsText.leave }).click()
    await expectNothingLost()
  })

  it('an agenda without a date is reviewed, and the date is asked for before anything is stored', async () => {
    await answerOpenDialog(app.electron, [join(fixtures, 'liste-sans-date.docx')])
    // Not from the agenda of a meeting: the file would go there, and needs no date.
    await place(placeText.home).click()
    await chooseByMenu(app.electron)
    await app.page.getByText(importsText.meeting.dateMissing).waitFor({ timeout: FEW_SECONDS })
    await expectNothingLost()
  })

  it('of 51 mails chosen at once, 50 are taken and the one that is too many is named', async () => {
    const paths = Array.from({ length: 51 }, (_, at) => {
      const path = join(folder, `demande-${at + 1}.eml`)
      writeFileSync(
        path,
        `From: abel@exemple.invalid\r\nTo: s@exemple.invalid\r\nSubject: Demande ${at + 1}\r\nDate: Mon, 23 Nov 2026 09:00:00 +0100\r\nMessage-ID: <${at}@exemple.invalid>\r\n\r\nUn point, s’il se peut.\r\n`,
      )
      return path
    })
    await answerOpenDialog(app.electron, paths)
    const taken = await callBridge(app.page, 'subjects.chooseMails', {})
    if (!taken.ok) throw new Error(taken.error.code)
    expect(taken.value?.filter(({ subjectId }) => subjectId !== null)).toHaveLength(50)
    expect(taken.value?.filter(({ outcome }) => outcome === 'refused')).toEqual([
      expect.objectContaining({ fileName: 'demande-51.eml', failure: 'limit-reached' }),
    ])
  })
})

describe('data that cannot be opened', () => {
  const running: Application[] = []
  const start = async (dataDir: string) => {
    const app = await startApplication({ dataDir })
    running.push(app)
    return app
  }
  afterEach(async () => {
    for (const app of running.splice(0)) await app.close()
  })
  /** Every file of the data by its name, with what it holds. */
  const contents = (dataDir: string) =>
    readdirSync(dataDir, { withFileTypes: true })
      .filter((entry) => entry.isFile() && entry.name.includes('.sqlite'))
      .map(({ name }) => [
        name,
        createHash('sha256')
          .update(readFileSync(join(dataDir, name)))
          .digest('hex'),
      ])
  const said = (app: Application, code: keyof typeof closedText) =>
    app.page
      .getByRole('alert')
      .getByText(closedText[code].happened, { exact: true })
      .waitFor({ timeout: FEW_SECONDS })

  it('a folder that is read-only is said, and left as it is', async () => {
    const dataDir = join(freshFolder(), 'data')
    mkdirSync(dataDir)
    chmodSync(dataDir, 0o500)
    await said(await start(dataDir), 'data-read-only')
    expect(readdirSync(dataDir)).toEqual([])
    chmodSync(dataDir, 0o700)
  })

  it('data of a newer version are said, and left as they are', async () => {
    const first = await startApplication()
    await callBridge(first.page, 'meetings.create', { fields: { date: '2027-03-11' }, fromTemplate: false })
    await first.close()
    const [name = ''] = contents(first.dataDir).map(([one]) => one)
    const path = join(first.dataDir, name)
    // The version of the schema is the number at byte 60 of an SQLite file (https://sqlite.org/fileformat2.html).
    const bytes = readFileSync(path)
    bytes.writeUInt32BE(9_999, 60)
    writeFileSync(path, bytes)
    const before = contents(first.dataDir)
    await said(await start(first.dataDir), 'data-newer')
    for (const app of running.splice(0)) await app.close()
    expect(contents(first.dataDir)).toEqual(before)
  })
})
