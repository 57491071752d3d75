// The files for the administrations' tools are those that the declaration gives, and hold together.
import { SaxesParser } from 'saxes'
import { describe, expect, it } from 'vitest'
import { policies, policyKeys } from '../../electron/domain/managed/policies.ts'
import { policyFiles } from '../../scripts/policies/files.ts'
import { faultsOf } from './french-rules.ts'
import { readTracked, trackedPaths } from './tracked.ts'

const folder = 'resources/policies/'
const files = policyFiles()
const written = (name: string) => readTracked(`${folder}${name}`).text

/** What is wrong with the definitions beside the words of one language. */
function faults(admx: string, adml: string): string[] {
  const asked = [...admx.matchAll(/\$\((string|presentation)\.(\w+)\)/g)].map(
    ([, kind, id]) => `${kind} ${id}`,
  )
  const given = [...adml.matchAll(/<(string|presentation) id="(\w+)"/g)].map(
    ([, kind, id]) => `${kind} ${id}`,
  )
  const elements = new Set(
    [...admx.matchAll(/<(?:text|enum|decimal|multiText) id="(\w+)"/g)].map(([, id]) => id),
  )
  const fields = new Set([...adml.matchAll(/refId="(\w+)"/g)].map(([, id]) => id))
  return [
    ...asked.filter((one) => !given.includes(one)).map((one) => `${one} is missing`),
    ...given.filter((one) => !asked.includes(one)).map((one) => `${one} is never shown`),
    ...given.filter((one, at) => given.indexOf(one) !== at).map((one) => `${one} is there twice`),
    ...[...elements, ...fields]
      .filter((id) => elements.has(id) !== fields.has(id))
      .map((id) => `${id} is asked or stored, not both`),
  ]
}

function isWellFormed(xml: string): boolean {
  let isSound = true
  const parser = new SaxesParser()
  parser.on('error', () => {
    isSound = false
  })
  parser.write(xml).close()
  return isSound
}

describe('the files of the policies', () => {
  it.each([...files.keys()])('%s is the one that npm run policies writes', (name) => {
    expect(written(name)).toBe(files.get(name))
  })

  it('are no others', () => {
    const found = trackedPaths().filter((path) => path.startsWith(folder))
    expect(found.map((path) => path.slice(folder.length)).sort()).toEqual([...files.keys()].sort())
  })

  it.each([...files.keys()].filter((name) => !name.endsWith('.json')))('%s is well-formed', (name) => {
    expect(isWellFormed(files.get(name) ?? '')).toBe(true)
  })

  it.each(['fr-FR', 'en-US'])('every word and field of the definitions is in %s', (language) => {
    const admx = files.get('seances-inp.admx') ?? ''
    const adml = files.get(`${language}/seances-inp.adml`) ?? ''
    expect(faults(admx, adml)).toEqual([])
    expect(faults(admx, adml.replace('<string id="Spelling">', '<string id="Speling">'))).toHaveLength(2)
    expect(faults(admx, adml.replace('refId="MailPort"', 'refId="Port"'))).toHaveLength(2)
    expect(isWellFormed(adml.replace('</stringTable>', ''))).toBe(false)
  })

  it('name every policy', () => {
    for (const [name, text] of files) {
      const isWords = name.endsWith('.adml')
      for (const key of policyKeys) expect(text, name).toContain(isWords ? `id="${key}_Explain"` : key)
    }
  })

  it('keep to the French typography', () => {
    const words = policyKeys.flatMap((key) => {
      const policy = policies[key]
      const choices = 'choices' in policy ? Object.values(policy.choices) : []
      return [policy.title, policy.explain, ...choices].map(({ fr }) => fr)
    })
    expect(words.flatMap((text) => faultsOf(text).map((fault) => `${fault}: ${text}`))).toEqual([])
  })
})
