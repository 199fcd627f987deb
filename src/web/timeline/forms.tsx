/** How each form of a date is drawn, and what it means. */
export function Forms() {
  return (
    <details class="help">
      <summary>How dates are drawn</summary>
      <p class="note">
        EDTF (ISO 8601-2). Filled: the words fix the date. Hollow: it was concluded. Dashed: uncertain or approximate.
      </p>
      <dl class="facts">
        {[
          ['2024-07-21', 'a day: a diamond'],
          ['2024-07', 'a month, any of its days: a bar'],
          ['2024-23', 'a season: its months north of the equator, dashed, since the date names no hemisphere'],
          ['2024~', 'approximately: dashed'],
          ['2024?', 'uncertain: dashed'],
          ['201X', 'any of ten years: a bar'],
          ['2023/..', 'open: a bar to the edge'],
          ['2023/', 'its end is not known: a bar to the edge'],
          ['none', 'in the lane, and never on the axis'],
        ].map(([form, meaning]) => (
          <>
            <dt class="mono" key={form}>
              {form}
            </dt>
            <dd>{meaning}</dd>
          </>
        ))}
      </dl>
    </details>
  )
}
