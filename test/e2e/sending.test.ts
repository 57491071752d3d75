// The real application speaks with a real server, over TLS, with a password that nothing on the disk knows; and what one member
// gets of the meeting, read in a window of its own.
import { readdirSync, readFileSync, statSync } from 'node:fs'
import { join } from 'node:path'
import type { Page } from 'playwright'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { Input, Method, Output } from '../../electron/contract/index.ts'
import type { DispatchKind } from '../../electron/domain/dispatch/dispatch.ts'
import { newId } from '../../renderer/api/new-id.ts'
import { href, paths } from '../../renderer/app/paths.ts'
import { commonText } from '../../renderer/text/common.ts'
import { dispatchText } from '../../renderer/text/dispatch.ts'
import { sendingText } from '../../renderer/text/sending.ts'
import {
  type Certificates,
  makeCertificates,
  PASSWORD,
  type SmtpWorld,
  smtpServer,
  USER,
} from '../contract/mail-servers.ts'
import {
  type Application,
  answerOpenDialog,
  callBridge,
  freshFolder,
  removeFolder,
  startApplication,
} from './application.ts'
import { type Hands, handsOn } from './hands.ts'
import { picture } from './picture.ts'
import { show, violations } from './screens.ts'

const folder = freshFolder()
const out = freshFolder()
let certificates: Certificates
let smtp: SmtpWorld
let app: Application
let page: Page
let hands: Hands
let meetingId: string

const ask = async <M extends Method>(method: M, input: Input<M>): Promise<Output<M>> => {
  const answer = await callBridge(page, method, input)
  if (!answer.ok) throw new Error(`${method}: ${answer.error.code}`)
  return answer.value
}
const button = (name: string) => page.getByRole('button', { name, exact: true })
beforeAll(async () => {
  certificates = makeCertificates()
  smtp = await smtpServer(certificates)
  const env = { NODE_EXTRA_CA_CERTS: certificates.ca }
  app = await startApplication({ dataDir: join(folder, 'data'), env })
  page = app.page
  hands = handsOn(app)
  const body = await ask('settings.body', {})
  await ask('settings.updateBody', { version: body.version, patch: { email: 'secretariat@ind.example' } })
  const organisationId = newId()
  await ask('directory.addOrganisation', {
    id: organisationId,
    fields: { name: 'Association exemple', acronym: 'ACD' },
  })
  const personId = newId()
  await ask('directory.addPerson', {
    id: personId,
    fields: { givenName: 'Ana', familyName: 'Exemple', email: 'ana@acd.example', organisationId },
  })
  await ask('directory.addMandate', { id: newId(), personId, fields: { role: 'titulaire', organisationId } })
  ;({ id: meetingId } = await ask('meetings.create', { fields: { date: '2027-03-11' }, fromTemplate: false }))
  const fields = { title: 'Annuaire partagé' }
  await ask('agenda.add', { id: newId(), meetingId, parentId: null, afterId: null, fields })
  await ask('dispatch.prepare', { meetingId, kind: 'convocation', itemId: null })
})
afterAll(async () => {
  await app.close()
  await smtp.close()
  certificates.dispose()
  expect(app.complaints).toEqual([])
  for (const one of [folder, out]) removeFolder(one)
})

describe('a message', () => {
  it('has a server once one is chosen, which answers over TLS and is sent nothing yet', async () => {
    await show(page, 'settings', `${paths.settings}?id=envois`)
    await page.getByLabel(sendingText.way).selectOption({ label: sendingText.choices.server })
    await hands.fill(page.getByLabel(sendingText.host, { exact: true }), smtp.account.host)
    await hands.fill(page.getByLabel(sendingText.port, { exact: true }), String(smtp.account.port))
    await hands.fill(page.getByLabel(sendingText.user, { exact: true }), USER)
    const { canKeep } = await ask('sending.password', {})
    expect(await page.getByText(sendingText.passwordHelp(canKeep)).count()).toBeGreaterThan(0)
    await hands.fill(page.getByLabel(sendingText.password, { exact: true }), PASSWORD)
    await hands.click(button(sendingText.save))
    await page.getByText(sendingText.saved).waitFor()
    await picture(page, 'sending settings')
    expect((await ask('sending.settings', {})).account?.port).toBe(smtp.account.port)
    expect(smtp.delivered).toEqual([])
  })

  it('leaves no password on the disk', () => {
    const files = (at: string): string[] =>
      readdirSync(at).flatMap((name) => {
        const path = join(at, name)
        const is = statSync(path, { throwIfNoEntry: false })
        return is === undefined ? [] : is.isDirectory() ? files(path) : is.isFile() ? [path] : []
      })
    const all = files(folder)
    expect(all.length).toBeGreaterThan(10)
    const holding = all.filter((path) => readFileSync(path).includes(PASSWORD))
    expect(holding).toEqual([])
  })
})

