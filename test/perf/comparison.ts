import { type Line, quantile } from './measure.ts'

export type Measured = { readonly commit: string; readonly rounds: readonly (readonly Line[])[] }

/** The lines of the tables that a bench printed. */
export function tableIn(text: string): Line[] {
  return text.split('\n').flatMap((row) => {
    const [, what = '', measured = ''] = /^\| (.+?) \| (.+?) \| .* \|$/.exec(row) ?? []
    return what === '' || what === 'What' ? [] : [{ what, measured }]
  })
}

/** What is measured, without what a run says of itself: how many there were, which was the slowest. */
const subject = (what: string) =>
  what
    .replace(/\d[\d,.]*/g, '')
    .replace(/[:(,].*/, '')
    .replace(/\s+/g, ' ')
    .trim()

/** A number of its own: none of p50. */
const figure = /(?<![\p{L}\d])\d+(?:,\d{3})*(?:\.\d+)?/gu
const figuresOf = ({ measured }: Line) =>
  (measured.match(figure) ?? []).map((said) => Number(said.replaceAll(',', '')))

/** Each figure in the middle of its rounds, in the words of one of them. */
function middle(lines: readonly Line[]): { figures: number[]; said: string } {
  const [first] = lines
  if (first === undefined) return { figures: [], said: '—' }
  const rounds = lines.map(figuresOf)
  const figures = figuresOf(first).map((own, at) =>
    quantile(
      rounds.map((round) => round[at] ?? own),
      0.5,
    ),
  )
  let at = 0
  const said = first.measured.replace(figure, (own) => {
    const value = figures[at] ?? Number(own)
    at += 1
    return value.toLocaleString('en', { maximumFractionDigits: 2 })
  })
  return { figures, said }
}

/** A table of what either measured, and by how much the second is above the first. */
export function comparison(before: Measured, now: Measured): string {
  const linesOf = ({ rounds }: Measured, name: string) =>
    rounds.flat().filter(({ what }) => subject(what) === name)
  const names = new Set([now, before].flatMap(({ rounds }) => rounds.flat()).map(({ what }) => subject(what)))
  const rows = [...names].map((name) => {
    const [then, today] = [middle(linesOf(before, name)), middle(linesOf(now, name))]
    const ratios = today.figures.flatMap((value, at) => {
      const old = then.figures[at]
      return old === undefined || old === 0 ? [] : [`${(value / old).toFixed(2)} ×`]
    })
    return `| ${name} | ${then.said} | ${today.said} | ${ratios.join(', ')} |`
  })
  return [
    `| Middle of ${now.rounds.length} rounds | ${before.commit} | ${now.commit} | now ÷ before |`,
    '|---|---|---|---|',
    ...rows,
  ].join('\n')
}
