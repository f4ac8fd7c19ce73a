export const data = { permalink: "/sitemap.xml", eleventyExcludeFromCollections: true };

export function render({ collections, site }) {
  const lists = ["partnerLists", "facetIndexes", "solutionLists", "articleLists"];
  const paths = [
    ...collections.all.map((item) => item.url),
    ...lists.flatMap((name) => collections[name].map((list) => list.path)),
  ];
  const entries = paths.map((path) => `<url><loc>${site.url}${path}</loc></url>\n`);
  return `<?xml version="1.0" encoding="utf-8"?>\n<urlset xmlns="http://www.sitemaps.org/schemas/sitemap/0.9">\n${entries.join("")}</urlset>\n`;
}
