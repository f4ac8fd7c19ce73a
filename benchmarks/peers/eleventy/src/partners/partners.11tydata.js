export default {
  layout: "partner.njk",
  tags: ["partner"],
  permalink: (data) => `/${data.page.fileSlug}/`,
};
