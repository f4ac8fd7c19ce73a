"""What people and programs do to an output, each as a function of where it is done."""

import os
import shutil
from itertools import count

_numbers = count()


def stranger(folder, _elsewhere):
    (folder / "stranger.txt").write_bytes(b"?")


def stranger_folder(folder, _elsewhere):
    below = folder / f"stranger{next(_numbers)}/below"
    below.mkdir(parents=True)
    (below / "x").write_bytes(b"?")


def link(folder, elsewhere):
    (folder / f"link{next(_numbers)}").symlink_to(elsewhere)


def mode_of_folder(folder, _elsewhere):
    folder.chmod(0o700)


def edit(file, _elsewhere):
    file.write_bytes(b"x" * file.stat().st_size)


def edit_with_old_time(file, _elsewhere):
    status = file.stat()
    file.write_bytes(b"y" * status.st_size)
    os.utime(file, ns=(status.st_atime_ns, status.st_mtime_ns))


def delete(file, _elsewhere):
    file.unlink()


def mode(file, _elsewhere):
    file.chmod(0o666)


def second_name(file, elsewhere):
    os.link(file, elsewhere / f"name{next(_numbers)}")


def link_for_file(file, elsewhere):
    file.unlink()
    file.symlink_to(elsewhere / "kept")


def folder_for_file(file, _elsewhere):
    file.unlink()
    (file / "below").mkdir(parents=True)


def no_folder(folder, _elsewhere):
    shutil.rmtree(folder)


def link_for_folder(folder, elsewhere):
    aside = elsewhere / f"aside{next(_numbers)}"
    folder.rename(aside)
    folder.symlink_to(aside)


def file_for_folder(folder, _elsewhere):
    shutil.rmtree(folder)
    folder.write_bytes(b"?")


TO_ANY_FOLDER = (stranger, stranger_folder, link, mode_of_folder)
TO_A_FOLDER = (no_folder, link_for_folder, file_for_folder)
TO_A_FILE = (
    edit,
    edit_with_old_time,
    delete,
    mode,
    second_name,
    link_for_file,
    folder_for_file,
)
