"""Every diagnostic code with its title and general remedy; one table for each topic."""

from pavgen.kernel.codes.agenda import AGENDA_CODES
from pavgen.kernel.codes.code import Code
from pavgen.kernel.codes.files import FILE_CODES
from pavgen.kernel.codes.floor import FLOOR_CODES
from pavgen.kernel.codes.imports import IMPORT_CODES
from pavgen.kernel.codes.links import LINK_CODES
from pavgen.kernel.codes.logos import LOGO_CODES
from pavgen.kernel.codes.names import NAME_CODES
from pavgen.kernel.codes.picks import PICK_CODES
from pavgen.kernel.codes.placement import PLACEMENT_CODES
from pavgen.kernel.codes.prose import PROSE_CODES
from pavgen.kernel.codes.records import RECORD_CODES
from pavgen.kernel.codes.sites import SITE_CODES
from pavgen.kernel.codes.yamldoc import YAML_CODES

CODES: dict[str, Code] = {
    code.id: code
    for table in (
        FILE_CODES,
        YAML_CODES,
        RECORD_CODES,
        NAME_CODES,
        PROSE_CODES,
        LOGO_CODES,
        SITE_CODES,
        LINK_CODES,
        PLACEMENT_CODES,
        IMPORT_CODES,
        FLOOR_CODES,
        AGENDA_CODES,
        PICK_CODES,
    )
    for code in table
}

__all__ = ["CODES", "Code"]
