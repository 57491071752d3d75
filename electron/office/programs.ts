import { posix, win32 } from 'node:path'
import { pathToFileURL } from 'node:url'

export type OfficeProgram = { kind: 'libreoffice' | 'powerpoint'; path: string }

export type Platform = 'win32' | 'darwin' | 'linux'

/** A search depends on the environment's variables, the home folder, the versions unpacked under /opt. */
export type Desk = {
  platform: Platform
  env: Readonly<Record<string, string | undefined>>
  home: string
  optFolders: readonly string[]
}

/** Where programs may lie, the best first: on Windows PowerPoint shows slides as their author saw them. */
export function officeCandidates(desk: Desk): OfficeProgram[] {
  if (desk.platform === 'win32') return windowsCandidates(desk.env)
  const paths =
    desk.platform === 'darwin'
      ? ['/Applications', posix.join(desk.home, 'Applications')].map((folder) =>
          posix.join(folder, 'LibreOffice.app/Contents/MacOS/soffice'),
        )
      : [
          '/usr/bin/soffice',
          '/usr/local/bin/soffice',
          '/usr/lib/libreoffice/program/soffice',
          ...desk.optFolders
            .filter((name) => /^(?:libre|open)office/i.test(name))
            .sort()
            .reverse()
            .map((name) => posix.join('/opt', name, 'program/soffice')),
          '/snap/bin/libreoffice',
        ]
  const onPath = (desk.env.PATH ?? '')
    .split(':')
    .filter((folder) => posix.isAbsolute(folder))
    .flatMap((folder) => ['soffice', 'libreoffice'].map((name) => posix.join(folder, name)))
  return libreOffice([...paths, ...onPath])
}

function windowsCandidates(env: Desk['env']): OfficeProgram[] {
  const programs = [env.ProgramFiles, env['ProgramFiles(x86)'], env.ProgramW6432].flatMap((folder) =>
    folder === undefined || folder === '' ? [] : [folder],
  )
  const powerPoint = programs.flatMap((folder) =>
    ['root\\Office16', 'Office16', 'Office15', 'Office14'].map((office) => ({
      kind: 'powerpoint' as const,
      path: win32.join(folder, 'Microsoft Office', office, 'POWERPNT.EXE'),
    })),
  )
  const own = env.LOCALAPPDATA === undefined ? [] : [win32.join(env.LOCALAPPDATA, 'Programs')]
  // The .com waits until the conversion is done and says how it went; the .exe does not.
  const usual = [...programs, ...own].map((folder) => win32.join(folder, 'LibreOffice\\program\\soffice.com'))
  const onPath = (env.Path ?? env.PATH ?? '')
    .split(';')
    .filter((folder) => win32.isAbsolute(folder))
    .map((folder) => win32.join(folder, 'soffice.com'))
  return [...powerPoint, ...libreOffice([...usual, ...onPath])]
}

function libreOffice(paths: readonly string[]): OfficeProgram[] {
  return [...new Set(paths)].map((path) => ({ kind: 'libreoffice', path }))
}

/** The first program of each kind that is there, in the order of the candidates. */
export async function findOfficePrograms(
  candidates: readonly OfficeProgram[],
  isThere: (path: string) => Promise<boolean>,
): Promise<OfficeProgram[]> {
  const found: OfficeProgram[] = []
  for (const program of candidates)
    if (!found.some(({ kind }) => kind === program.kind) && (await isThere(program.path))) found.push(program)
  return found
}

export type Conversion = {
  input: string
  /** The name of the input in `outFolder`, with the extension of what is made. */
  output: string
  outFolder: string
  /** A profile of its own: an open LibreOffice is neither disturbed nor answers in place of ours. */
  profile: string
}
export type Command = { file: string; args: string[]; env: Readonly<Record<string, string>> }

export function conversionCommand(program: OfficeProgram, conversion: Conversion): Command {
  return program.kind === 'libreoffice'
    ? libreOfficeCommand(program.path, conversion)
    : powerPointCommand(conversion)
}

