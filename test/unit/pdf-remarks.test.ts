import { describe, expect, it } from 'vitest'
import { AppError } from '../../electron/contract/errors.ts'
import { placesText } from '../../electron/documents/text/places.ts'
import { pdfDifferences, remarkPlaces, shareIn } from '../../electron/domain/minutes/pdf-differences.ts'
import type { PdfReview } from '../../electron/domain/minutes/pdf-review.ts'
import { readRemarks } from '../../electron/imports/pdf/remarks.ts'
import { growth } from '../growth.ts'
import { type Mark, markedPdf } from './marked-pdf.ts'

const paragraphs = [
  'Compte rendu de la séance n° 12 du comité des guichets',
  'Le comité adopte le calendrier présenté par la mission et demande un bilan en mars.',
  'Les communes de moins de 3 500 habitants seront raccordées en février. Le coût reste à la charge de l’État, ce que les élus ont souhaité dès la première séance.',
  'Le comité adopte le budget présenté par la mission et demande un bilan en juin.',
]
const base = { number: '', anchor: null, isOwn: false, isWritten: true, takesMore: true }
const sent = paragraphs.map((text) => ({ ...base, text }))
const differencesOf = (own: readonly { text: string }[], review: PdfReview) =>
  pdfDifferences(
    own.map(({ text }) => ({ ...base, text })),
    review,
    {
      places: remarkPlaces(
        own.map(({ text }) => text),
        review.remarks,
      ),
      say: placesText.remarks,
    },
  )
const read = (marks: readonly Mark[]) => readRemarks({ bytes: markedPdf(paragraphs, marks) })
const asked = async (...marks: Mark[]) =>
  differencesOf(sent, await read(marks)).map(({ kind, at, before, after, comment }) => ({
    kind,
    at,
    before: before === after ? '' : before,
    after: before === after ? '' : after,
    said: comment?.text ?? '',
    quoted: comment?.quoted ?? '',
  }))
const change = { kind: 'change', said: '', quoted: '' }
const comment = { kind: 'comment', before: '', after: '' }

