import axe from 'axe-core'
import { describe, expect, it } from 'vitest'
import { agendaModel } from '../../electron/documents/agenda/model.ts'
import { renderFlowing } from '../../electron/documents/flowing.ts'
import { minutesModel } from '../../electron/documents/minutes/model.ts'
import type { DocumentModel } from '../../electron/documents/model.ts'
import { contrast, LEAST_CONTRAST } from '../../electron/domain/documents/document-style.ts'
import { emptyFile } from './documents-builders.ts'
import { dressedMeeting, images, words } from './documents-dressed.ts'
import { shortMeeting } from './documents-samples.ts'
import { JSDOM } from './page-in-memory.ts'

const page = async (model: DocumentModel) =>
  Buffer.from(await renderFlowing(model, 'html', images)).toString('utf8')

/** Faults of axe-core in a page; contrast and sizes need a screen, which jsdom is not. */
async function violations(html: string): Promise<string[]> {
  const { window } = new JSDOM(html, { runScripts: 'outside-only' })
  window.eval(axe.source)
  const found = (await window.eval(
    `axe.run(document, { rules: { 'color-contrast': { enabled: false } } })`,
  )) as axe.AxeResults
  if (found.passes.length < 10) throw new Error('axe-core looked at next to nothing')
  return found.violations.flatMap(({ id, nodes }) => nodes.map(({ target }) => `${id}: ${target.join(' ')}`))
}

describe('the page', () => {
  it.each([
    ['minutes with logos, pictures and tables', () => minutesModel(dressedMeeting())],
    ['a short agenda', () => agendaModel(shortMeeting())],
    ['empty minutes', () => minutesModel(emptyFile())],
  ])('has no fault that axe-core sees: %s', async (_, model) => {
    expect(await violations(await page(model()))).toEqual([])
  })

  it('would be caught with a picture without words, a title less, a language less, a list of stray entries', async () => {
    const sound = await page(minutesModel(dressedMeeting()))
    const broken: [string, RegExp | string, string][] = [
      ['image-alt', ` alt="${words.picture}"`, ''],
      ['document-title', /<title>[^<]*<\/title>/, ''],
      ['html-has-lang', ' lang="fr"', ''],
      ['list', '<ul>', '<ul><p>x</p>'],
      ['heading-order', /<h2 /g, '<h5 '],
    ]
    for (const [rule, from, to] of broken) {
      const found = await violations(sound.replace(from, to))
      expect(
        found.some((one) => one.startsWith(`${rule}:`)),
        rule,
      ).toBe(true)
    }
  })

  it('leads to each part and item, and names its tables by a caption', async () => {
    const { document } = new JSDOM(await page(minutesModel(dressedMeeting()))).window
    const nav = document.querySelector('nav')
    expect(nav?.getAttribute('aria-label')).toBe('Sommaire')
    const links = [...(nav?.querySelectorAll('a') ?? [])]
    expect(links.length).toBeGreaterThan(2)
    for (const link of links) {
      const target = document.getElementById(link.getAttribute('href')?.slice(1) ?? '')
      expect(target?.textContent?.replace(/\s+/gu, ' ')).toBe(link.textContent?.replace(/\s+/gu, ' '))
    }
    const tables = [...document.querySelectorAll('table')]
    expect(tables.length).toBeGreaterThan(2)
    for (const table of tables) expect(table.caption?.textContent).toMatch(/\S/)
  })

  it('of an agenda has each item as a heading', async () => {
    const model = agendaModel(dressedMeeting())
    const { document } = new JSDOM(await page(model)).window
    const items = [...document.querySelectorAll('table h3')].map((one) => one.textContent)
    expect(items).toHaveLength(model.rows.filter(({ kind }) => kind === 'item').length)
    expect(items.length).toBeGreaterThan(0)
  })

  it('says nothing in place of a picture that nobody described', async () => {
    const html = await page(minutesModel(dressedMeeting()))
    const bare = await page(
      JSON.parse(JSON.stringify(minutesModel(dressedMeeting())).replaceAll(words.picture, '')),
    )
    expect(await violations(html)).toEqual([])
    expect((await violations(bare)).some((one) => one.startsWith('image-alt:'))).toBe(true)
  })

  it('needs nothing beside it and runs nothing', async () => {
    const html = await page(minutesModel(dressedMeeting()))
    const { document } = new JSDOM(html).window
    expect(document.querySelectorAll('script, link, iframe, object, embed, form, base')).toHaveLength(0)
    for (const element of document.querySelectorAll('[src]'))
      expect(element.getAttribute('src')).toMatch(/^data:image\/(png|svg\+xml);base64,/)
    expect(
      document.querySelector('meta[http-equiv="Content-Security-Policy"]')?.getAttribute('content'),
    ).toBe("default-src 'none'; style-src 'unsafe-inline'; img-src data:")
    expect(document.querySelector('style')?.textContent).not.toMatch(/@import|url\(/)
    const handlers = [...document.querySelectorAll('*')].flatMap((one) =>
      [...one.attributes].filter(({ name }) => name.startsWith('on')),
    )
    expect(handlers).toEqual([])
  })

  it('has one first heading, one of each landmark, tables with heads that are named and can be scrolled', async () => {
    const { document } = new JSDOM(await page(minutesModel(dressedMeeting()))).window
    expect(document.documentElement.lang).toBe('fr')
    for (const one of ['h1', 'header', 'main', 'footer', 'title'])
      expect(document.querySelectorAll(one), one).toHaveLength(1)
    const tables = [...document.querySelectorAll('table')]
    expect(tables.length).toBeGreaterThan(5)
    for (const table of tables) {
      const name = document.getElementById(table.getAttribute('aria-labelledby') ?? '')
      expect(name?.textContent ?? '').not.toBe('')
      expect(table.parentElement?.tabIndex).toBe(0)
      for (const head of table.querySelectorAll('th'))
        expect(head.scope).toBe(head.closest('thead') === null ? 'row' : 'col')
      for (const row of table.querySelectorAll('tbody tr')) expect(row.querySelector('th')).not.toBeNull()
    }
    const alts = [...document.querySelectorAll('img')].map(({ alt }) => alt)
    expect(alts).toEqual([words.issuerLogo, words.partnerLogo, words.picture])
  })

  it('is legible in light and dark with any colour that the settings take', async () => {
    const html = await page(minutesModel(dressedMeeting()))
    const schemes = [...html.matchAll(/:root\{([^}]*)\}/g)].map(([, rules = '']) =>
      Object.fromEntries(
        [...rules.matchAll(/--([\w-]+):(#[0-9a-f]{3,6})/g)].map(([, name, value]) => [name, value]),
      ),
    )
    expect(schemes).toHaveLength(2)
    for (const { papier = '', ...scheme } of schemes) {
      const paper = papier === '#fff' ? '#ffffff' : papier
      for (const name of ['encre', 'encre2', 'accent', 'decision', 'action'])
        expect(contrast(scheme[name] ?? '', paper), name).toBeGreaterThanOrEqual(LEAST_CONTRAST)
      for (const name of ['fond-decision', 'fond-action'])
        if (scheme[name] !== undefined)
          expect(contrast(scheme.encre ?? '', scheme[name]), name).toBeGreaterThanOrEqual(LEAST_CONTRAST)
    }
  })
})
