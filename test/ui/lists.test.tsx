import { screen, waitFor, within } from '@testing-library/react'
import { describe, expect, it } from 'vitest'
import type { Output } from '../../electron/contract/index.ts'
import { blankText } from '../../electron/domain/watch/watch.ts'
import type { Answers } from './fake-core.ts'
import { body, id } from './sample.ts'
import { never, show } from './show.tsx'

type Watch = Output<'watch.get'>

const text = (n: number, title: string): Watch & { dueOn: null } => ({
  ...blankText,
  id: id(n),
  version: 1,
  nature: 'decret',
  title,
  number: '',
  nor: '',
  ministry: '',
  status: 'draft',
  followUp: 'toFollow',
  publishedOn: null,
  inForceOn: null,
  appliesOn: null,
  audience: '',
  consequences: '',
  sourceUrl: '',
  hearings: [],
  dueOn: null,
})

const withoutDue = ({ dueOn: _, ...row }: ReturnType<typeof text>): Watch => row

describe('the watch', () => {
  const many = Array.from({ length: 130 }, (_, n) => text(n + 1, `Texte ${n + 1}`))
  const paged: Answers = {
    'watch.list': ({ words, filter, offset, limit }) => {
      const found = many.filter(
        (row) => row.title.includes(words) && (filter?.status == null || row.status === filter.status),
      )
      return { rows: found.slice(offset, offset + limit), total: found.length }
    },
    'watch.choices': () => ({ audiences: ['Communes'], ministries: ['Ministère A'] }),
    'watch.life': ({ id: wanted }) => ({
      item: withoutDue(many.find((row) => row.id === wanted) ?? text(1, 'Texte 1')),
      ...{ deadlines: [], consultations: [], links: [], linkedFrom: [], passages: [] },
      ...{ namesakes: [], matches: [] },
    }),
  }

  it('is one list, of which what is looked at is read', async () => {
    const { core, user } = show('#/veille', paged)
    expect(await screen.findByRole('rowheader', { name: 'Texte 1' })).toBeTruthy()
    expect(screen.getByRole('grid').getAttribute('aria-rowcount')).toBe('131')
    await user.click(screen.getByRole('rowheader', { name: 'Texte 1' }))
    await user.keyboard('{End}')
    expect(await screen.findByRole('row', { name: /Texte 130/, selected: true })).toBeTruthy()
    expect(core.inputsOf('watch.list').map(({ offset, limit }) => [offset, limit])).toEqual([
      [0, 60],
      [120, 60],
    ])
    await user.type(screen.getByRole('searchbox'), '12')
    await waitFor(() => expect(screen.getByRole('grid').getAttribute('aria-rowcount')).toBe('13'))
  })

  it('is narrowed and ordered by the core, and found again after a sheet', async () => {
    const { core, user } = show('#/veille', paged)
    await screen.findByRole('rowheader', { name: 'Texte 1' })
    await user.selectOptions(screen.getByRole('combobox', { name: 'Suivi' }), 'ouvert')
    await user.selectOptions(screen.getByRole('combobox', { name: 'Public' }), 'Communes')
    await user.selectOptions(screen.getByRole('combobox', { name: 'Ministère' }), 'Ministère A')
    await user.selectOptions(screen.getByRole('combobox', { name: 'Échéance' }), 'dans l’année')
    const due = screen.getByRole('columnheader', { name: 'Échéance' })
    await user.click(within(due).getByRole('button'))
    expect(due.getAttribute('aria-sort')).toBe('ascending')
    await waitFor(() =>
      expect(core.inputsOf('watch.list').at(-1)).toMatchObject({
        filter: {
          ...{ status: null, followUp: 'open', audience: 'Communes' },
          ...{ ministry: 'Ministère A', dueWithin: '365' },
        },
        sort: { by: 'due', descending: false },
        offset: 0,
      }),
    )
    window.location.hash = '#/accueil'
    await waitFor(() => expect(screen.queryByRole('grid')).toBeNull())
    window.location.hash = '#/veille'
    expect(await screen.findByRole('combobox', { name: 'Public' })).toHaveProperty('value', 'Communes')
    await user.selectOptions(screen.getByRole('combobox', { name: 'État' }), 'Publié')
    expect(await screen.findByText('Aucun texte ne correspond à ce filtre.')).toBeTruthy()
    await user.click(screen.getByRole('button', { name: 'Tout afficher' }))
    expect(await screen.findByRole('rowheader', { name: 'Texte 1' })).toBeTruthy()
  })

  it('shows the life of the chosen text, and five of its fields on demand', async () => {
    const { user } = show('#/veille', paged)
    await user.click(await screen.findByRole('rowheader', { name: 'Texte 1' }))
    const life = await screen.findByRole('complementary', { name: 'Texte 1' })
    expect(within(life).queryByRole('textbox')).toBeNull()
    screen.getByRole('row', { selected: true }).focus()
    await user.keyboard('e')
    const form = within(await screen.findByRole('complementary', { name: 'Texte 1' }))
    const rest = form.getByText('Titre court, références et autres dates').closest('details')
    expect(rest?.open).toBe(false)
    const fields = [...form.getAllByRole('combobox'), ...form.getAllByRole('textbox')]
    const atOnce = [...fields, ...form.getAllByRole('group')].filter((one) => rest?.contains(one) === false)
    expect(atOnce).toHaveLength(5)
  })

  it('narrowed, shows beside it only what it lists, be that read or not', async () => {
    const { user } = show('#/veille', {
      ...paged,
      'watch.get': () => withoutDue(text(130, 'Texte 130')),
    })
    const shown = (n: number) => screen.findByRole('complementary', { name: `Texte ${n}` })
    await user.click(await screen.findByRole('rowheader', { name: 'Texte 2' }))
    expect(await shown(2)).toBeTruthy()
    await user.type(screen.getByRole('searchbox'), 'Texte 13')
    expect(await shown(13)).toBeTruthy()
    expect(screen.queryByRole('complementary', { name: 'Texte 2' })).toBeNull()
    await user.click(screen.getByRole('rowheader', { name: 'Texte 130' }))
    await user.clear(screen.getByRole('searchbox'))
    await waitFor(() => expect(screen.getByRole('grid').getAttribute('aria-rowcount')).toBe('131'))
    expect(await shown(130)).toBeTruthy()
    // What is beyond the first page is not read: what is shown is one that is.
    await user.type(screen.getByRole('searchbox'), 'Texte')
    expect(await shown(1)).toBeTruthy()
  })

  it('reads by itself a text that is on another page', async () => {
    show(`#/veille?id=${id(120)}`, { ...paged, 'watch.get': () => withoutDue(text(120, 'Texte 120')) })
    expect(await screen.findByRole('complementary', { name: 'Texte 120' })).toBeTruthy()
    // Led to another one, from the palette or a link, while the list is there.
    window.location.hash = `#/veille?id=${id(1)}`
    expect(await screen.findByRole('complementary', { name: 'Texte 1' })).toBeTruthy()
  })

  it('takes a date typed at the keyboard, and refuses an empty title', async () => {
    const { core, user } = show(`#/veille?id=${id(1)}`, {
      ...paged,
      'watch.update': ({ patch }) => ({ ...withoutDue(text(1, 'Texte 1')), ...patch, version: 2 }) as Watch,
    })
    await user.click(await screen.findByRole('button', { name: 'Modifier la fiche' }))
    const inspector = within(await screen.findByRole('complementary', { name: 'Texte 1' }))
    await user.click(inspector.getByText('Titre court, références et autres dates'))
    const published = within(inspector.getByRole('group', { name: 'Publié le' }))
    await user.click(published.getAllByRole('spinbutton')[0] as HTMLElement)
    await user.keyboard('09112026')
    await waitFor(() =>
      expect(core.inputsOf('watch.update').at(-1)?.patch).toEqual({ publishedOn: '2026-11-09' }),
    )
    const sent = core.inputsOf('watch.update').length
    await user.clear(inspector.getByRole('textbox', { name: 'Titre' }))
    await user.tab()
    expect(core.inputsOf('watch.update')).toHaveLength(sent)
  })

  it('empty says what will be there', async () => {
    show('#/veille', { 'watch.list': () => ({ rows: [], total: 0 }) })
    expect(await screen.findByText('Aucun texte suivi')).toBeTruthy()
  })

  it('says a failure', async () => {
    show('#/veille', { 'watch.list': () => ({ failure: 'unexpected' }) })
    expect(await screen.findByRole('alert')).toBeTruthy()
  })

  it('waits with grey lines', async () => {
    show('#/veille', { 'watch.list': never })
    expect(await screen.findByRole('status', { name: 'Chargement…' })).toBeTruthy()
  })
})

