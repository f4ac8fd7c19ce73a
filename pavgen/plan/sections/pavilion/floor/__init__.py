"""The floor: its plan, its booths, the ways between them, and everybody who exhibits."""
