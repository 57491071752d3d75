import { describe, expect, it } from 'vitest'
import { agendaModel } from '../../electron/documents/agenda/model.ts'
import { minutesModel } from '../../electron/documents/minutes/model.ts'
import { renderPdf } from '../../electron/documents/pdf/render.ts'
import type { FileToPrint } from '../../electron/domain/meetings/meeting-file.ts'
import type { MinutesSection } from '../../electron/domain/minutes/minutes.ts'
import { type DrawnPage, drawnPages, edgeFaults } from '../documents-check/drawn-pages.ts'
import {
  action,
  attendee,
  bullets,
  decision,
  emptyFile,
  item,
  paragraph,
  rich,
  section,
  table,
} from './documents-builders.ts'
import { longMeeting, prose } from './documents-samples.ts'

describe('the edges of pages', () => {
  it('leave no item of an agenda alone on the last page, and give a table no foot', async () => {
    const counts: number[] = []
    for (let count = 24; count < 34; count += 1) {
      const items = Array.from({ length: count }, (_, at) =>
        item(at + 1, { title: `Sujet inscrit ${at + 1}` }),
      )
      const pages = await drawnPages((await renderPdf(agendaModel({ ...emptyFile(), items }))).bytes)
      const rows = pages.map(({ text }) => text.match(/Sujet inscrit \d+/gu)?.length ?? 0)
      expect(rows.reduce((sum, own) => sum + own, 0)).toBe(count)
      expect(rows.at(-1)).toBeGreaterThan(1)
      expect(pages.flatMap(({ leaves }) => leaves.flatMap(({ roles }) => roles))).not.toContain('TFoot')
      counts.push(pages.length)
    }
    // Some of them on one page, some on two.
    expect(new Set(counts)).toEqual(new Set([1, 2]))
  }, 60_000)

  const quote = {
    type: 'blockquote' as const,
    content: [paragraph('Une citation assez longue. '.repeat(30))],
  }
  const followed: Readonly<Record<string, Partial<MinutesSection>>> = {
    'a paragraph': { exchanges: rich(paragraph('Un mot.')) },
    'a table': { exchanges: rich(table(['Nom', 'Part'], ['Un', '1'], ['Deux', '2'])) },
    'a list': { exchanges: rich(bullets('un', 'deux')) },
    'a quote': { exchanges: rich(quote) },
    nothing: {},
  }
  it.each(Object.entries(followed))(
    'part no heading from %s, wherever it falls',
    async (_, fields) => {
      for (let lines = 0; lines < 44; lines += 2) {
        const before = Array.from({ length: lines }, (_, index) => paragraph(`Ligne ${index}`))
        const pages = await drawnPages(
          (
            await renderPdf(
              minutesModel({
                ...emptyFile(),
                items: [item(1), item(2, { title: 'Deuxième point' })],
                attendees: Array.from({ length: lines % 9 }, (_, index) =>
                  attendee(index, { familyName: `Nom-${index}`, college: 'Services d’exemple' }),
                ),
                sections: [section(1, { exchanges: rich(...before) }), section(2, fields)],
                // Now and then too long for one page.
                decisions: [decision(1, 2, 'Une décision de l’instance. '.repeat(lines % 7 === 0 ? 160 : 3))],
                actions: [action(1, 2, { text: 'Une action', owner: 'Camille Exemple' })],
              }),
            )
          ).bytes,
        )
        expect(edgeFaults(pages)).toEqual([])
      }
    },
    60_000,
  )

  it('leave no last page nearly empty where closer lines do without it', async () => {
    // Of what an upright page has between its margins, as far as the foot of the last line tells.
    const filled = (page: DrawnPage | undefined) => {
      const [top, foot] = [297 - 30, 27].map((height) => (height * 72) / 25.4) as [number, number]
      const words = page?.heights.filter((height) => height > foot - 4 && height < top) ?? []
      return (top - Math.min(...words)) / (top - foot)
    }
    const counts: number[] = []
    for (const state of ['review', 'approved'] as const)
      for (let count = 4; count < 13; count += 1) {
        const file = emptyFile()
        const ranks = Array.from({ length: count }, (_, index) => index + 1)
        const model = minutesModel({
          ...file,
          minutes: file.minutes && { ...file.minutes, state },
          items: ranks.map((rank) => item(rank, { title: `Sujet ${rank}` })),
          sections: ranks.map((rank) => section(rank, { exchanges: rich(paragraph(prose(rank, 2))) })),
          decisions: ranks.map((rank) => decision(rank, rank, 'Une décision courte.')),
        })
        const pages = await drawnPages((await renderPdf(model)).bytes)
        expect([state, count, filled(pages.at(-1)) > 0.3]).toEqual([state, count, true])
        counts.push(pages.length)
      }
    expect(new Set(counts)).toEqual(new Set([2, 3, 4, 5]))
  }, 60_000)

  it('take a decision to no page without the words before it', async () => {
    const places: number[] = []
    for (let lines = 0; lines < 10; lines += 1) {
      const before = Array.from({ length: lines }, (_, index) => paragraph(`Ligne ${index}`))
      const file = {
        ...emptyFile(),
        items: [item(1), item(2, { title: 'Deuxième point' })],
        sections: [
          section(1, { exchanges: rich(...before) }),
          section(2, {
            presentation: rich(paragraph('Un mot.'), paragraph('Le dernier mot.')),
            outcome: 'prisActe',
          }),
        ],
        decisions: [decision(1, 2, 'Une décision de l’instance. '.repeat(4))],
      } satisfies FileToPrint
      const pages = await drawnPages((await renderPdf(minutesModel(file))).bytes)
      const at = (words: string) => pages.findIndex(({ text }) => text.includes(words))
      expect([at('Le dernier mot.'), at('Issue du point.')]).toEqual([at('Décision D-'), at('Décision D-')])
      places.push(at('Décision D-'))
    }
    // On the first page in some, on the second in others.
    expect(new Set(places)).toEqual(new Set([0, 1]))
  }, 60_000)

  it('are looked at for good: a heading moved to the end of a page is found', async () => {
    const pages = await drawnPages((await renderPdf(minutesModel(longMeeting()))).bytes)
    expect(edgeFaults(pages)).toEqual([])
    const [first, second, ...others] = pages
    if (first === undefined || second === undefined) throw new Error('the sample is too short')
    const heading = second.leaves.find(({ roles }) => roles.includes('H2'))
    const label = pages.flatMap(({ leaves }) => leaves).find(({ words }) => words.startsWith('Décision D-'))
    const moved = (leaf: typeof heading) =>
      edgeFaults([
        { ...first, leaves: [...first.leaves, ...(leaf === undefined ? [] : [leaf])] },
        second,
        ...others,
      ])
    expect(moved(heading)).toEqual([expect.stringContaining('ends with a heading')])
    expect(moved(label)).toEqual([expect.stringContaining('from its words')])
  })
})
