import { describe, expect, it } from 'vitest'
import { type LinkTarget, linkTo, readLink } from '../../electron/domain/link.ts'

const id = '0192f0a0-1111-7000-8000-00000000abcd'

describe('a link into the application', () => {
  it.each(['meeting', 'text'] as const)('to a %s leads there, as browsers write it too', (kind) => {
    const target: LinkTarget = { kind, id }
    expect(readLink(linkTo(target))).toEqual(target)
    expect(readLink(linkTo(target).replace(':', '://'))).toEqual(target)
    expect(readLink(`${linkTo(target)}/`)).toEqual(target)
  })

  it.each([
    `seances-inp:seance/${id}?id=autre`,
    `seances-inp:seance/${id}#/reglages`,
    `seances-inp:seance/../reglages`,
    `seances-inp:seance/${id}/../../reglages`,
    `seances-inp:reglages/${id}`,
    `seances-inp:constructor/${id}`,
    `seances-inp:seance/${id} --remote-debugging-port=9222`,
    `seances-inp:seance/${id}\n`,
    `seances-inp:seance/${id.replaceAll('0', '%30')}`,
    'seances-inp:seance/zzzzzzzz-zzzz-zzzz-zzzz-zzzzzzzzzzzz',
    'seances-inp:seance/------------------------------------',
    `javascript:seances-inp:seance/${id}`,
    `https://seance/${id}`,
    'seances-inp:',
    '',
  ])('that is another is refused: %j', (text) => {
    expect(readLink(text)).toBeNull()
  })
})
