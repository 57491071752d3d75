// What people write in a Word file beside tracked changes, and when.
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import { reviewDifferences } from '../../electron/domain/minutes/review-differences.ts'
import { by, delMark, ins, insMark, p, r, read } from './word-parts.ts'

/** A paragraph of the text that was sent, which people wrote. */
const written = (text: string) => ({
  text,
  number: '',
  anchor: null,
  isOwn: false,
  isWritten: true,
  takesMore: true,
})

describe('words struck through by hand', () => {
  it('are told beside the paragraph, which stays as it was', () => {
    const review = read(
      p(r('Le plan ') + r('provisoire ', '<w:strike/>') + r('est  adopté .', '<w:strike w:val="0"/>')),
    )
    expect(review.isTracked).toBe(false)
    expect(review.paragraphs).toMatchObject([
      {
        before: 'Le plan provisoire est  adopté .',
        after: 'Le plan provisoire est  adopté .',
        changes: [],
        struck: { words: 'provisoire ', without: 'Le plan est  adopté .' },
      },
    ])
  })
})

describe('the day and the hour of a change', () => {
  // At a desk whose clock is that of no zero: elsewhere the Z behind a clock cannot be told from one that is meant.
  beforeEach(() => {
    vi.stubEnv('TZ', 'Europe/Paris')
    expect(new Date(2026, 10, 20, 23, 30).toISOString()).toBe('2026-11-20T22:30:00.000Z')
  })
  afterEach(() => {
    vi.unstubAllEnvs()
  })

  const at = (attributes: string, isGoogle = false) =>
    read(p(`${r('Un ')}<w:ins w:author="a" ${attributes}>${r('mot')}</w:ins>`), { isGoogle }).paragraphs[0]
      ?.changes[0]?.at

  it('are those of the desk that wrote them: the Z behind the clock says nothing', () => {
    expect(at('w:date="2026-11-20T23:30:00Z"')).toBe('2026-11-20T22:30:00.000Z')
  })

  it('are those of the desk in Strict Open XML too', () => {
    const body = p(`${r('Un ')}<w:ins w:author="a" w:date="2026-11-20T23:30:00Z">${r('mot')}</w:ins>`)
    const [paragraph] = read(body, { isStrict: true }).paragraphs
    expect(paragraph?.changes[0]?.at).toBe('2026-11-20T22:30:00.000Z')
  })

  it('are exact where the file says so', () => {
    expect(at('w:date="2026-11-20T23:30:00Z" w16du:dateUtc="2026-11-20T22:30:00Z"')).toBe(
      '2026-11-20T22:30:00.000Z',
    )
    expect(at('w:date="2026-11-20T23:30:00+01:00"')).toBe('2026-11-20T22:30:00.000Z')
    expect(at('w:date="2026-11-20T22:30:12Z"', true)).toBe('2026-11-20T22:30:12.000Z')
  })

  it('are those of the clock where the instant beside it is another’s', () => {
    expect(at('w:date="2026-11-20T23:30:00Z" w16du:dateUtc="2027-02-03T08:00:00Z"')).toBe(
      '2026-11-20T22:30:00.000Z',
    )
    expect(at('w16du:dateUtc="2027-02-03T08:00:00Z"')).toBe('2027-02-03T08:00:00.000Z')
    expect(at('w:date="2026-11-20T23:30:00Z" w16du:dateUtc="2027"', true)).toBe('2026-11-20T23:30:00.000Z')
  })

  it('are not invented', () => {
    expect(at('')).toBeNull()
    expect(at('w:date="hier"')).toBeNull()
  })
})

