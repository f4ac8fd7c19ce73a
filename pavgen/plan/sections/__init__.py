"""One module for each kind of section; each plans its pages."""
