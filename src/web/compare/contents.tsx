import type { Comparison } from '../documents/compare.ts'
import { otherParts, parts } from './parts.ts'

/** What is folded is opened, where a link leads to it. */
function unfold(name: string): void {
  const part = document.getElementById(name)
  if (part instanceof HTMLDetailsElement) part.open = true
}

/** The parts that have something, one after the other. */
export function Contents({ comparison }: { readonly comparison: Comparison }) {
  return (
    <nav class="contents" aria-label="On this page">
      <ul>
        {parts
          .filter(({ name }) => comparison[name].lines.length > 0)
          .map(({ name, title }) => (
            <li key={name}>
              <a href={`#${name}`} onClick={() => unfold(name)}>
                {title}
              </a>
            </li>
          ))}
        <li>
          <a href="#distinctive">{otherParts.distinctive.title}</a>
        </li>
        <li>
          <a href="#sources">{otherParts.sources.title}</a>
        </li>
      </ul>
    </nav>
  )
}
