import { describe, expect, it } from 'vitest'
import { extensionOf, type FileFate, fateOf, isOpeningName } from '../../electron/domain/documents/opening.ts'

const bytes = (text: string) => Uint8Array.from(text, (sign) => sign.charCodeAt(0))
const pdf = bytes('%PDF-1.7\n')
const zip = bytes('PK\x03\x04\x14\0')
const compound = bytes('\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1')
const text = bytes('Bonjour')

/** Bytes that a file of the kind would hold, so that only its name decides. */
const byName: [fate: FileFate, holding: Uint8Array, names: string][] = [
  ['opens', pdf, 'note.pdf NOTE.PDF note.v2.pdf note.pdf. note.pdf\u00a0 www.exemple.com.pdf x.exe.pdf'],
  ['opens', zip, 'a.docx a.xlsx a.pptx a.ppsx a.odt a.ods a.odp a.odg a.zip'],
  ['opens', compound, 'a.doc a.xls a.ppt a.pps a.msg'],
  ['opens', text, 'a.txt a.md a.csv a.tsv a.ics a.eml'],
  ['kept', zip, 'a.docm a.xlsm a.pptm a.7z a.rar a.iso a.epub'],
  ['kept', text, 'a.iqy a.slk a.mht a.mhtml a.html a.htm a.svg a.xml a.theme a.one a.vhd sans-extension .'],
  ['kept', text, 'a.pdf.xyz a.txt:b'],
  [
    'refused',
    text,
    'a.exe a.EXE a.bat a.bat. a.bat... a.cmd\u00a0. a.pdf.exe a.pdf.exe. a.e\u200bxe a.exe\u202e',
  ],
  [
    'refused',
    text,
    'a.library-ms a.search-ms a.chm a.msc a.rdp a.application a.jnlp a.py a.settingcontent-ms',
  ],
  [
    'refused',
    text,
    'a.vbscript a.msix a.lnk a.url a.ps1 a.hta a.jar a.sh a.desktop a.command a.scf a.\uff45xe.bat',
  ],
]

/** Bytes that a name of the list must not hold. */
const byBytes: [fate: FileFate, fileName: string, holding: Uint8Array][] = [
  ['refused', 'photo.jpg', bytes('MZ\x90\0')],
  ['refused', 'note.pdf', bytes('\x7fELF')],
  ['refused', 'note.txt', bytes('#!/bin/sh\n')],
  ['refused', 'note.docx', bytes('ITSF\x03\0\0\0')],
  ['refused', 'note.pdf', bytes('L\0\0\0\x01\x14\x02\0')],
  ['refused', 'note.pdf', bytes('\xca\xfe\xba\xbe')],
  ['kept', 'note.pdf', bytes('<html><script>')],
  ['kept', 'note.docx', compound],
  ['kept', 'note.doc', zip],
  ['kept', 'note.xls', bytes('<table>')],
  ['kept', 'note.txt', bytes('a\0b')],
  ['kept', 'photo.png', bytes('\xff\xd8\xff\xe0')],
  ['kept', 'note.pdf', bytes('')],
  ['opens', 'note.pdf', bytes('\r\n%PDF-1.4')],
  ['opens', 'note.doc', bytes('{\\rtf1')],
  ['opens', 'note.rtf', bytes('{\\rtf1')],
  ['opens', 'note.txt', bytes('\xff\xfeB\0')],
  ['opens', 'photo.png', bytes('\x89PNG\r\n\x1a\n')],
  ['opens', 'photo.jpeg', bytes('\xff\xd8\xff\xe0')],
  ['opens', 'photo.webp', bytes('RIFF\0\0\0\0WEBP')],
  ['opens', 'photo.heic', bytes('\0\0\0\x18ftypheic')],
  ['opens', 'photo.tif', bytes('II*\0')],
  ['opens', 'photo.gif', bytes('GIF89a')],
]

describe('what opens from a click', () => {
  const rows = byName.flatMap(([fate, holding, names]) =>
    names.split(' ').map((name) => [name, fate, holding] as const),
  )
  it.each(rows)('%j by its name: %s', (name, fate, holding) => {
    expect(fateOf(name, holding)).toBe(fate)
    expect(isOpeningName(name)).toBe(fate === 'opens')
  })

  it.each(byBytes)('%s by its first bytes: %s', (fate, fileName, holding) => {
    expect(fateOf(fileName, holding)).toBe(fate)
  })

  it('goes by what Windows makes of a name', () => {
    expect(['a.bat. .', 'a', '.pdf', 'a.b.C ', 'a.ex\u0000e'].map(extensionOf)).toEqual([
      'bat',
      '',
      'pdf',
      'c',
      'exe',
    ])
  })
})
