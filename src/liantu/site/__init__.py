"""The wiring: settings, urls, and the database the site runs on."""
