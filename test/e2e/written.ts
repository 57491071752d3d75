// Reads the files that the application left as somebody else would.
import { spawnSync } from 'node:child_process'
import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import type { Page } from 'playwright'
import type { Envelope } from '../../electron/contract/method.ts'
import { structuredText } from '../documents-check/pdf-faults.ts'
import { callBridge } from './application.ts'

/** All words of a PDF in reading order, any white space as one space. */
export async function textOf(path: string): Promise<string> {
  const words = (await structuredText(readFileSync(path))).join('\n').replace(/\s+/gu, ' ')
  // Raised letters are a run of their own: "3e".
  return words.replace(/(\d) (er?|re)\b/gu, '$1$2')
}

/** Titles of the agenda of the meeting on this date, as the core has them, with plain spaces. */
export async function agendaTitles(page: Page, date: string): Promise<string[]> {
  const meetings = answered(await callBridge(page, 'meetings.list', { year: null }))
  const meetingId = meetings.find((one) => one.date === date)?.id ?? ''
  const { items } = answered(await callBridge(page, 'agenda.list', { meetingId }))
  return items.map((item) => item.title.replace(/\s+/gu, ' '))
}

function answered<T>(envelope: Envelope<T>): T {
  if (!envelope.ok) throw new Error(envelope.error.code)
  return envelope.value
}

/** The command line on plain Node.js, as an administrator would look at a copy; returns what it printed. */
export function inp(...args: string[]): string {
  const cli = join(import.meta.dirname, '..', '..', 'electron', 'cli.ts')
  const { status, stdout, stderr } = spawnSync(process.execPath, [cli, ...args], { encoding: 'utf8' })
  if (status !== 0) throw new Error(stderr)
  return stdout
}

/** Names of the verified copies in a folder, the oldest first. */
export function backupsIn(path: string): string[] {
  return existsSync(path)
    ? readdirSync(path)
        .filter((name) => name.endsWith('.seances'))
        .sort()
    : []
}

/** Whether a canvas holds anything but white and nothing. */
export function isPainted(canvas: HTMLCanvasElement): boolean {
  const pixels = canvas.getContext('2d')?.getImageData(0, 0, canvas.width, canvas.height).data ?? []
  return pixels.some((value, index) => index % 4 !== 3 && value > 0 && value < 255)
}
