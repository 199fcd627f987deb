/** Makes a drawing of Observable Plot part of the page. */
export function finish(chart: Element, name: string): SVGSVGElement {
  if (!(chart instanceof SVGSVGElement)) throw new Error('it is one drawing')
  // The page's policy runs no style but its own files: what Plot would say here stands in styles/charts.css.
  chart.querySelector('style')?.remove()
  // Parts of a picture have no names of their own for those who hear the page; the styles know them by class.
  for (const part of chart.querySelectorAll('[aria-label]')) {
    part.classList.add((part.getAttribute('aria-label') ?? '').replaceAll(' ', '-'))
    part.removeAttribute('aria-label')
  }
  chart.setAttribute('role', 'img')
  chart.setAttribute('aria-label', name)
  return chart
}
