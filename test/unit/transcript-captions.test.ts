import { describe, expect, it } from 'vitest'
import { spoken, told } from './transcript-told.ts'

describe('WebVTT', () => {
  it('is read without what nobody says: header, notes, styles, regions, names and settings of cues', () => {
    const text = `\ufeffWEBVTT - une réunion
Kind: captions

NOTE
Relu par le secrétariat.
Sur deux lignes.

STYLE
::cue { color: red }

REGION
id:bas
width:40%

ouverture
00:03.500 --> 00:00:05.000 align:start position:10% region:bas
La séance
est <i.forte>ouverte</i>.

NOTE une fin

01:02:05.250 --> 01:02:06.000
Le mot <00:05.500>suivant <b>et <u>l’autre</u></b>, <lang en>bye</lang>.
`
    expect(told(text)).toEqual([
      '3.5 null: La séance est ouverte.',
      '3725.25 null: Le mot suivant et l’autre, bye.',
    ])
  })

  it('tells voices from tags, with classes and entities, several in one cue', () => {
    const text = `WEBVTT

00:01.000 --> 00:02.000
<v.fort.loin Ana B&amp;C>Oui.</v> <v Zoé>Non, 3 &lt; 4 &amp;lt; &#233;&nbsp;!</v>

00:03.000 --> 00:04.000
<v Ana B&amp;C>Sans fin`
    expect(told(text)).toEqual(['1 Ana B&C: Oui.', '1 Zoé: Non, 3 < 4 &lt; é\u00a0!', '3 Ana B&C: Sans fin'])
  })

  it('keeps the words under a bad time, and drops a block that has none', () => {
    const text = `WEBVTT\r
\r
00:00:1d.000 --> 00:00:02.000\r
Sans heure\r
\r
un bloc perdu\r
\r
00:00:03.000 --> 00:00:0x.000\r
Fin illisible\r
00:00:09.000 --> 00:00:10.000\r
Collée\r
\r
99999999:00:00.000 --> 99999999:00:01.000\r
Trop tard\r
`
    expect(told(text)).toEqual([
      'null null: Sans heure',
      '3 null: Fin illisible',
      '9 null: Collée',
      'null null: Trop tard',
    ])
  })

  it('of Teams has names with a comma, a service or a guest, and times without their zeros', () => {
    const text = `WEBVTT

5b0e91d2-6f47-4c10-8a3e-2f90c7d1ab04/12-0
0:0:0.0 --> 0:0:5.320
<v Exemple, Ana (SG)>Bonjour
à tous.</v>

5b0e91d2-6f47-4c10-8a3e-2f90c7d1ab04/12-1
-0:0:2.500 --> 00:00:07.000
<v Zoé (Invité)>Merci.</v>`
    expect(told(text)).toEqual(['0 Exemple, Ana (SG): Bonjour à tous.', '-2.5 Zoé (Invité): Merci.'])
  })

  it('of Zoom has the name before a colon, and other colons are words', () => {
    const cue = (at: number, words: string) => `${at}\n00:00:0${at}.000 --> 00:00:0${at}.900\n${words}\n`
    const text = `WEBVTT\n\n${[
      'Z. Ana Exemple (SG): Bonjour : voici le point.',
      'zoé: Oui: deux choses.',
      'L’arrêté : deux points, dont celui de 14:30.',
      'zoé: En effet.',
    ]
      .map((words, at) => cue(at + 1, words))
      .join('\n')}`
    expect(told(text)).toEqual([
      '1 Z. Ana Exemple (SG): Bonjour : voici le point.',
      '2 zoé: Oui: deux choses.',
      '3 null: L’arrêté : deux points, dont celui de 14:30.',
      '4 zoé: En effet.',
    ])
  })

  it('of Zoom names everybody as they call themselves, even who speaks once', () => {
    const cues = (names: readonly string[]) =>
      `WEBVTT\n\n${names.map((name, at) => `${at + 1}\n00:00:${at + 10}.000 --> 00:00:${at + 11}.000\n${name}Oui.\n`).join('\n')}`
    const usual = Array.from({ length: 30 }, () => 'Noé Exemple: ')
    const rare = ['léa modèle: ', 'mairie | accueil: ', 'ndupont: ', 'Zoé: ']
    const speakers = (names: readonly string[]) =>
      spoken(cues(names))?.flatMap(({ speaker }) => (speaker === 'Noé Exemple' ? [] : speaker))
    expect(speakers([...usual, ...rare])).toEqual(['léa modèle', 'mairie | accueil', 'ndupont', 'Zoé'])
    expect(speakers([...usual, 'Il dit « non » et conclut: '])).toEqual([null])
    // A program that leaves out names may have left it out here.
    const unnamed = Array.from({ length: 10 }, () => '')
    expect(speakers([...usual, ...unnamed, ...rare])?.slice(10)).toEqual([null, null, null, null])
  })

  it('without names has none, whatever its sentences begin with', () => {
    const text = `WEBVTT\n\n00:01.000 --> 00:02.000\nMonsieur Exemple: la parole est à vous.\n\n00:03.000 --> 00:04.000\nMerci.\n\n00:05.000 --> 00:06.000\n- Bien.\n- On commence ?`
    expect(told(text)).toEqual([
      '1 null: Monsieur Exemple: la parole est à vous.',
      '3 null: Merci.',
      '5 null: Bien. On commence ?',
    ])
  })

  it('that rolls says nothing twice', () => {
    const text = `WEBVTT

00:01.000 --> 00:02.000
oui<00:00:01.500><c> donc</c>

00:02.000 --> 00:03.000
oui donc
on<00:00:02.500><c> ouvre</c>`
    expect(told(text)).toEqual(['1 null: oui donc', '2 null: on ouvre'])
  })
})

