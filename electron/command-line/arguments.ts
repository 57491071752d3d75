import { parseArgs } from 'node:util'

const options = {
  data: { type: 'string' },
  out: { type: 'string' },
  meeting: { type: 'string' },
  years: { type: 'string' },
  seed: { type: 'string' },
  end: { type: 'string' },
  json: { type: 'boolean' },
  'accept-uncertain': { type: 'boolean' },
  'accept-sure': { type: 'boolean' },
  /** An archive as a transfer to the archives service. */
  seda: { type: 'boolean' },
  /** Lets a file replace what people wrote on an agenda. */
  'replace-edits': { type: 'boolean' },
  /** A file, since what is typed on a command line is seen by others and kept by the shell. */
  'passphrase-file': { type: 'string' },
  /** The file that says where the base of a team is. */
  connection: { type: 'string' },
  user: { type: 'string' },
  role: { type: 'string' },
  'dry-run': { type: 'boolean' },
} as const

type OptionName = keyof typeof options

const shapes = {
  demo: { words: 0, needs: ['data'], may: ['years', 'seed', 'end'] },
  'agenda read': { words: 1, needs: [], may: ['json'] },
  'agenda import': {
    words: 1,
    needs: ['data'],
    may: ['meeting', 'accept-uncertain', 'replace-edits', 'json'],
  },
  'agenda export': { words: 0, needs: ['data', 'meeting', 'out'], may: [] },
  'minutes export': { words: 0, needs: ['data', 'meeting', 'out'], may: [] },
  'meetings list': { words: 0, needs: ['data'], may: ['json'] },
  'actions export': { words: 0, needs: ['data', 'out'], may: [] },
  'decisions export': { words: 0, needs: ['data', 'out'], may: [] },
  'watch read': { words: null, needs: ['data'], may: ['json'] },
  'watch import': { words: null, needs: ['data'], may: ['accept-uncertain', 'json'] },
  search: { words: null, needs: ['data'], may: ['json'] },
  backup: { words: 0, needs: ['data'], may: ['json'] },
  'backup list': { words: 0, needs: ['data'], may: ['json'] },
  restore: { words: 1, needs: ['data'], may: ['passphrase-file', 'json'] },
  'profile export': { words: 0, needs: ['data', 'out'], may: ['json'] },
  'profile import': { words: 1, needs: ['data'], may: ['json'] },
  'profile verify': { words: 1, needs: [], may: ['json'] },
  'archive export': { words: 0, needs: ['data', 'meeting', 'out'], may: ['seda', 'json'] },
  'archive verify': { words: 1, needs: [], may: ['json'] },
  'template check': { words: 1, needs: [], may: ['json'] },
  'template fill': { words: 2, needs: ['out'], may: [] },
  'template samples': { words: 0, needs: ['out'], may: [] },
  check: { words: 0, needs: ['data'], may: ['json'] },
  takeover: { words: 1, needs: ['data'], may: ['accept-sure', 'json'] },
  'team create': { words: 0, needs: ['connection', 'user'], may: ['dry-run'] },
  'team upgrade': { words: 0, needs: ['connection', 'user'], may: ['dry-run'] },
  'team check': { words: 0, needs: ['connection', 'user'], may: ['json', 'dry-run'] },
  'team grant': { words: 1, needs: ['connection', 'user', 'role'], may: ['dry-run'] },
  'team join': { words: 0, needs: ['connection', 'user', 'data'], may: [] },
  'team leave': { words: 0, needs: ['data'], may: [] },
  'team share': { words: 0, needs: ['connection', 'user', 'data'], may: ['dry-run'] },
  'team bring': { words: 0, needs: ['connection', 'user', 'data'], may: ['dry-run'] },
  'team copy': { words: 0, needs: ['connection', 'user', 'out'], may: ['dry-run'] },
} as const satisfies Record<
  string,
  { words: number | null; needs: readonly OptionName[]; may: readonly OptionName[] }
>

export type CommandName = keyof typeof shapes
export type Command = {
  name: CommandName
  words: readonly string[]
  data: string
  out: string
  meeting: string
  years: number
  seed: string
  end: string | null
  json: boolean
  acceptUncertain: boolean
  acceptSure: boolean
  seda: boolean
  replaceEdits: boolean
  passphraseFile: string | null
  connection: string
  user: string
  role: string
  dryRun: boolean
}