describe('what is asked of the text that was sent', () => {
  const differences = (sent: readonly string[], body: string) =>
    reviewDifferences(sent.map(written), read(body)).differences.map(
      ({ at, before, after, author, struck }) => ({ at, before, after, author, struck }),
    )
  const sent = ['Le premier paragraphe dit ceci.', 'Le second paragraphe dit cela. Et encore cela.']

  it('by a paragraph that is parted is one thing', () => {
    const parted =
      p(r('Le premier paragraphe dit ceci.')) +
      p(r('Le second paragraphe dit cela. '), insMark()) +
      p(r('Et encore cela.'))
    expect(differences(sent, parted)).toEqual([
      {
        at: 1,
        before: 'Le second paragraphe dit cela. Et encore cela.',
        after: 'Le second paragraphe dit cela.\n\nEt encore cela.',
        author: 'Ève',
        struck: null,
      },
    ])
  })

  it('by two paragraphs that are joined is one thing, and neither is missing', () => {
    const one =
      p(r('Le premier paragraphe dit ceci.'), delMark()) +
      p(r('Le second paragraphe dit cela. Et encore cela.'))
    expect(differences(sent, one)).toEqual([
      {
        at: 0,
        before: sent.join('\n\n'),
        after: sent.join(''),
        author: 'Ève',
        struck: null,
      },
    ])
  })

  it('by one put in behind two that are joined stands behind the second', () => {
    const body =
      p(r('Le premier paragraphe dit ceci.'), delMark()) +
      p(r('Le second paragraphe dit cela. Et encore cela.')) +
      p(ins('Un troisième paragraphe, tout neuf.'), insMark()) +
      p('')
    expect(differences(sent, body)).toMatchObject([
      { at: 0, before: sent.join('\n\n') },
      { at: 1, before: '', after: 'Un troisième paragraphe, tout neuf.' },
    ])
  })

  it('by words struck through by hand is a question', () => {
    const body =
      p(r('Le premier paragraphe dit ceci.')) +
      p(r('Le second paragraphe dit cela. ') + r('Et encore cela.', '<w:strike/>'))
    expect(differences(sent, body)).toEqual([
      {
        at: 1,
        before: 'Le second paragraphe dit cela. Et encore cela.',
        after: 'Le second paragraphe dit cela.',
        author: '',
        struck: 'Et encore cela.',
      },
    ])
  })

  const struckIn = (words: string) => `<w:ins ${by('Ève')}>${r(words, '<w:strike/>')}</w:ins>`
  const asked = (body: string) =>
    differences(sent, body).map(({ at, before, after, struck }) => [at, before, after, struck])
  const [first = '', second = ''] = sent

  it('by striking what somebody else put in is a question of its own', () => {
    const whole = `${first} Et voilà.`
    expect(asked(p(r(first) + struckIn(' Et voilà.')) + p(r(second)))).toEqual([
      [0, first, whole, null],
      [0, whole, first, ' Et voilà.'],
    ])
  })

  it('by striking words of a paragraph that is new is a question, tracked or not', () => {
    const words = 'Un troisième paragraphe.'
    expect(asked(p(r(first), insMark()) + p(struckIn(words)) + p(r(second)))).toEqual([
      [0, '', words, null],
      [0, words, '', words],
    ])
    expect(
      asked(p(r(first)) + p(r('Un troisième ') + r('paragraphe.', '<w:strike/>')) + p(r(second))),
    ).toEqual([
      [0, '', words, null],
      [0, words, 'Un troisième', 'paragraphe.'],
    ])
  })

  it('by striking words of a paragraph that was moved is a question', () => {
    const moved = (side: 'From' | 'To', inner: string) =>
      `<w:move${side}RangeStart w:id="7" w:name="m"/>${p(`<w:move${side} ${by('Ève')}>${inner}</w:move${side}>`, `<w:move${side} ${by('Ève')}/>`)}<w:move${side}RangeEnd w:id="7"/>`
    expect(asked(moved('From', r(first)) + p(r(second)) + moved('To', r(first, '<w:strike/>')))).toEqual([
      [0, first, first, null],
      [0, first, '', first],
    ])
  })

  it('by moves that no range names is told apart by their words', () => {
    const texts = [first, second, 'Le troisième ne dit rien.', 'Le dernier non plus, à vrai dire.']
    const [, , third = '', last = ''] = texts
    const end = (side: 'From' | 'To', words: string) =>
      p(`<w:move${side} ${by('Ève')}>${r(words)}</w:move${side}>`, `<w:move${side} ${by('Ève')}/>`)
    const review = read(
      end('From', first) +
        p(r(second)) +
        end('To', third) +
        end('From', third) +
        p(r(last)) +
        end('To', first),
    )
    const found = reviewDifferences(texts.map(written), review).differences
    expect(found.map(({ kind, before, moved }) => [kind, before, moved?.texts, moved?.after])).toEqual([
      ['move', first, [first], 3],
      ['move', third, [third], 1],
    ])
  })

  it('by what is tracked in a paragraph that was moved without tracking is told', () => {
    const third = 'Le dernier paragraphe ne dit plus rien du tout.'
    const body = p(r(second)) + p(r(third)) + p(r(first.slice(0, -1)) + ins(' et plus') + r('.'))
    const found = reviewDifferences([first, second, third].map(written), read(body)).differences
    expect(found.map(({ kind, after }) => [kind, after])).toContainEqual([
      'change',
      'Le premier paragraphe dit ceci et plus.',
    ])
    expect(found.filter(({ kind }) => kind === 'move')).toHaveLength(1)
  })

  it('by a paragraph that was put in behind people’s words is told, though others are tracked', () => {
    const told = (own: string) => {
      const heading = (words: string) => `<w:p><w:pPr><w:outlineLvl w:val="0"/></w:pPr>${r(words)}</w:p>`
      const texts = ['Échanges', first, 'Issue', second]
      const review = read(
        heading('Échanges') + p(r(first)) + own + heading('Issue') + p(r(second) + ins(' Et voilà.')),
      )
      return reviewDifferences(
        texts.map((text) => ({
          text,
          number: '',
          anchor: null,
          isOwn: false,
          isWritten: text !== 'Échanges' && text !== 'Issue',
          takesMore: true,
        })),
        review,
      )
    }
    const words = 'Une phrase que personne ne suivait.'
    const { differences: all, ignored } = told(p(r(words)))
    expect(all.map(({ at, before, after }) => [at, before, after])).toContainEqual([1, '', words])
    expect(ignored).toEqual([])
    const named = told(`<w:p><w:bookmarkStart w:id="1" w:name="point_1_vide"/>${r(words)}</w:p>`)
    expect(named.ignored).toEqual([{ reason: 'own', count: 1 }])
  })
})
