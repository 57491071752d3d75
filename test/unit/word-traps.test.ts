// What Word, LibreOffice and Google Docs write for each kind of tracked change (ECMA-376 part 1, 17.13), cut down to the
// trap; what is to be read is written down by hand.
import { describe, expect, it } from 'vitest'
import type { WordReview } from '../../electron/domain/minutes/word-review.ts'
import { by, del, delMark, ins, insMark, p, part, r, read, tc, tr } from './word-parts.ts'

type Trap = {
  body: string
  before: string[]
  after: string[]
  /** Author and the words of the whole place with their changes alone. */
  changes?: [string, string][]
  unread?: Record<string, number>
}

const traps: Record<string, Trap> = {
  'a paragraph parted by a mark put in': {
    body: p(r('Un premier temps. '), insMark()) + p(r('Un second temps.')),
    before: ['Un premier temps. Un second temps.'],
    after: ['Un premier temps.', 'Un second temps.'],
    changes: [['Ève', 'Un premier temps.\n\nUn second temps.']],
  },
  'two paragraphs joined by a mark taken out': {
    body: p(r('Un premier temps, '), delMark()) + p(r('un second temps.')),
    before: ['Un premier temps,', 'un second temps.'],
    after: ['Un premier temps, un second temps.'],
    changes: [['Ève', 'Un premier temps, un second temps.']],
  },
  'four paragraphs joined into one': {
    body: p(r('A '), delMark()) + p(r('B '), delMark()) + p(r('C '), delMark()) + p(r('D')),
    before: ['A', 'B', 'C', 'D'],
    after: ['A B C D'],
    changes: [['Ève', 'A B C D']],
  },
  'a boundary moved: joined at one place, parted at another, by two people': {
    body: p(r('Alpha'), delMark('Noé')) + p(r(' bêta '), insMark('Ève')) + p(r('gamma')),
    before: ['Alpha', 'bêta gamma'],
    after: ['Alpha bêta', 'gamma'],
    changes: [
      ['Noé', 'Alpha bêta gamma'],
      ['Ève', 'Alpha\n\nbêta\n\ngamma'],
    ],
  },
  'Enter at the end of a paragraph: the mark put in ends the old words': {
    body: p(r('Ancien.'), insMark()) + p(ins('Nouveau.')),
    before: ['Ancien.'],
    after: ['Ancien.', 'Nouveau.'],
    changes: [['Ève', 'Nouveau.']],
  },
  'a pasted paragraph: its own mark is put in': {
    body: p(ins('Nouveau.'), insMark()) + p(r('Ancien.')),
    before: ['Ancien.'],
    after: ['Nouveau.', 'Ancien.'],
    changes: [['Ève', 'Nouveau.']],
  },
  'a paragraph put in and one taken out beside each other, by two people': {
    body: p(r('Un.'), insMark('Noé')) + p(ins('Neuf.', 'Noé')) + p(del('Vieux.'), delMark()) + p(r('Deux.')),
    before: ['Un.', 'Vieux.', 'Deux.'],
    after: ['Un.', 'Neuf.', 'Deux.'],
    changes: [
      ['Noé', 'Neuf.'],
      ['Ève', ''],
    ],
  },
  'a mark that one put in and another took out again is on neither side': {
    body: p(r('Un '), insMark('Noé') + delMark('Ève')) + p(r('deux.')),
    before: ['Un deux.'],
    after: ['Un deux.'],
    unread: { blank: 1 },
  },
  'words that one put in and another took out': {
    body: p(`${r('Un ')}<w:ins ${by('Noé')}>${del('très ', 'Ève')}</w:ins>${r('mot.')}`),
    before: ['Un mot.'],
    after: ['Un mot.'],
    changes: [],
    unread: { blank: 1 },
  },
  'words that one put in, of which another took some out': {
    body: p(`${r('Un ')}<w:ins ${by('Noé')}>${r('bon ')}${del('très ', 'Ève')}</w:ins>${r('mot.')}`),
    before: ['Un mot.'],
    after: ['Un bon mot.'],
    changes: [['Noé', 'Un bon mot.']],
    unread: { blank: 1 },
  },
  'rows put in and taken out': {
    body: `<w:tbl>${tr(tc(p(r('a'))) + tc(p(r('b'))))}${tr(tc(p(del('c'), delMark())) + tc(p(r('d'))), delMark())}${tr(tc(p(r('e'))) + tc(p(ins('f'), insMark())), insMark())}</w:tbl>`,
    before: ['a', 'b', 'c', 'd'],
    after: ['a', 'b', 'e', 'f'],
    changes: [
      ['Ève', ''],
      ['Ève', ''],
      ['Ève', 'e'],
      ['Ève', 'f'],
    ],
  },
  'single cells put in and taken out': {
    body: `<w:tbl>${tr(tc(p(r('a'))) + tc(p(r('b')), `<w:cellIns ${by('Ève')}/>`) + tc(p(r('c')), `<w:cellDel ${by('Ève')}/>`))}</w:tbl>`,
    before: ['a', 'c'],
    after: ['a', 'b'],
    changes: [
      ['Ève', 'b'],
      ['Ève', ''],
    ],
  },
  'a tracked mark at the end of a cell joins nothing': {
    body: `<w:tbl>${tr(tc(p(r('a'), delMark())) + tc(p(r('b'))))}</w:tbl>`,
    before: ['a', 'b'],
    after: ['a', 'b'],
    unread: { blank: 1 },
  },
  'a move of a paragraph': {
    body:
      p(r('Un.')) +
      `<w:moveFromRangeStart w:id="7" w:name="m1"/>${p(`<w:moveFrom ${by('Ève')}>${r('Deux.')}</w:moveFrom>`, `<w:moveFrom ${by('Ève')}/>`)}<w:moveFromRangeEnd w:id="7"/>` +
      p(r('Trois.')) +
      `<w:moveToRangeStart w:id="8" w:name="m1"/>${p(`<w:moveTo ${by('Ève')}>${r('Deux.')}</w:moveTo>`, `<w:moveTo ${by('Ève')}/>`)}<w:moveToRangeEnd w:id="8"/>` +
      p(r('Quatre.')),
    before: ['Un.', 'Deux.', 'Trois.', 'Quatre.'],
    after: ['Un.', 'Trois.', 'Deux.', 'Quatre.'],
    changes: [
      ['Ève', ''],
      ['Ève', 'Deux.'],
    ],
  },
  'words put in where somebody else moved others away': {
    body: p(`<w:moveFrom ${by('Ève')}><w:ins ${by('Noé')}>${r('b')}</w:ins></w:moveFrom>${r('a')}`),
    before: ['a'],
    after: ['a'],
    unread: { blank: 1 },
  },
  'looks that changed': {
    body:
      p(r('Un.', `<w:b/><w:rPrChange ${by('Ève')}><w:rPr/></w:rPrChange>`)) +
      `<w:p><w:pPr><w:numPr><w:ilvl w:val="0"/><w:numId w:val="1"/><w:ins ${by('Ève')}/></w:numPr><w:rPr><w:rPrChange ${by('Ève')}><w:rPr/></w:rPrChange></w:rPr><w:pPrChange ${by('Ève')}><w:pPr/></w:pPrChange></w:pPr>${r('Deux.')}</w:p>` +
      `<w:tbl><w:tblPr><w:tblPrChange ${by('Ève')}/></w:tblPr><w:tblGrid><w:tblGridChange w:id="3"/></w:tblGrid>${tr(tc(p(r('a')), `<w:tcPrChange ${by('Ève')}/>`))}</w:tbl>` +
      `<w:sectPr><w:sectPrChange ${by('Ève')}/></w:sectPr>`,
    before: ['Un.', 'Deux.', 'a'],
    after: ['Un.', 'Deux.', 'a'],
    unread: { look: 8 },
  },
  'a form put around words, one taken away, and another document': {
    body:
      `<w:customXmlInsRangeStart ${by('Ève')}/><w:sdt><w:sdtContent>${p(r('Un.'))}</w:sdtContent></w:sdt><w:customXmlInsRangeEnd w:id="1"/>` +
      p(`<w:customXmlDelRangeStart ${by('Ève')}/>${r('Deux.')}<w:customXmlDelRangeEnd w:id="1"/>`) +
      '<w:altChunk/>',
    before: ['Un.', 'Deux.'],
    after: ['Un.', 'Deux.'],
    unread: { object: 3 },
  },
  'words of two people who wrote at once': {
    body: p(
      `${r('Le ')}<w14:conflictDel ${by('Ève')}><w:r><w:delText xml:space="preserve">petit </w:delText></w:r></w14:conflictDel><w14:conflictIns ${by('Ève')}>${r('grand ')}</w14:conflictIns>${r('plan.')}`,
    ),
    before: ['Le petit plan.'],
    after: ['Le grand plan.'],
    changes: [['Ève', 'Le grand plan.']],
  },
  'a picture, a page break and a field put in': {
    body: p(
      r('Le ') +
        `<w:ins ${by('Ève')}><w:r><w:br w:type="page"/></w:r></w:ins>` +
        `<w:del ${by('Ève')}><w:r><w:delInstrText> DATE </w:delInstrText></w:r></w:del>` +
        r('3 mars.'),
    ),
    before: ['Le 3 mars.'],
    after: ['Le 3 mars.'],
    unread: { object: 2 },
  },
  'an empty line put in, and a space': {
    body: p(r('Un.'), insMark()) + p('') + p(r('Deux.') + ins(' ')),
    before: ['Un.', 'Deux.'],
    after: ['Un.', 'Deux.'],
    unread: { blank: 2 },
  },
  'white space at the ends of words counts only where it is said to': {
    body: p('<w:r><w:t> un </w:t></w:r><w:r><w:t xml:space="preserve"> deux</w:t></w:r>'),
    before: ['un deux'],
    after: ['un deux'],
  },
  'words that are hidden, a form that waits for its answer, a sign of another font, a fraction': {
    body: p(
      r('caché ', '<w:vanish/>') +
        `<w:sdt><w:sdtPr><w:showingPlcHdr/></w:sdtPr><w:sdtContent>${r('à remplir ')}</w:sdtContent></w:sdt>` +
        '<w:r><w:sym w:font="Wingdings" w:char="F0FC"/></w:r>' +
        '<m:oMath><m:f><m:num><m:r><m:t>1</m:t></m:r></m:num><m:den><m:r><m:t>2</m:t></m:r></m:den></m:f></m:oMath>',
    ),
    before: ['caché à remplir \ufffc12'],
    after: ['caché à remplir \ufffc12'],
  },
  'a text box drawn for new and for old programs is read once, and parts no paragraph': {
    body:
      p(
        r('Un ') +
          `<w:r><mc:AlternateContent><mc:Choice Requires="wps"><w:drawing><w:txbxContent>${p(r('Boîte') + ins(' neuve'))}</w:txbxContent></w:drawing></mc:Choice><mc:Fallback><w:pict><w:txbxContent>${p(r('Boîte'))}</w:txbxContent></w:pict></mc:Fallback></mc:AlternateContent></w:r>`,
        delMark(),
      ) + p(r('deux.')),
    before: ['Un', 'deux.', 'Boîte'],
    after: ['Un deux.', 'Boîte neuve'],
    changes: [
      ['Ève', 'Un deux.'],
      ['Ève', 'Boîte neuve'],
    ],
  },
}

