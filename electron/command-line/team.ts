// The base of a team, for the administration: made, looked at, opened to accounts; and the desk that joins it.

import { mkdirSync, mkdtempSync } from 'node:fs'
import { rm } from 'node:fs/promises'
import { join } from 'node:path'
import { AppError } from '../contract/errors.ts'
import { copyBackup } from '../db/backups/backup.ts'
import { BACKUP_FOLDER } from '../db/backups/name.ts'
import { expectHand, readWriter } from '../db/desk/writer.ts'
import { SCHEMA_VERSION } from '../db/migrate.ts'
import { openData } from '../db/open.ts'
import {
  addressOf,
  BASE_REVISION,
  hasTeam,
  lockWriters,
  type TeamAddress,
  teamFileAt,
  teamOf,
} from '../db/postgres/address.ts'
import {
  createStatements,
  createTeam,
  grantIn,
  grantStatements,
  lookAt,
  looking,
  upgradeStatements,
  upgradeTeam,
} from '../db/postgres/administration.ts'
import { giving, taking } from '../db/postgres/carry.ts'
import { joinWithoutCopy, leaveWithoutCopy } from '../db/postgres/leave-with-copy.ts'
import { openTeam } from '../db/postgres/open.ts'
import { emptyDesk } from '../db/postgres/schema.ts'
import { type Carried, giveDesk, takeTeam } from '../db/postgres/share.ts'
import { tryAccount } from '../db/postgres/try-account.ts'
import { type TeamRole, teamRoles } from '../domain/data/team.ts'
import { count } from '../domain/text/plural.ts'
import type { Command } from './arguments.ts'
import { withSession } from './session.ts'

const print = (words: string) => process.stdout.write(`${words}\n`)
const say = (sentence: string) => process.stderr.write(`${sentence}\n`)

const baseOf = ({ connection, user }: Command): TeamAddress => addressOf(teamFileAt(connection), user)

export async function createBase(command: Command): Promise<number> {
  const address = baseOf(command)
  if (command.dryRun) return show(['BEGIN', ...(await createStatements(address, undefined)), 'COMMIT'])
  await createTeam(address, undefined)
  say(`Base de l’équipe créée dans ${address.database} : ouvrir l’accès aux comptes par inp team grant.`)
  return 0
}

/** Statements, of which nothing is run. */
function show(statements: readonly string[]): number {
  for (const statement of statements) print(`${statement};\n`)
  return 0
}

export async function upgradeBase(command: Command): Promise<number> {
  const address = baseOf(command)
  if (command.dryRun) return show(['BEGIN', ...(await upgradeStatements(address, undefined)), 'COMMIT'])
  const former = await upgradeTeam(address, undefined, progress('Mise à niveau'))
  const words = (version: number, revision: number) => `version ${version}, révision ${revision}`
  say(
    `Base de l’équipe mise à niveau : ${words(former.version, former.revision)}, puis ${words(SCHEMA_VERSION, BASE_REVISION)}.`,
  )
  return 0
}

export async function checkBase(command: Command): Promise<number> {
  if (command.dryRun) return show(looking)
  const found = await lookAt(baseOf(command), undefined)
  if (command.json) print(JSON.stringify(found, null, 2))
  else {
    say(`Serveur PostgreSQL ${found.server}, base de version ${found.version}, révision ${found.revision}.`)
    if (found.state === 'older') say('À mettre à niveau : inp team upgrade.')
    if (found.state === 'newer') say('Plus récente que cette application, qui ne peut pas y travailler.')
    for (const { role, accounts } of found.roles) say(`${role} : ${accounts.join(', ') || 'personne'}`)
  }
  return 0
}

export async function grantRole(command: Command): Promise<number> {
  const { words, role, dryRun } = command
  const [account = ''] = words
  if (!isRole(role) && role !== NO_ROLE) throw new AppError('invalid-input', { field: 'role' })
  const address = baseOf(command)
  const wanted = role === NO_ROLE ? null : role
  if (dryRun)
    return show(['BEGIN', ...(await grantStatements(address, undefined, wanted, account)), 'COMMIT'])
  await grantIn(address, undefined, wanted, account)
  say(wanted === null ? `${account} n’a plus de rôle.` : `${account} a le rôle ${wanted}.`)
  return 0
}

