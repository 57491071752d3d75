import { basename } from 'node:path'
import type { CopyState } from '../../contract/settings.ts'
import { readVerdicts } from '../../db/backups/verdicts.ts'
import type { Desk } from '../../db/desk/desk.ts'
import type { Reader } from '../../db/driver.ts'
import type { Body } from '../../domain/meetings/body.ts'

export async function getBody(tx: Reader): Promise<Body> {
  const { id: _, isSample, ...body } = await tx.selectFrom('body').selectAll().executeTakeFirstOrThrow()
  return { ...body, isSample: isSample === 1 }
}

export function copyState(dataFolder: string, desk: Desk): CopyState {
  return {
    choice: desk.copyFolder !== null ? 'chosen' : desk.copyDeclined ? 'declined' : 'unasked',
    folderName: desk.copyFolder === null ? '' : basename(desk.copyFolder),
    lastCopyAt: desk.lastCopyAt,
    damagedBackups: Object.values(readVerdicts(dataFolder)).filter(({ condition }) => condition === 'damaged')
      .length,
    lastFailure: desk.lastFailure,
  }
}
