"""`python -m pavgen`, and the console script."""

from pavgen.cli.main import main

if __name__ == "__main__":
    main()
