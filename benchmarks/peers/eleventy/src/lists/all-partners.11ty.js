export const data = { permalink: "/api/partners.json", eleventyExcludeFromCollections: true };

export function render({ collections, site }) {
  const rows = collections.partnersByName.map((item) => this.row(item));
  return JSON.stringify({ programme: site.title, partners: rows });
}