describe('the settings', () => {
  const answers: Answers = {
    'settings.body': () => body,
    'settings.copies': () => ({
      choice: 'unasked',
      folderName: '',
      lastCopyAt: null,
      lastFailure: null,
      damagedBackups: 0,
    }),
    'app.info': () => ({ version: '0.1.0', platform: 'linux', electron: '45.0.0' }),
    'app.textSize': () => ({ percent: 100 }),
  }
  const sections = async () =>
    within(await screen.findByRole('navigation', { name: 'Sections des réglages' }))

  it('save the words printed on documents, and never an empty name', async () => {
    const { core, user } = show('#/reglages?id=instance', {
      ...answers,
      'settings.updateBody': ({ patch }) => ({ ...body, ...patch, version: 2 }) as Output<'settings.body'>,
    })
    const acronym = await screen.findByRole('textbox', { name: 'Sigle' })
    await user.clear(acronym)
    await user.type(acronym, 'INX{Tab}')
    await waitFor(() =>
      expect(core.inputsOf('settings.updateBody').at(-1)?.patch).toEqual({ acronym: 'INX' }),
    )
    const sent = core.inputsOf('settings.updateBody').length
    await user.clear(screen.getByRole('textbox', { name: 'Nom de l’instance' }))
    await user.tab()
    expect(core.inputsOf('settings.updateBody')).toHaveLength(sent)
  })

  it('show one section at a time, how things look on this desk first', async () => {
    const { user } = show('#/reglages', { ...answers, 'meetings.bin': () => [] })
    const list = await sections()
    const titles = list.getAllByRole('link').map(({ textContent }) => textContent)
    expect(titles[0]).toBe('Apparence')
    expect(titles).toHaveLength(23)
    expect(await screen.findByRole('region', { name: 'Apparence' })).toBeTruthy()
    await user.click(list.getByRole('link', { name: 'Nom et secrétariat' }))
    expect(await screen.findByRole('textbox', { name: 'Sigle' })).toBeTruthy()
    expect(screen.queryByRole('region', { name: 'Apparence' })).toBeNull()
    const data = within(list.getByRole('region', { name: 'Données' }))
    expect(data.getAllByRole('link').map(({ textContent }) => textContent)).toEqual(
      expect.arrayContaining(['Historique', 'Corbeille', 'Reprise de l’existant', 'Données personnelles']),
    )
    await user.click(data.getByRole('link', { name: 'Corbeille' }))
    expect(await screen.findByRole('heading', { name: 'Corbeille', level: 2 })).toBeTruthy()
    expect(list.getByRole('link', { current: 'page' }).textContent).toBe('Corbeille')
  })

  it('are found by their words, without accents, and opened by Enter', async () => {
    const { user } = show('#/reglages', { ...answers, 'settings.updateBody': () => body })
    const list = await sections()
    const field = screen.getByRole('searchbox', { name: 'Chercher un réglage' })
    await user.type(field, 'delai rel')
    expect(list.getAllByRole('link').map(({ textContent }) => textContent)).toEqual([
      'Compte renduDélai de relecture, en jours',
    ])
    await user.type(field, '{Enter}')
    expect(await screen.findByRole('textbox', { name: 'Délai de relecture, en jours' })).toBeTruthy()
    await user.clear(field)
    await user.type(field, 'xylophone')
    expect(list.getByRole('status').textContent).toMatch(/^Rien ne correspond/)
  })

  it('have one stop of the keyboard for their list, with the arrows inside', async () => {
    const { user } = show('#/reglages', answers)
    const list = await sections()
    const stops = list.getAllByRole('link').filter(({ tabIndex }) => tabIndex === 0)
    expect(stops.map(({ textContent }) => textContent)).toEqual(['Apparence'])
    stops[0]?.focus()
    await user.keyboard('{ArrowDown}{ArrowDown}{ArrowDown}')
    expect(document.activeElement?.textContent).toBe('Nom et secrétariat')
    await user.keyboard('{End}')
    expect(document.activeElement?.textContent).toBe('À propos')
  })

  it('make all text of this desk larger, a step at a time', async () => {
    let percent = 100
    const { core, user } = show('#/reglages', {
      ...answers,
      'app.textSize': () => ({ percent }),
      'app.setTextSize': (size) => {
        percent = size.percent
        return size
      },
    })
    const size = within(await screen.findByRole('group', { name: 'Taille du texte' }))
    await size.findByText('100 %')
    await user.click(size.getByRole('button', { name: 'Texte plus grand' }))
    await size.findByText('110 %')
    await user.click(size.getByRole('button', { name: 'Texte plus grand' }))
    await size.findByText('125 %')
    await user.click(size.getByRole('button', { name: /^Revenir à 100/ }))
    await size.findByText('100 %')
    expect(core.inputsOf('app.setTextSize')).toEqual([{ percent: 110 }, { percent: 125 }, { percent: 100 }])
  })

  it('choose the theme of this desk', async () => {
    const { user } = show('#/reglages', answers)
    await user.selectOptions(await screen.findByRole('combobox', { name: 'Thème' }), 'Sombre')
    expect(localStorage.getItem('theme')).toBe('sombre')
    localStorage.removeItem('theme')
  })
})