export const usage = `Usage :
  inp demo            --data DOSSIER [--years N] [--seed S] [--end AAAA-MM-JJ]
  inp agenda read     FICHIER [--json]
  inp agenda import   FICHIER --data DOSSIER [--meeting ID] [--accept-uncertain] [--replace-edits] [--json]
  inp agenda export   --data DOSSIER --meeting ID --out FICHIER.(pdf|docx|odt|html|json)
  inp minutes export  --data DOSSIER --meeting ID --out FICHIER.(pdf|docx|odt|html|json)
  inp meetings list   --data DOSSIER [--json]
  inp actions export  --data DOSSIER --out FICHIER.(xlsx|csv)
  inp decisions export --data DOSSIER --out FICHIER.(xlsx|csv)
  inp watch read      FICHIER…|DOSSIER --data DOSSIER [--json]
  inp watch import    FICHIER…|DOSSIER --data DOSSIER [--accept-uncertain] [--json]
  inp takeover        DOSSIER|FICHIER.zip --data DOSSIER [--accept-sure] [--json]
  inp search          --data DOSSIER [--json] MOTS…
  inp backup          --data DOSSIER [--json]
  inp backup list     --data DOSSIER [--json]
  inp restore         FICHIER.seances --data DOSSIER [--passphrase-file FICHIER] [--json]
  inp check           --data DOSSIER [--json]
  inp profile export  --data DOSSIER --out DOSSIER|FICHIER.zip [--json]
  inp profile import  DOSSIER|FICHIER.zip --data DOSSIER [--json]
  inp profile verify  DOSSIER|FICHIER.zip [--json]
  inp archive export  --data DOSSIER --meeting ID --out DOSSIER|FICHIER.zip [--seda] [--json]
  inp archive verify  DOSSIER|FICHIER.zip [--json]
  inp template check  MODELE.docx [--json]
  inp template fill   MODELE.docx COMPTE-RENDU.docx --out FICHIER.docx
  inp template samples --out DOSSIER
  inp team create     --connection FICHIER --user COMPTE [--dry-run]
  inp team upgrade    --connection FICHIER --user COMPTE [--dry-run]
  inp team check      --connection FICHIER --user COMPTE [--json] [--dry-run]
  inp team grant      COMPTE --role secretariat|lecture|administration|aucun --connection FICHIER --user COMPTE [--dry-run]
  inp team join       --connection FICHIER --user COMPTE --data DOSSIER
  inp team leave      --data DOSSIER
  inp team share      --connection FICHIER --user COMPTE --data DOSSIER [--dry-run]
  inp team bring      --connection FICHIER --user COMPTE --data DOSSIER [--dry-run]
  inp team copy       --connection FICHIER --user COMPTE --out DOSSIER [--dry-run]
Le mot de passe d’une base d’équipe se lit dans PGPASSFILE.`

/** The command that was typed, or null when it is not one of ours. */
export function parseCommand(typed: readonly string[]): Command | null {
  try {
    const { values, positionals } = parseArgs({
      args: [...typed],
      options,
      allowPositionals: true,
      strict: true,
    })
    const two = positionals.slice(0, 2).join(' ')
    const name = isName(two) ? two : positionals[0]
    if (name === undefined || !isName(name)) return null
    const { words: most, needs, may } = shapes[name]
    const words = positionals.slice(name.split(' ').length)
    if (most === null ? words.length === 0 : words.length !== most) return null
    if (needs.some((need) => values[need] === undefined)) return null
    const known: readonly string[] = [...needs, ...may]
    if (Object.keys(values).some((option) => !known.includes(option))) return null
    const years = Number(values.years ?? 10)
    if (!Number.isInteger(years) || years < 1 || years > 100) return null
    return {
      name,
      words,
      data: values.data ?? '',
      out: values.out ?? '',
      meeting: values.meeting ?? '',
      years,
      seed: values.seed ?? 'inp',
      end: values.end ?? null,
      json: values.json ?? false,
      acceptUncertain: values['accept-uncertain'] ?? false,
      acceptSure: values['accept-sure'] ?? false,
      seda: values.seda ?? false,
      replaceEdits: values['replace-edits'] ?? false,
      passphraseFile: values['passphrase-file'] ?? null,
      connection: values.connection ?? '',
      user: values.user ?? '',
      role: values.role ?? '',
      dryRun: values['dry-run'] ?? false,
    }
  } catch {
    return null
  }
}

function isName(text: string): text is CommandName {
  return Object.hasOwn(shapes, text)
}