export async function joinBase({ connection, user, data }: Command): Promise<number> {
  const file = teamFileAt(connection)
  try {
    await tryAccount(addressOf(file, user), undefined)
  } catch (thrown) {
    // Set up for somebody else, whose password is theirs: they are asked for it at the first start.
    if (!(thrown instanceof AppError) || thrown.code !== 'team-password-needed') throw thrown
    say(`Mot de passe inconnu ici : le compte ${user} n’a pas été essayé.`)
  }
  await joinWithoutCopy(data, file, user)
  say(
    `Ce poste travaille désormais sur la base de l’équipe (${file.host}). Ses propres données restent dans ${data}.`,
  )
  return 0
}

export async function leaveBase({ data }: Command): Promise<number> {
  if (!hasTeam(data)) throw new AppError('team-none')
  await leaveWithoutCopy(data)
  say('Ce poste travaille de nouveau sur ses propres données.')
  return 0
}

const NO_ROLE = 'aucun'
const isRole = (word: string): word is TeamRole => (teamRoles as readonly string[]).includes(word)

/** Carries the data of a desk over, its files too; the desk goes on with its own until it joins. */
export async function shareData(command: Command): Promise<number> {
  const { data } = command
  if (command.dryRun) return show(['BEGIN', lockWriters, ...ofEmptyDesk(giving), 'COMMIT'])
  if (teamOf(data) !== null) throw new AppError('state-refuses', { field: 'data' })
  const desk = await openDesk(data)
  try {
    expectHand(readWriter(data, desk.sqlite, new Date()))
    const team = await openTeam(data, baseOf(command), undefined)
    try {
      const { rows, missing } = await giveDesk(team, desk.sqlite, progress('Reprise des données'))
      say(`Lignes reprises dans la base de l’équipe et comparées une à une\u00a0: ${count(rows)}.`)
      sayMissing(missing)
    } finally {
      await team.close()
    }
  } finally {
    desk.close()
  }
  return 0
}

/** Brings the data of the team into a folder that holds none. */
export async function bringData(command: Command): Promise<number> {
  const { data } = command
  if (command.dryRun) return show(['BEGIN', ...ofEmptyDesk(taking), 'ROLLBACK'])
  const { rows, missing } = await bring(baseOf(command), data)
  say(`Lignes copiées dans ${data} et comparées une à une\u00a0: ${count(rows)}.`)
  sayMissing(missing)
  return 0
}

/** Makes a verified backup of what the team has, with its files, as a desk makes its own. */
export async function copyData(command: Command): Promise<number> {
  const { out } = command
  if (command.dryRun) return show(['BEGIN', ...ofEmptyDesk(taking), 'ROLLBACK'])
  const made = mkdirSync(out, { recursive: true })
  const work = mkdtempSync(join(out, '.copie-'))
  try {
    const { missing } = await bring(baseOf(command), work)
    const { token } = await withSession(work, ({ call }) => call('backups.make', {}))
    const path = await copyBackup(join(work, BACKUP_FOLDER, token), out, new Date())
    say(`Sauvegarde vérifiée : ${path}`)
    sayMissing(missing)
    return 0
  } catch (thrown) {
    if (made !== undefined) await rm(made, { recursive: true, force: true })
    throw thrown
  } finally {
    await rm(work, { recursive: true, force: true })
  }
}

async function bring(address: TeamAddress, data: string): Promise<Carried> {
  const team = await openTeam(data, address, undefined)
  try {
    return await takeTeam(team, data, { now: new Date(), step: progress('Copie des données') })
  } finally {
    await team.close()
  }
}

function sayMissing(files: number): void {
  if (files > 0) say(`Fichiers qui manquent : ${files}.`)
}

function ofEmptyDesk<T>(ask: (desk: ReturnType<typeof emptyDesk>) => T): T {
  const desk = emptyDesk()
  try {
    return ask(desk)
  } finally {
    desk.close()
  }
}

function progress(what: string): (done: number, total: number) => void {
  let told = -1
  return (done, total) => {
    const tenth = Math.floor((10 * done) / total)
    if (tenth === told || !process.stderr.isTTY) return
    told = tenth
    say(`${what} : ${10 * tenth} %`)
  }
}

const openDesk = (data: string) =>
  openData(data, { beforeMigration: async () => undefined, slow: () => undefined, clock: () => new Date() })
