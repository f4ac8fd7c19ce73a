"""What goes wrong with files and folders, each done for real."""

import os
import socket


def deep(folder, levels=3_000):
    """Make folders within folders, deeper than any path can say."""
    inner = os.open(folder, os.O_RDONLY | os.O_DIRECTORY)
    for _ in range(levels):
        os.mkdir("d", dir_fd=inner)
        below = os.open("d", os.O_RDONLY | os.O_DIRECTORY, dir_fd=inner)
        os.close(inner)
        inner = below
    os.close(inner)


def long_path(folder):
    """Make a path of 4,096 bytes below a folder, of names of 250."""
    inner = os.open(folder, os.O_RDONLY | os.O_DIRECTORY)
    for _ in range(17):
        os.mkdir("n" * 250, dir_fd=inner)
        below = os.open("n" * 250, os.O_RDONLY | os.O_DIRECTORY, dir_fd=inner)
        os.close(inner)
        inner = below
    os.close(os.open("last.md", os.O_CREAT | os.O_WRONLY, 0o644, dir_fd=inner))
    os.close(inner)


def pipe(path):
    os.mkfifo(path)


def bound_socket(path):
    """Bind a socket to a name, by a short way there: a socket's own path may not be long."""
    here = os.open(path.parent, os.O_RDONLY | os.O_DIRECTORY)
    with socket.socket(socket.AF_UNIX) as made:
        made.bind(f"/proc/self/fd/{here}/{path.name}")
    os.close(here)


def device(path):
    """Make a device that never ends, which only root may; others make a pipe."""
    if os.geteuid() == 0:
        os.mknod(path, 0o20666, os.makedev(1, 5))
    else:
        os.mkfifo(path)


def link_to(target):
    """Return what makes a link to a place."""
    return lambda path: path.symlink_to(target)


def output_of(project):
    """Return every file of the site and its mode, but the marker."""
    out = project / "output/partners"
    return {
        path.relative_to(out).as_posix(): (path.stat().st_mode, path.read_bytes())
        for path in sorted(out.rglob("*"))
        if path.is_file()
    }
