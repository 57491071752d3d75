import { spawnSync } from 'node:child_process'
import { mkdirSync, rmSync } from 'node:fs'
import { join } from 'node:path'
import { withSession } from '../electron/command-line/session.ts'
import { root } from './pinned-node.mjs'

const sample = join(root, 'resources', 'sample', 'ordre-du-jour.md')

/** Works in .cache/main-job/, anew each time, and says where the documents are. Throws when a step fails. */
export async function runMainJob(): Promise<void> {
  const folder = join(root, '.cache', 'main-job')
  rmSync(folder, { recursive: true, force: true })
  mkdirSync(folder, { recursive: true })
  const data = join(folder, 'data')
  console.log(`Reading ${sample}…`)
  const imported = inp(['agenda', 'import', sample, '--data', data, '--accept-uncertain', '--json'])
  const { meetingId }: { meetingId: string } = JSON.parse(imported)
  await withSession(data, ({ call }) => call('minutes.start', { meetingId }))
  const documents = { agenda: join(folder, 'ordre-du-jour.pdf'), minutes: join(folder, 'compte-rendu.pdf') }
  for (const [kind, path] of Object.entries(documents))
    inp([kind, 'export', '--data', data, '--meeting', meetingId, '--out', path])
  console.log(`Agenda:  ${documents.agenda}`)
  console.log(`Minutes: ${documents.minutes}`)
}

function inp(args: readonly string[]): string {
  const { status, stdout } = spawnSync(process.execPath, [join(root, 'electron', 'cli.ts'), ...args], {
    cwd: root,
    encoding: 'utf8',
    stdio: ['ignore', 'pipe', 'inherit'],
  })
  if (status !== 0) throw new Error(`inp ${args.slice(0, 2).join(' ')} ended with ${status}`)
  return stdout
}
