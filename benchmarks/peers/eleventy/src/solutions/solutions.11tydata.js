export default {
  layout: "solution.njk",
  tags: ["solution"],
  permalink: (data) => `/solutions/${data.page.fileSlug}/`,
};
