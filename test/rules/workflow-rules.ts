// What a workflow may do: nothing that a stranger's change, or a moved tag, could turn into something else.
import { parse } from 'yaml'
import { z } from 'zod'

const Permissions = z.record(z.string(), z.enum(['read', 'write', 'none']))
const Step = z.looseObject({
  uses: z.string().optional(),
  run: z.string().optional(),
  with: z.record(z.string(), z.unknown()).optional(),
})
const Workflow = z.looseObject({
  on: z.record(z.string(), z.unknown()),
  permissions: Permissions,
  jobs: z.record(
    z.string(),
    z.looseObject({
      permissions: Permissions,
      'timeout-minutes': z.int().max(120),
      'runs-on': z.string(),
      steps: z.array(Step).min(1),
    }),
  ),
})

/** Events under which a stranger's words or code meet our secrets. */
const dangerous = ['pull_request_target', 'workflow_run', 'issue_comment', 'issues']

export function workflowFaults(text: string): string[] {
  const read = Workflow.safeParse(parse(text))
  if (!read.success)
    return read.error.issues.map(({ path, message }) => `${path.join('.') || 'the file'}: ${message}`)
  const { on, permissions, jobs } = read.data
  const faults = Object.keys(on).filter((event) => dangerous.includes(event))
  if (Object.keys(permissions).length > 0) faults.push('rights that every job has')
  const isForStrangers = 'pull_request' in on
  for (const [name, job] of Object.entries(jobs)) {
    const writes = Object.entries(job.permissions).filter(([, right]) => right === 'write')
    if (writes.some(([what]) => what !== 'contents')) faults.push(`${name} may write more than contents`)
    if (isForStrangers && writes.length > 0) faults.push(`${name} may write for a stranger`)
    for (const { uses, run, with: given } of job.steps) {
      if (uses?.startsWith('actions/checkout@') && given?.['persist-credentials'] !== false)
        faults.push(`${name} leaves its credentials behind`)
      // A value of the event put into a script is run as a part of it.
      if (run?.includes('${{')) faults.push(`${name} puts an expression into a script`)
    }
  }
  for (const [, reference = ''] of text.matchAll(/^\s*-?\s*uses:\s*(.*)$/gm))
    if (!/^actions\/[\w-]+@[0-9a-f]{40} # v\d+\.\d+\.\d+$/.test(reference))
      faults.push(`not pinned by its hash: ${reference}`)
  if (isForStrangers && text.includes('secrets.')) faults.push('secrets where strangers run')
  return faults
}
