// First script of main, core and each job: the built code of the same name. Apart, so that V8 finds what it compiled before.
import { basename, join } from 'node:path'
import { load } from './load.ts'

load(join(import.meta.dirname, 'code', basename(import.meta.filename)))
