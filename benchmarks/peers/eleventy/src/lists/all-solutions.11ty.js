export const data = { permalink: "/api/solutions.json", eleventyExcludeFromCollections: true };

export function render({ collections, site }) {
  const rows = collections.solutionsByDate.map((item) => ({ title: item.data.title, url: item.url, summary: item.data.summary, parts: item.data.parts, industries: item.data.solution_industries, areas: item.data.solution_areas, outcomes: item.data.outcomes, published: this.day(item.date), story: this.plain(item.templateContent) }));
  return JSON.stringify({ programme: site.title, solutions: rows });
}
