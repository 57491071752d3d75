import { describe, expect, it } from 'vitest'
import { errorSentences } from '../../electron/contract/error-sentences.ts'
import { ErrorCode } from '../../electron/contract/errors.ts'
import { contract } from '../../electron/contract/index.ts'
import type { MethodShape } from '../../electron/contract/method.ts'
import {
  faultsOf,
  fixedPlurals,
  isCatalogue,
  sentencesOf,
  typography,
  wordsInScreen,
} from './french-rules.ts'
import { readTracked, trackedPaths } from './tracked.ts'

const textOf = (path: string) => readTracked(path).text ?? ''
const catalogues = trackedPaths().filter(isCatalogue)
const screens = trackedPaths().filter((path) => /^renderer\/.*\.tsx$/.test(path))

describe('typography', () => {
  it.each(catalogues)('%s', (path) => {
    const found = sentencesOf(path, textOf(path)).flatMap(({ line, text }) =>
      faultsOf(text).map((fault) => `${path}:${line}: ${fault}: ${text}`),
    )
    expect(found).toEqual([])
  })

  it.each(typography)(
    '$name: the planted fault is reported, the right writing is not',
    ({ name, plant, right }) => {
      const catalogue = (text: string) =>
        sentencesOf('planted.ts', `export const t = { key: ${JSON.stringify(text)} }`)
      expect(catalogue(plant).flatMap(({ text }) => faultsOf(text))).toContain(name)
      expect(catalogue(right).flatMap(({ text }) => faultsOf(text))).toEqual([])
    },
  )

  it('reads templates, arrays and functions too, but neither keys nor imports', () => {
    const source = [
      "import a from 'x ?'",
      "export const t = { 'key ?': (n: number) => `n %{n} points ?`, list: ['Fini !'], kind: 'a' as 'b ?' }",
    ]
      .join('\n')
      .replace('%', '$')
    expect(sentencesOf('planted.ts', source).flatMap(({ text }) => faultsOf(text))).toHaveLength(2)
  })
})

describe('a number and its noun', () => {
  const said = trackedPaths().filter(
    (path) => isCatalogue(path) || /^electron\/command-line\/[\w-]+\.ts$/.test(path),
  )

  it('agree where there is one of it, or none', () => {
    expect(said.length).toBeGreaterThan(150)
    const found = said.flatMap((path) =>
      fixedPlurals(path, textOf(path)).map(({ line, text }) => `${path}:${line}: ${text}`),
    )
    expect(found).toEqual([])
  })

  it.each([
    '(n: number) => `%{n} séances reprises`',
    '(n: number) => (n === 0 ? "" : `%{n}\u00a0lignes`)',
    '() => say(`%{count(read.files)} fichiers`)',
  ])('a planted fault is reported: %s', (source) => {
    expect(fixedPlurals('planted.ts', source.replaceAll('%{', '${'))).toHaveLength(1)
  })

  it.each([
    '(n: number) => `%{plural(n, "séance reprise", "séances reprises")}`',
    '(n: number) => (n < 2 ? "une ligne" : `%{n} lignes`)',
    '(who: string) => `%{who} les a`',
    '(n: number) => `%{n} sans réponse`',
  ])('what agrees is not: %s', (source) => {
    expect(fixedPlurals('planted.ts', source.replaceAll('%{', '${'))).toEqual([])
  })
})

describe('labels of the journal', () => {
  const labels = Object.values<MethodShape>(contract).flatMap(({ label }) => label ?? [])
  const wrong = (label: string) => [
    ...faultsOf(label),
    ...(/^\p{Ll}.*[^.]$/u.test(label) ? [] : ['a noun phrase, without capital or full stop']),
  ]

  it('keep to the typography and begin within a sentence', () => {
    expect(labels.length).toBeGreaterThan(200)
    expect(labels.flatMap((label) => wrong(label).map((fault) => `${label}: ${fault}`))).toEqual([])
  })

  it.each(["ajout d'un point", 'Ajout d’un point', 'Le point est ajouté.', ''])(
    'a planted fault is reported: %s',
    (label) => expect(wrong(label)).not.toEqual([]),
  )
})

describe('error codes', () => {
  it.each(ErrorCode.options)('%s has a whole French sentence', (code) => {
    expect(errorSentences[code]).toMatch(/^\p{Lu}.{15,}\.$/u)
  })

  it('have no sentence that no code uses', () => {
    expect(Object.keys(errorSentences).sort()).toEqual([...ErrorCode.options].sort())
  })
})

describe('screens', () => {
  it('take their words from the catalogues', () => {
    expect(screens.length).toBeGreaterThan(10)
    const found = screens.flatMap((path) =>
      wordsInScreen(path, textOf(path)).map(({ line, text }) => `${path}:${line}: ${text}`),
    )
    expect(found).toEqual([])
  })

  it.each([
    'export const A = () => <p>Séance</p>',
    "export const A = () => <p>{'Séance'}</p>",
    'export const A = () => <input aria-label="Séance" />',
    "export const A = () => <Field label={'Séance'} />",
    "export const A = () => <p>{ok ? 'Saved' : text.failed}</p>",
    "export const A = () => <p>{isLate && 'Too late'}</p>",
    'export const A = () => <p>{`%{count} points left`}</p>',
    "export const A = () => <p>{name ?? 'Nobody'}</p>",
    "export const A = () => <Field hint={ok ? 'Not yet' : text.hint} />",
    'export const A = () => <Empty words="Nothing here" />',
  ])('a planted word is reported: %s', (source) => {
    expect(wordsInScreen('planted.tsx', source.replaceAll('%{', '${'))).toHaveLength(1)
  })

  it.each([
    'export const A = () => <p className="note wide" data-kind="late one">{text.late}</p>',
    "export const A = () => <Icon name={ok ? 'check' : 'cross'} d=\"M 0 0\" />",
    'export const A = () => <p>{`%{day} – %{hour}`}</p>',
  ])('what nobody reads is not: %s', (source) => {
    expect(wordsInScreen('planted.tsx', source.replaceAll('%{', '${'))).toEqual([])
  })
})
