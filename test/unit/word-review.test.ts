import fc from 'fast-check'
import { strFromU8, unzipSync } from 'fflate'
import { describe, expect, it } from 'vitest'
import { AppError } from '../../electron/contract/errors.ts'
import { renderFlowing } from '../../electron/documents/flowing.ts'
import { minutesModel } from '../../electron/documents/minutes/model.ts'
import { printedMargins } from '../../electron/documents/read-back.ts'
import { sampleTemplate } from '../../electron/documents/word/sample-templates.ts'
import { fillTemplate } from '../../electron/documents/word/template.ts'
import { reviewDifferences } from '../../electron/domain/minutes/review-differences.ts'
import { bareText } from '../../electron/domain/text/text-likeness.ts'
import { sentMinutes } from '../../electron/features/minutes/observations/sent-minutes.ts'
import { readReview } from '../../electron/imports/word-review/read-review.ts'
import { growth } from '../growth.ts'
import { longMeeting, shortMeeting } from './documents-samples.ts'
import { commentParts, type Edit, editDocument, edited, paragraphOf } from './word-edits.ts'

const files = await Promise.all(
  [shortMeeting(), longMeeting()].map(async (file) => {
    const model = minutesModel(file)
    const sent = sentMinutes(file, model)
    const bytes = await renderFlowing(model, 'docx')
    const anchored = sent.flatMap((place, at) =>
      place.anchor !== null &&
      place.isWritten &&
      place.target !== null &&
      place.target.field !== 'title' &&
      !place.text.includes('\n')
        ? [{ ...place, anchor: place.anchor, at }]
        : [],
    )
    return { file, sent, bytes, anchored }
  }),
)
const fileAt = (index: number) => {
  const file = files[index]
  if (file === undefined) throw new Error('no such file')
  return file
}
const read = (bytes: Uint8Array) => readReview({ fileName: 'retour.docx', bytes })

/** Bookmarks go when a text is pasted into another file. */
const withoutBookmarks = (xml: string) => xml.replace(/<w:bookmark(Start|End) [^>]*>/gu, '')

describe('a file that came back as it was sent', () => {
  it.each(files.map((_, index) => index))('says nothing (%i)', (index) => {
    const { bytes, sent } = fileAt(index)
    for (const back of [bytes, editDocument(bytes, withoutBookmarks)]) {
      const review = read(back)
      expect(review.isTracked).toBe(false)
      expect(reviewDifferences(sent, review)).toEqual({ differences: [], ignored: [], share: 1 })
    }
  })

  it('names every place in words, and knows what each paragraph is', () => {
    for (const { sent } of files) {
      for (const place of sent) expect(place.place).not.toBe('')
      const targets = sent.filter(({ target }) => target !== null)
      expect(targets.length).toBeGreaterThan(5)
    }
  })
})

const author = fc.constantFrom('Ève Martin', 'Noé Durand', 'Inès Petit')
const edit = fc.oneof(
  fc.record({
    type: fc.constant('replace' as const),
    author,
    word: fc.nat(),
    to: fc.constantFrom('douze mots neufs', 'autrement', 'le 3 mars : rien !'),
  }),
  fc.record({ type: fc.constant('delete' as const), author }),
  fc.record({
    type: fc.constant('insertAfter' as const),
    author,
    words: fc.constantFrom(
      'Il est ajouté que le calendrier sera tenu.',
      'Une phrase toute nouvelle, sans rapport.',
    ),
  }),
  fc.record({
    type: fc.constant('comment' as const),
    author,
    words: fc.constantFrom('À vérifier.', 'Non & non <!>'),
  }),
)

type Chosen = { at: number; edit: Edit; before: string; after: string }

function chosenEdits(
  anchored: (typeof files)[number]['anchored'],
  wanted: readonly { place: number; edit: { type: string; word?: number } & Record<string, unknown> }[],
): Chosen[] {
  const chosen = new Map<number, Chosen>()
  for (const { place, edit: raw } of wanted) {
    const one = anchored[place % anchored.length]
    // Neighbours of an edited paragraph stay as they are: who says which of two was edited would have to guess.
    if (one === undefined || [-1, 0, 1].some((step) => chosen.has(one.at + step))) continue
    if (raw.type === 'replace') {
      const words = one.text.split(/(?<=\s)/u)
      const from = (words[(raw.word ?? 0) % words.length] ?? '').trim()
      if (from === '' || words.length < 4) continue
      const own: Edit = { type: 'replace', from, to: String(raw.to), author: String(raw.author) }
      const at = one.text.indexOf(from)
      const after = one.text.slice(0, at) + own.to + one.text.slice(at + from.length)
      chosen.set(one.at, { at: one.at, edit: own, before: one.text, after })
    } else if (raw.type === 'delete')
      chosen.set(one.at, { at: one.at, edit: raw as never, before: one.text, after: '' })
    else if (raw.type === 'insertAfter')
      chosen.set(one.at, { at: one.at, edit: raw as never, before: '', after: String(raw.words) })
    else chosen.set(one.at, { at: one.at, edit: raw as never, before: one.text, after: one.text })
  }
  return [...chosen.values()].sort((a, b) => a.at - b.at)
}

