export default {
  layout: "note.njk",
  tags: ["note"],
  permalink: (data) => `/notes/${data.page.fileSlug}/`,
};
