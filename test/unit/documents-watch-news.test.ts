import { describe, expect, it } from 'vitest'
import { watchBulletinModel } from '../../electron/documents/watch-bulletin/model.ts'
import { id } from './documents-builders.ts'
import { bulletinFile, november, watchItem } from './documents-outside-meetings.ts'

describe('a row of the short bulletin', () => {
  const deadline = { id: id(9000), version: 1, watchItemId: id(8001) }
  const short = (items: Parameters<typeof bulletinFile>[0]) =>
    watchBulletinModel(bulletinFile(items, november, 'news'))

  it('says what a text changes unless it was published before the period', () => {
    const linesOf = (publishedOn: string | null) =>
      short([watchItem(1, { publishedOn, appliesOn: '2027-01-01', consequences: 'Un registre.' })]).news[0]
        ?.rows[0]?.lines
    const told = ['Un registre.']
    expect([null, '2026-11-01', '2026-10-31'].map(linesOf)).toEqual([told, told, []])
  })

  it('tells a deadline to its own public, with its threshold', () => {
    const { news } = short([
      watchItem(1, {
        publishedOn: '2026-03-02',
        audience: 'Toutes les collectivités',
        deadlines: [
          {
            ...deadline,
            date: '2027-01-01',
            audience: 'Communes',
            threshold: 'plus de 3 500 habitants',
            label: 'désigner un référent',
          },
          { ...deadline, date: '2027-06-01', audience: 'Départements', threshold: '', label: '' },
        ],
      }),
    ])
    expect(news.map(({ heading, rows }) => [heading, rows[0]?.when])).toEqual([
      ['Communes', ['Désigner un référent le\u00a01er\u00a0janv.\u00a02027 (plus de 3\u202f500 habitants)']],
    ])
  })

  it('counts what came out in the period and is due soon as both, but for the day after', () => {
    const { facts } = short([
      watchItem(1, { nature: 'arrete', publishedOn: '2026-11-28', inForceOn: '2027-01-01' }),
      watchItem(2, { publishedOn: '2026-11-20', inForceOn: '2026-11-21' }),
      watchItem(3, { publishedOn: '2026-11-20', appliesOn: '2027-03-01' }),
    ])
    expect(facts.map(({ value }) => value.replaceAll('\u00a0', ' '))).toEqual([
      '3 textes : 2 décrets, 1 arrêté',
      '1 texte à échéance d’ici au 31 janvier 2027, parmi les parus : 1 arrêté',
    ])
  })

  it('is counted in the head, which counts nothing that is not inside', () => {
    const { facts } = short([
      watchItem(1, { publishedOn: '2026-11-02', followUp: 'toPresent' }),
      watchItem(2, { publishedOn: '2026-03-02', appliesOn: '2027-01-01' }),
      // Told by the whole bulletin alone.
      watchItem(3, { publishedOn: '2026-03-02', appliesOn: '2027-04-01', followUp: 'toPresent' }),
      watchItem(4, { publishedOn: null, status: 'draft', followUp: 'toPresent' }),
    ])
    expect(facts.map(({ label, value }) => `${label} ${value}`.replaceAll('\u00a0', ' '))).toEqual([
      'Parus 1 texte : 1 décret',
      'Échéances 1 texte à échéance d’ici au 31 janvier 2027 : 1 décret',
      'À présenter 1 texte',
    ])
  })
})
