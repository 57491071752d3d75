// A document never goes outside of the shared folder, whatever the pattern.
import { unknownAmong } from '../domain/text/template-fields.ts'
import { isSafeName, safeFileName, safeName } from './file-name.ts'

const fields = ['année', 'date', 'numéro', 'titre', 'document'] as const
type SharedField = (typeof fields)[number]

/** The fault of a pattern: the unknown field as it was typed, or `pattern` when it leads nowhere; null when sound. */
export function patternFault(pattern: string): string | null {
  const [unknown] = unknownAmong(fields, pattern)
  if (unknown !== undefined) return unknown
  const parts = partsOf(pattern)
  const leadsOut = /^([/\\]|[a-z]:)/i.test(pattern.trim()) || parts.some((part) => /^\.+$/.test(part))
  const last = parts.at(-1) ?? ''
  return leadsOut || !/\{\s*document\s*\}/i.test(last) || parts.length > 8 ? 'pattern' : null
}

/**
 * The path of a document below the folder, its parts separated by slashes, each a name that every system accepts. A
 * part left empty by its fields is left out.
 */
export function sharedPath(pattern: string, values: Readonly<Record<SharedField, string>>): string {
  const parts = partsOf(pattern)
  const folders = parts.slice(0, -1).map((part) => filled(part, values))
  const name = filled(parts.at(-1) ?? '{document}', values)
  const document = safeName(values.document)
  const dot = document.lastIndexOf('.')
  const extension = dot > 0 ? document.slice(dot + 1) : 'bin'
  const stem = name.toLowerCase().endsWith(`.${extension.toLowerCase()}`)
    ? name.slice(0, -extension.length - 1)
    : name
  return [
    ...folders.filter((folder) => folder !== '').map(safeFolderName),
    safeFileName(stem === '' ? document : stem, extension),
  ].join('/')
}

/** Whether a path could be one of those: it leads to no other folder, and every system takes its names. */
export function isSharedPath(path: string): boolean {
  return path.split('/').every(isSafeName)
}

const partsOf = (pattern: string) =>
  pattern
    .split(/[/\\]+/)
    .map((part) => part.trim())
    .filter((part) => part !== '')

function filled(part: string, values: Readonly<Record<string, string>>): string {
  return part
    .replace(/\{([^{}]*)\}/g, (_, name: string) => values[name.normalize('NFC').trim().toLowerCase()] ?? '')
    .replace(/\s+/g, ' ')
    .trim()
}

/** A folder is named like a file without an extension. */
function safeFolderName(name: string): string {
  return safeFileName(name, 'd').slice(0, -2)
}
