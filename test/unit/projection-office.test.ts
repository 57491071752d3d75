import { execFileSync } from 'node:child_process'
import { chmodSync, existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { readFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import {
  conversionCommand,
  findOfficePrograms,
  libreOfficeProfile,
  officeCandidates,
} from '../../electron/office/programs.ts'
import { type ConvertedSlides, withConvertedSlides } from '../../electron/shell/convert-slides.ts'

const desk = { env: {}, home: '/maisons/essai', optFolders: [] }
const paths = (given: Parameters<typeof officeCandidates>[0]) =>
  officeCandidates(given).map(({ path }) => path)

describe('where office programs are looked for', () => {
  it('on Windows: PowerPoint first, then LibreOffice in the usual places and on the path', () => {
    const env = {
      ProgramFiles: 'C:\\Program Files',
      'ProgramFiles(x86)': 'C:\\Program Files (x86)',
      LOCALAPPDATA: 'C:\\Users\\essai\\AppData\\Local',
      Path: 'C:\\Windows;D:\\Outils\\LibreOffice\\program;;relatif',
    }
    const found = officeCandidates({ ...desk, platform: 'win32', env })
    expect(found[0]).toEqual({
      kind: 'powerpoint',
      path: 'C:\\Program Files\\Microsoft Office\\root\\Office16\\POWERPNT.EXE',
    })
    const libre = found.filter(({ kind }) => kind === 'libreoffice').map(({ path }) => path)
    expect(libre).toEqual([
      'C:\\Program Files\\LibreOffice\\program\\soffice.com',
      'C:\\Program Files (x86)\\LibreOffice\\program\\soffice.com',
      'C:\\Users\\essai\\AppData\\Local\\Programs\\LibreOffice\\program\\soffice.com',
      'C:\\Windows\\soffice.com',
      'D:\\Outils\\LibreOffice\\program\\soffice.com',
    ])
  })

  it('on macOS and Linux: the usual places, the newest under /opt, the path', () => {
    expect(paths({ ...desk, platform: 'darwin' })).toEqual([
      '/Applications/LibreOffice.app/Contents/MacOS/soffice',
      '/maisons/essai/Applications/LibreOffice.app/Contents/MacOS/soffice',
    ])
    const env = { PATH: '/usr/bin:.:/opt/bureau/bin' }
    const linux = paths({
      ...desk,
      platform: 'linux',
      env,
      optFolders: ['autre', 'libreoffice24.8', 'libreoffice25.2'],
    })
    expect(linux.filter((path) => path.startsWith('/opt/'))).toEqual([
      '/opt/libreoffice25.2/program/soffice',
      '/opt/libreoffice24.8/program/soffice',
      '/opt/bureau/bin/soffice',
      '/opt/bureau/bin/libreoffice',
    ])
    expect(linux.every((path) => path.startsWith('/'))).toBe(true)
    expect(new Set(linux).size).toBe(linux.length)
  })

  it('the first of each kind that is there counts', async () => {
    const candidates = officeCandidates({ ...desk, platform: 'linux', env: { PATH: '/usr/local/bin' } })
    const found = await findOfficePrograms(candidates, async (path) => path.includes('/local/'))
    expect(found).toEqual([{ kind: 'libreoffice', path: '/usr/local/bin/soffice' }])
    expect(await findOfficePrograms(candidates, async () => false)).toEqual([])
  })
})

describe('how they are told to convert', () => {
  const conversion = {
    input: '/ailleurs/x y/slides.pptx',
    output: '/ailleurs/x y/slides.pdf',
    outFolder: '/ailleurs/x y',
    profile: '/ailleurs/x y/profile',
  }

  it('LibreOffice: without a window, in a profile of its own where no macro runs', () => {
    const { args } = conversionCommand({ kind: 'libreoffice', path: '/usr/bin/soffice' }, conversion)
    expect(args).toContain('--headless')
    expect(args).toContain('--infilter=Impress MS PowerPoint 2007 XML')
    expect(args[0]).toBe('-env:UserInstallation=file:///ailleurs/x%20y/profile')
    expect(args.slice(-5)).toEqual([
      '--convert-to',
      'pdf:impress_pdf_Export',
      '--outdir',
      '/ailleurs/x y',
      '/ailleurs/x y/slides.pptx',
    ])
    expect(libreOfficeProfile).toContain('oor:name="DisableMacrosExecution" oor:op="fuse"><value>true<')
  })

  it('PowerPoint: macros off, read-only, no path in the script', () => {
    const command = conversionCommand({ kind: 'powerpoint', path: 'POWERPNT.EXE' }, conversion)
    const script = Buffer.from(command.args.at(-1) ?? '', 'base64').toString('utf16le')
    expect(script).toContain('AutomationSecurity = 3')
    expect(script).toContain('ExportAsFixedFormat($env:SEANCES_SLIDES_OUT, 2)')
    expect(script).not.toContain('/ailleurs')
    expect(command.env).toEqual({
      SEANCES_SLIDES_IN: conversion.input,
      SEANCES_SLIDES_OUT: conversion.output,
    })
  })
})

// A stand-in for the program, as a script of the shell: the real one is not installed everywhere.
describe('running one', () => {
  let folder: string
  beforeEach(() => {
    folder = mkdtempSync(join(tmpdir(), 'seances-office-'))
  })
  afterEach(() => rmSync(folder, { recursive: true, force: true }))

  function program(lines: string) {
    const path = join(folder, 'soffice')
    writeFileSync(path, `#!/bin/sh\nfor last in "$@"; do :; done\nout="$(dirname "$last")"\n${lines}\n`)
    chmodSync(path, 0o755)
    return [{ kind: 'libreoffice' as const, path }]
  }
  function slides(name: string, text: string) {
    const path = join(folder, name)
    writeFileSync(path, text)
    return { attachmentId: name, name, path }
  }
  async function run(
    programs: ReturnType<typeof program>,
    given: ReturnType<typeof slides>[],
    options: { signal?: AbortSignal; timeLimitMs?: number } = {},
  ) {
    const warnings: string[] = []
    const started: string[] = []
    let seen: { converted: ConvertedSlides; texts: string[] } | undefined
    await withConvertedSlides(
      programs,
      given,
      {
        folder: mkdtempSync(join(folder, 'work-')),
        signal: options.signal ?? new AbortController().signal,
        onStart: ({ name }, done) => started.push(`${done} ${name}`),
        warn: (line) => warnings.push(line),
        ...(options.timeLimitMs === undefined ? {} : { timeLimitMs: options.timeLimitMs }),
      },
      async (converted) => {
        seen = { converted, texts: converted.pdfs.map(({ path }) => readFileSync(path, 'utf8')) }
      },
    )
    const first = seen?.converted.pdfs[0]?.path
    if (first !== undefined) expect(existsSync(first)).toBe(false)
    return { ...seen, warnings, started }
  }

  it('converts in order; what gives no PDF is told, whatever the program says', async () => {
    const copy = program(
      'grep -q bon "$last" && { printf "%%PDF-" > "$out/slides.pdf"; cat "$last" >> "$out/slides.pdf"; }\nexit 0',
    )
    const given = [slides('01_a.pptx', 'bon un'), slides('02_b.odp', 'abîmé'), slides('03_c.ppt', 'bon deux')]
    const { converted, texts, warnings, started } = await run(copy, given)
    expect(texts).toEqual(['%PDF-bon un', '%PDF-bon deux'])
    expect(converted?.failed.map(({ name }) => name)).toEqual(['02_b.odp'])
    expect(warnings).toEqual(['libreoffice made no .pdf (exit 0)'])
    expect(started).toEqual(['0 01_a.pptx', '1 02_b.odp', '2 03_c.ppt'])
  })

  it('kills one that hangs, with what it started, and goes on', async () => {
    // The pipe ends once nobody holds it any more: neither of the two sleeps to its end.
    const pipe = join(folder, 'alive')
    execFileSync('mkfifo', [pipe])
    const ended = readFile(pipe, 'utf8')
    const hanging = program(`sleep 600 > ${pipe} &\nsleep 600`)
    const { converted } = await run(hanging, [slides('a.pptx', 'x')], { timeLimitMs: 200 })
    expect(converted?.failed).toHaveLength(1)
    expect(await ended).toBe('')
  })

  it('stops when told to', async () => {
    const stop = new AbortController()
    setTimeout(() => stop.abort(), 100)
    await expect(run(program('sleep 30'), [slides('a.pptx', 'x')], { signal: stop.signal })).rejects.toThrow()
  })
})
