import { resolve } from 'node:path'
import { errorSentences } from '../contract/error-sentences.ts'
import { ErrorCode } from '../contract/errors.ts'
import type { OldFilesGroup } from '../domain/old-files/old-files.ts'
import { plural } from '../domain/text/plural.ts'
import type { Command } from './arguments.ts'
import { withSession } from './session.ts'

const say = (sentence: string) => process.stderr.write(`${sentence}\n`)

/** The status is 1 while the list holds something doubtful, refused, or sure and not asked for. */
export function takeOldFiles({ words: [path = ''], data, json, acceptSure }: Command): Promise<number> {
  return withSession(data, async ({ call, internal }) => {
    const read = await internal('readOldFiles', { path: resolve(path) })
    const sure = (await call('oldFiles.list', {})).groups.filter(({ state }) => state === 'sure')
    const done =
      acceptSure && sure.length > 0
        ? await call('oldFiles.take', { choices: sure.map(({ id }) => ({ id })), openActions: false })
        : { taken: [], left: [] }
    const { groups } = await call('oldFiles.list', {})
    if (json) process.stdout.write(`${JSON.stringify({ ...read, ...done, groups }, null, 2)}\n`)
    else for (const group of groups) process.stdout.write(`${lineOf(group)}\n`)
    for (const { files, code } of groups)
      if (code !== null) say(`${files[0]?.path} : ${errorSentences[ErrorCode.parse(code)]}`)
    say(
      `${plural(read.files, 'fichier', 'fichiers')}, ${plural(groups.length, 'ligne', 'lignes')}, ${plural(done.taken.length, 'séance reprise', 'séances reprises')}.`,
    )
    return groups.every(({ state }) => state === 'taken') ? 0 : 1
  })
}

const words: Readonly<Record<OldFilesGroup['state'], string>> = {
  sure: 'sûre',
  doubtful: 'douteuse',
  refused: 'refusée',
  taken: 'déjà reprise',
}

function lineOf({ state, date, number, title, files, counts, reasons }: OldFilesGroup): string {
  const { items, participants, decisions, actions } = counts
  return [
    words[state],
    date ?? '–',
    number ?? '–',
    title,
    `${items}/${participants}/${decisions}/${actions}`,
    files.map(({ path }) => path).join(' + '),
    reasons.join(' '),
  ].join('\t')
}
