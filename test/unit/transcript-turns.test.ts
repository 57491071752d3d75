import { describe, expect, it } from 'vitest'
import { writeNotebook } from '../../electron/documents/notebook/notebook.ts'
import { notebookText } from '../../electron/documents/text/notebook.ts'
import { notebookReference } from '../../electron/domain/session/notebook.ts'
import { newId } from '../../electron/features/new-id.ts'
import { editedDocx } from './notebook-typed.ts'
import { told } from './transcript-told.ts'

describe('turns in a text', () => {
  it('of Transcripts, on one row or with their words below', () => {
    const row = `# Séance d’essai

**00:03 · Participant 1** Bonjour.

**00:00 · Participant null**  (inaudible)

**01:02:05 · Participant 1**  La fin : levée.`
    const expected = [
      '3 Participant 1: Bonjour.',
      'null null: (inaudible)',
      '3725 Participant 1: La fin : levée.',
    ]
    expect(told(row, 'a.md')).toEqual(expected)
    const below = `# Transcript

**00:03 · Participant 1**
 Bonjour.

** (inaudible)

**01:02:05 · Participant 1**
 La fin :
 levée.`
    expect(told(below, 'a.md')).toEqual(expected)
  })

  it('of Visio, without its links', () => {
    const text = `
*[Télécharger votre enregistrement Audio](https://visio.exemple.invalid/1)*

 **Ana Exemple (SPEAKER_01)**:  Bonjour.  Le **premier** point : l’arrêté.

 **None**:  (bruit)

 **UNKNOWN_SPEAKER**: Oui.

*[Donnez nous votre avis sur cette transcription](https://visio.exemple.invalid/2)*`
    expect(told(text, 'a.md')).toEqual([
      'null Ana Exemple (SPEAKER_01): Bonjour. Le **premier** point : l’arrêté.',
      'null null: (bruit)',
      'null null: Oui.',
    ])
  })

  it('of Google Meet, with an hour from time to time and without what it adds', () => {
    const french = `# Réunion d’essai : transcription

### Participants
Ana Exemple, Zoé Essai, Présentation de Zoé Essai

### 00:00:00

**Ana Exemple:** Bonjour.
Je continue.
**Zoé Essai:**
### 00:05:00
**Zoé Essai:** …merci.

### Transcription terminée après 00:37:18

*Cette transcription modifiable a été générée par ordinateur et peut contenir des erreurs. Les utilisateurs peuvent également modifier le texte après sa création.*`
    expect(told(french, 'a.md')).toEqual([
      '0 Ana Exemple: Bonjour.',
      'null Ana Exemple: Je continue.',
      '300 Zoé Essai: …merci.',
    ])
    const plain = `Attendees

#### _This editable transcript was computer-generated and might contain errors._

Ana Exemple: Hello: a word.

Note: this is still Ana.

00:05:00

Zoé Essai: Yes.

Ana Exemple: Right.

Meeting ended after 00:46:09 👋`
    expect(
      told(`# Essai: Transcript\n\n### ${plain.replace('\n', '\nAna Exemple, Zoé Essai\n')}`, 'a.md'),
    ).toEqual([
      'null Ana Exemple: Hello: a word.',
      'null Ana Exemple: Note: this is still Ana.',
      '300 Zoé Essai: Yes.',
      'null Ana Exemple: Right.',
    ])
  })

  it('of Teams, between its title and its last notice', () => {
    const text = `Séance-20260518_100242-Transcription de la réunion
15 juin 2026, 01:35PM
27m 42s

Ana Exemple a démarré la transcription

Ana Exemple   0:03
Bonjour.
Le point 3 : reporté.

Zoé Essai\u00a0\u00a0\u00a01:02:05
Merci.

Ana Exemple a arrêté la transcription`
    expect(told(text)).toEqual(['3 Ana Exemple: Bonjour. Le point 3 : reporté.', '3725 Zoé Essai: Merci.'])
  })

  it('of the conversation of Zoom', () => {
    expect(
      told('00:08:15\tAna Exemple:\tBonjour\nà tous\n00:16:42\tZoé:\tvoir https://exemple.invalid/a'),
    ).toEqual(['495 Ana Exemple: Bonjour à tous', '1002 Zoé: voir https://exemple.invalid/a'])
  })
})

describe('turns without a word of their program', () => {
  it('are known by what is said under each name, early or by one voice again', () => {
    expect(told('Ana Exemple   0:03\nBonjour.\nZoé Essai   1:02\nMerci.')).toHaveLength(2)
    expect(told('Ana   9:03\nBonjour.\nZoé   9:20\nMerci.\nAna   9:41\nBien.')).toHaveLength(3)
    expect(told('**Ana Exemple**: oui\n**Zoé**: non\n**Zoé**: si')).toHaveLength(3)
  })
})

