// Migrations in order; number n brings a database from n - 1 to n. Frozen once released, forward only.
import { first } from './0001-first.ts'

export const migrations: readonly string[] = [first]
