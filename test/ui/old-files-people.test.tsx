import { screen, within } from '@testing-library/react'
import { describe, expect, it } from 'vitest'
import type { Output } from '../../electron/contract/index.ts'
import { oldFilesText } from '../../renderer/text/old-files.ts'
import { oldFilesPeopleText as text } from '../../renderer/text/old-files-people.ts'
import type { Answers } from './fake-core.ts'
import { groups } from './old-files-sample.ts'
import { plain } from './plain.ts'
import { id } from './sample.ts'
import { show } from './show.tsx'

const address = '#/seances/reprise'

const nobody = { standing: 'new' as const, personId: null, isSure: false, candidates: [] }
const part = (key: string, organisation: string) => ({
  ...{ key, organisation, meetings: 2 },
  organisationKey: organisation === '' ? null : organisation.toLowerCase(),
})
const met = (key: string, givenName: string, familyName: string, bodies: readonly string[]) => ({
  ...{ key, givenName, familyName, also: [], role: '', meetings: 4, first: '2023-03-09', last: '2025-06-12' },
  parts: bodies.map((body, at) => part(`${key}#${at}`, body)),
  match: nobody,
})
const people: Output<'oldFiles.people'> = {
  persons: [
    met('quercy|odon', 'Odon', 'Quercy', ['FCE', 'OPN']),
    {
      ...met('aubin|lise', 'Lise', 'Aubin', ['OPN']),
      match: { ...nobody, standing: 'like', candidates: [id(70)] },
    },
    { ...met('malaval|nadege', 'Nadège', 'Malaval', ['OPN']), also: ['N. Malaval'] },
    met('issoire|quitterie', 'Quitterie', 'Issoire', ['']),
    {
      ...met('dubreuil|anne', 'Anne', 'Dubreuil', ['']),
      match: { standing: 'matched', personId: id(71), isSure: true, candidates: [id(71)] },
    },
  ],
  organisations: ['OPN', 'FCE'].map((name) => ({
    ...{ key: name.toLowerCase(), name, also: [], people: 2 },
    match: { standing: 'new' as const, organisationId: null, candidates: [] },
  })),
}
const entry = (n: number, givenName: string, familyName: string) => ({
  ...{
    id: id(n),
    version: 1,
    civility: '' as const,
    givenName,
    familyName,
    jobTitle: '',
    organisationId: null,
  },
  ...{ email: '', phone: '', copyEmails: '', otherNames: '', protocolOrder: n },
})
const answers: Answers = {
  'oldFiles.list': () => ({ groups: [...groups], source: { name: 'archives', isRead: true } }),
  'oldFiles.people': () => people,
  'oldFiles.takePeople': () => ({ persons: 3, organisations: 1, lines: 16, isStopped: false }),
  'directory.list': () => ({
    ...{ colleges: [], organisations: [], mandates: [], formerNames: [] },
    persons: [entry(70, 'Élise', 'Aubin'), entry(71, 'Anne', 'Dubreuil')],
  }),
  'series.list': () => [],
}

async function open(user: ReturnType<typeof show>['user']) {
  await screen.findByText(plain(text.found(5)))
  await user.click(screen.getByRole('button', { name: text.look }))
  return within(await screen.findByRole('region', { name: text.title }))
}

