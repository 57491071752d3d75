import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { root } from './pinned-node.mjs'

type Box = { at: readonly [x: number, y: number]; height: number; title: string; lines: readonly string[] }

const WIDTH = 250
const LINE = 24

const window: Box = {
  at: [30, 60],
  height: 180,
  title: 'Window (renderer/)',
  lines: [
    'sandboxed page, no Node.js',
    'screens, editor, preview',
    'one outbox keeps what is typed',
    'until it is acknowledged',
  ],
}
const shell: Box = {
  at: [355, 60],
  height: 180,
  title: 'Shell (main process)',
  lines: [
    'windows, app:// protocol, menu,',
    'dialogs, sender check; no SQL;',
    'the only place that knows paths',
    'and restarts what died',
  ],
}
const core: Box = {
  at: [680, 60],
  height: 180,
  title: 'Core (features/ + db/)',
  lines: [
    'contract → transaction → rows',
    '→ journal, in one envelope;',
    'the only connection that writes;',
    'also in-process for the',
    'command line and the tests',
  ],
}
const jobs: Box = {
  at: [355, 330],
  height: 150,
  title: 'Jobs (imports/, documents/)',
  lines: ['bytes → draft', 'document model → PDF', 'finished backup → verdict', 'can be killed at any time'],
}
const data: Box = {
  at: [680, 330],
  height: 150,
  title: 'Data folder',
  lines: [
    'seances.sqlite (WAL, FULL)',
    'pieces/ (by SHA-256)',
    'sauvegardes/ (verified)',
    'second folder: copies',
  ],
}

const arrows: readonly { path: string; words: string; at: readonly [x: number, y: number] }[] = [
  { path: 'M280 140H350', words: 'call()', at: [286, 128] },
  { path: 'M605 140H675', words: 'ToCore', at: [612, 128] },
  { path: 'M480 240V325', words: 'bytes, models', at: [490, 288] },
  { path: 'M805 240V325', words: 'one writer', at: [815, 288] },
]

const escaped = (words: string) => words.replace(/&/g, '&amp;').replace(/</g, '&lt;')

function boxed({ at: [x, y], height, title, lines }: Box): string {
  return [
    `<rect x="${x}" y="${y}" width="${WIDTH}" height="${height}" rx="10" fill="#f4f7f7" stroke="#0a5a66" stroke-width="1.5"/>`,
    `<text x="${x + 20}" y="${y + 30}" font-weight="600" font-size="17">${escaped(title)}</text>`,
    ...lines.map((line, index) => `<text x="${x + 20}" y="${y + 58 + index * LINE}">${escaped(line)}</text>`),
  ].join('\n  ')
}

/** The processes and what passes between them, as a picture for docs/architecture.md. */
export function writeDrawing(): string {
  const path = 'docs/pictures/architecture.svg'
  writeFileSync(
    join(root, path),
    `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 960 520" role="img" aria-labelledby="t d" font-family="system-ui, sans-serif" font-size="15" fill="#13232a">
  <title id="t">The processes of Séances INP and what passes between them</title>
  <desc id="d">The window calls the shell through the contract; the shell forwards to the core, the only process that writes the database; job processes read files, render PDF and check backups without the live database.</desc>
  <defs><marker id="a" viewBox="0 0 10 10" refX="9" refY="5" markerWidth="7" markerHeight="7" orient="auto"><path d="M0 0 10 5 0 10z" fill="#0a5a66"/></marker></defs>
  <rect width="960" height="520" fill="#ffffff"/>
  <text x="30" y="40" fill="#3f5158">Who speaks to whom (an arrow asks; answers and events come back the same way)</text>
  ${[window, shell, core, jobs, data].map(boxed).join('\n  ')}
  ${arrows.map(({ path, words, at: [x, y] }) => `<path d="${path}" stroke="#0a5a66" stroke-width="2" fill="none" marker-end="url(#a)"/><text x="${x}" y="${y}" font-size="13" fill="#3f5158">${escaped(words)}</text>`).join('\n  ')}
</svg>
`,
  )
  return path
}
