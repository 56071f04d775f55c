"""The worst inputs, and inputs altered by chance."""
