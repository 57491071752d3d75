// Every method of the contract with its handler; a missing one does not compile.
import { type Merged, merged } from '../contract/merged.ts'
import * as tables from './by-table.ts'
import type { AllHandlers } from './context.ts'

const complete: AllHandlers = tables
/** Every method of the contract that the core runs, with what runs it. */
export const handlers: Merged<AllHandlers> = merged(complete)
