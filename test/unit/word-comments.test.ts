// Comments of a Word file: what they say, who answered, and which words they are about.
import { describe, expect, it } from 'vitest'
import type { WordReview } from '../../electron/domain/minutes/word-review.ts'
import { del, delMark, ins, insMark, namespaces, p, part, r, read, tc, tr } from './word-parts.ts'

describe('comments', () => {
  const comment = (id: number, author: string, words: string, paraId: string) =>
    `<w:comment w:id="${id}" w:author="${author}" w:date="2026-11-20T10:00:00Z"><w:p w14:paraId="${paraId}">${words}</w:p></w:comment>`
  const on = (id: number, inner: string) =>
    `<w:commentRangeStart w:id="${id}"/>${inner}<w:commentRangeEnd w:id="${id}"/><w:r><w:commentReference w:id="${id}"/></w:r>`
  const kinds = {
    commentsExtended: 'commentsExtended',
    commentsIds: 'commentsIds',
    commentsExtensible: 'commentsExtensible',
  }

  it('keep their answers, whether they are closed, and their true hour', () => {
    const parts = {
      comments: part(
        'comments',
        comment(0, 'Ève', r('À revoir.'), '0000000A') +
          comment(1, 'Noé', r('Oui ') + del('non ') + ins('certes.'), '0000000B') +
          comment(2, 'Ève', r('Merci.'), '0000000C'),
      ),
      commentsExtended: `<w15:commentsEx ${namespaces}><w15:commentEx w15:paraId="0000000A" w15:done="1"/><w15:commentEx w15:paraId="0000000B" w15:paraIdParent="0000000A" w15:done="0"/><w15:commentEx w15:paraId="0000000C" w15:paraIdParent="0000000B" w15:done="0"/></w15:commentsEx>`,
      commentsIds: `<w16cid:commentsIds ${namespaces}><w16cid:commentId w16cid:paraId="0000000A" w16cid:durableId="0D"/></w16cid:commentsIds>`,
      commentsExtensible: `<w16cex:commentsExtensible ${namespaces}><w16cex:commentExtensible w16cex:durableId="0D" w16cex:dateUtc="2026-11-20T08:00:00Z"/></w16cex:commentsExtensible>`,
    }
    const [one] = read(p(r('Le ') + on(0, r('plan')) + r('.')), { parts, kinds }).paragraphs
    expect(one?.comments).toMatchObject([
      {
        author: 'Ève',
        at: '2026-11-20T08:00:00.000Z',
        text: 'À revoir.',
        quoted: 'plan',
        isResolved: true,
        replies: [
          { author: 'Noé', text: 'Oui certes.' },
          { author: 'Ève', text: 'Merci.' },
        ],
      },
    ])
  })

  it('say their true hour themselves, where nothing else does', () => {
    const words =
      '<w:comment w:id="0" w:author="Ève" w:date="2026-11-20T10:00:00Z" w16du:dateUtc="2026-11-20T15:00:00Z">'
    const parts = { comments: part('comments', `${words}${p(r('À revoir.'))}</w:comment>`) }
    const [one] = read(p(on(0, r('Le plan.'))), { parts }).paragraphs
    expect(one?.comments[0]?.at).toBe('2026-11-20T15:00:00.000Z')
  })

  it('on words taken out, on nothing, and of no place at all are not lost', () => {
    const parts = {
      comments: part(
        'comments',
        comment(0, 'Ève', r('Sur des mots partis.'), '1') +
          comment(1, 'Ève', r('Sur rien.'), '2') +
          comment(2, 'Ève', r('De nulle part.'), '3'),
      ),
    }
    const review = read(p(r('Un.'), delMark()) + p(on(0, del('Deux.'))) + p(on(1, '')), { parts })
    expect(
      review.paragraphs.flatMap(({ before, comments }) =>
        comments.map(({ text, quoted }) => [before, text, quoted]),
      ),
    ).toEqual([
      [null, 'De nulle part.', ''],
      ['Deux.', 'Sur des mots partis.', 'Deux.'],
      [null, 'Sur rien.', ''],
    ])
  })

  it('stand where their words are, though they begin before these', () => {
    const parts = { comments: part('comments', comment(0, 'Ève', r('Et le budget ?'), '1')) }
    const begins = '<w:commentRangeStart w:id="0"/>'
    const ends = '<w:commentRangeEnd w:id="0"/><w:r><w:commentReference w:id="0"/></w:r>'
    const two = p(r('Le budget.')) + p(r('Le calendrier.') + ends)
    const bodies = [p(r('Un.') + begins) + two, p(r('Un.')) + p(begins) + two]
    for (const body of bodies)
      expect(places(read(body, { parts }))).toEqual([
        ['Le budget.', 'Et le budget ?', 'Le budget.\nLe calendrier.', 2],
      ])
  })

  it('stand where they begin, though words that were moved away are among theirs', () => {
    const moved = (name: 'moveFrom' | 'moveTo') =>
      `<w:${name} w:id="9" w:author="Ève" w:date="2026-11-20T10:00:00Z">${r('Le plan.')}</w:${name}>`
    const parts = { comments: part('comments', comment(0, 'Ève', r('À revoir.'), '1')) }
    const body =
      p(ins('Le budget.'), insMark()) + on(0, p(ins('Le bilan.'), insMark()) + p(moved('moveFrom')))
    expect(places(read(body, { parts }))[0]?.slice(0, 2)).toEqual(['Le bilan.', 'À revoir.'])
  })

  it('that begin or end between rows and cells are about the words between', () => {
    const parts = {
      comments: part(
        'comments',
        comment(0, 'Ève', r('La ligne.'), '1') + comment(1, 'Noé', r('Les deux.'), '2'),
      ),
    }
    const row = (name: string, between = '') => tr(tc(p(r(name))) + between + tc(p(r(`${name} bis`))))
    const table = `<w:tbl>${row('Une')}<w:commentRangeStart w:id="0"/>${row('Deux')}<w:commentRangeEnd w:id="0"/>${row('Trois', '<w:commentRangeStart w:id="1"/>')}${row('Quatre', '<w:commentRangeEnd w:id="1"/>')}</w:tbl>`
    const marks = [0, 1].map((id) => `<w:r><w:commentReference w:id="${id}"/></w:r>`).join('')
    expect(places(read(table + p(r('Fin.') + marks), { parts }))).toEqual([
      ['Deux', 'La ligne.', 'Deux\nDeux bis', 2],
      ['Trois bis', 'Les deux.', 'Trois bis\nQuatre', 2],
    ])
  })

  it('of a note or of a head say the words that they are about', () => {
    const parts = {
      comments: part(
        'comments',
        comment(0, 'Ève', r('Une autre note.'), '1') + comment(1, 'Ève', r('Un autre titre.'), '2'),
      ),
      footnotes: part('footnotes', `<w:footnote w:id="2">${p(r('La ') + on(0, r('note')))}</w:footnote>`),
      header: part('hdr', p(on(1, r('Le titre')))),
    }
    expect(places(read(p(r('Un.')), { parts }))).toEqual([
      [null, 'Une autre note.', 'note', 1],
      [null, 'Un autre titre.', 'Le titre', 1],
    ])
  })

  it('that bear the number of another are kept, each with its answers', () => {
    const parts = {
      comments: part(
        'comments',
        comment(0, 'Ève', r('À revoir.'), '0A') +
          comment(0, 'Noé', r('À garder.'), '0B') +
          comment(1, 'Ève', r('Non.'), '0C'),
      ),
      commentsExtended: `<w15:commentsEx ${namespaces}><w15:commentEx w15:paraId="0C" w15:paraIdParent="0A"/></w15:commentsEx>`,
    }
    const [one] = read(p(on(0, r('Le plan.'))), { parts, kinds }).paragraphs
    expect(one?.comments).toMatchObject([
      { author: 'Ève', quoted: 'Le plan.', replies: [{ text: 'Non.' }] },
      { author: 'Noé', quoted: 'Le plan.', replies: [] },
    ])
  })
})

const places = ({ paragraphs }: WordReview) =>
  paragraphs.flatMap(({ before, after, comments }) =>
    comments.map(({ text, quoted, span }) => [after ?? before, text, quoted, span]),
  )