describe('what somebody wrote on a PDF', () => {
  it('is read with its author and its hour, and answers stand below it', async () => {
    const { remarks } = await read([
      { type: 'Highlight', on: 'un bilan', words: 'Quel bilan ?' },
      { type: 'Text', on: 'un bilan', words: 'Le bilan annuel.', author: 'Noé', to: { mark: 0, how: 'R' } },
      { type: 'Text', on: 'un bilan', author: 'Noé', state: 'Completed', to: { mark: 0, how: 'R' } },
    ])
    expect(remarks).toMatchObject([
      {
        kind: 'comment',
        author: 'Ève Martin',
        at: '2026-11-20T09:15:00.000Z',
        words: 'Quel bilan ?',
        covered: 'un bilan',
        isResolved: true,
        replies: [{ author: 'Noé', text: 'Le bilan annuel.' }],
      },
    ])
  })

  it('struck out goes, replaced is replaced, put in is put in: each at its paragraph', async () => {
    const [, first = '', second = '', third = ''] = paragraphs
    expect(
      await asked(
        { type: 'Caret', on: 'en février', words: 'en mars' },
        { type: 'StrikeOut', on: 'en février', to: { mark: 0, how: 'Group' } },
        { type: 'StrikeOut', on: 'présenté par la mission et demande un bilan en juin' },
        { type: 'Caret', on: 'adopte le calendrier', words: 'et le budget' },
      ),
    ).toEqual([
      {
        ...change,
        at: 1,
        before: first,
        after: first.replace('le calendrier', 'le calendrier et le budget'),
      },
      { ...change, at: 2, before: second, after: second.replace('en février', 'en mars') },
      {
        ...change,
        at: 3,
        before: third,
        after: 'Le comité adopte le budget.',
      },
    ])
  })

  it('is told of the very words among the same ones', async () => {
    const [, first = '', , third = ''] = paragraphs
    const strike: Mark = { type: 'StrikeOut', on: 'demande un bilan en juin' }
    expect(await asked(strike)).toEqual([
      {
        ...change,
        at: 3,
        before: third,
        after: third.replace('demande un bilan en juin', '').trim().replace(' .', '.'),
      },
    ])
    const [only] = await asked({ type: 'StrikeOut', on: 'demande un bilan en mars' })
    expect(only).toMatchObject({ at: 1, before: first })
  })

  it('leaves the spaces of the words that it does not touch', async () => {
    const own = ['La mission remet le fichier .docx ( court ) et un long rapport final, dit-elle.']
    const review = await readRemarks({ bytes: markedPdf(own, [{ type: 'StrikeOut', on: 'final' }]) })
    const [only] = differencesOf(
      own.map((text) => ({ text })),
      review,
    )
    expect(only?.after).toBe('La mission remet le fichier .docx ( court ) et un long rapport, dit-elle.')
  })

  it('beside the words is a comment of the paragraph that its line is of', async () => {
    expect(
      await asked(
        { type: 'Text', on: 'charge de l’État', words: 'À vérifier.' },
        { type: 'StrikeOut', on: 'habitants', words: 'Redondant.' },
      ),
    ).toMatchObject([
      { kind: 'change', at: 2, said: 'Redondant.', quoted: 'habitants' },
      { ...comment, at: 2, said: 'À vérifier.' },
    ])
  })

  it('without a word says nothing, and is counted', async () => {
    const { remarks, ignored } = await read([
      { type: 'Highlight', on: 'un bilan' },
      { type: 'Ink', on: 'un bilan' },
    ])
    expect(remarks).toEqual([])
    expect(ignored).toEqual([{ reason: 'mark', count: 2 }])
  })

  it('is held by paragraphs that the pages have, and by none of another paper', async () => {
    const review = await read([{ type: 'Text', on: 'un bilan', words: 'Oui.' }])
    const share = shareIn(review.lines)
    expect(share(sent, '')).toBe(1)
    const other = [{ ...base, text: 'Un tout autre texte, qui ne dit rien de ces pages.' }]
    expect(share(other, '')).toBe(0)
    expect(differencesOf(other, review)).toMatchObject([{ kind: 'comment', at: null }])
    // Short titles alone are the same everywhere: the title of the meeting says whose they are.
    const short = ['Compte', 'comité', 'mission'].map((text) => ({ ...base, text }))
    expect(share(short, 'Compte rendu de la séance n° 12')).toBe(1)
    expect(share(short, 'Compte rendu de la séance n° 13')).toBe(0)
  })

  it('stands on its own line, whatever the paragraph says before it', async () => {
    // The second line of the page begins with what the first one says too.
    const twice =
      'Le comité examine le projet de note sur les quais et prend acte de la note du 3 mai ; il demande que la note du 3 mars soit revue, et que le projet de calendrier le soit aussi.'
    const own = [{ text: twice }]
    const at = async (...marks: Mark[]) =>
      differencesOf(own, await readRemarks({ bytes: markedPdf([twice], marks) })).map(({ kind, after }) => [
        kind,
        after,
      ])
    expect(await at({ type: 'StrikeOut', on: 'la note du 3 mars' })).toEqual([
      ['change', twice.replace('que la note du 3 mars soit', 'que soit')],
    ])
    expect(await at({ type: 'Caret', on: 'et que le projet', words: 'NEUF' })).toEqual([
      ['change', twice.replace('et que le projet', 'et que le projet NEUF')],
    ])
    const lines = (await readRemarks({ bytes: markedPdf([twice], []) })).lines
    const begin = lines[1]?.split(' ').slice(0, 2).join(' ') ?? ''
    const place = (covered: string, before: string, near: string) =>
      remarkPlaces(
        [twice],
        [
          {
            kind: 'delete',
            author: '',
            at: null,
            words: '',
            covered,
            before,
            near,
            isResolved: false,
            replies: [],
          },
        ],
      )
    expect(begin).not.toBe('')
    // Of equal places none is taken: it is told beside the words.
    expect(place('la note', '', 'la note')).toEqual([{ at: 0, from: null, to: 0 }])
    const second = 'la note du 3 mars soit revue, et que'
    expect(place('la note', '', second)[0]?.from).toBe(twice.indexOf(second))
    const caret = { author: '', at: null, words: 'NEUF', covered: '', isResolved: false, replies: [] }
    const inserted = (before: string, near: string) =>
      remarkPlaces([twice], [{ kind: 'insert', ...caret, before, near }])
    const line = 'le projet de calendrier le soit aussi.'
    expect(inserted('le projet', line)[0]?.from).toBe(twice.indexOf(line) + 'le projet '.length)
  })

  it('in thousands, each over a page, is placed in a time that grows with them', async () => {
    const many = Array.from(
      { length: 120 },
      (_, at) => `Le comité ${at} adopte la mesure ${at} du calendrier présenté.`,
    )
    const page = many.slice(0, 60)
    const remark = {
      ...{ kind: 'delete' as const, author: '', at: null, words: '', before: '' },
      ...{ covered: page.join(' '), near: page.join('\n'), isResolved: false, replies: [] },
    }
    const places = (count: number) =>
      remarkPlaces(
        many,
        Array.from({ length: count }, () => remark),
      )
    expect(places(1)).toEqual([{ at: 0, from: null, to: 0 }])
    expect(await growth(places, { size: 20, times: 8 })).toBeLessThan(3)
  })

  it('past what is read is counted', async () => {
    const marks = Array.from({ length: 2003 }, (): Mark => ({ type: 'Text', on: 'un bilan', words: 'Oui.' }))
    const { remarks, ignored } = await read(marks)
    expect([remarks.length, ignored]).toEqual([2000, [{ reason: 'beyond', count: 3 }]])
  })

  it('in a file that is cut short, or made to hurt, is refused in words or read', async () => {
    const whole = markedPdf(paragraphs, [
      { type: 'Text', on: 'un bilan', words: 'Un.', to: { mark: 1, how: 'R' } },
      { type: 'Text', on: 'un bilan', words: 'Deux.', to: { mark: 0, how: 'R' } },
    ])
    await expect(readRemarks({ bytes: whole })).resolves.toBeDefined()
    for (let length = 0; length < whole.length; length += 331) {
      const found = await readRemarks({ bytes: whole.slice(0, length) }).catch((error: unknown) => error)
      if (found instanceof Error) expect(found).toBeInstanceOf(AppError)
    }
  })
})
