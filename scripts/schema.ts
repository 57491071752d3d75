// Writes the JSON Schema of the document models. npm run schema, after a model changed shape.
import { mkdirSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { schemaFileName, schemaText } from '../electron/documents/schema.ts'
import { requirePinnedNode } from './pinned-node.mjs'

requirePinnedNode()
const folder = join(import.meta.dirname, '..', 'resources', 'schema')
mkdirSync(folder, { recursive: true })
writeFileSync(join(folder, schemaFileName), schemaText())