/** The filter for each kind of file; left to guess, LibreOffice takes a damaged one for a plain text and prints its bytes. */
const readers: Readonly<Record<string, string>> = {
  '.pptx': 'Impress MS PowerPoint 2007 XML',
  '.pptm': 'Impress MS PowerPoint 2007 XML',
  '.ppsx': 'Impress MS PowerPoint 2007 XML AutoPlay',
  '.ppsm': 'Impress MS PowerPoint 2007 XML AutoPlay',
  '.ppt': 'MS PowerPoint 97',
  '.pps': 'MS PowerPoint 97 AutoPlay',
  '.odp': 'impress8',
  '.doc': 'MS Word 97',
  '.rtf': 'Rich Text Format',
}

/** What is made, by its extension. */
const writers: Readonly<Record<string, string>> = {
  '.pdf': 'pdf:impress_pdf_Export',
  '.docx': 'docx:MS Word 2007 XML',
}

function libreOfficeCommand(file: string, { input, output, outFolder, profile }: Conversion): Command {
  const reader = readers[posix.extname(input).toLowerCase()]
  const writer = writers[posix.extname(output)] ?? ''
  return {
    file,
    args: [
      `-env:UserInstallation=${pathToFileURL(profile).href}`,
      '--headless',
      '--invisible',
      '--norestore',
      '--nodefault',
      '--nolockcheck',
      '--nofirststartwizard',
      ...(reader === undefined ? [] : [`--infilter=${reader}`]),
      '--convert-to',
      writer,
      '--outdir',
      outFolder,
      input,
    ],
    env: {},
  }
}

/**
 * The settings of LibreOffice's fresh profile: no macro runs, and nothing that a file points to is fetched.
 * Goes to `user/registrymodifications.xcu`.
 */
export const libreOfficeProfile = `<?xml version="1.0" encoding="UTF-8"?>
<oor:items xmlns:oor="http://openoffice.org/2001/registry" xmlns:xs="http://www.w3.org/2001/XMLSchema">
${[
  ['MacroSecurityLevel', '3'],
  ['DisableMacrosExecution', 'true'],
  ['BlockUntrustedRefererLinks', 'true'],
]
  .map(
    ([name, value]) =>
      `<item oor:path="/org.openoffice.Office.Common/Security/Scripting"><prop oor:name="${name}" oor:op="fuse"><value>${value}</value></prop></item>`,
  )
  .join('\n')}
</oor:items>
`

/** Names of the environment that carry the paths: nothing of a path is ever read as PowerShell. */
const IN = 'SEANCES_SLIDES_IN'
const OUT = 'SEANCES_SLIDES_OUT'

/**
 * Macros stay off (3 = msoAutomationSecurityForceDisable); opened read-only, without a window. A PowerPoint that somebody
 * works in is left running. Some versions refuse the export from a script: the copy saved as PDF (32) is then the same.
 */
const script = `
$ErrorActionPreference = 'Stop'
$app = New-Object -ComObject PowerPoint.Application
$security = $app.AutomationSecurity
try {
  $app.AutomationSecurity = 3
  $deck = $app.Presentations.Open($env:${IN}, -1, 0, 0)
  try {
    try { $deck.ExportAsFixedFormat($env:${OUT}, 2) }
    catch { $deck.SaveCopyAs($env:${OUT}, 32) }
  } finally { $deck.Close() }
} finally {
  $app.AutomationSecurity = $security
  if ($app.Presentations.Count -eq 0) { $app.Quit() }
}
`

function powerPointCommand({ input, output }: Conversion): Command {
  return {
    file: 'powershell.exe',
    args: [
      '-NoLogo',
      '-NoProfile',
      '-NonInteractive',
      '-Sta',
      '-EncodedCommand',
      Buffer.from(script, 'utf16le').toString('base64'),
    ],
    env: { [IN]: input, [OUT]: output },
  }
}
