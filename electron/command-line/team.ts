// The base of a team, for the administration: made, looked at, opened to accounts; and the desk that joins it.
import { AppError } from '../contract/errors.ts'
import { joinTeam, leaveTeam, readTeamFile, type TeamAddress } from '../db/postgres/address.ts'
import { createTeam, grantIn, lookAt, teamStatements } from '../db/postgres/open.ts'
import { grant, type TeamRole, teamRoles } from '../db/postgres/rights.ts'
import type { Command } from './arguments.ts'

const print = (words: string) => process.stdout.write(`${words}\n`)
const say = (sentence: string) => process.stderr.write(`${sentence}\n`)

function addressOf({ connection, user }: Command): TeamAddress {
  const { kind: _, ...address } = readTeamFile(connection)
  return { ...address, user }
}

export async function createBase(command: Command): Promise<number> {
  const address = addressOf(command)
  if (command.dryRun) {
    for (const statement of teamStatements()) print(`${statement};\n`)
    return 0
  }
  await createTeam(address, undefined)
  say(`Base de l’équipe créée dans ${address.database} : ouvrir l’accès aux comptes par inp team grant.`)
  return 0
}

export async function checkBase(command: Command): Promise<number> {
  const found = await lookAt(addressOf(command), undefined)
  if (command.json) print(JSON.stringify(found, null, 2))
  else {
    say(`Serveur PostgreSQL ${found.server}, base de version ${found.version}.`)
    for (const { role, accounts } of found.roles) say(`${role} : ${accounts.join(', ') || 'personne'}`)
  }
  return 0
}

export async function grantRole(command: Command): Promise<number> {
  const { words, role, dryRun } = command
  const [account = ''] = words
  if (!isRole(role)) throw new AppError('invalid-input', { field: 'role' })
  if (dryRun) print(`${grant(role, account)};`)
  else {
    await grantIn(addressOf(command), undefined, role, account)
    say(`${account} a le rôle ${role}.`)
  }
  return 0
}

export async function joinBase({ connection, user, data }: Command): Promise<number> {
  const file = readTeamFile(connection)
  await joinTeam(data, file, user)
  say(
    `Ce poste travaille désormais sur la base de l’équipe (${file.host}). Ses propres données restent dans ${data}.`,
  )
  return 0
}

export async function leaveBase({ data }: Command): Promise<number> {
  await leaveTeam(data)
  say('Ce poste travaille de nouveau sur ses propres données.')
  return 0
}

const isRole = (word: string): word is TeamRole => (teamRoles as readonly string[]).includes(word)
