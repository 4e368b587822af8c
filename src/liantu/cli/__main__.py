"""`python -m liantu.cli`: the program where no script is installed."""

from liantu.cli import main

if __name__ == "__main__":
    main()
