"""The only layer that touches the disk: reader, YAML with positions, writer, git."""
