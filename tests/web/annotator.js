// What a reader of Web Annotations makes of a selector on an open page: Apache Annotator's matchers, chained where one
// refines another. Bundled, it is the script that the tests run in a browser.
import {
  createCssSelectorMatcher,
  createTextPositionSelectorMatcher,
  createTextQuoteSelectorMatcher,
} from '@apache-annotator/dom'
import { makeRefinable } from '@apache-annotator/selector'

const MATCHERS = {
  CssSelector: createCssSelectorMatcher,
  TextPositionSelector: createTextPositionSelectorMatcher,
  TextQuoteSelector: createTextQuoteSelectorMatcher,
}
const matcher = makeRefinable((selector) => MATCHERS[selector.type](selector))

// Where a range begins in the text of an element, in characters.
function start(range, element) {
  const before = document.createRange()
  before.selectNodeContents(element)
  before.setEnd(range.startContainer, range.startOffset)
  return [...before.toString()].length
}

// Every place that a selector finds on the page: where it begins in the text of an element, and its words.
export async function places(selector, id) {
  const found = []
  for await (const range of matcher(selector)(document)) {
    found.push([start(range, document.getElementById(id)), range.toString()])
  }
  return found
}

// The links to terms in an element: the term, and where the words stand.
export function links(id) {
  const element = document.getElementById(id)
  return [...element.querySelectorAll('a.term')].map((link) => {
    const range = document.createRange()
    range.selectNodeContents(link)
    return [link.dataset.term, start(range, element), link.textContent]
  })
}
