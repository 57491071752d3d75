import { AppError } from '../../contract/errors.ts'
import type { LongContext } from '../context.ts'

/**
 * @param paper with the circulation of what never leaves the secretariat, where it has one
 * @throws AppError `team-not-allowed` to an account of the team that only reads
 */
export function expectForReaders({ team }: LongContext, paper: object): void {
  if ('circulation' in paper && paper.circulation === 'secretariat' && team?.role === 'lecture')
    throw new AppError('team-not-allowed')
}
