#!/usr/bin/env node
// The same services without a window: JSON on standard output, sentences on standard error.
import { runTyped } from './command-line/run.ts'
import { keepToOwner } from './documents/for-others.ts'

keepToOwner()
process.exitCode = await runTyped(process.argv.slice(2))