describe('random edits of what was sent', () => {
  // Words that people wrote: those that the application makes of other data are not taken out by a file that lacks them.
  const arbitrary = fc.record({
    which: fc.nat({ max: files.length - 1 }),
    tracked: fc.boolean(),
    lost: fc.boolean(),
    wanted: fc.array(fc.record({ place: fc.nat(), edit }), { minLength: 1, maxLength: 8 }),
  })

  it('are found again, each at its place, with its author when it is tracked', () => {
    fc.assert(
      fc.property(arbitrary, ({ which, tracked, lost, wanted }) => {
        const { bytes, sent, anchored } = fileAt(which)
        const chosen = chosenEdits(anchored, wanted as never)
        const comments = chosen.flatMap(({ edit: own, at }) =>
          own.type === 'comment' ? [{ id: 1000 + at * 2, author: own.author, words: own.words }] : [],
        )
        const back = editDocument(
          bytes,
          (xml) => {
            let now = xml
            for (const { edit: own, at } of chosen) {
              const paragraph = paragraphOf(xml, sent[at]?.anchor ?? '')
              now = now.replace(paragraph, () =>
                edited(paragraph, sent[at]?.text ?? '', own, tracked, 1000 + at * 2),
              )
            }
            return lost ? withoutBookmarks(now) : now
          },
          comments.length === 0 ? {} : commentParts(bytes, comments),
        )
        const found = reviewDifferences(sent, read(back)).differences
        expect(
          found.map((one) => ({
            kind: one.kind,
            at: one.at,
            before: bareText(one.before),
            after: bareText(one.after),
            author: one.author,
            comment: one.comment?.text ?? '',
          })),
        ).toEqual(
          chosen.map(({ at, edit: own, before, after }) => ({
            kind: own.type === 'comment' ? 'comment' : 'change',
            at,
            before: bareText(before),
            after: bareText(after),
            author: tracked || own.type === 'comment' ? own.author : '',
            comment: own.type === 'comment' ? own.words : '',
          })),
        )
      }),
      { numRuns: 150 },
    )
  })
})

describe('a file made to hurt', () => {
  it('is refused in words, or read: never a crash', () => {
    const { bytes } = fileAt(0)
    const xmls = fc.array(
      fc.constantFrom(
        '<w:p>',
        '</w:p>',
        '<w:ins w:author="a">',
        '</w:ins>',
        '<w:del>',
        '</w:del>',
        '<w:moveFromRangeStart w:id="1" w:name="m"/>',
        '<w:moveFrom>',
        '</w:moveFrom>',
        '<w:commentRangeStart w:id="0"/>',
        '<w:commentRangeEnd w:id="0"/>',
        '<w:bookmarkStart w:id="0" w:name="point_1"/>',
        '<w:tbl><w:tr><w:trPr><w:del/></w:trPr><w:tc>',
        '</w:tc></w:tr></w:tbl>',
        '<w:r><w:t>mots</w:t></w:r>',
        '<w:pPr><w:rPr><w:ins/></w:rPr></w:pPr>',
      ),
      { maxLength: 40 },
    )
    fc.assert(
      fc.property(xmls, (pieces) => {
        const hurt = editDocument(bytes, (xml) => xml.replace('<w:body>', `<w:body>${pieces.join('')}`))
        try {
          reviewDifferences(fileAt(0).sent, read(hurt))
        } catch (error) {
          expect(error).toBeInstanceOf(AppError)
        }
      }),
      { numRuns: 200 },
    )
  })

  it('of thousands of paragraphs put in and taken out is read in a time that grows with them', async () => {
    const paragraph = (index: number) =>
      `<w:p><w:pPr><w:rPr><w:${index % 2 === 0 ? 'ins' : 'del'} w:author="a"/></w:rPr></w:pPr><w:${index % 2 === 0 ? 'ins' : 'del'} w:author="a"><w:r><w:${index % 2 === 0 ? 't' : 'delText'}>Phrase numéro ${index} de ce très long fichier.</w:${index % 2 === 0 ? 't' : 'delText'}></w:r></w:${index % 2 === 0 ? 'ins' : 'del'}></w:p>`
    const { bytes, sent } = fileAt(1)
    const found = (count: number) => {
      const many = Array.from({ length: count }, (_, index) => paragraph(index)).join('')
      const long = editDocument(bytes, (xml) => xml.replace('<w:body>', `<w:body>${many}`))
      return reviewDifferences(sent, read(long)).differences.length
    }
    expect(found(4000)).toBeGreaterThan(2000)
    expect(await growth(found, { size: 500, times: 8 })).toBeLessThan(4)
  })
})