describe('the people of old files', () => {
  it('can be put off, and are found again from the list', async () => {
    const { user } = show(address, answers)
    await screen.findByText(plain(text.found(5)))
    await user.click(screen.getByRole('button', { name: text.later }))
    expect(screen.queryByText(plain(text.found(5)))).toBeNull()
    await user.click(screen.getByRole('button', { name: text.lookAt(5) }))
    await screen.findByRole('region', { name: text.title })
    await user.click(screen.getByRole('button', { name: text.back }))
    expect(await screen.findByRole('grid', { name: oldFilesText.list })).toBeTruthy()
  })

  it('are not spoken of when there are none', async () => {
    show(address, { ...answers, 'oldFiles.people': () => ({ persons: [], organisations: [] }) })
    await screen.findByRole('grid', { name: oldFilesText.list })
    expect(screen.queryByRole('button', { name: text.look })).toBeNull()
  })

  it('are ticked when new or known; of homonyms nobody is chosen', async () => {
    const { core, user } = show(address, answers)
    const pane = await open(user)
    const who = (name: string) => pane.getByLabelText<HTMLSelectElement>(plain(text.whoIs(name)))
    expect([who('Odon Quercy').value, who('Lise Aubin').value]).toEqual(['written', 'written'])
    expect(pane.getByText(/aussi écrit.*N\. Malaval/u)).toBeTruthy()
    await user.click(pane.getByRole('button', { name: text.take(2, 1) }))
    const [sent] = core.inputsOf('oldFiles.takePeople')
    expect(sent?.organisations).toMatchObject([{ name: 'OPN' }])
    expect(sent?.people).toMatchObject([
      {
        key: 'malaval|nadege',
        entry: { type: 'new', person: { familyName: 'Malaval', organisationId: sent?.organisations[0]?.id } },
      },
      { key: 'issoire|quitterie', entry: { type: 'new', person: { organisationId: null } } },
      { key: 'dubreuil|anne', entry: { type: 'known', id: id(71) } },
    ])
    expect(
      await screen.findAllByText(plain(text.taken({ persons: 3, organisations: 1, lines: 16 }))),
    ).not.toEqual([])
  })

  it('are sent as answered: two of one name, one who is known, none that was unticked', async () => {
    const { core, user } = show(address, answers)
    const pane = await open(user)
    await user.selectOptions(pane.getByLabelText(plain(text.whoIs('Odon Quercy'))), 'each')
    await user.selectOptions(pane.getByLabelText(plain(text.whoIs('Lise Aubin'))), `is:${id(70)}`)
    await user.click(pane.getByRole('button', { name: text.none }))
    await user.click(pane.getByRole('checkbox', { name: 'FCE' }))
    await user.click(pane.getByRole('button', { name: text.take(2, 1) }))
    const [sent] = core.inputsOf('oldFiles.takePeople')
    expect(sent?.organisations).toMatchObject([{ name: 'OPN' }])
    expect(sent?.people).toMatchObject([
      { key: 'quercy|odon#0', entry: { type: 'new', person: { organisationId: null } } },
      {
        key: 'quercy|odon#1',
        entry: { type: 'new', person: { organisationId: sent?.organisations[0]?.id } },
      },
      { key: 'aubin|lise', entry: { type: 'known', id: id(70) } },
      { key: 'dubreuil|anne', entry: { type: 'known', id: id(71) } },
    ])
  })

  it('are said with the months in which they were met', () => {
    expect(text.met(2, '2013-04-11', '2013-09-12')).toContain(', d’avril 2013 à septembre 2013')
    expect(text.met(2, '2013-03-14', '2013-08-12')).toContain(', de mars 2013 à août 2013')
  })

  it('one whose name is not whole may be another of the list, and nothing is said of homonyms', async () => {
    const { core, user } = show(address, {
      ...answers,
      'oldFiles.people': () => ({
        persons: [
          met('fourcroy|', '', 'Fourcroy', ['OPN']),
          met('fourcroy|ombeline', 'Ombeline', 'Fourcroy', ['FCE']),
        ],
        organisations: [],
      }),
    })
    await screen.findByText(plain(text.found(2)))
    await user.click(screen.getByRole('button', { name: text.look }))
    const pane = within(await screen.findByRole('region', { name: text.title }))
    expect(pane.getByText(plain(text.askedHint))).toBeTruthy()
    expect(pane.queryByText(plain(text.severalHint))).toBeNull()
    const who = () => pane.getByLabelText<HTMLSelectElement>(plain(text.whoIs('Fourcroy')))
    const offered = () => [...who().options].map(({ label }) => label)
    await user.selectOptions(who(), text.is('Ombeline Fourcroy'))
    // Nobody is the same as somebody who is not added, and the choice shows it.
    await user.click(pane.getByRole('checkbox', { name: 'Ombeline Fourcroy' }))
    expect(offered()).not.toContain(text.is('Ombeline Fourcroy'))
    expect(who().value).toBe('written')
    await user.click(pane.getByRole('checkbox', { name: 'Ombeline Fourcroy' }))
    expect(who().selectedOptions[0]?.label).toBe(text.is('Ombeline Fourcroy'))
    await user.click(pane.getByRole('button', { name: text.take(1, 0) }))
    const [sent] = core.inputsOf('oldFiles.takePeople')
    const added = sent?.people.flatMap(({ entry }) => (entry.type === 'new' ? entry.person.id : []))
    expect(added).toHaveLength(1)
    expect(sent?.people).toMatchObject([
      { key: 'fourcroy|', entry: { type: 'known', id: added?.[0] } },
      { key: 'fourcroy|ombeline', entry: { type: 'new' } },
    ])
  })

  it('keep their answers over a look at the list, and after an undo; other candidates are another question', async () => {
    let offered = people
    const { core, user } = show(address, { ...answers, 'oldFiles.people': () => offered })
    const who = (pane: Awaited<ReturnType<typeof open>>) =>
      pane.getByLabelText<HTMLSelectElement>(plain(text.whoIs('Odon Quercy')))
    const pane = await open(user)
    await user.selectOptions(who(pane), 'each')
    await user.click(pane.getByRole('checkbox', { name: 'Quitterie Issoire' }))
    await user.click(pane.getByRole('button', { name: text.back }))
    const again = async (to: typeof people) => {
      offered = to
      core.emit({ topic: 'changed', reads: 'all', later: [] })
      await user.click(await screen.findByRole('button', { name: text.lookAt(to.persons.length) }))
      return within(await screen.findByRole('region', { name: text.title }))
    }
    const kept = await again(people)
    expect(who(kept).value).toBe('each')
    expect(kept.getByRole<HTMLInputElement>('checkbox', { name: 'Quitterie Issoire' }).checked).toBe(false)
    await user.click(kept.getByRole('button', { name: text.take(3, 2) }))
    await screen.findAllByText(plain(text.taken({ persons: 3, organisations: 1, lines: 16 })))
    // Taken in: the name now has two entries, and is asked about anew.
    const [first, ...others] = people.persons
    if (first === undefined) throw new Error('nobody')
    const two = { ...nobody, standing: 'like' as const, candidates: [id(70), id(71)] }
    const anew = await again({ ...people, persons: [{ ...first, match: two }, ...others.slice(0, 1)] })
    expect(who(anew).value).toBe('written')
    await user.click(anew.getByRole('button', { name: text.back }))
    // Undone: the question is the old one again, and so is the answer.
    expect(who(await again(people)).value).toBe('each')
  })

  it('nothing ticked, nothing to send', async () => {
    const { core, user } = show(address, answers)
    const pane = await open(user)
    await user.click(pane.getByRole('button', { name: text.none }))
    await user.click(pane.getByRole('checkbox', { name: /Anne Dubreuil/u }))
    const act = pane.getByRole('button', { name: text.take(0, 0) })
    expect(act.title).toBe(text.nothing)
    await user.click(act)
    expect(core.inputsOf('oldFiles.takePeople')).toEqual([])
  })
})
