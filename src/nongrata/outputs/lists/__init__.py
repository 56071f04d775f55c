"""`nongrata lists …`: official lists fetched, kept, compared, joined and given on."""
