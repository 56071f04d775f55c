"""`python -m nongrata` is the command."""

import sys

from nongrata.outputs.cli import main

sys.exit(main())
