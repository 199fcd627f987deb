import { told } from './told.ts'

/** What can be asked, grouped for people. */
export function Roots() {
  return (
    <section className="roots" aria-label="What can be asked">
      {told.roots.map(({ title, meaning, fields }) => (
        <section key={title}>
          <h3>{title}</h3>
          <p className="note">{meaning.replaceAll('`', '')}</p>
          <ul>
            {fields.map(({ name, description }) => (
              <li key={name} title={description}>
                <code>{name}</code> {description.split(/(?<=\.) /)[0]}
              </li>
            ))}
          </ul>
        </section>
      ))}
    </section>
  )
}
