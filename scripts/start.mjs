import { spawn } from 'node:child_process'
import { join } from 'node:path'
import { installDependencies } from './install.mjs'
import { pinnedNode, root } from './pinned-node.mjs'

installDependencies()
const child = spawn(pinnedNode, [join(root, 'scripts', 'start.ts'), ...process.argv.slice(2)], {
  cwd: root,
  stdio: 'inherit',
})
process.on('SIGINT', () => child.kill('SIGINT'))
process.on('SIGTERM', () => child.kill('SIGTERM'))
child.on('exit', (status) => {
  process.exitCode = status ?? 1
})
