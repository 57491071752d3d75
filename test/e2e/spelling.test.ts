// A wrong word in the real window is reported, mended from the menu, learnt or ignored; nothing is fetched for it.
// Where Electron's own side is not sound (before 35, see spell-provider.ts) texts are not checked, and typing goes on.
import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { plainText } from '../../electron/domain/text/rich-text.ts'
import { newId } from '../../renderer/api/new-id.ts'
import { type Application, callBridge, electronPath, removeFolder, startApplication } from './application.ts'

let app: Application
let meetingId: string
let netLog: string
beforeAll(async () => {
  app = await startApplication()
  netLog = join(app.dataDir, '..', 'net-log.json')
  await app.electron.evaluate(({ session }, path) => session.defaultSession.netLog.startLogging(path), netLog)
  await keepMenus()
  const created = await ok('meetings.create', { fields: { date: '2026-11-12' }, fromTemplate: false })
  meetingId = created.id
  const { minutes } = await ok('minutes.start', { meetingId })
  const text = 'Une asociation zonolab et Kerglouc, une association.'
  const written = { type: 'doc' as const, content: [paragraph(text)] }
  await ok('minutes.update', { id: minutes.id, version: minutes.version, patch: { opening: written } })
  await app.page.evaluate((id) => {
    location.hash = `/seances/${id}/compte-rendu`
  }, meetingId)
  await opening().waitFor()
})
afterAll(async () => {
  await app.close()
  removeFolder(join(app.dataDir, '..'))
})

const opening = () => app.page.getByRole('textbox', { name: 'Propos d’ouverture' })

async function ok<M extends Parameters<typeof callBridge>[1]>(
  method: M,
  input: Parameters<typeof callBridge<M>>[2],
) {
  const answer = await callBridge(app.page, method, input)
  if (!answer.ok) throw new Error(`${method}: ${answer.error.code}`)
  return answer.value
}

/** Native menus cannot be clicked: the next one is kept instead of shown. */
async function keepMenus(): Promise<void> {
  await app.electron.evaluate(({ Menu }) => {
    Menu.prototype.popup = function (this: Electron.Menu) {
      Reflect.set(globalThis, 'keptMenu', this)
    }
  })
}

/** Opens the menu on a word of the opening; returns its labels. */
async function menuOn(word: string): Promise<string[]> {
  await app.electron.evaluate(() => Reflect.deleteProperty(globalThis, 'keptMenu'))
  const place = await opening().evaluate((field, wanted) => {
    const walker = document.createTreeWalker(field, NodeFilter.SHOW_TEXT)
    for (let node = walker.nextNode(); node !== null; node = walker.nextNode()) {
      const at = (node.textContent ?? '').indexOf(wanted)
      if (at < 0) continue
      const range = document.createRange()
      range.setStart(node, at)
      range.setEnd(node, at + wanted.length)
      const box = range.getBoundingClientRect()
      return { x: box.x + box.width / 2, y: box.y + box.height / 2 }
    }
    return null
  }, word)
  if (place === null) throw new Error(`« ${word} » is not on the screen`)
  await app.page.mouse.click(place.x, place.y, { button: 'right' })
  const labels = () =>
    app.electron.evaluate(() =>
      (Reflect.get(globalThis, 'keptMenu') as Electron.Menu | undefined)?.items.map(({ label }) => label),
    )
  await expect.poll(labels).toBeDefined()
  return (await labels())?.filter((label) => label !== '') ?? []
}

/** Right clicks until the word is reported, or no longer: Chromium looks at a text when it has time. */
const reported = (word: string) => async () => (await menuOn(word)).includes('Ajouter au dictionnaire')

async function choose(label: string): Promise<void> {
  await app.electron.evaluate((_, wanted) => {
    const menu = Reflect.get(globalThis, 'keptMenu') as Electron.Menu
    menu.items.find((item) => item.label === wanted)?.click()
  }, label)
}

async function type(text: string): Promise<void> {
  await opening().click()
  await app.page.keyboard.press('Control+End')
  await app.page.keyboard.type(text)
}

const paragraph = (text: string) => ({
  type: 'paragraph' as const,
  content: [{ type: 'text' as const, text }],
})

/** The distribution says its version beside the program. */
const version = readFileSync(join(dirname(electronPath()), 'version'), 'utf8').replace(/^v/, '')
const isSound = Number.parseInt(version, 10) >= 35