describe('JSON', () => {
  it.each([1e20, 1_780_000_000_000, -1e9])('whose hours are none: %s', (start) => {
    expect(told(JSON.stringify({ segments: [{ start, text: 'Oui.' }] }), 'a.json')).toEqual([
      'null null: Oui.',
    ])
  })

  it('of Whisper and WhisperX, numbers missing', () => {
    const segments = [
      { id: 0, start: 0.42, end: 1, text: ' Ça va ?', tokens: [1], words: [{ text: 'Ça', start: 0.42 }] },
      { start: null, end: null, text: ' (bruit) ', speaker: null, words: null },
      { start: 5, end: 6, text: 'Oui.', speaker: 'SPEAKER_01', words: [{ word: 'Oui.', score: 0.9 }] },
    ]
    expect(told(JSON.stringify({ segments, language: 'fr' }), 'a.json')).toEqual([
      '0.42 null: Ça va ?',
      'null null: (bruit)',
      '5 SPEAKER_01: Oui.',
    ])
    expect(told(JSON.stringify({ text: ' Tout d’un bloc.', segments: [] }), 'a.json')).toEqual([
      'null null: Tout d’un bloc.',
    ])
  })

  it('of Transcripts, whose speakers are numbered', () => {
    const segments = [
      { id: 'segment-0', text: 'Bonjour.', start: 3.2, end: 4, speaker: '1', words: [] },
      { id: 'segment-1', text: '(bruit)', start: null, end: null, speaker: null },
    ]
    expect(told(JSON.stringify(segments), 'a.json')).toEqual([
      '3.2 Participant 1: Bonjour.',
      'null null: (bruit)',
    ])
  })

  it('of LinTO Studio, also as its database prints it', () => {
    const text = `{ "_id" : ObjectId("62b0"), "locked" : NumberInt(0),
      "speakers" : [ { "speaker_id" : "a", "speaker_name" : "Ana Exemple" }, { "speaker_id" : "b", "speaker_name" : null } ],
      "text" : [ { "speaker_id" : "a", "segment" : "Bonjour.", "words" : [ { "word" : "Bonjour", "stime" : 0.42 } ] },
                 { "speaker_id" : "b", "words" : [ { "word" : "Oui", "stime" : 2 }, { "word" : "donc", "stime" : 3 } ] } ] }`
    expect(told(text, 'a.json')).toEqual(['0.42 Ana Exemple: Bonjour.', '2 null: Oui donc'])
  })
})

const blank = () =>
  writeNotebook(
    {
      meetingId: newId(new Date()),
      author: 'Instance d’essai',
      meeting: notebookText.meeting('Instance d’essai', notebookReference(newId(new Date()))),
      items: [],
    },
    'docx',
  )
const word = async (body: string) =>
  editedDocx(await blank(), (xml) => xml.replace(/<w:body>.*<w:sectPr/su, `<w:body>${body}<w:sectPr`))
const paragraph = (...rows: string[]) =>
  `<w:p><w:r>${rows.map((row) => `<w:t xml:space="preserve">${row.replaceAll('>', '&gt;')}</w:t>`).join('<w:br/>')}</w:r></w:p>`

describe('Word files', () => {
  it('of Teams, old and new, without a table that stands by', async () => {
    const table = `<w:tbl><w:tr><w:tc>${paragraph('gardé par')}</w:tc><w:tc>${paragraph('Zoé')}</w:tc></w:tr></w:tbl>`
    const old = paragraph('0:0:0.0 --> 0:0:1.510', 'Ana Exemple', 'Bonjour: oui.')
    const next = paragraph('0:0:3.270 --> 0:0:4.250', 'Zoé Essai', 'Merci.')
    expect(told(await word(`${old}${next}${table}`), 'a.docx')).toEqual([
      '0 Ana Exemple: Bonjour: oui.',
      '3.27 Zoé Essai: Merci.',
    ])
    const title = [
      'Séance-20260518_100242-Meeting Transcript',
      '27m 42s',
      'Ana Exemple started transcription',
    ]
    const turns = [paragraph('Ana Exemple   0:03', 'Bonjour.'), paragraph('Zoé Essai   1:02:05', 'Merci.')]
    const recent = `${title.map((row) => paragraph(row)).join('')}${turns.join('')}${paragraph('Ana Exemple stopped transcription')}`
    expect(told(await word(recent), 'a.docx')).toEqual(['3 Ana Exemple: Bonjour.', '3725 Zoé Essai: Merci.'])
  })

  it('of Visio and of Transcripts, exported from Docs', async () => {
    const visio = [
      'Télécharger votre enregistrement Audio',
      'Ana Exemple (SPEAKER_01):  Bonjour.',
      'Zoé Essai:  Merci : bien.',
      'None: (bruit)',
      'Zoé Essai: Fin.',
      'Donnez nous votre avis sur cette transcription',
    ]
    expect(told(await word(visio.map((row) => paragraph(row)).join('')), 'a.docx')).toEqual([
      'null Ana Exemple (SPEAKER_01): Bonjour.',
      'null Zoé Essai: Merci : bien.',
      'null null: (bruit)',
      'null Zoé Essai: Fin.',
    ])
    const stamped = ['00:03 · Participant 1 Bonjour.', '01:02:05 · Participant 2', 'Merci.']
    expect(told(await word(stamped.map((row) => paragraph(row)).join('')), 'a.docx')).toEqual([
      '3 Participant 1: Bonjour.',
      '3725 Participant 2: Merci.',
    ])
  })
})
