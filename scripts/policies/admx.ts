// The policies as Windows' group policy editor takes them: the definitions, and their words in each language.
import {
  type Policy,
  type PolicyKey,
  policies,
  policyKeys,
  REGISTRY_KEY,
} from '../../electron/domain/managed/policies.ts'

type Language = 'fr' | 'en'

const schema = 'xmlns="http://schemas.microsoft.com/GroupPolicy/2006/07/PolicyDefinitions"'
const escaped = (text: string) =>
  text.replace(/&/g, '&amp;').replace(/</g, '&lt;').replace(/>/g, '&gt;').replace(/"/g, '&quot;')

const words = {
  supported: { fr: 'Séances INP 0.2 ou plus récent', en: 'Séances INP 0.2 or newer' },
  description: {
    fr: 'Réglages que l’administration fixe sur un poste',
    en: 'Settings that the administration settles on a desk',
  },
}

export function admx(): string {
  return document(
    'policyDefinitions',
    `  <policyNamespaces>
    <target prefix="seances" namespace="FR.INP.Policies.Seances"/>
  </policyNamespaces>
  <resources minRequiredRevision="1.0"/>
  <supportedOn>
    <definitions>
      <definition name="Supported" displayName="$(string.Supported)"/>
    </definitions>
  </supportedOn>
  <categories>
    <category name="Seances" displayName="$(string.Seances)"/>
  </categories>
  <policies>
${policyKeys.map(definition).join('\n')}
  </policies>`,
  )
}

export function adml(language: Language): string {
  return document(
    'policyDefinitionResources',
    `  <displayName>Séances INP</displayName>
  <description>${escaped(words.description[language])}</description>
  <resources>
    <stringTable>
      <string id="Seances">Séances INP</string>
      <string id="Supported">${escaped(words.supported[language])}</string>
${policyKeys.flatMap((key) => strings(key, language)).join('\n')}
    </stringTable>
    <presentationTable>
${policyKeys.flatMap((key) => presentation(key, language)).join('\n')}
    </presentationTable>
  </resources>`,
  )
}

function document(root: string, content: string): string {
  return `<?xml version="1.0" encoding="utf-8"?>
<${root} ${schema} revision="1.0" schemaVersion="1.0">
${content}
</${root}>
`
}

function definition(key: PolicyKey): string {
  const policy: Policy = policies[key]
  const isSwitch = policy.type === 'switch'
  const shown = isSwitch ? ` valueName="${key}"` : ` presentation="$(presentation.${key})"`
  const body = isSwitch
    ? `      <enabledValue><decimal value="1"/></enabledValue>
      <disabledValue><decimal value="0"/></disabledValue>`
    : `      <elements>
${element(key, policy)}
      </elements>`
  return `    <policy name="${key}" class="Both" displayName="$(string.${key})" explainText="$(string.${key}_Explain)" key="${REGISTRY_KEY}"${shown}>
      <parentCategory ref="Seances"/>
      <supportedOn ref="Supported"/>
${body}
    </policy>`
}

function element(key: PolicyKey, policy: Exclude<Policy, { type: 'switch' }>): string {
  const names = `id="${key}" valueName="${key}"`
  switch (policy.type) {
    case 'choice':
      return `        <enum ${names} required="true">
${Object.keys(policy.choices)
  .map(
    (name) =>
      `          <item displayName="$(string.${key}_${name})"><value><string>${name}</string></value></item>`,
  )
  .join('\n')}
        </enum>`
    case 'number':
      return `        <decimal ${names} required="true" minValue="${policy.min}" maxValue="${policy.max}"/>`
    case 'extensions':
      return `        <multiText ${names} required="true"/>`
    case 'folder':
      return `        <text ${names} required="true" expandable="true"/>`
    default:
      return `        <text ${names} required="true"/>`
  }
}

function strings(key: PolicyKey, language: Language): string[] {
  const policy: Policy = policies[key]
  const line = (id: string, text: string) => `      <string id="${id}">${escaped(text)}</string>`
  return [
    line(key, policy.title[language]),
    line(`${key}_Explain`, policy.explain[language]),
    ...(policy.type === 'choice'
      ? Object.entries(policy.choices).map(([name, choice]) => line(`${key}_${name}`, choice[language]))
      : []),
  ]
}

function presentation(key: PolicyKey, language: Language): string[] {
  const policy: Policy = policies[key]
  if (policy.type === 'switch') return []
  const label = escaped(policy.title[language])
  return [`      <presentation id="${key}">${field(key, policy.type, label)}</presentation>`]
}

function field(key: PolicyKey, type: Exclude<Policy['type'], 'switch'>, label: string): string {
  if (type === 'choice') return `<dropdownList refId="${key}" noSort="true">${label}</dropdownList>`
  if (type === 'number') return `<decimalTextBox refId="${key}">${label}</decimalTextBox>`
  if (type === 'extensions') return `<multiTextBox refId="${key}">${label}</multiTextBox>`
  return `<textBox refId="${key}"><label>${label}</label></textBox>`
}
