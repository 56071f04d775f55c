"""The server: what the command line can do, asked over HTTP; yente's routes, our own, and the pages."""
