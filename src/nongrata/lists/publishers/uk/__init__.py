"""The United Kingdom's lists: the Foreign Office's as XML and as a sheet, OFSI's as csv and as a sheet."""
