// Légifrance asked through a gateway on this machine, in the real application: what is sent, when, and what comes of it.
import { writeFileSync } from 'node:fs'
import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http'
import type { AddressInfo } from 'node:net'
import { join } from 'node:path'
import { text as wholeBody } from 'node:stream/consumers'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { errorSentences } from '../../electron/contract/error-sentences.ts'
import { href } from '../../renderer/app/paths.ts'
import { legifranceText as text } from '../../renderer/text/legifrance.ts'
import { managedText } from '../../renderer/text/managed.ts'
import { watchPasteText } from '../../renderer/text/watch-paste.ts'
import { type Application, callBridge, removeFolder, startApplication } from './application.ts'
import { buildWithout } from './planted.ts'
import { show } from './screens.ts'

const NOR = 'ZZZJ2600001D'
const SECRET = 'secret-de-l-office'
const published = {
  title: 'Décret n° 2026-1100 du 3 novembre 2026 relatif aux annuaires communs',
  nor: NOR,
  cid: 'JORFTEXT000099000001',
  // Midnight in Paris of 5 November 2026.
  dateParution: Date.UTC(2026, 10, 4, 23),
  sections: [
    { articles: [{ content: '<p>Les annuaires sont <b>communs</b>.</p>' }] },
    {
      sections: [
        { articles: [{ content: '<p>Le présent décret entre en vigueur le 1er juillet 2027.</p>' }] },
      ],
    },
  ],
}

type Asked = { path: string; body: string; authorization: string | undefined }
type Answer = (response: ServerResponse) => void

let server: Server
let asked: Asked[]
let answer: Answer
let app: Application
let folder: string

beforeEach(async () => {
  asked = []
  answer = (response) => response.end(JSON.stringify(published))
  server = createServer((request, response) => void heard(request, response))
  await new Promise<void>((ready) => server.listen(0, '127.0.0.1', ready))
})
afterEach(async () => {
  await app.close()
  removeFolder(folder)
  server.closeAllConnections()
  server.close()
})

async function heard(request: IncomingMessage, response: ServerResponse): Promise<void> {
  const body = await wholeBody(request)
  const path = request.url ?? ''
  asked.push({ path, body, authorization: request.headers.authorization })
  if (path !== '/api/oauth/token') answer(response)
  else if (new URLSearchParams(body).get('client_secret') !== SECRET) response.writeHead(400).end('{}')
  else response.end(JSON.stringify({ access_token: 'jeton', token_type: 'Bearer', expires_in: 3600 }))
}

async function start(policies: object): Promise<void> {
  folder = buildWithout([])
  writeFileSync(join(folder, 'policies.json'), JSON.stringify(policies))
  app = await startApplication({ folder })
}

const here = () => `http://127.0.0.1:${(server.address() as AddressInfo).port}`
const openSection = async () => {
  await show(app.page, 'settings', href('settings', {}, 'legifrance'))
  return app.page.getByRole('region', { name: text.title })
}
const giveKeys = () => callBridge(app.page, 'legifrance.setKeys', { clientId: 'office', secret: SECRET })
const read = () => callBridge(app.page, 'legifrance.read', { reference: NOR })

describe('Légifrance', () => {
  it('is asked with the keys of the office alone, for one text, when somebody asks', async () => {
    await start({ LegifranceAddress: here() })
    const section = await openSection()
    const save = section.getByRole('button', { name: text.save })
    await section.getByRole('textbox', { name: text.clientId }).fill('office')
    await section.getByRole('textbox', { name: text.secret }).fill('faux')
    await save.click()
    await section.getByText(errorSentences['legifrance-keys-refused']).waitFor()
    expect(await callBridge(app.page, 'legifrance.access', {})).toMatchObject({ value: { clientId: null } })
    await section.getByRole('textbox', { name: text.secret }).fill(SECRET)
    await save.click()
    await section.getByText(text.known('office')).waitFor()
    expect(asked.map(({ path }) => path)).toEqual(['/api/oauth/token', '/api/oauth/token'])

    await show(app.page, 'watch', href('watch'))
    await app.page.getByRole('textbox', { name: watchPasteText.field }).fill(NOR)
    await app.page.keyboard.press('Enter')
    const pane = app.page.getByRole('complementary', { name: watchPasteText.title })
    await pane.getByRole('button', { name: text.ask }).click()
    await pane.getByText('JORFTEXT000099000001', { exact: true }).waitFor()
    expect(asked.slice(2)).toEqual([
      {
        path: '/dila/legifrance/lf-engine-app/consult/getJoWithNor',
        body: JSON.stringify({ nor: NOR }),
        authorization: 'Bearer jeton',
      },
    ])
    await pane.getByRole('button', { name: watchPasteText.follow(1) }).click()
    await app.page.getByRole('complementary', { name: 'relatif aux annuaires communs' }).waitFor()
    const list = await callBridge(app.page, 'watch.list', { words: '', offset: 0, limit: 10 })
    expect(list).toMatchObject({
      value: {
        rows: [{ nor: NOR, publishedOn: '2026-11-05', inForceOn: '2027-07-01', number: '2026-1100' }],
      },
    })
  })

  it('is asked nothing without keys, nor where the administration says so', async () => {
    await start({ LegifranceAddress: here() })
    await show(app.page, 'watch', href('watch'))
    await app.page.getByRole('textbox', { name: watchPasteText.field }).fill(NOR)
    await app.page.keyboard.press('Enter')
    await app.page.getByText(watchPasteText.found(1)).waitFor()
    expect(await app.page.getByRole('button', { name: text.ask }).count()).toBe(0)
    expect(await read()).toEqual({ ok: false, error: { code: 'legifrance-no-keys' } })
    await app.close()
    await start({ Legifrance: false, LegifranceAddress: here() })
    const section = await openSection()
    await section.getByText(text.off).waitFor()
    await section.getByText(managedText.note).waitFor()
    expect(await giveKeys()).toEqual({ ok: false, error: { code: 'setting-managed' } })
    expect(asked).toEqual([])
  })

  it('says what it refuses, and what cannot be read, and follows to no other place', async () => {
    await start({ LegifranceAddress: here() })
    expect(await giveKeys()).toMatchObject({ ok: true, value: { clientId: 'office' } })
    const cases: [Answer, string][] = [
      [(response) => response.writeHead(404).end(), 'legifrance-not-there'],
      [(response) => response.end(JSON.stringify({ title: null })), 'legifrance-not-there'],
      [(response) => response.writeHead(403).end(), 'legifrance-keys-refused'],
      [(response) => response.writeHead(429).end(), 'legifrance-limit'],
      [(response) => response.writeHead(500).end(), 'legifrance-away'],
      [(response) => response.end('<html>'), 'legifrance-away'],
      [(response) => response.destroy(), 'legifrance-away'],
      [(response) => response.writeHead(302, { location: `${here()}/ailleurs` }).end(), 'legifrance-away'],
    ]
    for (const [wrong, code] of cases) {
      answer = wrong
      expect(await read(), code).toEqual({ ok: false, error: { code } })
    }
    expect(asked.map(({ path }) => path)).not.toContain('/ailleurs')
    answer = (response) => response.end(JSON.stringify(published))
    expect(await read()).toMatchObject({ ok: true })
    expect(await callBridge(app.page, 'legifrance.forgetKeys', {})).toMatchObject({
      value: { clientId: null },
    })
    expect(await read()).toEqual({ ok: false, error: { code: 'legifrance-no-keys' } })
  })
})
