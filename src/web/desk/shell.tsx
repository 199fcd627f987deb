import type { ComponentChildren } from 'preact'
import { Theme } from '../frame/theme.tsx'
import type { UsedDesk } from './useDesk.ts'

interface ShellProps<State, Action> {
  readonly desk: UsedDesk<State, Action>
  readonly title: string
  /** What is decided on, one by one. */
  readonly item: string
  /** What else stands at the foot of the page. */
  readonly assurance?: string
  readonly children: (state: State) => ComponentChildren
}

/** What a page of the desk has around what it shows: its name, who decides, and what came of the last decision. */
export function Shell<State extends { readonly by: string }, Action>({
  desk: { state, said },
  title,
  item,
  assurance,
  children,
}: ShellProps<State, Action>) {
  return (
    <>
      <a class="skip" href="#now">
        Skip to the {item}
      </a>
      <header class="top">
        <span class="brand">Dixit</span>
        <span class="where">
          {title}
          {state && `, ${state.by}`}
        </span>
        <span class="gap" />
        <Theme />
      </header>
      <main id="main" class="review" tabIndex={-1}>
        <p id="said" class="sayings" role="status">
          {said}
        </p>
        {state && children(state)}
      </main>
      <footer class="foot">
        <span>Each decision is saved before the next {item} shows. You can close this window at any time.</span>
        {assurance && <span>{assurance}</span>}
      </footer>
    </>
  )
}