const wait = { timeout: 15_000, interval: 300 }

if (isSound)
  describe('a text of the minutes', () => {
    it('has its wrong words reported, and mended by a suggestion that is saved', async () => {
      await opening().click()
      await expect.poll(reported('asociation'), wait).toBe(true)
      expect(await menuOn('asociation')).toEqual([
        'association',
        'Ajouter au dictionnaire',
        'Ignorer',
        'Couper',
        'Copier',
        'Coller',
        'Tout sélectionner',
      ])
      await choose('association')
      await expect
        .poll(async () => {
          const view = await ok('minutes.get', { meetingId })
          return view === null ? '' : plainText(view.minutes.opening)
        }, wait)
        .toContain('Une association zonolab')
    })

    it('has no other word reported', async () => {
      expect(await menuOn('Une')).toEqual(['Couper', 'Copier', 'Coller', 'Tout sélectionner'])
    })

    it('learns a word from the menu, and forgets it when it is removed', async () => {
      await expect.poll(reported('zonolab'), wait).toBe(true)
      await choose('Ajouter au dictionnaire')
      await expect
        .poll(async () => (await ok('spelling.words', {})).map(({ word }) => word))
        .toEqual(['zonolab'])
      await expect.poll(reported('zonolab'), wait).toBe(false)
      const [added] = await ok('spelling.words', {})
      if (added === undefined) throw new Error('no word')
      await ok('spelling.remove', { id: added.id, version: added.version })
      await expect.poll(reported('zonolab'), wait).toBe(true)
    })

    it('leaves an ignored word alone without learning it', async () => {
      await expect.poll(reported('zonolab'), wait).toBe(true)
      await choose('Ignorer')
      await expect.poll(reported('zonolab'), wait).toBe(false)
      expect(await ok('spelling.words', {})).toEqual([])
    })

    it('knows a name as soon as the directory does', async () => {
      await expect.poll(reported('Kerglouc'), wait).toBe(true)
      const fields = { familyName: 'Kerglouc', givenName: 'Ada' }
      await ok('directory.addPerson', { id: newId(), fields })
      await expect.poll(reported('Kerglouc'), wait).toBe(false)
    })

    it('is left alone when checking is off', async () => {
      await type('Autre acceuil. ')
      await expect.poll(reported('acceuil'), wait).toBe(true)
      await ok('spelling.switch', { isOn: false })
      await expect.poll(reported('acceuil'), wait).toBe(false)
    })
  })

describe('any text', () => {
  it('is typed on and has its menu, also where it begins with a figure', async () => {
    await opening().click()
    await app.page.keyboard.press('Control+Home')
    await app.page.keyboard.type('12 « mots » ')
    await expect.poll(async () => (await opening().textContent()) ?? '', wait).toMatch(/^12 .*mots/)
    expect(await menuOn('12')).toEqual(['Couper', 'Copier', 'Coller', 'Tout sélectionner'])
  })
})

describe('other fields', () => {
  it('are not checked where they hold names, addresses and codes', async () => {
    const root = await app.page.evaluate(() => document.documentElement.getAttribute('spellcheck'))
    expect(root).toBe('false')
    const place = app.page.getByRole('textbox', { name: /Lieu/ })
    await app.page.evaluate((id) => {
      location.hash = `/seances/${id}/fiche`
    }, meetingId)
    await place.first().waitFor()
    expect(await place.first().evaluate((field) => (field as HTMLInputElement).spellcheck)).toBe(false)
  })
})

describe('the network', () => {
  it('was never asked: Chromium’s own checker is off, no dictionary was fetched', async () => {
    const { isOn, profile } = await app.electron.evaluate(async ({ app: main, session }) => {
      await session.defaultSession.netLog.stopLogging()
      return { isOn: session.defaultSession.isSpellCheckerEnabled(), profile: main.getPath('userData') }
    })
    expect(isOn).toBe(false)
    const folder = join(profile, 'Dictionaries')
    expect(existsSync(folder) ? readdirSync(folder).filter((name) => name.endsWith('.bdic')) : []).toEqual([])
    const log = readFileSync(netLog, 'utf8')
    const asked = [...log.matchAll(/"url":"([a-z-]+:[^"]*)"/g)].map(([, url = '']) => url)
    expect(asked.filter((url) => /^(https?|wss?|ftp):/.test(url))).toEqual([])
    expect(app.complaints).toEqual([])
  })
})
