const SIZE = 30; // entries on a page of a list
const LONG = new Intl.DateTimeFormat("en-US", { year: "numeric", month: "long", day: "numeric", timeZone: "UTC" });

function newest(all) {
  return all.getFilteredByGlob("articles/*.md").reverse();
}

function themes(all) {
  const lists = new Map();
  for (const entry of newest(all))
    for (const theme of entry.data.themes) lists.get(theme)?.push(entry) ?? lists.set(theme, [entry]);
  return [...lists].map(([name, entries]) => ({ name, entries }));
}

function pages({ name, entries }) {
  return Array.from({ length: Math.ceil(entries.length / SIZE) }, (_, number) => ({
    name,
    number: number + 1,
    last: (number + 1) * SIZE >= entries.length,
    entries: entries.slice(number * SIZE, (number + 1) * SIZE),
  }));
}

export default function (config) {
  config.setQuietMode(true);
  config.addCollection("entries", newest);
  config.addCollection("themes", themes);
  // Pagination over themes and the pages of each at once needs a collection of its own.
  config.addCollection("pagesOfThemes", (all) => themes(all).flatMap(pages));
  config.addFilter("day", (date) => date.toISOString().slice(0, 10));
  config.addFilter("longDay", (date) => LONG.format(date));
  config.addFilter("instant", (date) => date.toISOString());
  return { markdownTemplateEngine: false, htmlTemplateEngine: "njk" };
}
