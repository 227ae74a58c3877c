"""`python -m bot` is `addsup`."""

from bot.main import main

if __name__ == "__main__":
    main()
