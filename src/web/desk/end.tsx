import type { DeskState } from '../../draft/desk/deskState.ts'
import { sayGaps } from './gaps.tsx'

/** What came of the review, and what the dossier still lacks. */
export function End({ state: { tally, problems, gaps, otherCoders } }: { readonly state: DeskState }) {
  const { planted, caught, markedFirst, alsoDrafted, hasty } = tally
  return (
    <section class="prop" aria-labelledby="end">
      <h2 class="small" id="end">
        Everything is decided
      </h2>
      <dl class="facts">
        <dt>accepted</dt>
        <dd>{tally.accepted}</dd>
        <dt>changed</dt>
        <dd>{tally.changed}</dd>
        <dt>added</dt>
        <dd>{tally.added}</dd>
        {tally.revised > 0 && (
          <>
            <dt>reopened, changed</dt>
            <dd>{tally.revised}</dd>
          </>
        )}
        <dt>refused</dt>
        <dd>{tally.refused}</dd>
        <dt>unsure</dt>
        <dd>{tally.unsure}</dd>
        {planted > 0 && (
          <>
            <dt>wrong on purpose</dt>
            <dd>
              {caught} of {planted} caught
            </dd>
          </>
        )}
        {markedFirst > 0 && (
          <>
            <dt>marked first</dt>
            <dd>
              {markedFirst}, of which the draft had {alsoDrafted}
            </dd>
          </>
        )}
        {hasty > 0 && (
          <>
            <dt>in under a second</dt>
            <dd>{hasty}</dd>
          </>
        )}
      </dl>
      {problems !== null && problems.length > 0 && (
        <>
          <h3>Still to fix in annotations.yaml</h3>
          <ul class="problems">
            {problems.map(problem => (
              <li key={problem}>{problem}</li>
            ))}
          </ul>
        </>
      )}
      {otherCoders.map(name => (
        <p key={name}>
          <a href={`settle?with=${encodeURIComponent(name)}`}>Settle your differences with {name}</a>
        </p>
      ))}
      {otherCoders.length === 0 && (
        <p class="note">If a second coder also reviews the article, you can settle the differences from here.</p>
      )}
      {problems?.length === 0 && <p>The dossier is sound{gaps.length > 0 && `; ${sayGaps(gaps)}`}.</p>}
    </section>
  )
}
