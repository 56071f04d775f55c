"""Acts: the words that tell them, who does them to whom, when and where; which count, and which are one."""
