import { strFromU8, unzipSync } from 'fflate'
import { describe, expect, it } from 'vitest'
import { renderFlowing } from '../../electron/documents/flowing.ts'
import { minutesModel } from '../../electron/documents/minutes/model.ts'
import { shortMeeting } from './documents-samples.ts'

const part = async (model: ReturnType<typeof minutesModel>, format: 'docx' | 'odt', name: string) =>
  strFromU8(unzipSync(await renderFlowing(model, format))[name] ?? new Uint8Array())

describe('an OpenDocument text', () => {
  it('records changes while the minutes are a draft, and no longer once they are approved', async () => {
    const file = shortMeeting()
    const tracked = '<text:tracked-changes text:track-changes="true"/>'
    expect(await part(minutesModel(file), 'odt', 'content.xml')).toContain(`<office:text>${tracked}`)
    const minutes = file.minutes === null ? null : { ...file.minutes, state: 'approved' as const }
    expect(await part(minutesModel({ ...file, minutes }), 'odt', 'content.xml')).not.toContain(
      'tracked-changes',
    )
  })
})

describe('the head of the pages', () => {
  it('keeps to one line in Word and OpenDocument, however long the names are', async () => {
    const model = minutesModel(shortMeeting())
    const long = 'Instance nationale partenariale de la transformation numérique des territoires d’exemple'
    const head = { ...model.head, bodyName: long, runningTitle: `Compte rendu de la séance, ${long}` }
    const own = { ...model, head }
    for (const xml of [await part(own, 'docx', 'word/header1.xml'), await part(own, 'odt', 'styles.xml')]) {
      const [running = ''] = /<w:hdr .*|<style:header><text:p.*?<\/style:header>/s.exec(xml) ?? []
      expect(running.match(/<(?:w:p|text:p)[ >]/g)).toHaveLength(1)
      const words = running.replace(/<[^>]*>/g, '')
      expect(words.length).toBeLessThanOrEqual(92)
      expect(words).toMatch(/^Instance nationale.*….*Compte rendu de la séance/s)
    }
  })
})
