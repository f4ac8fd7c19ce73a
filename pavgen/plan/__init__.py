"""Every page of a site as a path, a template and a view; pure, no HTML."""
