import { mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect } from 'vitest'
import type { SharedWriter } from '../../electron/domain/data/hand-over.ts'
import { type OpenedCore, openTestCore } from './open-core.ts'

export type TwoDesks = { first: OpenedCore; second: OpenedCore; folder: string; close(): Promise<void> }

/** Both know the shared folder; nothing was handed over yet. */
export async function openTwoDesks(): Promise<TwoDesks> {
  const folder = mkdtempSync(join(tmpdir(), 'seances-partage-'))
  const first = await openTestCore({ who: 'claire' })
  const second = await openTestCore({ who: 'noe' })
  for (const desk of [first, second]) await chooseFolder(desk, folder)
  await first.ok('handOver.nameMachine', { name: 'Poste de Claire' })
  await second.ok('handOver.nameMachine', { name: 'Poste de Noé' })
  return {
    first,
    second,
    folder,
    async close() {
      await first.dispose()
      await second.dispose()
      rmSync(folder, { recursive: true, force: true })
    },
  }
}

async function chooseFolder(desk: OpenedCore, path: string): Promise<void> {
  const chosen = await desk.core.internal('setHandOverFolder', { path })
  expect(chosen.ok).toBe(true)
}

/** A meeting under a date of its own. */
export function meet(desk: OpenedCore, date: string) {
  return desk.ok('meetings.create', { fields: { date }, fromTemplate: false })
}

export async function dates(desk: OpenedCore): Promise<string[]> {
  return (await desk.ok('meetings.list', { year: null })).map(({ date }) => date).sort()
}

/** The shared writer in the shared folder. */
export function leaseIn(folder: string): SharedWriter {
  return JSON.parse(readFileSync(join(folder, 'passation.json'), 'utf8')) as SharedWriter
}

export async function standing(desk: OpenedCore): Promise<string> {
  return (await desk.ok('handOver.look', {})).standing
}

export function refusedMeeting(desk: OpenedCore): Promise<string> {
  return desk.refused('meetings.create', { fields: { date: '2026-12-31' }, fromTemplate: false })
}
