"""Templates, markdown, images and reports: same view and theme, same bytes."""
