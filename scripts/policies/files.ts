// Every file that the administrations' tools take, from the one declaration.
import { z } from 'zod'
import {
  type Policy,
  PREFERENCES_DOMAIN,
  policies,
  policyKeys,
  Settled,
} from '../../electron/domain/managed/policies.ts'
import { adml, admx } from './admx.ts'

/** By their path below resources/policies. */
export function policyFiles(): ReadonlyMap<string, string> {
  return new Map([
    ['seances-inp.admx', admx()],
    ['fr-FR/seances-inp.adml', adml('fr')],
    ['en-US/seances-inp.adml', adml('en')],
    [`${PREFERENCES_DOMAIN}.mobileconfig`, mobileConfig()],
    ['policies.schema.json', jsonSchema()],
  ])
}

function jsonSchema(): string {
  const { properties, ...rest } = z.toJSONSchema(Settled, { target: 'draft-2020-12' })
  const described = policyKeys.map((key) => {
    const { title, explain } = policies[key]
    return [key, { title: title.fr, description: explain.fr, ...Object(properties?.[key]) }]
  })
  const schema = { ...rest, properties: { $schema: { type: 'string' }, ...Object.fromEntries(described) } }
  return `${JSON.stringify(schema, null, 2)}\n`
}

/** A profile to be cut to measure: each value as an example, in a comment what it governs. */
function mobileConfig(): string {
  const values = policyKeys.map((key) => {
    const policy: Policy = policies[key]
    return `      <!-- ${policy.title.fr}. ${policy.explain.fr.replaceAll('--', '- -')} -->
      <key>${key}</key>
      ${example(policy)}`
  })
  return `<?xml version="1.0" encoding="UTF-8"?>
<!DOCTYPE plist PUBLIC "-//Apple//DTD PLIST 1.0//EN" "http://www.apple.com/DTDs/PropertyList-1.0.dtd">
<!-- Garder les seules lignes voulues, et donner deux identifiants propres à l’administration (uuidgen). -->
<plist version="1.0">
<dict>
  <key>PayloadContent</key>
  <array>
    <dict>
      <key>PayloadType</key>
      <string>${PREFERENCES_DOMAIN}</string>
      <key>PayloadIdentifier</key>
      <string>${PREFERENCES_DOMAIN}.reglages</string>
      <key>PayloadUUID</key>
      <string>00000000-0000-4000-8000-000000000001</string>
      <key>PayloadVersion</key>
      <integer>1</integer>
${values.join('\n')}
    </dict>
  </array>
  <key>PayloadDisplayName</key>
  <string>Séances INP</string>
  <key>PayloadIdentifier</key>
  <string>${PREFERENCES_DOMAIN}.profil</string>
  <key>PayloadScope</key>
  <string>System</string>
  <key>PayloadType</key>
  <string>Configuration</string>
  <key>PayloadUUID</key>
  <string>00000000-0000-4000-8000-000000000002</string>
  <key>PayloadVersion</key>
  <integer>1</integer>
</dict>
</plist>
`
}

function example(policy: Policy): string {
  switch (policy.type) {
    case 'switch':
      return '<true/>'
    case 'number':
      return '<integer>993</integer>'
    case 'extensions':
      return '<array><string>zip</string></array>'
    case 'choice':
      return `<string>${Object.keys(policy.choices)[0] ?? ''}</string>`
    case 'host':
      return '<string>imap.exemple.fr</string>'
    case 'address':
      return '<string>https://exemple.fr/seances-inp/</string>'
    case 'folder':
      return '<string>/Users/Shared/Seances</string>'
  }
}
