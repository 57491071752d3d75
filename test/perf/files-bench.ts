import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { readDraft } from '../../electron/command-line/read-draft.ts'
import { AppError } from '../../electron/contract/errors.ts'
import { corpusFiles } from '../fixtures/corpus/files.ts'
import { type Mark, scoreFile } from '../fixtures/corpus/score.ts'
import { bandOf } from '../fixtures/corpus/score-tables.ts'
import { Label } from './label.ts'
import { type LabelScore, scoreLabel } from './label-score.ts'
import { type Line, quantile } from './measure.ts'

/**
 * How real files are read, and the corpus after them: counts and shares, and no name of a file or an organisation.
 * @param folder of `files/`, and of `expected/` with what each says (label.ts)
 * @param say told what is being read.
 */
export async function benchFiles(folder: string, say: (line: string) => void): Promise<Line[]> {
  const real = await realFiles(folder, say)
  say('the corpus…')
  return [...real, ...(await corpus())]
}

/** The lines of the labelled files alone. @throws Error without labels, and when one has no file */
export async function realFiles(folder: string, say: (line: string) => void): Promise<Line[]> {
  const labels = readdirSync(join(folder, 'expected'))
    .filter((name) => name.endsWith('.json'))
    .sort()
    .map((name) => Label.parse(JSON.parse(readFileSync(join(folder, 'expected', name), 'utf8'))))
  if (labels.length === 0) throw new Error('no labels')
  const files = new Set(readdirSync(join(folder, 'files')))
  const absent = labels.filter(({ file }) => !files.has(file)).length
  if (absent > 0) throw new Error(`${absent} of ${labels.length} labels have no file`)
  const scored: ScoredLabel[] = []
  for (const label of labels) {
    say(`${scored.length + 1} of ${labels.length} files…`)
    const draft = await readDraft(join(folder, 'files', label.file)).then(
      (read) => read.draft,
      (thrown) => {
        if (!(thrown instanceof AppError)) throw thrown
        return null
      },
    )
    scored.push({ organisation: label.organisation, isRefused: draft === null, ...scoreLabel(label, draft) })
  }
  return realLines(scored)
}

type ScoredLabel = LabelScore & { organisation: string; isRefused: boolean }

function realLines(scored: readonly ScoredLabel[]): Line[] {
  const marks = scored.flatMap((file) => file.marks)
  const items = scored.flatMap((file) => file.items)
  const organisations = new Set(scored.map(({ organisation }) => organisation))
  const refused = scored.filter(({ isRefused }) => isRefused).length
  const counts = verdicts.map((verdict) => `${count(marks, verdict)} ${verdict}`)
  const people = (field: string) => rightOf(marks.filter((mark) => mark.field === field))
  const perFile = scored.map((file) => rightOf(file.marks)).filter(({ of }) => of > 0)
  const perOrganisation = [...organisations]
    .map((name) => scored.filter(({ organisation }) => organisation === name))
    .map((files) => rightOf(files.flatMap((file) => file.marks)))
    .filter(({ of }) => of > 0)
  const shares = (parts: readonly Part[]) => parts.map(({ part, of }) => part / of)
  return [
    {
      what: 'real files',
      measured: `${scored.length} of ${organisations.size} organisations, ${refused} refused; ${counts.join(', ')}`,
    },
    atLeast('real files: facts right', rightOf(marks), 0.88),
    atMost('real files: invented, of what is read', falseOf(marks, ['invented']), 0.03),
    atLeast(
      'real files: items with right title and duration',
      { part: items.filter(Boolean).length, of: items.length },
      0.9,
    ),
    atLeast('real files: people', people('person'), 0.85),
    { what: 'real files: organisations of these people', measured: shown(people('person organisation')) },
    { what: 'real files: presence of these people', measured: shown(people('presence')) },
    atLeast('real files: facts right of the median file', quantile(shares(perFile), 0.5), 0.95),
    atLeast('real files: facts right of the worst organisation', Math.min(...shares(perOrganisation)), 0.6),
    ...(
      [
        [0.75, 0.05],
        [0.9, 0.02],
      ] as const
    ).map(([confidence, most]) =>
      atMost(
        `real files: wrong or invented at a confidence of ${confidence} or more`,
        falseOf(
          marks.filter((mark) => mark.confidence !== null && mark.confidence >= confidence),
          ['wrong', 'invented'],
        ),
        most,
      ),
    ),
    ...confidenceLines(marks),
  ]
}

/** What was said of itself in each of ten steps, and what was right of it. */
function confidenceLines(marks: readonly Mark[]): Line[] {
  const sure = marks.flatMap(({ confidence, verdict }) =>
    confidence === null || verdict === 'missing' ? [] : [{ confidence, verdict, band: bandOf(confidence) }],
  )
  return [...new Set(sure.map(({ band }) => band))].sort().map((band) => {
    const group = sure.filter((one) => one.band === band)
    const said = group.reduce((sum, { confidence }) => sum + confidence, 0) / group.length
    const right = { part: group.filter(({ verdict }) => verdict === 'right').length, of: group.length }
    return {
      what: `real files: confidence ${band}`,
      measured: `said ${percent(said)}, right ${shown(right)}`,
    }
  })
}

async function corpus(): Promise<Line[]> {
  const marks: Mark[] = []
  for (const file of corpusFiles()) marks.push(...(await scoreFile(file, '2026-01-10')))
  return [
    atLeast('the corpus: facts right', rightOf(marks), 0.99),
    atMost('the corpus: invented, of what is read', falseOf(marks, ['invented']), 0),
  ]
}

type Part = { part: number; of: number }
const verdicts = ['right', 'missing', 'wrong', 'invented'] as const

function count(marks: readonly Mark[], verdict: Mark['verdict']): number {
  return marks.filter((mark) => mark.verdict === verdict).length
}

/** Of what the files say, what was read right. */
function rightOf(marks: readonly Mark[]): Part {
  return { part: count(marks, 'right'), of: marks.length - count(marks, 'invented') }
}

/** Of what was read, what the files do not say. */
function falseOf(marks: readonly Mark[], as: readonly Mark['verdict'][]): Part {
  const read = marks.filter(({ verdict }) => verdict !== 'missing')
  return { part: read.filter(({ verdict }) => as.includes(verdict)).length, of: read.length }
}

const percent = (share: number) => `${(100 * share).toFixed(1)} %`
const shown = ({ part, of }: Part) => (of === 0 ? 'none' : `${percent(part / of)} of ${of}`)

/** Where there is nothing to measure, no budget holds. */
function atLeast(what: string, value: Part | number, least: number): Line {
  const [share, measured] =
    typeof value === 'number' ? [value, percent(value)] : [value.part / value.of, shown(value)]
  return { what, measured, budget: `≥ ${100 * least} %`, holds: share >= least }
}

function atMost(what: string, value: Part, most: number): Line {
  return { what, measured: shown(value), budget: `≤ ${100 * most} %`, holds: value.part / value.of <= most }
}
