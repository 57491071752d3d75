// The backups that a hand-over still needs; however many are made since, none of them makes room.
import { dirname } from 'node:path'
import { listAsides, readSeen } from '../desk/lease.ts'
import { copyOfPen } from '../desk/pen.ts'

/**
 * Names in a folder of backups: what was put down there, what a desk laid down until it is merged and what that is compared
 * with; and beside the data themselves the copy that this desk began with, which tells later what it wrote.
 * @throws AppError when the folder cannot be read: then nothing may be taken away.
 */
export async function neededCopies(folder: string): Promise<ReadonlySet<string>> {
  const { lease } = await readSeen(folder)
  const copies = [
    typeof lease === 'string' ? null : lease.copy,
    ...(await listAsides(folder)).flatMap(({ copy, base }) => [copy, base]),
    copyOfPen(dirname(folder)),
  ]
  return new Set(copies.flatMap((copy) => (copy === null ? [] : [copy.file])))
}
