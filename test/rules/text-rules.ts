// Each rule has a planted violation; forbidden words are written in pieces here.
import type { TrackedFile } from './tracked.ts'

export type TextRule = {
  readonly name: string
  /** Says what is wrong in a file; nothing when it is right. */
  readonly faults: (file: TrackedFile) => readonly string[]
  /** Files that break the rule. */
  readonly plants: readonly TrackedFile[]
}

/** A text file that exists nowhere. */
export const planted = (path: string, text: string): TrackedFile => ({
  path,
  text,
  bytes: Buffer.byteLength(text),
})

const binary = (path: string, bytes: number): TrackedFile => ({ path, text: null, bytes })

/** Lines of the file that match, as `path:line: what`. */
function linesWith(pattern: RegExp, except: (path: string) => boolean = () => false) {
  return ({ path, text }: TrackedFile): string[] =>
    text === null || except(path)
      ? []
      : text.split('\n').flatMap((line, index) => {
          const found = pattern.exec(line)
          return found === null ? [] : [`${path}:${index + 1}: ${found[0].trim().slice(0, 80)}`]
        })
}

const isCode = (path: string) => /\.(ts|tsx|mjs|js)$/.test(path)
const isLockfile = (path: string) => path === 'package-lock.json'

/** Where binaries may be, and how large each. */
const binaryFolders: readonly (readonly [prefix: string, bytes: number])[] = [
  ['docs/pictures/', 600_000],
  ['resources/icons/', 300_000],
  ['resources/fonts/', 600_000],
  ['test/fixtures/', 200_000],
]

const openings = (folder: string) => ['', folder, ''].join('/')
const machine = new RegExp(
  `(^|[\\s'"\`(=:])(${[openings('work'), openings('root'), '/home/[a-z][\\w-]*/', '/Users/[A-Za-z]\\w*/'].join('|')})`,
)
const registryHosts = new RegExp(
  ['registry\\.(npmjs|yarnpkg)', 'npm\\.pkg\\.github', '_auth(Token)?='].join('|'),
)
const switchedOff = ['no', 'sandbox'].join('-')
const unfinished = new RegExp(`\\b(${['TO' + 'DO', 'FIX' + 'ME', 'X' + 'XX'].join('|')})\\b`)
const leftAlone = /\b(it|test|describe|suite)\.(only|skip|todo|skipIf|runIf|fails)\b/
const silenced = new RegExp(
  ['@ts-(ignore|nocheck|expect-error)', 'biome-' + 'ignore', 'eslint-' + 'disable'].join('|'),
)
const vague = /(^|\/|[.-])(utils?|helpers?|manager|misc|common-code)([./-]|$)/i

/** What stands last in a selector, without what its parts are asked. */
function subjectOf(selector: string): string {
  let bare = selector.replace(/[{,]\s*$/, '').trim()
  while (bare.includes('(') && bare !== bare.replace(/\([^()]*\)/g, ''))
    bare = bare.replace(/\([^()]*\)/g, '')
  return bare.split(/[\s>+~]+/).at(-1) ?? ''
}

export const textRules: readonly TextRule[] = [
  {
    name: 'no path of one machine',
    faults: linesWith(machine, isLockfile),
    plants: [
      planted('electron/a.ts', `const p = '${openings('work')}main'`),
      planted('docs/a.md', `see ${'/home'}/someone/x`),
    ],
  },
  {
    name: 'no host or key of a registry',
    faults: linesWith(registryHosts),
    plants: [planted('.npmrc', `registry=https://${'registry'}.npmjs.org/`)],
  },
  {
    name: 'no address in the lockfile',
    faults: linesWith(/"resolved": "http/, (path) => !isLockfile(path)),
    plants: [planted('package-lock.json', '      "resolved": "https://example.org/a.tgz",')],
  },
  {
    name: 'the sandbox is never switched off',
    faults: linesWith(new RegExp(switchedOff, 'i')),
    plants: [planted('scripts/a.ts', `spawn(electron, ['--${switchedOff}'])`)],
  },
  {
    name: 'nothing is left for later in a comment',
    faults: linesWith(unfinished, isLockfile),
    plants: [planted('renderer/a.ts', `// ${'TO' + 'DO'}: later`)],
  },
  {
    name: 'no test is left alone or switched off',
    faults: linesWith(
      leftAlone,
      (path) => !path.startsWith('test/') || path.startsWith('test/rules/text-rules'),
    ),
    plants: [planted('test/unit/a.test.ts', `it.${'skipIf'}(true)('x', () => {})`)],
  },
  {
    name: 'no checker is silenced',
    faults: linesWith(silenced, (path) => !isCode(path)),
    plants: [planted('electron/a.ts', `// ${'biome-' + 'ignore'} lint: x`)],
  },
  {
    name: 'nothing about how the work is organised',
    faults: linesWith(
      new RegExp(
        `\\b(${['issue ', '#'].join('')}\\d+|${['sub', 'agent'].join('')}|${'brief' + '.md'}|${'design' + '.md'})`,
        'i',
      ),
      (path) => isLockfile(path) || path.startsWith('resources/fonts/'),
    ),
    plants: [planted('docs/a.md', `as ${'design' + '.md'} says`)],
  },
  {
    name: 'no source file over 16 kB',
    faults: ({ path, bytes }) =>
      /^(electron|renderer|scripts|test)\//.test(path) && /\.(ts|tsx|mjs|css)$/.test(path) && bytes > 16_000
        ? [`${path}: ${bytes} bytes`]
        : [],
    plants: [planted('renderer/a.tsx', ' '.repeat(16_001))],
  },
  {
    // Otherwise Chromium styles everything below anew at each change below, forty pages of minutes at each letter.
    name: 'a style that depends on what is inside names a class or an element',
    faults: ({ path, text }) =>
      text === null || !path.endsWith('.css')
        ? []
        : text
            .split('\n')
            .flatMap((line, index) =>
              line.includes(':has(') && /^[:*]/.test(subjectOf(line))
                ? [`${path}:${index + 1}: ${line.trim()}`]
                : [],
            ),
    plants: [
      planted('renderer/styles/a.css', '.row:has(.mark) > :last-child {'),
      planted('renderer/styles/b.css', '.page:has(.table:not(:first-child)) > :not(.table),'),
    ],
  },
  {
    name: 'binaries only where they belong, and small',
    faults: ({ path, bytes, text }) => {
      if (text !== null) return []
      const allowed = binaryFolders.find(([prefix]) => path.startsWith(prefix))
      return allowed !== undefined && bytes <= allowed[1] ? [] : [`${path}: ${bytes} bytes`]
    },
    plants: [binary('renderer/a.png', 100), binary('test/fixtures/imports/a.docx', 200_001)],
  },
  {
    name: 'file names say what is inside',
    faults: ({ path }) => (vague.test(path) ? [path] : []),
    plants: [planted('renderer/ui/utils.ts', ''), planted('electron/helpers/a.ts', '')],
  },
]
