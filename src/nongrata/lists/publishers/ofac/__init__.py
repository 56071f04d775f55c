"""The Office of Foreign Assets Control of the US Treasury: its csv, its three shapes of XML, and its remarks."""
