// The titles that people write over their lists, each over the same list.
import { describe, expect, it } from 'vitest'
import type { SourceBlock } from '../../electron/domain/agenda/source-block.ts'
import { emptyReading } from '../../electron/imports/readers/reading.ts'
import { understand } from '../../electron/imports/understanding/understand.ts'

const heading = (text: string, level = 2): SourceBlock => ({ type: 'heading', level, text })
const bullet = (text: string): SourceBlock => ({ type: 'listItem', level: 0, marker: '•', text })
const words = (text: string): SourceBlock => ({ type: 'paragraph', text })

const head = [heading('Compte rendu de réunion', 1), words('Réunion du 12 mai 2026')]
const crew = [heading('Présents'), bullet('Odile Vasseur'), bullet('Paul Marin')]
const text = [heading('Budget'), words('On parle du budget.'), heading('Quais'), words('On parle des quais.')]
const read = (...blocks: SourceBlock[]) => understand({ ...emptyReading(), blocks }, '2026-11-29')

describe('names under', () => {
  it.each(['Équipe présente', 'Ont participé', 'Liste de présence', 'Membres du groupe'])('%s', (title) => {
    const { participants } = read(
      ...head,
      heading(title),
      bullet('Odile Vasseur'),
      bullet('Paul Marin'),
      ...text,
    )
    expect(participants.map(({ familyName }) => familyName)).toEqual(['Vasseur', 'Marin'])
  })
})

describe('names in', () => {
  it.each([
    'La séance est ouverte à 18h30 en présence de Odile Vasseur, Luc Bon et Paul Marin.',
    'Sont présents Odile Vasseur, Luc Bon et Paul Marin.',
    'Participaient à la réunion : Odile Vasseur, Luc Bon et Paul Marin',
    'Personnes présentes : 3 (Odile Vasseur, Luc Bon, Paul Marin)',
  ])('%s', (line) => {
    const { participants } = read(...head, words(line), ...text)
    expect(participants.map(({ familyName, attendance }) => [familyName, attendance])).toEqual([
      ['Vasseur', 'present'],
      ['Bon', 'present'],
      ['Marin', 'present'],
    ])
  })
})

describe('what stands in brackets behind a name', () => {
  it.each([
    ['OV', null, null, 'present'],
    ['arrivée à 19h', null, null, 'present'],
    ['Zoom', null, null, 'visio'],
    ['fabmanager', null, 'fabmanager', 'present'],
    ['mairie de Quai-le-Haut', 'mairie de Quai-le-Haut', null, 'present'],
    ['DGX', 'DGX', null, 'present'],
  ])('%s', (said, organisation, role, attendance) => {
    const list = [heading('Présents'), bullet(`Odile Vasseur (${said})`), bullet('Paul Marin')]
    expect(read(...head, ...list, ...text).participants[0]).toMatchObject({ organisation, role, attendance })
  })
})

it.each(['La séance est ouverte à 18h30.', 'La réunion a commencé à 18h30'])('%s', (line) => {
  expect(read(...head, ...crew, words(line), ...text).meeting.startTime).toBe('18:30')
})

it('takes the year of a day from the same day beside it', () => {
  const { meeting } = read(heading('Réunion du 30 septembre', 1), words('2025-09-30'), ...crew, ...text)
  expect(meeting.date).toBe('2025-09-30')
})

it('reads a subject once that minutes list and say again over their text, numbered or not', () => {
  const list = [heading('Ordre du jour'), bullet('Budget'), bullet('Quais')]
  expect(read(...head, ...crew, ...list, ...text).items.map(({ title }) => title)).toEqual([
    'Budget',
    'Quais',
  ])
})

describe('subjects under', () => {
  it.each(['Thèmes abordés', 'Points discutés', 'But de la réunion', 'Sommaire', 'Les sujets'])(
    '%s',
    (title) => {
      const { items } = read(
        ...head,
        ...crew,
        heading(title),
        bullet('Budget'),
        bullet('Quais'),
        bullet('Grue'),
        ...text,
      )
      expect(items.map((item) => item.title)).toEqual(['Budget', 'Quais', 'Grue'])
    },
  )
})

describe('what is to be done under', () => {
  it.each([
    '4 To do list',
    'To-do-list',
    'Répartition des tâches',
    'Travail à faire',
    'Objectifs pour la prochaine réunion',
    'Pour la prochaine fois',
  ])('%s', (title) => {
    const list = [bullet('Finir le rapport (Odile)'), bullet('Paul Marin : relire le code')]
    const { actions } = read(...head, ...crew, ...text, heading(title), ...list)
    expect(actions.map(({ owner, text: what }) => [owner, what])).toEqual([
      ['Odile', 'Finir le rapport'],
      ['Paul Marin', 'relire le code'],
    ])
  })

  it('is no title where it is the subject of the meeting', () => {
    expect(read(...head, ...crew, heading('Objectifs'), bullet('Louer la grue'), ...text).actions).toEqual([])
  })
})

describe('what was decided under', () => {
  it.each(['Décisions de la réunion', 'Résolutions', 'Choix retenus'])('%s', (title) => {
    const { decisions } = read(...head, ...crew, ...text, heading(title), bullet('La grue est louée.'))
    expect(decisions.map((one) => one.text)).toEqual(['La grue est louée.'])
  })
})

it.each(['Prochain RDV : 20 mai 2026', 'Réunion suivante : 20 mai 2026'])('%s', (line) => {
  expect(read(...head, ...crew, ...text, words(line)).nextMeeting?.date).toBe('2026-05-20')
})

it('offers a long list that nothing announces, and takes it not', () => {
  const many = Array.from({ length: 30 }, (_, at) => [heading(`Sujet ${at}`), words('On en parle un peu.')])
  const draft = read(...head, ...crew, ...many.flat())
  expect(draft.items).toEqual([])
  expect(draft.otherItems?.length).toBe(30)
})
