// Bench: measures the budgets in one run and prints them as a Markdown table; never part of the tests.
// npm run bench -- [core] [app]

import { benchCore } from '../test/perf/core-bench.ts'
import { markdown } from '../test/perf/measure.ts'
import { requirePinnedNode } from './pinned-node.mjs'

requirePinnedNode()
const lines = await benchCore((line) => console.log(line))
console.log(`\n${markdown(lines)}`)
