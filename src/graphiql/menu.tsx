import { type Example, told } from './told.ts'

/** The worked questions, grouped. */
export function Menu({ chosen, choose }: { readonly chosen?: string; readonly choose: (example: Example) => void }) {
  const groups = Map.groupBy(told.examples, ({ group }) => group)
  return (
    <nav aria-label="Worked questions" className="menu">
      {[...groups].map(([group, examples]) => (
        <section key={group}>
          <h3>{group}</h3>
          <ul>
            {examples.map(example => (
              <li key={example.name}>
                <button
                  type="button"
                  title={example.meaning}
                  aria-current={example.name === chosen ? 'true' : undefined}
                  onClick={() => choose(example)}
                >
                  {example.title}
                </button>
              </li>
            ))}
          </ul>
        </section>
      ))}
    </nav>
  )
}
