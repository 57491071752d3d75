import { AppError } from '../../contract/errors.ts'
import type { TeamRole } from '../../domain/data/team.ts'
import type { TeamAddress } from './address.ts'
import { isUnwritten } from './carry.ts'
import { Line } from './line.ts'
import { roleOf } from './rights.ts'

/**
 * What an account may do in the base of a team, whose it is, and whether anybody has written there.
 * @param password undefined: the one that the system keeps for it
 * @throws AppError why it cannot be opened; `team-not-allowed` to an account that has no role
 */
export async function tryAccount(
  address: TeamAddress,
  password: string | undefined,
): Promise<{ role: TeamRole; isEmpty: boolean; body: string }> {
  const line = new Line(address, password)
  try {
    await line.ready()
    const role = await roleOf(line)
    if (role === null) throw new AppError('team-not-allowed')
    const [isEmpty, { rows }] = await Promise.all([
      isUnwritten(line),
      line.query<{ name: string }>('SELECT name FROM body'),
    ])
    return { role, isEmpty, body: rows[0]?.name ?? '' }
  } finally {
    await line.close()
  }
}
