import { describe, expect, it } from 'vitest'
import { agendaModel } from '../../electron/documents/agenda/model.ts'
import { convocationModel } from '../../electron/documents/convocation/model.ts'
import { joinedWords } from '../../electron/documents/paper/joined-words.ts'
import { runningOrderModel } from '../../electron/documents/running-order/model.ts'
import { ofWhom } from '../../electron/domain/people/organisation-article.ts'
import { stopped } from '../../electron/domain/text/french.ts'
import { emptyFile, item } from './documents-builders.ts'

describe('words', () => {
  it('say once who presents at their own request', () => {
    const said = (requester: string) => {
      const file = {
        ...emptyFile(),
        items: [item(1, { presenter: 'Anne Roux', organisation: 'Régions en exemple', requester })],
      }
      const [row] = agendaModel(file).rows
      const order = runningOrderModel(file, { asked: [], asks: [], positions: [], awaited: [] })
      const letter = convocationModel(file, { date: '2026-11-01', replyBy: null })
      return [row?.presenter, letter.points[0]?.detail, order.rows[0]?.about.join(', ')]
    }
    const once = 'Anne Roux, Régions en exemple'
    expect(said('Régions en exemple')).toEqual([once, once, once])
    const twice = `${once}, à la demande du Réseau des villes`
    expect(said('Réseau des villes')).toEqual([twice, twice, twice])
  })

  it('are joined where no line may end, and nowhere where they would not fit a column', () => {
    const joined = (words: string, people: { givenName: string; familyName: string }[] = []) =>
      joinedWords([words], { carries: { people } })[0]?.replaceAll('\u00a0', '~')
    expect(joined('la séance n° 11 de M. Orsel et H. Marchetti')).toBe(
      'la séance~n°~11 de M.~Orsel et H.~Marchetti',
    )
    expect(joined('M. de Vaux, Mme d’Orval et M. de la Tour : N° 12, n° D-2026-01')).toBe(
      'M.~de Vaux, Mme~d’Orval et M.~de la Tour : N°~12, n°~D-2026-01',
    )
    expect(joined('Anne Roux et Anne Rouxel', [{ givenName: 'Anne', familyName: 'Roux' }])).toBe(
      'Anne~Roux et Anne Rouxel',
    )
    expect(
      joined('Anne Roux (à distance, arrivée à 14 h 30, départ à 16 h), Léa Sarlat (par Anne Roux)'),
    ).toBe('Anne Roux (à~distance, arrivée~à~14 h 30, départ~à~16 h), Léa Sarlat (par~Anne Roux)')
    const long = { givenName: 'Ève', familyName: 'de la Rochefoucauld-Grandmaison' }
    expect(joined('Ève de la Rochefoucauld-Grandmaison', [long])).toBe('Ève de la Rochefoucauld-Grandmaison')
    expect(joinedWords({ href: 'https://exemple.invalid/M. Orsel' }, null).href).toBe(
      'https://exemple.invalid/M. Orsel',
    )
  })

  it.each([
    ['Réseau des villes', 'du Réseau des villes'],
    ['Régions de France', 'de Régions de France'],
    ['Direction des échanges', 'de la Direction des échanges'],
    ['Association des communes', 'de l’Association des communes'],
    ['Les éditeurs', 'des éditeurs'],
    ['Le Conseil', 'du Conseil'],
    ["L'Agence", 'de l’Agence'],
    ['La Poste', 'de la Poste'],
    ['Étienne Roux', 'd’Étienne Roux'],
    ['AMF', 'de l’AMF'],
    ['DGX, bureau A', 'de DGX, bureau A'],
    ['Camille', 'de Camille'],
    ['Lea Roux', 'de Lea Roux'],
    ['', 'de '],
  ])('of %s', (who, words) => {
    expect(ofWhom(who)).toBe(words)
  })

  it('end with one stop', () => {
    expect(['X', 'S.A.', 'Fin ?', 'Suite…'].map(stopped)).toEqual(['X.', 'S.A.', 'Fin ?', 'Suite…'])
  })
})
