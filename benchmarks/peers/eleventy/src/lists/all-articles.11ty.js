export const data = { permalink: "/api/articles.json", eleventyExcludeFromCollections: true };

export function render({ collections, site }) {
  const rows = collections.articlesByDate.map((item) => ({ title: item.data.title, url: item.url, summary: item.data.summary, authors: item.data.authors, topics: item.data.topics, published: this.day(item.date), text: this.plain(item.templateContent) }));
  return JSON.stringify({ programme: site.title, articles: rows });
}
