import { describe, expect, it } from 'vitest'
import { AppError } from '../../electron/contract/errors.ts'
import { placesText } from '../../electron/documents/text/places.ts'
import { pdfDifferences } from '../../electron/domain/minutes/pdf-differences.ts'
import { readRemarks } from '../../electron/imports/pdf/remarks.ts'
import { type Mark, markedPdf } from './marked-pdf.ts'

const paragraphs = [
  'Compte rendu de la séance n° 12 du comité des guichets',
  'Le comité adopte le calendrier présenté par la mission et demande un bilan en mars.',
  'Les communes de moins de 3 500 habitants seront raccordées en février. Le coût reste à la charge de l’État, ce que les élus ont souhaité dès la première séance.',
  'Le comité adopte le budget présenté par la mission et demande un bilan en juin.',
]
const sent = paragraphs.map((text) => ({
  text,
  anchor: null,
  isOwn: false,
  isWritten: true,
  takesMore: true,
}))
const read = (marks: readonly Mark[]) => readRemarks({ bytes: markedPdf(paragraphs, marks) })
const asked = async (...marks: Mark[]) =>
  pdfDifferences(sent, await read(marks), placesText.remarks).differences.map(
    ({ kind, at, before, after, comment }) => ({
      kind,
      at,
      before: before === after ? '' : before,
      after: before === after ? '' : after,
      said: comment?.text ?? '',
      quoted: comment?.quoted ?? '',
    }),
  )
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
    const [only] = pdfDifferences(
      own.map((text) => ({ text, anchor: null, isOwn: false, isWritten: true, takesMore: true })),
      review,
      placesText.remarks,
    ).differences
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
    expect(pdfDifferences(sent, review, placesText.remarks).share).toBe(1)
    const other = [{ ...sent[0], text: 'Un tout autre texte, qui ne dit rien de ces pages.' }]
    const stranger = pdfDifferences(other as typeof sent, review, placesText.remarks)
    expect(stranger.share).toBe(0)
    expect(stranger.differences).toMatchObject([{ kind: 'comment', at: null }])
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
