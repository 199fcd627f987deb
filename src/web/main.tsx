import { render } from 'preact'
import { App } from './app.tsx'
import { prefixLinks } from './base.ts'

prefixLinks()
const page = document.getElementById('page')
if (page) render(<App />, page)
