import { app } from 'electron'
import { YOUNG_GENERATION } from '../contract/young-generation.ts'
import { resourcesFolder } from './folders.ts'

/**
 * SEANCES_RESOURCES says where fonts, templates and sample data lie.
 * SEANCES_SQLITE_BINDING passes through for an unpackaged application only: a shipped one loads the binding it was shipped with.
 */
export function childEnvironment(): Record<string, string> {
  const { SEANCES_SQLITE_BINDING: binding, ...rest } = process.env
  const inherited = Object.entries(rest).filter((entry): entry is [string, string] => entry[1] !== undefined)
  return {
    ...Object.fromEntries(inherited),
    SEANCES_RESOURCES: resourcesFolder,
    ...(app.isPackaged || binding === undefined ? {} : { SEANCES_SQLITE_BINDING: binding }),
  }
}

/** Electron hands a flag of V8 on only in this form (tried on 33: without it, it is ignored). */
export const childFlags = [`--js-flags=${YOUNG_GENERATION}`]
