export const data = {
  pagination: { data: "collections.partnersByName", size: 1, alias: "partner" },
  permalink: (given) => `${given.partner.url}index.json`,
  eleventyExcludeFromCollections: true,
};

export function render({ partner }) {
  return JSON.stringify(this.row(partner));
}
