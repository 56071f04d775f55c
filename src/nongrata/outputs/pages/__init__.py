"""The pages of the desk: the inbox, stories, parties, screening, lists, search, audit; served by `nongrata serve`."""