const told = ({ unread }: WordReview) =>
  Object.fromEntries(unread.map(({ reason, count }) => [reason, count]))

describe('a tracked change', () => {
  it.each(Object.entries(traps))('%s', (_, { body, before, after, changes = [], unread = {} }) => {
    const review = read(body)
    const side = (which: 'before' | 'after') => review.paragraphs.flatMap((one) => one[which] ?? [])
    expect(side('before')).toEqual(before)
    expect(side('after')).toEqual(after)
    const wanted = review.paragraphs.flatMap((one) => one.changes)
    expect(wanted.map((one) => [one.author, one.after])).toEqual(changes)
    expect(told(review)).toEqual(unread)
  })

  it('of two people in one paragraph is told for each of them alone', () => {
    const review = read(p(r('Le ') + del('petit ', 'Ève') + ins('grand ', 'Noé') + r('plan.')))
    expect(review.paragraphs[0]?.changes.map(({ author, after }) => [author, after])).toEqual([
      ['Ève', 'Le plan.'],
      ['Noé', 'Le petit grand plan.'],
    ])
  })

  it('in a text box is told of Strict Open XML too', () => {
    const box = `<wne:txbxContent xmlns:wne="http://schemas.microsoft.com/office/word/2006/wordml">${p(r('Boîte') + ins(' neuve'))}</wne:txbxContent>`
    const review = read(p(`${r('Un.')}<w:r><w:drawing>${box}</w:drawing></w:r>`), { isStrict: true })
    expect(review.paragraphs.map(({ before, after }) => [before, after])).toEqual([
      ['Un.', 'Un.'],
      ['Boîte', 'Boîte neuve'],
    ])
  })

  it('in a note, a head or a foot is counted', () => {
    const note = `<w:footnote w:id="2">${p(r('Note') + ins(' neuve'))}</w:footnote>`
    const parts = {
      footnotes: part('footnotes', note),
      header: part('hdr', p(r('En-tête') + del(' ancien'))),
    }
    expect(told(read(p(r('Un.')), { parts }))).toEqual({ note: 1, margin: 1 })
  })

  it('in a note is counted whether it is tracked or not: none of ours has any', () => {
    const separator = `<w:footnote w:type="separator" w:id="0"><w:p><w:r><w:separator/></w:r></w:p></w:footnote>`
    const notes = [r('Une note.'), r('Une autre') + ins(' encore')].map(
      (words, at) => `<w:footnote w:id="${at + 1}">${p(words)}</w:footnote>`,
    )
    const parts = { footnotes: part('footnotes', separator + notes.join('')) }
    expect(told(read(p(r('Un.')), { parts }))).toEqual({ note: 2 })
  })

  it('in a head is counted behind however many links and pictures', () => {
    const links = Array.from({ length: 300 }, (_, at) => [`image${at}`, ''] as const)
    const parts = {
      ...Object.fromEntries(links),
      header: part('hdr', p(r('En-tête') + del(' ancien'))),
    }
    const kinds = Object.fromEntries(links.map(([name]) => [name, 'image']))
    expect(told(read(p(r('Un.')), { parts, kinds }))).toEqual({ margin: 1 })
  })
})