const toKind = (kind: DispatchKind) => show(page, 'dispatch', href('dispatch', { meetingId }, kind))
/** Presses *Envoyer…*, gives the password that is asked for, and sends. */
async function sends(): Promise<void> {
  await hands.click(button(sendingText.act.server))
  const dialog = page.getByRole('dialog')
  await dialog.getByText('Ana Exemple').waitFor()
  await hands.fill(dialog.getByLabel(sendingText.password, { exact: true }), PASSWORD)
  await picture(page, 'before a message leaves')
  await hands.click(dialog.getByRole('button', { name: sendingText.confirm.server, exact: true }))
}

describe('sending', () => {
  it('shows the message whole, asks the password that is not known, and sends once', async () => {
    await ask('sending.forgetPassword', {})
    await toKind('convocation')
    await sends()
    await page.getByText(sendingText.done.server).waitFor()
    expect(smtp.delivered.map(({ to }) => to)).toEqual([['ana@acd.example']])
    expect(await button(sendingText.act.server).count()).toBe(0)
    await picture(page, 'message that left')
  })

  it('cut in the middle asks what became of it, and sends nothing twice', async () => {
    const cutting = await smtpServer(certificates, {
      steps: {
        taken: (drop) => {
          drop()
          return null
        },
      },
    })
    await ask('sending.setAccount', { account: cutting.account })
    await ask('dispatch.prepare', { meetingId, kind: 'callForSubjects', itemId: null })
    await toKind('callForSubjects')
    await sends()
    const left = button(sendingText.hasLeft.server)
    await left.waitFor()
    await picture(page, 'message that may have left')
    const arrived = cutting.delivered.length
    const rows = await ask('dispatch.list', { meetingId })
    const { id = '', version = 0 } = rows.find(({ kind }) => kind === 'callForSubjects') ?? {}
    const again = await callBridge(page, 'sending.send', { id, version })
    expect(again).toMatchObject({ ok: false, error: { code: 'mail-perhaps-left' } })
    expect(cutting.delivered).toHaveLength(arrived)
    await hands.click(left)
    await page.getByText(dispatchText.sent.facts).waitFor()
    expect((await ask('dispatch.get', { id })).dispatch.state).toBe('sent')
    expect(cutting.delivered).toHaveLength(arrived)
    await cutting.close()
  })
})

describe("a member's folder", () => {
  it('is read, without a fault of access and without a network, and takes remarks', async () => {
    await answerOpenDialog(app.electron, [out])
    await show(page, 'dispatch', paths.dispatch.replace(':meetingId', meetingId))
    await hands.click(
      button(commonText.options),
      page.getByRole('menuitem', { name: dispatchText.memberFolders }),
    )
    await expect.poll(() => readdirSync(out).filter((name) => name.endsWith('.html')).length).toBe(1)
    const [name = ''] = readdirSync(out)
    const shown = app.electron.waitForEvent('window')
    await app.electron.evaluate(
      async ({ BrowserWindow }, path) => {
        const window = new BrowserWindow({
          width: 820,
          height: 1180,
          webPreferences: { sandbox: true, partition: 'dossier' },
        })
        await window.loadFile(path)
      },
      join(out, name),
    )
    const folderPage = await shown
    const complaints: string[] = []
    folderPage.on('console', (message) => message.type() === 'error' && complaints.push(message.text()))
    await folderPage.getByRole('heading', { level: 1 }).waitFor()
    await folderPage
      .getByRole('button', { name: /Écrire une remarque sur/ })
      .first()
      .click()
    await folderPage.getByLabel('Remarque', { exact: true }).fill('Prévoir dix minutes.')
    await expect.poll(() => folderPage.getByRole('status').textContent()).toMatch(/^Une remarque\./)
    await picture(folderPage, 'member folder')
    expect(await violations(folderPage)).toEqual([])
    expect(complaints).toEqual([])
    await folderPage.close()
  })
})
