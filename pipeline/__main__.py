"""``python -m pipeline`` is the ``vstrecha`` command."""

from .cli import main

if __name__ == "__main__":
    main()
