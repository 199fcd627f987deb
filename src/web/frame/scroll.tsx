import type { ComponentChildren } from 'preact'

/** What scrolls has to be reached by keyboard, although nothing in it can be pressed. */
const reachable = { tabIndex: 0 }

/** A part of the page that scrolls by itself where it is too wide: a table. */
export function Scroll({
  name,
  isTall = false,
  children,
}: {
  readonly name: string
  readonly isTall?: boolean
  readonly children: ComponentChildren
}) {
  return (
    <section class={isTall ? 'scroll tall' : 'scroll'} aria-label={name} {...reachable}>
      {children}
    </section>
  )
}

/** Text for machines, such as a citation to copy. */
export function Code({ children }: { readonly children: string }) {
  return <pre {...reachable}>{children}</pre>
}
