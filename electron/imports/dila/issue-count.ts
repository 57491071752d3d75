import type { DeliveredIssue } from '../../domain/watch/delivery.ts'
import type { JorfText } from '../../domain/watch/jorf-text.ts'

const MAX_ISSUES = 5000

type Listing = { number: string; publishedOn: string | null; texts: { jorfText: string; rubric: string }[] }

export class IssueCount {
  readonly #issues = new Map<string, DeliveredIssue>()
  readonly #rubrics = new Map<string, string>()
  readonly #listed = new Map<DeliveredIssue, string[]>()
  #from: string | null = null
  #to: string | null = null

  /** The contents of an issue. */
  list({ number, publishedOn, texts }: Listing): void {
    for (const { jorfText, rubric } of texts) this.#rubrics.set(jorfText, rubric)
    if (publishedOn === null) return
    const issue = this.#issue(number, publishedOn)
    if (issue === null) return
    issue.listed = texts.length
    this.#listed.set(
      issue,
      texts.map(({ jorfText }) => jorfText),
    )
  }

  /** A text that came. */
  add({ joNumber, publishedOn }: JorfText): void {
    if (publishedOn === null) return
    if (this.#from === null || publishedOn < this.#from) this.#from = publishedOn
    if (this.#to === null || publishedOn > this.#to) this.#to = publishedOn
    const issue = joNumber === '' ? null : this.#issue(joNumber, publishedOn)
    if (issue !== null) issue.delivered += 1
  }

  rubricOf(jorfText: string): string {
    return this.#rubrics.get(jorfText) ?? ''
  }

  /** In their order. A text that its contents list has come also when it bears no day itself. */
  found(hasCome: (jorfText: string) => boolean): {
    issues: DeliveredIssue[]
    from: string | null
    to: string | null
  } {
    for (const [issue, texts] of this.#listed) issue.delivered = texts.filter(hasCome).length
    const issues = [...this.#issues.values()].sort((a, b) =>
      `${a.publishedOn} ${a.number}` < `${b.publishedOn} ${b.number}` ? -1 : 1,
    )
    return { issues, from: this.#from, to: this.#to }
  }

  #issue(number: string, publishedOn: string): DeliveredIssue | null {
    const key = `${publishedOn} ${number}`
    const known = this.#issues.get(key)
    if (known !== undefined) return known
    if (this.#issues.size >= MAX_ISSUES) return null
    const issue: DeliveredIssue = { number, publishedOn, listed: null, delivered: 0 }
    this.#issues.set(key, issue)
    return issue
  }
}
