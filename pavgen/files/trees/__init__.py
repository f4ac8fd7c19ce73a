"""How a site's folder is kept: what it holds by record, what of that is true, and its spare."""
