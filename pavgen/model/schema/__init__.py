"""One definition per record type: it decodes, checks, and writes its own JSON Schema."""
