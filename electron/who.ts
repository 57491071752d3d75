import { userInfo } from 'node:os'

/** The account's name; empty where the system knows the account by its number only (some directories, containers). */
export function accountName(): string {
  try {
    return userInfo().username
  } catch {
    return ''
  }
}
