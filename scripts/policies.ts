// Writes the files with which an administration settles what electron/domain/managed declares. npm run policies, after it
// changed.
import { mkdirSync, writeFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { requirePinnedNode } from './pinned-node.mjs'
import { policyFiles } from './policies/files.ts'

requirePinnedNode()
const folder = join(import.meta.dirname, '..', 'resources', 'policies')
for (const [name, text] of policyFiles()) {
  mkdirSync(dirname(join(folder, name)), { recursive: true })
  writeFileSync(join(folder, name), text)
}
