// JSON Schema of what a document carries, for whoever reads our files in ten years without this application.
import { z } from 'zod'
import { SCHEMA_ID, SCHEMA_VERSION } from './carried.ts'
import { DocumentModel } from './model.ts'

/** Name of the file in resources/schema. */
export const schemaFileName = `document-model-${SCHEMA_VERSION}.json`

type Node = { [key: string]: unknown }

/** The schema as text; the same models give the same text. */
export function schemaText(): string {
  const { $schema, ...described } = z.toJSONSchema(DocumentModel, { reused: 'ref' }) as Node
  const kinds = described.oneOf ?? described.anyOf
  if (!Array.isArray(kinds)) throw new Error('the document models are no longer a choice of kinds')
  const schema = {
    $schema,
    $id: SCHEMA_ID,
    title: 'Document of Séances INP',
    description:
      'The words that a document prints, and its facts each by itself, as carried in its PDF (attached file), its Word file (custom XML part), its OpenDocument text (Donnees/document.json) and its web page (meta element).',
    ...described,
    oneOf: kinds.map(withVersion),
    anyOf: undefined,
  }
  return `${JSON.stringify(schema, null, 2)}\n`
}

/** Each kind also says which schema describes it. */
function withVersion(kind: Node): Node {
  const properties = typeof kind.properties === 'object' ? kind.properties : {}
  const required = Array.isArray(kind.required) ? kind.required : []
  return {
    ...kind,
    properties: { $schema: { const: SCHEMA_ID }, ...properties },
    required: ['$schema', ...required],
  }
}
