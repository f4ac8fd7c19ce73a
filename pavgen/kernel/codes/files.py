"""Codes for reading and writing files."""

from pavgen.kernel.codes.code import Code

FILE_CODES: tuple[Code, ...] = (
    Code("text-encoding", "a text file that is not UTF-8", "save it as UTF-8 in your editor"),
    Code("text-character", "a hidden or forbidden character", "delete it"),
    Code("project-missing", "a folder that is no project", "name the folder that holds `content/`"),
    Code("path-kind", "a link or device in place of a file", "put a plain file in its place"),
    Code("path-name", "a file name that not every system can hold", "rename the file"),
    Code("path-collision", "two names that some systems take for one", "rename one of the two"),
    Code("path-depth", "a folder too deep", "move its files up"),
    Code("path-length", "a path that is too long", "shorten the names"),
    Code("file-size", "a file that is too large", "make it smaller, or remove it"),
    Code("content-missing", "a file whose content git lacks", "fetch the whole commit"),
    Code("folder-size", "a folder with too many files or bytes", "remove files"),
    Code("file-changed", "a file that changed while it was read", "run the command again"),
    Code("cache-place", "something else in the place of the cache", "remove it"),
    Code(
        "cache-harmed", "a cache that is damaged or of another pavgen", "nothing: it is made anew"
    ),
    Code("output-place", "an output folder in a place it may not have", "choose another folder"),
    Code(
        "output-unlike",
        "bytes unlike those of a build from nothing",
        "build again without the cache, and report it to those who maintain pavgen",
    ),
    Code("output-foreign", "an output folder that pavgen did not write", "choose an empty folder"),
    Code("target-exists", "a file that is there already", "give `--update`, or choose other names"),
    Code("revision-unread", "a revision that git cannot give", "fetch it, and name it exactly"),
    Code("owners-missing", "no content/owners.yaml", "write one, with the teams who approve"),
    Code("teams-missing", "no teams in content/owners.yaml", "name the teams who approve changes"),
    Code("codeowners-several", "a second CODEOWNERS", "remove it, so that one counts"),
    Code("target-kind", "a link or folder in place of a file to write", "remove it"),
)