describe('heads and feet', () => {
  const { bytes } = fileAt(1)
  const partOf = (name: string) => strFromU8(unzipSync(bytes)[name] ?? new Uint8Array())
  const counted = (others: Record<string, string>) => {
    const file = editDocument(bytes, (xml) => xml, others)
    return readReview({ fileName: 'retour.docx', bytes: file }, printedMargins(file)).unread
  }
  const blank = (name: string) => partOf(name).replaceAll(/<w:p>.*<\/w:p>/gsu, '<w:p/>')

  it('count what nobody tracked, each text once', () => {
    expect(counted({})).toEqual([])
    const head = partOf('word/header1.xml').replace('Instance', 'Commission')
    expect(head).not.toBe(partOf('word/header1.xml'))
    expect(counted({ 'word/header1.xml': head })).toEqual([{ reason: 'margin', count: 1 }])
    const feet = ['word/footer1.xml', 'word/footer2.xml'].map((name) => [
      name,
      partOf(name).replace('INP/', 'XYZ/'),
    ])
    expect(counted(Object.fromEntries(feet))).toEqual([{ reason: 'margin', count: 1 }])
    expect(counted({ 'word/header1.xml': blank('word/header1.xml') })).toEqual([
      { reason: 'margin', count: 1 },
    ])
  })

  it('count a number or a day that somebody changed, and no number of pages', () => {
    const feet = (change: (part: string) => string) =>
      Object.fromEntries(
        ['word/footer1.xml', 'word/footer2.xml'].map((name) => {
          const changed = change(partOf(name))
          expect(changed).not.toBe(partOf(name))
          return [name, changed]
        }),
      )
    const other = (part: string) =>
      part.replace(/(INP\/[^<]*?)(\d)/u, (_, before: string, digit: string) => before + (Number(digit) + 1))
    expect(counted(feet(other))).toEqual([{ reason: 'margin', count: 1 }])
    expect(counted(feet((part) => part.replaceAll('<w:t xml:space="preserve">1<', '<w:t>17<')))).toEqual([])
    const mark = (type: string) => `<w:r><w:fldChar w:fldCharType="${type}"/></w:r>`
    const asWord = (part: string) =>
      part.replaceAll(
        /<w:fldSimple w:instr="([^"]*)">.*?<\/w:fldSimple>/gsu,
        (_, instruction: string) =>
          `${mark('begin')}<w:r><w:instrText>${instruction}</w:instrText></w:r>${mark('separate')}<w:r><w:t>12</w:t></w:r>${mark('end')}`,
      )
    expect(counted(feet(asWord))).toEqual([])
    expect(counted(feet((part) => other(asWord(part))))).toEqual([{ reason: 'margin', count: 1 }])
  })

  const names = ['word/header1.xml', 'word/footer1.xml', 'word/footer2.xml']
  it('count where all of them are others, or gone', () => {
    const all = (change: (name: string) => string) =>
      counted(Object.fromEntries(names.map((name) => [name, change(name)])))
    expect(all(blank)).toEqual([{ reason: 'margin', count: 2 }])
    expect(all((name) => partOf(name).replaceAll(/>[^<>]*\p{L}[^<>]*</gu, '>Autre<'))).toEqual([
      { reason: 'margin', count: 2 },
    ])
  })

  it('of a template are not those of our look, and count nothing', async () => {
    const model = minutesModel(fileAt(1).file)
    const file = await fillTemplate(sampleTemplate('cadre'), model, [], true)
    expect(readReview({ fileName: 'retour.docx', bytes: file }, printedMargins(file)).unread).toEqual([])
  })
})
