import { AppError } from '../contract/errors.ts'
import { DocumentModel } from './model.ts'

/** Raised when a released model changes shape; resources/schema holds one file for each version. */
export const SCHEMA_VERSION = 4
export const SCHEMA_ID = `urn:seances-inp:document-model:${SCHEMA_VERSION}`

/** Largest text taken, in characters: forty times the longest minutes of the demo. */
export const MOST_CHARACTERS = 20_000_000

/** A model as it is carried; the same model gives the same text, which XML may hold. */
export function carriedJson(model: DocumentModel): string {
  return JSON.stringify({ $schema: SCHEMA_ID, ...model }).replace(
    /[\uFFFE\uFFFF]/g,
    (sign) => `\\u${sign.charCodeAt(0).toString(16)}`,
  )
}

/**
 * The model in a carried text; null when it is none of ours.
 * @throws AppError `data-newer` when a later version of the application wrote it.
 */
export function modelOfCarried(json: string): DocumentModel | null {
  if (json.length > MOST_CHARACTERS) return null
  let value: unknown
  try {
    value = JSON.parse(json)
  } catch {
    return null
  }
  if (typeof value !== 'object' || value === null || !('$schema' in value)) return null
  const { $schema, ...content } = value
  const [, version] = /^urn:seances-inp:document-model:(\d{1,9})$/.exec(String($schema)) ?? []
  if (version === undefined) return null
  if (Number(version) > SCHEMA_VERSION) throw new AppError('data-newer')
  const result = DocumentModel.safeParse(Number(version) === 1 ? fromFirst(content) : content)
  return result.success ? result.data : null
}

/** The first version had the open actions on the agenda. */
function fromFirst(content: object): object {
  if (!('kind' in content) || content.kind !== 'agenda') return content
  return Object.fromEntries(Object.entries(content).filter(([key]) => key !== 'followedUp'))
}