describe('SubRip and SBV', () => {
  it('is read with its odd times, without its numbers and tags, and nothing of it is lost', () => {
    const text = `1
00:00:01,500 --> 00:00:02,000
<font color="red">{\\an8}Un</font> <i>mot</i> <sic>

00:00:03.250 --> 00:00:04
sans numéro
3
0:0:05:500 --> 0:0:06:000
sans ligne vide

4
sans heure

5
00:75:00,000 --> 00:76:00,000
2026`
    expect(told(text)).toEqual([
      '1.5 null: Un mot <sic>',
      '3.25 null: sans numéro',
      '5.5 null: sans ligne vide',
      'null null: sans heure',
      'null null: 2026',
    ])
  })

  it('in Windows-1252 too', () => {
    const text = `1\r\n00:00:01,000 --> 00:00:02,000\r\nréouverture\r\n`
    expect(
      told(
        Uint8Array.from(text, (letter) => letter.charCodeAt(0)),
        'a.srt',
      ),
    ).toEqual(['1 null: réouverture'])
  })

  it('has names before a colon that a space precedes, as in French', () => {
    const said = ['Oui.', 'Je propose : un délai.', 'Non.', 'Un délai : deux mois.', 'Bien.']
    const names = ['Ana Biche', 'Zoé de la Tour']
    const cue = (words: string, index: number, space: string) =>
      `${index + 1}\n00:00:0${index},000 --> 00:00:0${index},500\n${names[index % 2]}${space}: ${words}\n`
    for (const space of [' ', '\u00a0', '\u202f'])
      expect(told(said.map((words, index) => cue(words, index, space)).join('\n'), 'a.srt')).toEqual(
        said.map((words, index) => `${index} ${names[index % 2]}: ${words}`),
      )
    const bare = said.map((words, index) => cue(words, index, ' ').replace(/.* : (?=.*\n$)/u, ''))
    expect(spoken(bare.join('\n'), 'a.srt')?.map(({ speaker }) => speaker)).toEqual(said.map(() => null))
  })

  it('of Transcripts names the first cue of a turn alone', () => {
    const text = `1
00:00:03,200 --> 00:00:07,900
Participant 1:
Bonjour à toutes,
et à tous.

2
00:00:12,600 --> 00:00:15,100
La suite.

3
01:00:00,000 --> 01:00:01,000
Participant 2: Merci.`
    expect(told(text)).toEqual([
      '3.2 Participant 1: Bonjour à toutes, et à tous.',
      '12.6 Participant 1: La suite.',
      '3600 Participant 2: Merci.',
    ])
  })

  it('SBV has both times on one row', () => {
    expect(told('0:00:01.500,0:00:02.000\nUn\nmot\n\n0:00:03.000,0:00:02.000\nAutre')).toEqual([
      '1.5 null: Un mot',
      '3 null: Autre',
    ])
  })
})
